"""The words of ``kiosk dossier …`` and ``kiosk slip``."""

import argparse

from kiosk.cli.parser_parts import Commands, add_command, add_group

RECEIVERS = ("applicant", "submitter", "representative", "post")
SLIPS = ("brought", "missing")
_ACTS = (
    ("process", "chuyển sang đang giải quyết", ("note",)),
    ("take-over", "bàn giao tiếp cho nơi giải quyết khác", ("agency!", "note")),
    ("restart", "đã nhận đủ giấy tờ bổ sung, tính lại ngày hẹn", ("note",)),
    ("ready", "ghi nhận có kết quả", ("note",)),
    ("refuse", "từ chối giải quyết", ("reason!",)),
    ("withdraw", "người nộp xin rút hồ sơ", ("reason",)),
    ("resume", "giải quyết tiếp hồ sơ người nộp đã xin rút", ("reason!",)),
    ("stop", "dừng giải quyết; không cần lý do khi người nộp đã xin rút", ("reason",)),
    (
        "correct",
        "sửa kết quả sai: xin lỗi, hẹn ngày trả lại; lần nữa phải do người quản lý",
        ("day!", "reason!", "exception"),
    ),
    (
        "lost",
        "báo mất giấy tờ của hồ sơ, kèm thư xin lỗi người nộp",
        ("paper*", "reason!", "remedy!", "agency", "signer-title", "signer-name"),
    ),
    ("found", "ghi giấy tờ đã mất nay có lại: tìm thấy, hoặc đã làm lại", ("paper*", "note!")),
    (
        "apologise",
        "xin lỗi và hẹn lại ngày trả, một lần",
        ("day!", "reason!", "agency", "signer-title", "signer-name"),
    ),
    ("control", "in phiếu kiểm soát quá trình giải quyết", ()),
)
_METAVARS = {
    "day": "NĂM-THÁNG-NGÀY",
    "reason": "LÝ_DO",
    "exception": "LÝ_DO",
    "remedy": "CÁCH_KHẮC_PHỤC",
    "paper": "GIẤY_TỜ",
    "agency": "CƠ_QUAN",
    "note": "GHI_CHÚ",
}
_PAPER_TOLD = (
    "giấy tờ thiếu: TÊN[=BẢN CHÍNH[,CHỨNG THỰC[,BẢN SAO]]][: chỗ chưa đúng]; "
    "không ghi số là một bản chính"
)


def add_dossiers(commands: Commands) -> None:
    """Add everything that is done to dossiers."""
    group = add_group(commands, "dossier", "hồ sơ")
    received = add_command(
        group, "receive", "dossiers:receive", "tiếp nhận hồ sơ từ tệp JSON", once=True
    )
    received.add_argument("file", metavar="FILE.json")
    received.add_argument("--counter", type=int, metavar="N")
    received.add_argument("--slip", action="store_true", help="in giấy hẹn cả khi trả kết quả ngay")
    received.add_argument(
        "--again", action="store_true", help="nhận thêm hồ sơ cùng người, cùng thủ tục"
    )
    _turning_away(group)
    add_command(group, "show", "dossiers:show_", "xem hồ sơ").add_argument("code", metavar="CODE")
    _acts(group)
    _returning(group)
    _lists(group)
    again = add_command(
        group, "reprint", "dossiers:reprint", "in lại giấy hẹn, có chữ “bản in lại”", once=True
    )
    again.add_argument("code", metavar="CODE")
    slip = add_command(commands, "slip", "slips:slip", "giấy của một hồ sơ, thành tệp PDF")
    slip.add_argument("code", metavar="CODE")
    slip.add_argument(
        "--form", default="01", metavar="LOẠI|SỐ", help="như 02 hoặc supplement; mặc định 01"
    )
    slip.add_argument(
        "--number",
        type=_letter_number,
        metavar="SỐ",
        help="tờ mang số ấy (như 01/HDHS hoặc 1), như “dossier show” kể; mặc định tờ mới nhất",
    )
    slip.add_argument("--year", type=_year, metavar="NĂM", help="năm của số ấy")
    slip.set_defaults(together={"year": "number"})
    slip.add_argument("--out", required=True, metavar="FILE.pdf")


def _turning_away(group: Commands) -> None:
    away = add_command(
        group,
        "turn-away",
        "turning_away:turn_away",
        "chưa tiếp nhận: phiếu yêu cầu bổ sung hoặc phiếu từ chối, không lập hồ sơ",
        once=True,
    )
    away.add_argument("--procedure", required=True, metavar="CODE")
    away.add_argument("--name", required=True, metavar="HỌ_TÊN", help="người nộp")
    away.add_argument("--id-number", default="", metavar="SỐ_CĂN_CƯỚC")
    away.add_argument("--phone", default="", metavar="SỐ_ĐIỆN_THOẠI")
    away.add_argument("--address", default="", metavar="ĐỊA_CHỈ")
    away.add_argument("--organisation", action="store_true", help="người nộp là tổ chức")
    away.add_argument("--tax-code", default="", metavar="MÃ_SỐ_THUẾ", help="của tổ chức")
    away.add_argument(
        "--submitter", default="", metavar="HỌ_TÊN", help="người nộp thay, ký phiếu từ chối"
    )
    which = away.add_mutually_exclusive_group(required=True)
    which.add_argument("--paper", nargs="+", action="extend", metavar="GIẤY_TỜ", help=_PAPER_TOLD)
    which.add_argument("--refuse", action="store_true", help="từ chối tiếp nhận (Mẫu 03)")
    away.add_argument("--reason", required=True, metavar="LÝ_DO")
    _exception(away)
    away.set_defaults(together={"exception": "paper"})


def _acts(group: Commands) -> None:
    asked = add_command(
        group, "supplement", "dossier_acts:supplement", "yêu cầu bổ sung, một lần", once=True
    )
    asked.add_argument("code", metavar="CODE")
    asked.add_argument(
        "--paper", nargs="+", action="extend", required=True, metavar="GIẤY_TỜ", help=_PAPER_TOLD
    )
    asked.add_argument("--reason", default="", metavar="LÝ_DO")
    _exception(asked)
    batch = add_command(
        group,
        "forward",
        "dossier_acts:forward",
        "bàn giao một loạt hồ sơ, kèm danh sách",
        once=True,
    )
    batch.add_argument("codes", nargs="+", metavar="CODE")
    batch.add_argument("--agency", default="", metavar="NƠI_NHẬN")
    batch.add_argument("--note", default="", metavar="GHI_CHÚ")
    for name, told, options in _ACTS:
        target = f"dossier_acts:{name.replace('-', '_')}"
        act = add_command(group, name, target, told, once=True)
        act.add_argument("code", metavar="CODE")
        for option in options:
            key = option.rstrip("!*")
            metavar = _METAVARS.get(key, "CHỮ")
            if option.endswith("*"):
                act.add_argument(
                    f"--{key}", nargs="+", action="extend", default=[], metavar=metavar
                )
                continue
            needed = option.endswith("!")
            act.add_argument(f"--{key}", required=needed, default="", metavar=metavar)


def _exception(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--exception",
        default="",
        metavar="LÝ_DO",
        help="vì sao người quản lý cho yêu cầu thêm, hoặc yêu cầu muộn",
    )


def _returning(group: Commands) -> None:
    given = add_command(group, "return", "dossier_acts:give_out", "trả kết quả", once=True)
    given.add_argument("code", metavar="CODE")
    given.add_argument(
        "--to", choices=RECEIVERS, default="applicant", help="người nhận; mặc định là chủ hồ sơ"
    )
    given.add_argument("--name", default="", metavar="HỌ_TÊN", help="của người nhận thay")
    given.add_argument("--id-number", default="", metavar="SỐ_CĂN_CƯỚC", help="của người nhận thay")
    given.add_argument("--authorized", action="store_true", help="đã xem giấy ủy quyền")
    given.add_argument(
        "--address",
        default="",
        metavar="ĐỊA_CHỈ",
        help="nơi bưu chính chuyển tới; mặc định là nơi hồ sơ đã ghi",
    )
    given.add_argument("--slip", choices=SLIPS, help="có mang giấy hẹn hay không")
    given.add_argument("--compared", action="store_true", help="đã đối chiếu căn cước")
    given.add_argument("--signed", action="store_true", help="người nhận đã ký")
    given.add_argument(
        "--originals",
        nargs="*",
        metavar="GIẤY_TỜ",
        help="đã trả lại bản chính: những giấy tờ này, hoặc mọi bản chính nếu không kể tên",
    )
    given.add_argument("--note", default="", metavar="GHI_CHÚ")


def _lists(group: Commands) -> None:
    listed = add_command(group, "list", "dossier_lists:listed", "các hồ sơ")
    listed.add_argument("--state", metavar="TRẠNG_THÁI")
    due = add_command(
        group, "due", "dossier_lists:due", "hồ sơ đang gấp, và pháp luật đòi hỏi việc gì"
    )
    due.add_argument(
        "--within",
        type=_working_days,
        default=1,
        metavar="N",
        help="còn tối đa N ngày làm việc; mặc định 1",
    )


def _letter_number(text: str) -> int:
    figures = text.partition("/")[0]
    if not (figures.isascii() and figures.isdecimal() and len(figures) <= 9):
        raise argparse.ArgumentTypeError(f"“{text}” không phải số của giấy, như 01/HDHS hoặc 1")
    return int(figures)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) == 4):
        raise argparse.ArgumentTypeError(f"“{text}” không phải năm, như 2026")
    return int(text)


def _working_days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 3):
        raise argparse.ArgumentTypeError(f"“{text}” không phải số ngày từ 0 đến 999")
    return int(text)
