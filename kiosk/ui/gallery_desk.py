"""The counter's and the lobby's pages of the gallery."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.bars import Bar, Bars
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.checks import CheckLine, Stepper
from kiosk.ui.parts.choice import ChoiceBox, Choices, Option
from kiosk.ui.parts.day_strip import Day, DayStrip
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.event_log import EventLog, LogRow
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.keys import KeyHint
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Grid, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.parts.scan_box import ScanBox
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

MIDDLE = Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignTop

PILLS = (
    Pill("Quá 2 ngày", "alert", "err"),
    Pill("Đến hạn hôm nay", "clock", "warn"),
    Pill("Đang giải quyết", "send", "act"),
    Pill("Có kết quả", "check", "ok"),
    Pill("Chờ bổ sung", "pause", "muted"),
)
DAYS = (
    Day("T2", "23/11", "ngày nhận", "received"),
    Day("T3", "24/11", "nghỉ lễ", "off"),
    Day("T4", "25/11", "ngày 1", "counted"),
    Day("T5", "26/11", "ngày 2", "counted"),
    Day("T6", "27/11", "ngày 3", "due"),
)
EVENTS = (
    LogRow("Tiếp nhận, in giấy hẹn", "Quầy 1 · giao giấy hẹn 02 bản", "09/11 08:41"),
    LogRow(
        "Bàn giao cho Phòng Kinh tế, Hạ tầng và Đô thị", "Phiếu kiểm soát dòng 1", "09/11 14:20"
    ),
    LogRow("Nhắc: còn 1 ngày làm việc", "Đã báo Phòng chuyên môn", "Hôm nay 08:00", "warn"),
    LogRow("Thẩm định, trình ký", "Phòng Kinh tế, Hạ tầng và Đô thị", "Đang làm", "now"),
    LogRow("Trả kết quả", "Nhận tại Quầy 8", "Hẹn 25/11", "ahead"),
)


@dataclass(frozen=True, slots=True)
class GalleryDossier:
    """A line of the gallery's table."""

    code: str
    procedure: str
    person: str
    due: str
    state: Pill


DOSSIERS = (
    GalleryDossier(
        "H99.12.08-261112-0019", "Đăng ký lại khai sinh", "Phạm Thị Lụa", "19/11/2026", PILLS[0]
    ),
    GalleryDossier(
        "H99.12.08-261118-0025",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        "Đặng Thị Ngọc Ưỡng",
        "23/11 17:00",
        PILLS[1],
    ),
    GalleryDossier(
        "H99.12.08-261118-0044",
        "Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân",
        "Mai Thị Hường",
        "26/11/2026",
        PILLS[2],
    ),
    GalleryDossier(
        "H99.12.08-261123-0011",
        "Cấp bản sao Trích lục hộ tịch",
        "Tạ Quang Khải",
        "23/11 17:00",
        PILLS[3],
    ),
    GalleryDossier(
        "H99.12.08-261120-0009", "Đăng ký giám hộ", "Chu Bá Thông", "26/11/2026", PILLS[4]
    ),
)


def desk_parts(look: Look) -> QWidget:
    """The counter's parts in their states."""
    page = Box(look)
    across = Row(look, 16, (16, 16, 16, 16), page)
    left = across.nest(Column(look, 16))
    card = left.add(Card(look, width=384))
    column = Column(look, 10, (20, 16, 20, 16), card)
    top = column.nest(Row(look))
    top.add(Label(look, "Đang phục vụ", "h2"), 1)
    top.add(StatusPill(look, Pill("06:12", "clock", "ok")))
    column.add(Label(look, "HT-016", "number", wrap=False))
    column.add(Label(look, "Hộ tịch · lấy số 09:02 · đã gọi 1 lần", "body", "ink_2"))
    column.add(DeskButton(look, "Gọi số tiếp theo  CT-038", "volume", "F2", "primary", "big"))
    grid = column.nest(Grid(look, 8))
    for at, (text, icon, key) in enumerate(
        (
            ("Gọi lại", "repeat", "F3"),
            ("Vắng mặt", "userx", "F4"),
            ("Chuyển quầy", "swap", "F5"),
            ("Tạm giữ", "pause", "F6"),
        )
    ):
        grid.addWidget(DeskButton(look, text, icon, key), at // 2, at % 2)
        grid.setColumnStretch(at % 2, 1)
    card = left.add(Card(look, width=384))
    column = Column(look, 8, (20, 16, 20, 16), card)
    column.add(Label(look, "Đang chờ theo lĩnh vực", "h2"))
    waits = (Bar("Chứng thực", 9, "18 phút"), Bar("Người có công, xã hội", 4, "21 phút"))
    column.add(Bars(look, waits))
    column.add(Rule(look))
    column.add(DeskButton(look, "Từ chối giải quyết", "close", "F11", "danger", "action"))
    off = column.add(DeskButton(look, "Trả kết quả", "check", "F12", size="action"))
    off.set_reason("Mở khi hồ sơ có kết quả.")
    left.fill()
    middle = across.nest(Column(look, 16), 1)
    ready = Pill("Sẵn sàng quét", "check", "ok")
    hint = "Quét giấy hẹn, căn cước; hoặc gõ mã hồ sơ, số điện thoại, họ tên"
    middle.add(ScanBox(look, "Ô quét", hint, ready, Pill("Bấm F8 để quét", "scan", "muted")))
    card = middle.add(Card(look), 1)
    column = Column(look, 0, (1, 12, 1, 1), card)
    tabs = column.nest(Row(look, 0, (16, 0, 16, 12)))
    tabs.add(
        Choices(
            look,
            "Danh sách",
            (
                Option("t", "Cần làm hôm nay", 13),
                Option("o", "Quá hạn", 2),
                Option("r", "Chờ trả kết quả", 11),
            ),
            boxed=False,
        )
    )
    tabs.fill()
    tabs.add(KeyHint(look, "Ctrl 1…5", "ink_2"), align=MIDDLE)
    table: Table[GalleryDossier] = Table(
        look,
        "Hồ sơ",
        (
            TableColumn("Mã hồ sơ", lambda row: row.code, 190, bold=True),
            TableColumn("Thủ tục", lambda row: row.procedure),
            TableColumn("Người nộp", lambda row: row.person, 180),
            TableColumn("Hẹn trả", lambda row: row.due, 110),
            TableColumn("Tình trạng", lambda row: row.state.text, 170, pill=lambda row: row.state),
        ),
        key=lambda row: row.code,
        empty="Chưa có hồ sơ.",
    )
    table.set_rows(DOSSIERS)
    table.choose(DOSSIERS[1].code)
    column.add(table, 1)
    lower = middle.nest(Row(look, 16))
    card = lower.add(Card(look), 1)
    column = Column(look, 8, (20, 16, 20, 16), card)
    first = Field(look, "Họ và tên", bold=True)
    first.set_text("Nguyễn Văn An", ticked=True)
    second = Field(look, "Số căn cước")
    second.set_text("0012030045")
    second.set_error("Số căn cước còn thiếu 2 số.")
    row = column.nest(Row(look, 12))
    row.add(first, 1, TOP)
    row.add(second, 1, TOP)
    row = column.nest(Row(look, 12))
    row.add(CheckLine(look, "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", ticked=True), 1)
    row.add(Stepper(look, "Bản chính"), align=MIDDLE)
    channels = (Option("d", "Trực tiếp"), Option("p", "Bưu chính"), Option("u", "Ủy quyền"))
    row = column.nest(Row(look, 12))
    row.add(Choices(look, "Kênh nộp", channels), 1)
    row.add(ChoiceBox(look, "Trường hợp", (Option("x", "Trường hợp: đã ly hôn"),)), 1)
    column.add(DayStrip(look, DAYS))
    words = "**Hẹn trả 17:00 Thứ Sáu 27/11.** Tính từ ngày kế tiếp; 24/11 nghỉ lễ, không tính."
    column.add(Label(look, words, "caption", "ink_2", marked=True))
    card = lower.add(Card(look), 1)
    column = Column(look, 12, (20, 16, 12, 12), card)
    column.add(Label(look, "Diễn biến hồ sơ", "h2"))
    column.add(EventLog(look, EVENTS), 1)
    advice = "Nếu không kịp hạn 25/11, gửi phiếu xin lỗi trước khi hết hôm nay."
    column.add(Notice(look, "warn", "alert", "Cần quyết định trong hôm nay", advice))
    return page


def tv_board(look: Look) -> QWidget:
    """A lobby page of cards and labels."""
    page = Box(look)
    column = Column(look, 28, (48, 40, 48, 40), page)
    row = column.nest(Row(look, 24), 528)
    card = row.add(Card(look, "call"), 1160)
    inside = Column(look, 0, (76, 32, 40, 20), card)
    top = inside.nest(Row(look, 24))
    top.add(Icon(look, "volume", 56, "gold_ink"), align=MIDDLE)
    top.add(Label(look, "Mời số", "counter", "gold_ink", weight=600), 1)
    inside.add(Label(look, "HT-016", "number", wrap=False))
    line = inside.nest(Row(look, 32))
    line.add(Label(look, "đến", "counter", "ink_2", weight=400, wrap=False), align=MIDDLE)
    line.add(Label(look, "Quầy 1", "go", "act", wrap=False), align=MIDDLE)
    line.fill()
    recent = row.add(Card(look), 640)
    inside = Column(look, 0, (2, 2, 2, 2), recent)
    for number, counter in (("DD-008", "Quầy 4"), ("CT-031", "Quầy 3"), ("CU-022", "Quầy 5")):
        line = inside.nest(Row(look, 16, (40, 0, 40, 0)), 1)
        line.add(Label(look, number, "recent", wrap=False), 1, MIDDLE)
        line.add(Icon(look, "right", 40, "ink_2"), align=MIDDLE)
        line.add(Label(look, counter, "counter", wrap=False), align=MIDDLE)
        inside.add(Rule(look, width=2))
    strip = column.nest(Row(look, 17), 148)
    for at in range(8):
        tile = strip.add(Card(look, "hint" if at == 0 else "dashed" if at == 6 else "plain"), 1)
        inside = Column(look, 0, (6, 12, 6, 12), tile)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.add(Label(look, f"Quầy {at + 1}", "min", "ink_2", align=centre))
        inside.add(
            Label(
                look,
                "Tạm nghỉ" if at == 6 else "HT-016",
                "counter" if at != 6 else "min",
                align=centre,
                wrap=False,
            )
        )
    column.add(Label(look, "Đang chờ   Hộ tịch **5**   Chứng thực **9**", "strip", marked=True))
    return page
