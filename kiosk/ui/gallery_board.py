"""All parts in all their states on one sheet, laid out like the components of the design board."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.gallery_desk import DOSSIERS, PILLS, GalleryDossier
from kiosk.ui.gallery_kiosk import SERVICES
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.number_pad import PadKey
from kiosk.ui.parts.pill import StatusPill
from kiosk.ui.parts.sheet import Question, Sheet
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.parts.tiles import ServiceTile
from kiosk.ui.parts.toast import Toast
from kiosk.ui.theme.contrast import contrast
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.qss import sheet
from kiosk.ui.theme.tokens import NORMAL, Theme

SIZE = QSize(1920, 1400)
DESK_SCALE = 1.3
"""The desk's parts are drawn larger here, beside those of the kiosk."""

TOP = Qt.AlignmentFlag.AlignTop
COLOURS = (
    ("Nhận diện", "red", "on_red"),
    ("Vàng trang trí", "gold", "ink"),
    ("Vàng chữ", "gold_ink", "surface"),
    ("Hành động", "act", "on_act"),
    ("Nhấn giữ", "act_press", "on_act"),
    ("Nền", "bg", "ink"),
    ("Đạt", "ok", "surface"),
    ("Chú ý", "warn", "surface"),
    ("Lỗi", "err", "surface"),
)
"""Words, the colour, and what is written on it."""


class Swatch(QWidget):
    """A colour with the contrast of what is written on it."""

    def __init__(self, look: Look, ground: str, ink: str) -> None:
        super().__init__()
        self.look, self._ground, self._ink = look, ground, ink
        self.setFixedSize(176, 72)

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The ratio, for tests of clipping."""
        return [(self._prose(), QRectF(self.rect()))]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, box = self.look, QRectF(self.rect())
        fill, edge = look.colour(self._ground), look.colour("line")
        draw_card(painter, box, fill=fill, edge=edge, width=1, radius=16)
        self._prose().paint(painter, box, look.colour(self._ink), Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def _prose(self) -> Prose:
        theme = self.look.theme
        ratio = contrast(getattr(theme, self._ground), getattr(theme, self._ink))
        words = f"{ratio:.1f}".replace(".", ",")
        return Prose(words, self.look.font("body", 700), self.look.line("body"))


class Ringed(BigButton):
    """A button shown with its focus ring."""

    ringed = True  # shown so, focused or not


class RingedKey(PadKey):
    """A key shown with its focus ring."""

    ringed = True


class ComponentsBoard(QWidget):
    """The sheet: colours, buttons, tiles, keys, fields, pills, rows, a question, a notice."""

    def __init__(self, theme: Theme = NORMAL) -> None:
        super().__init__()
        self.look = look = Look("kiosk", theme)
        self.setWindowTitle("Một Cửa – Các thành phần")
        self.setStyleSheet(sheet(look))
        self.resize(SIZE)
        whole = Column(look, 24, (64, 32, 64, 24), self)
        whole.nest(_titled(look, "Màu và độ tương phản với chữ", _colours(look)))
        whole.nest(_titled(look, "Nút lớn (BigButton)", _buttons(look)))
        row = whole.nest(Row(look, 44))
        row.nest(_titled(look, "Ô chọn lĩnh vực (ServiceTile)", _tiles(look)))
        row.nest(_titled(look, "Phím số (NumberPad)", _keys(look)))
        row.fill()
        row = whole.nest(Row(look, 44), 1)
        left = row.nest(Column(look, 16), 1)
        fields, self._focused = _fields(look)
        left.nest(_titled(look, "Ô nhập (Field)", fields))
        left.nest(_titled(look, "Nhãn trạng thái (StatusPill)", _pills(look)))
        left.nest(_titled(look, "Dòng bảng (TableRow)", _rows(look)))
        left.fill()
        right = row.nest(Column(look, 24))
        right.nest(_titled(look, "Hộp hỏi (Sheet)", _question(look)))
        right.nest(_titled(look, "Thông báo ngắn (Toast)", _notice(look)))
        right.fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focused.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("bg"))
        painter.end()


def _titled(look: Look, title: str, what: Row | Column) -> Column:
    column = Column(look, 8)
    column.add(Label(look, title, "label", weight=700))
    column.nest(what)
    return column


def _told(look: Look, words: str, part: QWidget) -> Column:
    column = Column(look, 8)
    column.add(Label(look, words, "caption", "ink_2"))
    column.add(part)
    return column


def _colours(look: Look) -> Row:
    row = Row(look, 24)
    for name, ground, ink in COLOURS:
        column = row.nest(Column(look, 0))
        column.add(Swatch(look, ground, ink))
        column.gap(4)
        column.add(Label(look, name, "caption", weight=600, wrap=False))
        column.add(Label(look, getattr(look.theme, ground), "caption", "ink_2", wrap=False))
    row.fill()
    return row


def _buttons(look: Look) -> Row:
    plain, down = _big(look), _big(look)
    ringed, busy = Ringed(look, "Lấy số", "ticket", "primary", "medium"), _big(look, "printer")
    off = _big(look)
    down.setDown(True)
    busy.set_busy("Đang in…")
    off.set_reason("Hết số")
    row = Row(look, 24)
    for words, button in (
        ("Bình thường", plain),
        ("Đang chạm", down),
        ("Tiêu điểm", ringed),
        ("Đang xử lý", busy),
        ("Không dùng được", off),
        ("Nút phụ", BigButton(look, "In giấy tờ", "printer", "outline", "medium")),
    ):
        row.nest(_told(look, words, _wide(look, button, 272)))
    row.fill()
    return row


def _big(look: Look, icon: str = "ticket") -> BigButton:
    return BigButton(look, "Lấy số", icon, "primary", "medium")


def _wide(look: Look, part: QWidget, width: float) -> QWidget:
    box = Box(look, width=width)
    Column(look, 0, (0, 0, 0, 0), box).add(part)
    return box


def _tiles(look: Look) -> Row:
    row = Row(look, 16)
    for which, chosen in ((0, False), (0, True), (7, False)):
        tile = ServiceTile(look, SERVICES[which])
        tile.setChecked(chosen)
        row.add(_wide(look, tile, 432), align=TOP)
    return row


def _keys(look: Look) -> Row:
    down = PadKey(look, "5")
    down.setDown(True)
    row = Row(look, 12)
    for words, key in (
        ("Thường", PadKey(look, "5")),
        ("Đang chạm", down),
        ("Tiêu điểm", RingedKey(look, "5")),
    ):
        row.nest(_told(look, words, _wide(look, key, 132)))
    return row


def _fields(look: Look) -> tuple[Row, Field]:
    plain, here, wrong = (Field(look, words) for words in ("Bình thường", "Tiêu điểm", "Lỗi"))
    plain.set_text("0912 345 678")
    here.set_text("0912")
    wrong.set_text("0912 345 67")
    wrong.set_error("Số điện thoại còn thiếu 1 số.")
    row = Row(look, 24)
    for field in (plain, here, wrong):
        row.add(field, 1, TOP)
    return row, here


def _pills(look: Look) -> Row:
    look = replace(look, board="desk", scale=DESK_SCALE)
    row = Row(look, 12)
    for pill in PILLS:
        row.add(StatusPill(look, pill))
    row.fill()
    return row


def _rows(look: Look) -> Column:
    desk = replace(look, board="desk", scale=DESK_SCALE)
    table: Table[GalleryDossier] = Table(
        desk,
        "Hồ sơ",
        (
            TableColumn("Mã hồ sơ", lambda row: row.code, 190, bold=True),
            TableColumn("Thủ tục", lambda row: row.procedure),
            TableColumn("Tình trạng", lambda row: row.state.text, 170, pill=lambda row: row.state),
        ),
        key=lambda row: row.code,
        empty="Chưa có hồ sơ.",
    )
    table.set_rows(DOSSIERS[:3])
    table.choose(DOSSIERS[2].code)
    table.setFixedHeight(desk.px(4.2 * 44))
    around = Box(desk)
    around.setStyleSheet(sheet(desk))
    Column(desk, 0, (0, 0, 0, 0), around).add(table)
    column = Column(look)
    column.add(around)
    return column


def _question(look: Look) -> Column:
    under = Box(look, width=672, height=380)
    Sheet(
        look,
        under,
        Question(
            "Ông/Bà còn xem không?",
            "Màn hình sẽ tự về trang đầu sau **10 giây** để giữ kín thông tin.",
            "Về trang đầu",
            "Xem tiếp",
        ),
    )
    column = Column(look)
    column.add(under)
    return column


def _notice(look: Look) -> Column:
    under = Box(look, width=672, height=96)
    Toast(look, under).say("Đã in danh mục giấy tờ.")
    column = Column(look)
    column.add(under)
    return column
