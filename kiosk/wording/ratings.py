"""Sentences of refusals: evaluation."""

SENTENCES: dict[str, str] = {
    "questionnaire.wrong": "Phiếu đánh giá trong {file} chưa dùng được: {why}. Phiếu đang hỏi vẫn như cũ; sửa tệp rồi làm lại.",
    "questionnaire.code_used": "Mã phiếu {questionnaire} đã dùng cho phiếu khác. Đặt mã mới ở dòng code của tệp rồi làm lại; phiếu đang hỏi vẫn như cũ.",
    "evaluation.empty": "Phiếu đánh giá chưa có câu trả lời nào nên không ghi. Trả lời ít nhất một câu.",
    "evaluation.unknown": "Phiếu đánh giá {questionnaire} không khớp với câu hỏi đang dùng nên chưa ghi. Về trang đầu rồi trả lời lại.",
    "evaluation.which": "Không có “{said}” trong phiếu đánh giá nên chưa ghi gì. Chọn một trong: {choice}.",
    "evaluation.month": "“{text}” không phải là tháng. Viết năm và tháng, ví dụ 2026-10.",
    "evaluation.month_ahead": "Tháng {text} chưa có phiếu nào được cộng: phiếu của một ngày được cộng từ ngày hôm sau. Chọn tháng trước đó.",
}
