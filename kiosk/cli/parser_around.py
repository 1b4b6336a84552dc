"""The words of what goes on around dossiers: fees, telling the citizen, departments, processes."""

from kiosk.cli.parser_parts import Commands, add_command, add_group

WAYS_TO_PAY = ("cash", "transfer", "post")
WAYS_TO_TELL = ("phone", "message", "email", "in_person")
_STEP_TOLD = "một bước: TÊN | NƠI LÀM | THỜI HẠN, như “Thẩm định | Phòng Tư pháp | 2wd”"


def add_around_dossiers(commands: Commands) -> None:
    """Add the commands."""
    _fees(commands)
    _telling(commands)
    _departments(commands)
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


def _departments(commands: Commands) -> None:
    group = add_group(commands, "department", "cơ quan, phòng chuyên môn giải quyết hồ sơ")
    added = add_command(group, "add", "departments:add", "thêm vào danh sách", once=True)
    shown = add_command(group, "list", "departments:listed", "danh sách")
    shown.add_argument("--all", action="store_true", help="cả những nơi thôi dùng")
    changed = add_command(
        group, "change", "departments:change", "sửa; phần không nêu giữ nguyên", once=True
    )
    changed.add_argument("--name", metavar="TÊN_MỚI")
    for made in (added, changed):
        made.add_argument("department", metavar="TÊN")
        made.add_argument("--title", metavar="CHỨC_VỤ", help="của người đứng đầu, người ký xin lỗi")
        made.add_argument("--head", metavar="HỌ_TÊN", help="người đứng đầu")
        made.add_argument(
            "--parent", metavar="CƠ_QUAN", help="cơ quan chủ quản; mặc định như văn phòng"
        )
        made.add_argument("--phone", metavar="SỐ_ĐIỆN_THOẠI")
        made.add_argument(
            "--field",
            action="append",
            metavar="KÝ_HIỆU",
            help='lĩnh vực giải quyết, nêu mỗi lĩnh vực một lần; "" là không',
        )
    ended = add_command(group, "retire", "departments:retire", "thôi dùng; không xóa", once=True)
    ended.add_argument("department", metavar="TÊN")
    ended.add_argument("--back", action="store_true", help="dùng lại")
    ordered = add_command(
        group, "order", "departments:order", "xếp lại; nơi không nêu đứng sau", once=True
    )
    ordered.add_argument("departments", nargs="+", metavar="TÊN")


def _processes(commands: Commands) -> None:
    group = add_group(commands, "process", "quy trình nội bộ của thủ tục")
    made = add_command(group, "set", "processes:set_", "đặt quy trình từ một ngày", once=True)
    made.add_argument("procedure", metavar="MÃ_THỦ_TỤC")
    made.add_argument("--step", action="append", default=[], metavar="BƯỚC", help=_STEP_TOLD)
    made.add_argument("--from", dest="first", metavar="NGÀY", help="mặc định hôm nay")
    copied = add_command(
        group, "copy", "processes:copy", "chép quy trình sang thủ tục khác", once=True
    )
    copied.add_argument("given", metavar="MÃ_CÓ_SẴN")
    copied.add_argument("procedure", metavar="MÃ_THỦ_TỤC")
    copied.add_argument("--from", dest="first", metavar="NGÀY", help="mặc định hôm nay")
    every = add_command(group, "list", "processes:listed", "mọi quy trình đã đặt, theo ngày")
    every.add_argument("procedure", metavar="MÃ_THỦ_TỤC")
    shown = add_command(group, "show", "processes:show", "xem quy trình")
    shown.add_argument("procedure", metavar="MÃ_THỦ_TỤC")
    shown.add_argument("--on", metavar="NGÀY", help="quy trình của một ngày khác")


def add_forms(commands: Commands) -> None:
    """Add the commands."""
    group = add_group(commands, "form", "mẫu giấy của quy định đang áp dụng, và lời văn")
    add_command(
        group, "list", "forms:listed", "các mẫu: đã so với mẫu chính thức chưa, lời văn ở đâu"
    )
    shown = add_command(group, "show", "forms:show", "một mẫu với thông tin minh họa")
    shown.add_argument("form", metavar="LOẠI|SỐ")
    shown.add_argument("--out", required=True, metavar="TỆP.pdf")
    own = add_command(group, "own", "forms:own", "chép lời văn ra thư mục trạm để sửa")
    own.add_argument("form", metavar="LOẠI|SỐ")
