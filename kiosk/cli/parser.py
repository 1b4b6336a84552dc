"""All commands and their words; what they do is imported only when one is run."""

import argparse
import re
from collections.abc import Sequence

from kiosk import __version__
from kiosk.cli.parser_around import add_around_dossiers, add_forms
from kiosk.cli.parser_dossiers import add_dossiers
from kiosk.cli.parser_parts import Commands, Parser, common_options
from kiosk.cli.parser_parts import add_command as _add
from kiosk.cli.parser_parts import add_group as _group
from kiosk.cli.parser_queue import add_queue
from kiosk.cli.parser_simulation import add_simulation
from kiosk.cli.parser_voice import add_voice
from kiosk.cli.scan_words import scans

PARTS_TOLD = (
    "name, name_en, category, agency, note, fee_text, fee_amount, papers, "
    "limit.direct, limit.online hoặc limit.postal"
)
CHANNELS = ("direct", "postal", "authorized", "online")
VALUES_TOLD = (
    "chữ; fee_amount: số đồng như 15000 hay 15.000; limit.…: 5wd, 10d, 8h, 2mo, 0wd; "
    'papers: JSON [{"name": "Tờ khai", "originals": 1, "copies": 0}]; - là chưa rõ'
)


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """What a command line asks for; ends with exit 2 where that cannot be known."""
    root = parser()
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError:
            told = word.encode(errors="surrogateescape").decode(errors="replace")
            root.error(f"“{told}” có chữ không đọc được, gõ lại bằng bảng mã UTF-8")
    args = root.parse_args(words)
    if args.request_id is not None and not args.once:
        root.error("--request-id chỉ dùng cho lệnh ghi một việc vào sổ")
    for option, other in getattr(args, "together", {}).items():
        if getattr(args, option) and not getattr(args, other):
            root.error(f"--{option} chỉ dùng cùng --{other}")
    return args


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    root = Parser(
        prog="kiosk",
        description="Một Cửa: lấy số, tiếp nhận hồ sơ, hẹn và trả kết quả tại Bộ phận Một cửa.",
    )
    root.add_argument(
        "--version", action="version", version=f"kiosk {__version__}", help="xem phiên bản rồi thôi"
    )
    common_options(root, top=True)
    commands = root.add_subparsers(dest="command", metavar="LỆNH", required=True)
    _office(commands)
    _faces(commands)
    _catalogue(commands)
    add_queue(commands)
    add_simulation(commands)
    add_dossiers(commands)
    add_around_dossiers(commands)
    add_forms(commands)
    _registers(commands)
    _papers(commands)
    _notices(commands)
    add_voice(commands)
    _evaluations(commands)
    scans(_group(commands, "scan", "giấy tờ quét tại quầy"), _add)
    return root


def _office(commands: Commands) -> None:
    made = _add(commands, "init", "setup:init", "lập văn phòng trên máy này")
    source = made.add_mutually_exclusive_group(required=True)
    source.add_argument("--sample", action="store_true", help="văn phòng mẫu, dữ liệu minh họa")
    source.add_argument("--from", dest="source", metavar="TOML", help="theo tệp office.toml")
    _add(commands, "doctor", "setup:doctor", "xem máy này có đủ để chạy không")
    copied = _add(
        commands, "backup", "copies:backup", "sao lưu sổ dữ liệu khi các quầy vẫn làm việc"
    )
    copied.add_argument("file", metavar="FILE", nargs="?")
    copied.add_argument(
        "--daily",
        action="store_true",
        help="bản sao của hôm nay vào thư mục backups, bỏ bản quá cũ",
    )
    put_back = _add(commands, "restore", "copies:restore", "dùng lại một bản sao (kiểm tra trước)")
    put_back.add_argument("file", metavar="FILE")
    shown = _add(commands, "office", "office:show", "xem văn phòng, quầy, lĩnh vực, cán bộ")
    shown.set_defaults(command="office")
    pins = _group(commands, "pin", "mã PIN của cán bộ")
    new_pin = _add(pins, "set", "office:set_pin", "đặt mã PIN mới (đọc từ dòng nhập)", once=True)
    new_pin.add_argument("person", metavar="MÃ_CÁN_BỘ")
    days = _group(commands, "calendar", "lịch làm việc và ngày hẹn trả")
    due = _add(days, "due", "calendar:due", "tính ngày hẹn trả, từng ngày một")
    what = due.add_mutually_exclusive_group(required=True)
    what.add_argument("--limit", metavar="5wd|10d|8h|2mo|0wd")
    what.add_argument("--procedure", metavar="CODE", help="theo thời hạn của thủ tục này")
    due.add_argument("--channel", choices=CHANNELS, help="hình thức nộp; mặc định direct")
    due.add_argument("--case", metavar="TRƯỜNG_HỢP")
    due.set_defaults(together={"channel": "procedure", "case": "procedure"})
    due.add_argument("--received", required=True, metavar="THỜI_ĐIỂM")
    listed = _add(days, "list", "calendar:listed", "các ngày nghỉ, ngày làm bù của một năm")
    listed.add_argument("--year", type=_year, metavar="NĂM")
    confirmed = _add(days, "confirm", "calendar:confirm", "xác nhận lịch của một năm", once=True)
    confirmed.add_argument("--year", type=_year, required=True, metavar="NĂM")
    changed = _add(
        days, "set", "calendar:change", "thêm hoặc sửa một ngày nghỉ, ngày làm bù", once=True
    )
    changed.add_argument("date", metavar="NĂM-THÁNG-NGÀY")
    changed.add_argument("kind", choices=("off", "extra_work", "half", "normal"))
    changed.add_argument("--name", default="", metavar="TÊN")


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20|21)[0-9]{2}", text):
        raise argparse.ArgumentTypeError(f"“{text}” không phải năm, viết đủ bốn chữ số như 2026")
    return int(text)


def _faces(commands: Commands) -> None:
    demo = _add(commands, "demo", "faces:demo", "xem thử cả ba cửa sổ của văn phòng mẫu")
    demo.add_argument("--headless", action="store_true", help="không cần màn hình, để lại ảnh chụp")
    demo.add_argument("--out", default="demo-output", metavar="THƯ_MỤC")
    for name, told in (
        ("citizen", "ki-ốt của người dân"),
        ("lobby", "màn hình sảnh"),
        ("admin", "màn hình điều hành của người quản lý"),
    ):
        face = _add(commands, name, f"faces:{name}", told)
        _window(face)
        if name == "lobby":
            face.add_argument(
                "--counters", type=_counters, metavar="1-8,12", help="chỉ cho các quầy này"
            )
    counter = _add(commands, "counter", "faces:counter", "màn hình của một quầy")
    counter.add_argument("counter", metavar="N", type=int)
    _window(counter)
    gallery = _add(
        commands,
        "gallery",
        "faces:gallery",
        "các thành phần của mọi màn hình (cho người phát triển)",
    )
    gallery.add_argument("--out", metavar="THƯ_MỤC", help="để lại ảnh thay vì mở cửa sổ")


def _window(face: argparse.ArgumentParser) -> None:
    face.add_argument("--window", action="store_true", help="không mở toàn màn hình")
    face.add_argument(
        "--at", type=_place, metavar="X,Y,RỘNG,CAO", help="một cửa sổ ở chỗ này của màn hình"
    )


def _place(text: str) -> tuple[int, int, int, int]:
    match = re.fullmatch(r"(-?\d+),(-?\d+),(\d+),(\d+)", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"“{text}” không phải X,Y,RỘNG,CAO")
    x, y, width, height = (int(number) for number in match.groups())
    return x, y, width, height


def _counters(text: str) -> frozenset[int] | None:
    from kiosk.settings import counters_meant

    try:
        return counters_meant(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” không phải các quầy như 1-8,12") from error


def _catalogue(commands: Commands) -> None:
    group = _group(commands, "catalogue", "danh mục thủ tục hành chính")
    imported = _add(
        group, "import", "catalogue:import_", "nhập thủ tục đã công bố (JSON)", once=True
    )
    imported.add_argument("paths", nargs="+", metavar="PATH")
    searched = _add(group, "search", "catalogue:search", "tìm thủ tục, không cần dấu")
    searched.add_argument("text", metavar="TEXT")
    searched.add_argument("--limit", type=int, default=20, metavar="N")
    shown = _add(group, "show", "catalogue:show", "xem một thủ tục")
    shown.add_argument("code", metavar="CODE")
    corrected = _add(
        group, "correct", "catalogue:correct", "sửa một phần; lần nhập sau vẫn giữ", once=True
    )
    corrected.add_argument("code", metavar="CODE")
    corrected.add_argument("part", metavar="PHẦN", help=PARTS_TOLD)
    corrected.add_argument("value", metavar="GIÁ_TRỊ", help=VALUES_TOLD)
    dropped = _add(
        group, "uncorrect", "catalogue:uncorrect", "bỏ phần đã sửa, lấy lại bản đã nhập", once=True
    )
    dropped.add_argument("code", metavar="CODE")
    dropped.add_argument("part", metavar="PHẦN", help=PARTS_TOLD)
    offered = _add(group, "offer", "catalogue:offer", "nhận thủ tục này tại văn phòng", once=True)
    offered.add_argument("codes", nargs="+", metavar="CODE")
    offered.add_argument("--field", metavar="TÊN|KÝ_HIỆU")
    withdrawn = _add(group, "withdraw", "catalogue:withdraw", "thôi nhận thủ tục này", once=True)
    withdrawn.add_argument("codes", nargs="+", metavar="CODE")
    sayings = _group(group, "word", "cách người dân gọi thủ tục")
    put = _add(sayings, "set", "words:put", "thêm hoặc sửa một cách gọi", once=True)
    put.add_argument("said", metavar="CÁCH_GỌI")
    put.add_argument("--code", nargs="+", action="extend", default=[], metavar="CODE")
    put.add_argument("--means", nargs="+", action="extend", default=[], metavar="TEXT")
    removed = _add(sayings, "remove", "words:remove", "bỏ một cách gọi", once=True)
    removed.add_argument("said", metavar="CÁCH_GỌI")
    _add(sayings, "list", "words:listed", "các cách gọi đang dùng")


def _registers(commands: Commands) -> None:
    told = "Sổ theo dõi hồ sơ của một năm, thành tệp PDF hoặc bảng tính"
    written = _add(commands, "register", "registers:write", told)
    written.add_argument("--year", type=_year, required=True, metavar="NĂM")
    written.add_argument("--field", metavar="TÊN|KÝ_HIỆU", help="chỉ một lĩnh vực")
    written.add_argument("--out", required=True, metavar="FILE.pdf|FILE.xlsx")


def _papers(commands: Commands) -> None:
    group = _group(commands, "print", "những tờ phải in")
    listed = _add(group, "list", "papers:listed", "danh sách bản in của máy này")
    listed.add_argument("--all", action="store_true", help="của mọi máy, cả tờ đã in")
    _add(group, "run", "papers:run", "in những tờ máy này còn nợ")
    again = _add(group, "retry", "papers:retry", "in lại một tờ, có chữ “bản in lại”", once=True)
    again.add_argument("job", metavar="ID")


def _notices(commands: Commands) -> None:
    group = _group(commands, "notice", "thông báo trên màn hình sảnh")
    added = _add(group, "add", "notices:add", "thêm một thông báo", once=True)
    added.add_argument("text", metavar="NỘI_DUNG")
    _days(added)
    listed = _add(group, "list", "notices:listed", "các thông báo, theo thứ tự hiện")
    listed.add_argument("--all", action="store_true", help="cả thông báo đã gỡ, đã hết ngày")
    changed = _add(group, "change", "notices:change", "sửa chữ hoặc ngày", once=True)
    changed.add_argument("notice", metavar="SỐ|ID")
    changed.add_argument("--text", metavar="NỘI_DUNG")
    _days(changed)
    ordered = _add(group, "order", "notices:order", "xếp các thông báo này lên trước", once=True)
    ordered.add_argument("notices", nargs="+", metavar="SỐ|ID")
    for name, told in (("withdraw", "gỡ một thông báo"), ("put-back", "dùng lại thông báo đã gỡ")):
        act = _add(group, name, f"notices:{name.replace('-', '_')}", told, once=True)
        act.add_argument("notice", metavar="SỐ|ID")


def _evaluations(commands: Commands) -> None:
    group = _group(commands, "evaluation", "người dân đánh giá việc phục vụ")
    shown = _add(group, "show", "evaluations:show", "phiếu của một tháng, cộng chung từng câu")
    shown.add_argument("--month", metavar="NĂM-THÁNG", help="tháng khác, ví dụ 2026-10")
    asked = _add(group, "ask", "evaluations:ask", "hỏi theo phiếu của văn phòng", once=True)
    asked.add_argument("file", metavar="TỆP.toml")
    told = "ghi một phiếu, ví dụ phiếu giấy: không kèm tên, không kèm giờ"
    given = _add(group, "give", "evaluations:give", told, once=True)
    given.add_argument("answers", nargs="+", metavar="CÂU=TRẢ_LỜI")


def _days(made: argparse.ArgumentParser) -> None:
    told = "{} ngày này (NĂM-THÁNG-NGÀY), hoặc always: không giới hạn"
    made.add_argument("--from", dest="first", metavar="NGÀY", help=told.format("từ"))
    made.add_argument("--to", dest="last", metavar="NGÀY", help=told.format("đến hết"))
