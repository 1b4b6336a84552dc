"""Sentences of refusals: numbers and calls."""

SENTENCES: dict[str, str] = {
    "ticket.office_closed": "Hiện ngoài giờ tiếp nhận nên chưa cấp số. {hours_said}{opening_said}",
    "ticket.none_active": "{counter} chưa gọi số nào. Gọi số tiếp theo trước đã.",
    "ticket.already_serving": "Số {label} đang được phục vụ nên không gọi lại hay báo vắng được. Bấm hoàn thành khi xong.",
    "ticket.recall_limit": "Số {label} đã gọi lại {limit} lần; số vẫn đang giữ ở quầy. Báo vắng mặt, hoặc hoàn thành.",
    "ticket.unknown": "Không có số thứ tự “{said}” trong hôm nay. Chưa có gì được ghi; kiểm tra lại phiếu.",
}
