"""Sentences of refusals: evaluation."""

SENTENCES: dict[str, str] = {
    "questionnaire.wrong": "Phiếu đánh giá trong {file} chưa dùng được: {why}. Sửa tệp rồi mở lại chương trình; các việc khác vẫn làm bình thường.",
    "evaluation.empty": "Phiếu đánh giá chưa có câu trả lời nào nên không ghi. Trả lời ít nhất một câu.",
    "evaluation.unknown": "Phiếu đánh giá {questionnaire} không khớp với câu hỏi đang dùng nên chưa ghi. Mở lại chương trình rồi trả lời lại.",
}
