"""Sentences of refusals: numbers and calls."""

SENTENCES: dict[str, str] = {
    "staff.not_called": "{station} không còn gọi cán bộ: người khác vừa ghi đã giúp. Không cần làm gì thêm.",
    "ticket.office_closed": "Hiện ngoài giờ tiếp nhận nên chưa cấp số. {hours_said}{opening_said}",
    "ticket.none_active": "{counter} chưa gọi số nào. Gọi số tiếp theo trước đã.",
    "ticket.already_serving": "Số {label} đang được phục vụ nên không gọi lại hay báo vắng được. Bấm hoàn thành khi xong.",
    "ticket.recall_limit": "Số {label} đã gọi lại {limit} lần; số vẫn đang giữ ở quầy. Báo vắng mặt, hoặc hoàn thành.",
    "ticket.unknown": "Không có số thứ tự “{said}” trong hôm nay. Chưa có gì được ghi; kiểm tra lại phiếu.",
    "ticket.pass_where": "Chọn một nơi nhận: hoặc một lĩnh vực, hoặc một quầy. Chưa chuyển số nào.",
    "ticket.pass_same": "Số {label} đang ở đúng {to} rồi nên chưa chuyển. Chọn nơi khác.",
    "ticket.of_other_day": "Phiếu {label} là của ngày {day}; hôm nay không gọi được nữa. Mời Ông/Bà lấy số mới.",
    "ticket.not_callable": "Số {label} đang được gọi, đang được phục vụ hoặc đã xong nên không gọi thêm. Quét lại phiếu để xem số đang ở đâu.",
    "ticket.reason_needed": "Chưa đến lượt số {label}. Chọn lý do rồi gọi, hoặc bấm F2 để gọi đúng lượt.",
    "ticket.reason_unfit": "Lý do quá dài hoặc có ký tự lạ. Viết lại trong {longest} chữ; số vẫn đang chờ.",
    "barcode.garbled": "Bộ gõ tiếng Việt đang bật nên mã quét vào bị sai chữ. Chuyển bộ gõ sang tiếng Anh (EN) rồi quét lại; chưa có gì bị ghi.",
}
