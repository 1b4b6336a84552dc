"""The gallery's pages of typing and of rating at the kiosk, and the desk's page of figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.language import VIETNAMESE
from kiosk.ui.parts.answer_tile import AnswerTile
from kiosk.ui.parts.bar_chart import BarChart
from kiosk.ui.parts.bar_chart import Column as Bar
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.kpi import Kpi, KpiCard
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.line_chart import LineChart, Point
from kiosk.ui.parts.listed_field import ListedField
from kiosk.ui.parts.progress import Progress
from kiosk.ui.parts.qr_code import QrCode
from kiosk.ui.parts.step_bar import StepBar
from kiosk.ui.parts.step_line import Step, StepLine
from kiosk.ui.parts.text_box import TextBox
from kiosk.ui.parts.text_keyboard import TextKeyboard
from kiosk.ui.parts.wait_bars import WaitBar, WaitBars
from kiosk.ui.theme.look import Look

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

ANSWERS = (
    ("Rất hài lòng", "face3", "ok"),
    ("Hài lòng", "face2", "act"),
    ("Không hài lòng", "face1", "warn"),
)
STEPS = (
    Step("Đã tiếp nhận", "done", "09/11"),
    Step("Đang\ngiải quyết", "now"),
    Step("Có kết quả", "ahead"),
    Step("Đã trả\nkết quả", "ahead"),
)
FIGURES = (
    Kpi("Lượt lấy số", "ticket", "124", "lượt", "31 đang chờ · 3 vắng mặt"),
    Kpi("Hồ sơ tiếp nhận", "folder", "42", "hồ sơ", "12 trực tuyến · 2 bưu chính"),
    Kpi("Đúng và trước hạn", "check", "97,6", "%", "612 / 627 hồ sơ trong tháng 11"),
    Kpi("Rất hài lòng và hài lòng", "star", "–", "", "Chưa đủ 5 phiếu"),
)
HALF_HOURS = (
    Bar("7g30", 22, 18.0),
    Bar("", 31, 24.5),
    Bar("8g30", 36, 30.0),
    Bar("", 35, 33.0),
    Bar("9g30", None, 28.0),
    Bar("", None, 22.0),
)
DAYS = (
    Point("04/11", 96.1),
    Point("05/11", 97.2),
    Point("06/11", None),
    Point("09/11", 98.2),
    Point("23/11", 97.6),
)
WAITS = (WaitBar("Chứng thực", 14, 28), WaitBar("Người có công, xã hội", 9, 20))
ROLES = (Option("officer", "Công chức"), Option("manager", "Lãnh đạo"))


def kiosk_typing(look: Look) -> QWidget:
    """A search being typed, a dossier being followed."""
    page = Box(look)
    across = Column(look, 0, (0, 0, 0, 0), page)
    column = across.nest(Column(look, 24, (48, 40, 48, 24)), 1)
    search = Field(look, "Tìm thủ tục")
    search.set_text("khai sinh")
    column.add(search)
    card = column.add(Card(look))
    inside = Column(look, 24, (40, 32, 40, 32), card)
    inside.add(StepLine(look, STEPS, "Hồ sơ đang ở bước 2 trong 4."))
    row = inside.nest(Row(look, 32))
    chequered = tuple(tuple((x + y) % 2 == 0 for x in range(9)) for y in range(9))
    row.add(QrCode(look, chequered, "Mã của số HT-022", 200), align=_TOP)
    words = "Mã đứng thay phiếu khi máy in hết giấy; hình ở đây chỉ là hình vẽ."
    row.add(Label(look, words, "body", "ink_2"), 1, _MIDDLE)
    column.fill()
    across.add(TextKeyboard(look, VIETNAMESE))
    return page


def kiosk_rating(look: Look) -> QWidget:
    """A question of an evaluation."""
    page = Box(look)
    column = Column(look, 24, (48, 48, 48, 24), page)
    column.add(Label(look, "**Câu 2** / 5", "label", weight=400, marked=True))
    column.add(StepBar(look, 2, 5, "Câu 2 trong 5 câu"))
    column.add(Label(look, "Ông/Bà thấy thái độ của cán bộ thế nào?", "h1"))
    column.fill()
    for text, icon, tone in ANSWERS:
        tile = column.add(AnswerTile(look, text, icon, tone))
        tile.setChecked(tone == "act")
    column.gap(8)
    column.add(BigButton(look, "Bỏ qua câu này", "", "neutral", "medium"))
    return page


def desk_figures(look: Look) -> QWidget:
    """Figures, charts, and what a manager types into."""
    page = Box(look)
    column = Column(look, 16, (16, 16, 16, 16), page)
    cards = column.nest(Row(look, 16))
    for kpi in FIGURES:
        cards.add(KpiCard(look, kpi), 1)
    charts = column.nest(Row(look, 16), 1)
    bars = BarChart(look, "Lượt lấy số theo giờ")
    bars.set_columns(HALF_HOURS)
    charts.add(_titled(look, "Lượt lấy số theo giờ", bars), 1)
    line = LineChart(look, "Tỷ lệ đúng và trước hạn", 97.0, "mục tiêu 97%")
    line.set_points(DAYS, 97.0, "mục tiêu 97%")
    charts.add(_titled(look, "Tỷ lệ đúng và trước hạn", line), 1)
    waits = WaitBars(look, "Hôm nay chưa gọi ai.")
    waits.set_bars(WAITS)
    charts.add(_titled(look, "Thời gian chờ (phút)", waits), 1)
    card = column.add(Card(look))
    inside = Column(look, 16, (20, 16, 20, 16), card)
    bar = inside.add(Progress(look, "Tiến độ"))
    bar.set_done(3_402, 5_670, "Đang đọc bản ghi 3.402 trên 5.670")
    row = inside.nest(Row(look, 16))
    good, wrong = ChoiceField(look, "Vai trò", ROLES), ChoiceField(look, "Quầy", ROLES)
    wrong.set_error("Phải còn ít nhất một lãnh đạo.")
    row.add(good, 1, _TOP)
    row.add(wrong, 1, _TOP)
    long, short = TextBox(look, "Lệ phí, nguyên văn"), TextBox(look, "Từ người dân hay dùng")
    long.set_text("15.000 đ; miễn cho hộ nghèo và người khuyết tật.")
    short.set_error("Mỗi dòng một từ, dài nhất 80 ký tự.")
    row.add(long, 1, _TOP)
    row.add(short, 1, _TOP)
    agency = ListedField(look, "Cơ quan giải quyết", limit=120)
    agency.offer(("Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND"))
    row.add(agency, 1, _TOP)
    return page


def _titled(look: Look, title: str, chart: QWidget) -> Card:
    card = Card(look)
    column = Column(look, 8, (20, 16, 20, 16), card)
    column.add(Label(look, title, "h2"))
    column.add(chart, 1)
    return card
