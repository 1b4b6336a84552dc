"""The slip as it will be printed, beside the cards."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.bits import MIDDLE
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose

WIDTH = 432
WIDEST = 640
_SIDE = 20
A5 = 148.0 / 210.0
ABOUT_SLIP = ("Xem trước giấy hẹn", "A5 · 2 bản", "**Mã hồ sơ cấp khi bấm F9**")


class Sheet(QWidget):
    """A sheet of A5: the picture of the slip, or a sentence on white paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._image: QImage | None = None
        self._said = ""
        self.setAccessibleName("Xem trước giấy hẹn")

    @property
    def image(self) -> QImage | None:
        """The picture shown."""
        return self._image

    @property
    def said(self) -> str:
        """The sentence shown instead of a picture."""
        return "" if self._image else self._said

    def show_image(self, image: QImage) -> None:
        """Show a picture of the slip."""
        self._image = image
        self.update()

    def say(self, sentence: str) -> None:
        """Show a sentence instead."""
        self._image, self._said = None, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The sentence and its room: for tests of clipping."""
        return [(self._prose(), self._room())] if self.said else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("on_red"),
            edge=look.colour("ink_3"),
            width=1,
            radius=0,
        )
        if self._image is not None:
            ratio = self._image.width() / max(1, self.width() - 2)
            self._image.setDevicePixelRatio(ratio)
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            painter.drawImage(1, 1, self._image)
        elif self._said:
            centre = Qt.AlignmentFlag.AlignHCenter
            self._prose().paint(painter, self._room(), look.colour("ink_3"), centre)
        painter.end()

    def _prose(self) -> Prose:
        return Prose(self._said, self.look.font("body"), self.look.line("body"))

    def _room(self) -> QRectF:
        side = self.look.px(40)
        return QRectF(self.rect()).adjusted(side, side, -side, -side)


class PreviewPanel(Box):
    """432 wide and more on a wide screen; what it is about, the sheet, what happens then."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (_SIDE, 12, _SIDE, 16), self)
        top = column.add(Box(look, height=28))
        head = Row(look, 8, (0, 0, 0, 0), top)
        self._title = head.add(Label(look, ABOUT_SLIP[0], "h2"), 1, MIDDLE)
        self._size = Label(look, ABOUT_SLIP[1], "body", "ink_2", wrap=False)
        head.add(self._size, align=MIDDLE)
        column.gap(16)
        self.sheet = column.add(Sheet(look), align=Qt.AlignmentFlag.AlignHCenter)
        column.gap(20)
        card = column.add(Card(look))
        notes = Column(look, 6, (20, 12, 20, 12), card)
        self._notes = [self._note(notes) for _ in range(2)]
        column.fill()
        self._notes[0].setText(ABOUT_SLIP[2])

    def set_room(self, width: int, height: int) -> None:
        """Take as much of ``width`` as the sheet can use in ``height`` (pixels)."""
        look = self.look
        free = height - look.px(12 + 28 + 16 + 20 + 76 + 16 + 8)
        wide = max(look.px(WIDTH), min(width, look.px(WIDEST)))
        sheet = min(wide - 2 * look.px(_SIDE), max(look.px(200), int(free * A5)))
        self.setFixedWidth(max(look.px(WIDTH), sheet + 2 * look.px(_SIDE)))
        self.sheet.setFixedSize(sheet, int(sheet / A5))

    def show_about(self, title: str, size: str, *notes: str) -> None:
        """Say which paper it is, its size and copies, and what happens with it."""
        if self._title.text() != title:
            self._title.setText(title)
            self.sheet.setAccessibleName(title)
            self._size.setText(size)
        for label, note in zip(self._notes, notes, strict=False):
            if label.text() != note:
                label.setText(note)

    def show_sheets(self, image: QImage, sheets: int, copies: int) -> None:
        """Show the first sheet of a paper, and how many sheets and copies there will be."""
        self.sheet.show_image(image)
        pages = "" if sheets == 1 else f"{sheets} trang · "
        self._size.setText(f"A5 · {pages}{copies} bản")

    def show_picture(self, image: QImage, sheets: int) -> None:
        """Show the slip."""
        self.show_sheets(image, sheets, 2)

    def say_forwarding(self, sentence: str) -> None:
        """Say when the dossier will be passed on."""
        self._notes[1].setText(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("well"))
        painter.end()

    def _note(self, notes: Column) -> Label:
        row = notes.nest(Row(self.look, 10))
        row.add(Icon(self.look, "check", 18, "ok"), align=MIDDLE)
        return row.add(Label(self.look, "", "body", marked=True), 1)
