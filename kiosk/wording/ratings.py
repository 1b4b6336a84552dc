"""Sentences of refusals: evaluation."""

SENTENCES: dict[str, str] = {
    "questionnaire.wrong": "Phiếu đánh giá trong {file} chưa dùng được: {why}. Sửa tệp rồi mở lại chương trình; các việc khác vẫn làm bình thường.",
    "evaluation.empty": "Phiếu đánh giá chưa có câu trả lời nào nên không ghi. Trả lời ít nhất một câu.",
    "evaluation.unknown": "Phiếu đánh giá {questionnaire} không khớp với câu hỏi đang dùng nên chưa ghi. Mở lại chương trình rồi trả lời lại.",
    "evaluation.which": "Không có “{said}” trong phiếu đánh giá nên chưa ghi gì. Chọn một trong: {choice}.",
    "evaluation.month": "“{text}” không phải là tháng. Viết năm và tháng, ví dụ 2026-10.",
    "evaluation.month_ahead": "Tháng {text} chưa có phiếu nào được cộng: phiếu của một ngày được cộng từ ngày hôm sau. Chọn tháng trước đó.",
}
