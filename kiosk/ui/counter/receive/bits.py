"""Small pieces that only this page has: a card's numbered head, a labelled box, a quiet link."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.choice import ChoiceBox, Option
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card
from kiosk.ui.theme.prose import Prose

MIDDLE = Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight


class NumberDisc(Icon):
    """The number of a card in a filled disc."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__(look, str(number), 24, "on_act")

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The number, in the whole disc: for tests of clipping."""
        prose = Prose(self.name, self.look.font("caption", 700), self.look.line("caption"))
        return [(prose, QRectF(self.rect()))]

    def draw(self, painter: QPainter, box: QRectF) -> None:
        look = self.look
        draw_card(painter, box, fill=look.colour("act"), edge=None, width=0, radius=box.width() / 2)
        for prose, room in self.texts():
            prose.paint(painter, room, look.colour(self.tone), Qt.AlignmentFlag.AlignHCenter)


class CardHead(Row):
    """Number and title of a card; ``said`` stands at the right."""

    def __init__(self, look: Look, number: int, title: str) -> None:
        super().__init__(look, 10)
        self.add(NumberDisc(look, number), align=MIDDLE)
        self.title = Label(look, title, "h2", wrap=False)
        self.add(self.title, align=MIDDLE)
        self.fill()
        self.said = Label(look, "", "caption", "ink_2", wrap=False, marked=True, align=RIGHT)
        self.add(self.said, align=MIDDLE)


class SteadyBox(ChoiceBox):
    """A box that does not change when one scrolls past it, or goes on to the next card."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FaultLine(Box):
    """A sentence that says what is wrong; it takes no room while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._text = Label(look, "", "caption", "err", weight=600)
        row = Row(look, 6, (0, 0, 0, 0), self)
        self._icon = row.add(Icon(look, "alert", 16, "err"), align=TOP)
        row.add(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while there is none."""
        return self._text.text()

    def say(self, sentence: str, tone: str = "err") -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._text.set_tone(tone)
        self._icon.set_icon("alert", tone)
        if sentence != self._text.text():
            self._text.setText(sentence)
        self.setVisible(bool(sentence))


class PickField(QWidget):
    """A labelled box to choose from; ``chosen`` carries the key chosen by hand."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, options: tuple[Option, ...] = ()) -> None:
        super().__init__()
        self.box = SteadyBox(look, name, options)
        column = Column(look, 4, (0, 0, 0, 0), self)
        column.add(Label(look, name, "caption", "ink_2", weight=600, wrap=False))
        column.add(self.box)
        self._fault = column.add(FaultLine(look))
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._on_activated)
        self.set_error("")

    @property
    def error(self) -> str:
        """The sentence under the box."""
        return self._fault.text

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._fault.say(sentence)
        self.box.set_wrong(bool(sentence))
        self.box.setAccessibleDescription(sentence)

    def _on_activated(self, _at: int) -> None:
        self.box.set_ticked(False)
        self.set_error("")
        self.chosen.emit(self.box.current)


class QuietLink(Pressable):
    """A small act in a card's head: icon and words, 28 high unless told."""

    def __init__(
        self, look: Look, text: str, icon: str, tone: str = "act", *, height: int = 28
    ) -> None:
        super().__init__(look, text)
        self._icon, self._tone, self._height = icon, tone, height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_text(self, text: str) -> None:
        """Change the words."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.restated()

    def coat(self) -> Coat:
        lit = self.isDown() or self.underMouse()
        return Coat("act_tint" if lit and self.isEnabled() else None, None, self._tone, 0)

    def radius(self) -> float:
        return self.look.px(6)

    def sizeHint(self) -> QSize:
        wide = int(self._prose().natural_width()) + 1 + self._lead() + 2 * self.look.px(8)
        return QSize(wide, self.look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(), self._room())]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        if self._icon:
            side = self.look.px(16)
            place = QRectF(self.look.px(8), (self.height() - side) / 2, side, side)
            draw_icon(painter, self._icon, place, self.ink(coat))
        self._prose().paint(painter, self._room(), self.ink(coat))

    def _prose(self) -> Prose:
        return Prose(self.text(), self.look.font("caption", 600), self.look.line("caption"))

    def _lead(self) -> int:
        return self.look.px(16 + 6) if self._icon else 0

    def _room(self) -> QRectF:
        left = self.look.px(8) + self._lead()
        return QRectF(left, 0, self.width() - left - self.look.px(8) + 1, self.height())
