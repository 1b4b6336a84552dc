"""The words of the queue: numbers, calls, the day."""

from kiosk.cli.parser_parts import Commands, add_command, add_group


def add_queue(commands: Commands) -> None:
    """Add the commands."""
    group = add_group(commands, "ticket", "số thứ tự")
    taken = add_command(group, "take", "queue:take", "lấy số", once=True)
    taken.add_argument("--field", required=True, metavar="TÊN|KÝ_HIỆU")
    taken.add_argument("--priority", metavar="DIỆN")
    for name, told in (
        ("next", "gọi số tiếp theo"),
        ("recall", "gọi lại"),
        ("serve", "bắt đầu phục vụ số vừa gọi"),
        ("finish", "hoàn thành"),
        ("no-show", "báo vắng mặt"),
    ):
        act = add_command(group, name, f"queue:{name.replace('-', '_')}", told, once=True)
        act.add_argument("--counter", type=int, required=True, metavar="N")
    call = add_command(
        group, "call", "queue:call", "gọi đúng một số; chưa đến lượt thì cần lý do", once=True
    )
    call.add_argument("ticket", metavar="SỐ")
    call.add_argument("--counter", type=int, required=True, metavar="N")
    call.add_argument("--reason", metavar="LÝ_DO")
    passed = add_command(
        group, "pass", "queue:pass_", "chuyển số đang gọi, giữ nguyên số", once=True
    )
    passed.add_argument("--counter", type=int, required=True, metavar="N")
    passed.add_argument("--to-field", metavar="TÊN|KÝ_HIỆU")
    passed.add_argument("--to-counter", type=int, metavar="N")
    held = add_command(group, "hold", "queue:hold_", "tạm giữ số đang gọi", once=True)
    held.add_argument("--counter", type=int, required=True, metavar="N")
    for name, told in (
        ("put-back", "trả số đang gọi lại hàng chờ, giữ nguyên chỗ"),
        ("release", "trả các số quầy đang giữ để quầy khác gọi được"),
    ):
        act = add_command(group, name, f"queue:{name.replace('-', '_')}", told, once=True)
        act.add_argument("--counter", type=int, required=True, metavar="N")
    again = add_command(
        group, "back", "queue:back", "người bị ghi vắng mặt trở lại, giữ nguyên chỗ", once=True
    )
    again.add_argument("ticket", metavar="SỐ")
    add_command(group, "list", "queue:listed", "các số của hôm nay")
    whole = add_group(commands, "queue", "cả hàng chờ")
    paused = add_command(
        whole, "pause", "queue_day:pause", "tạm dừng lấy số và gọi số (mất điện, sơ tán)", once=True
    )
    paused.add_argument("--why", required=True, metavar="LÝ_DO", help="người dân đọc được")
    add_command(whole, "resume", "queue_day:resume", "tiếp nhận trở lại", once=True)
    closed = add_command(
        whole, "close-day", "queue_day:close", "kết thúc ngày, đóng các số còn mở", once=True
    )
    closed.add_argument("--early", action="store_true", help="dù văn phòng còn mở cửa")
    judged = add_command(
        whole,
        "accuracy",
        "accuracy:show",
        "thời gian chờ đã báo đúng đến đâu, so với hai cách khác",
    )
    judged.add_argument("--since", metavar="NGÀY", help="không nói gì: bốn tuần trước")
    judged.add_argument("--until", metavar="NGÀY", help="không nói gì: hôm qua")
