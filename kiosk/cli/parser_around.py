"""The words of what goes on around dossiers: fees, telling the citizen, internal processes."""

from kiosk.cli.parser_parts import Commands, add_command, add_group

WAYS_TO_PAY = ("cash", "transfer", "post")
WAYS_TO_TELL = ("phone", "message", "email", "in_person")
_STEP_TOLD = "một bước: TÊN | NƠI LÀM | THỜI HẠN, như “Thẩm định | Phòng Tư pháp | 2wd”"


def add_around_dossiers(commands: Commands) -> None:
    """Add the commands."""
    _fees(commands)
    _telling(commands)
    _processes(commands)


def _fees(commands: Commands) -> None:
    group = add_group(commands, "fee", "phí, lệ phí của hồ sơ")
    taken = add_command(group, "take", "fees:take", "ghi một khoản đã thu", once=True)
    taken.add_argument("code", metavar="CODE")
    taken.add_argument("amount", type=int, metavar="SỐ_ĐỒNG")
    taken.add_argument("--receipt", required=True, metavar="SỐ_BIÊN_LAI")
    taken.add_argument("--by", choices=WAYS_TO_PAY, default="cash", help="mặc định tiền mặt")
    waived = add_command(group, "waive", "fees:waive", "ghi một khoản được miễn", once=True)
    waived.add_argument("code", metavar="CODE")
    waived.add_argument("amount", type=int, metavar="SỐ_ĐỒNG")
    waived.add_argument("--reason", required=True, metavar="LÝ_DO")
    back = add_command(group, "reverse", "fees:reverse", "hủy một khoản ghi nhầm", once=True)
    back.add_argument("payment", metavar="ID")
    back.add_argument("--reason", required=True, metavar="LÝ_DO")
    shown = add_command(group, "show", "fees:show", "các khoản của một hồ sơ")
    shown.add_argument("code", metavar="CODE")
    of_day = add_command(group, "day", "fees:day", "từng cán bộ thu gì trong một ngày")
    of_day.add_argument("--on", metavar="NGÀY", help="ngày khác, như 2026-11-23")
    of_day.add_argument("--of", metavar="MÃ", help="của một cán bộ")
    of_day.add_argument("--out", metavar="TỆP.pdf", help="ghi danh sách thu A4 để ký")
    words = "in danh sách thu của người đang làm (--officer)"
    printed = add_command(group, "print", "fees:print_day", words, once=True)
    printed.add_argument("--on", metavar="NGÀY", help="ngày khác, như 2026-11-23")


def _telling(commands: Commands) -> None:
    group = add_group(commands, "tell", "báo tin cho người nộp hồ sơ")
    add_command(group, "list", "tellings:listed", "những ai cần báo, kèm lời nhắn soạn sẵn")
    done = add_command(group, "done", "tellings:done", "ghi đã gọi hoặc đã nhắn", once=True)
    done.add_argument("code", metavar="CODE")
    done.add_argument("--by", choices=WAYS_TO_TELL, default="phone", help="mặc định gọi điện")
    done.add_argument("--unreached", action="store_true", help="chưa liên lạc được")


def _processes(commands: Commands) -> None:
    group = add_group(commands, "process", "quy trình nội bộ của thủ tục")
    made = add_command(group, "set", "processes:set_", "đặt quy trình từ một ngày", once=True)
    made.add_argument("procedure", metavar="MÃ_THỦ_TỤC")
    made.add_argument("--step", action="append", default=[], metavar="BƯỚC", help=_STEP_TOLD)
    made.add_argument("--from", dest="first", metavar="NGÀY", help="mặc định hôm nay")
    shown = add_command(group, "show", "processes:show", "xem quy trình")
    shown.add_argument("procedure", metavar="MÃ_THỦ_TỤC")
    shown.add_argument("--on", metavar="NGÀY", help="quy trình của một ngày khác")
