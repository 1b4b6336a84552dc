"""Sentences of refusals: fees taken, waived, taken back."""

SENTENCES: dict[str, str] = {
    "fee.absurd": "Số tiền phải từ 1 đồng đến {most} đồng. Chưa ghi gì; kiểm tra lại số tiền.",
    "fee.receipt_needed": "Thu tiền phải có số biên lai. Chưa ghi gì; ghi số biên lai rồi làm lại.",
    "fee.receipt_used": "Biên lai số {receipt} đã ghi cho hồ sơ {dossier}. Chưa ghi gì; kiểm tra lại số biên lai.",
    "fee.unknown": "Không có khoản thu hay khoản miễn nào mang mã ấy. Chưa ghi gì; xem lại danh sách thu.",
    "fee.reversed_already": "Khoản ấy của hồ sơ {dossier} đã được hủy trước đó. Không ghi thêm gì.",
    "takings.nobody": "Danh sách thu là của từng cán bộ, phải có người ký. Chưa in gì; đăng nhập tại quầy, hoặc thêm --officer MÃ.",
    "takings.not_pdf": "Danh sách thu ghi được thành tệp .pdf. Chưa ghi gì; đặt tên tệp {file} cho đúng rồi làm lại.",
    "takings.empty": "Ngày {day} chưa ghi khoản thu nào. Không in gì; chọn đúng ngày, đúng người thu.",
    "fee.not_yours": "Chỉ người đã ghi mới hủy được trong ngày {day}; sau đó hoặc khoản của người khác phải do người quản lý hủy. Chưa ghi gì.",
}
