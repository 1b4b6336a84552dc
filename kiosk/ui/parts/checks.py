"""Ticking a line, and counting up and down."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.layouts import Row
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS


class CheckLine(Pressable):
    """A box and its words; Space or a click anywhere on it ticks."""

    def __init__(self, look: Look, text: str, *, ticked: bool = False) -> None:
        super().__init__(look, text)
        self.setCheckable(True)
        self.setChecked(ticked)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def coat(self) -> Coat:
        return Coat(None, None, "ink" if self.isEnabled() else "ink_3", 0)

    def radius(self) -> float:
        return self.look.px(RADIUS["desk_btn"])

    def sizeHint(self) -> QSize:
        width = int(self._prose().natural_width()) + 1 + self._lead()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = int(self._prose().longest_word()) + 1 + self._lead()
        return QSize(width, self.look.px(36))

    def heightForWidth(self, width: int) -> int:
        needed = int(self._prose().lay(max(1, width - self._lead()))) + 1
        return max(self.look.px(36), needed + 2 * self.look.px(4))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(), self._text_box())]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        look = self.look
        side, on = look.px(24), self.isChecked()
        box = QRectF(look.px(4), (self.height() - side) / 2, side, side)
        off = not self.isEnabled()
        draw_card(
            painter,
            box,
            fill=look.colour("act" if on and not off else "surface"),
            edge=look.colour("act" if on and not off else "line_strong"),
            width=look.px(2),
            radius=look.px(5),
            dashed=off,
        )
        if on:
            inner = box.adjusted(side * 0.14, side * 0.14, -side * 0.14, -side * 0.14)
            draw_icon(painter, "check", inner, look.colour("ink_3" if off else "on_act"))
        self._prose().paint(painter, self._text_box(), self.ink(coat))

    def _prose(self) -> Prose:
        return Prose(self.text(), self.look.font("body"), self.look.line("body"))

    def _lead(self) -> int:
        return self.look.px(4 + 24 + 12) + self.look.px(4)

    def _text_box(self) -> QRectF:
        lead = self._lead()
        return QRectF(lead, 0, self.width() - lead, self.height())


class _StepKey(Pressable):
    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__(look)
        self._icon = icon
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def coat(self) -> Coat:
        return Coat("act_tint" if self.isDown() else None, None, "act", 0)

    def radius(self) -> float:
        return self.look.px(6)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(30), self.look.px(32))

    def draw(self, painter: QPainter, coat: Coat) -> None:
        side = self.look.px(16)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(
            painter, self._icon, box, self.look.colour("act" if self.isEnabled() else "ink_3")
        )


class Stepper(QWidget):
    """A small count: − n +. The keys + and − change it while it has the focus."""

    accessible_role = QAccessible.Role.SpinBox
    changed = Signal(int)

    def __init__(
        self, look: Look, name: str, value: int = 1, lowest: int = 0, highest: int = 99
    ) -> None:
        super().__init__()
        self.look = look
        self._name, self._low, self._high = name, lowest, highest
        self._value = value
        self._less = _StepKey(look, "minus", "−")
        self._more = _StepKey(look, "plus", "+")
        row = Row(look, 0, (1, 1, 1, 1), self)
        row.add(self._less)
        row.gap(28)
        row.add(self._more)
        self._less.clicked.connect(lambda: self.set_value(self._value - 1, by_hand=True))
        self._more.clicked.connect(lambda: self.set_value(self._value + 1, by_hand=True))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    @property
    def value(self) -> int:
        """The count."""
        return self._value

    def set_value(self, value: int, *, by_hand: bool = False) -> None:
        """Change the count, within its limits."""
        value = min(self._high, max(self._low, value))
        moved = value != self._value
        self._value = value
        self._less.setEnabled(value > self._low)
        self._more.setEnabled(value < self._high)
        self.setAccessibleName(f"{self._name}: {value}")
        self.update()
        if moved and by_hand:
            self.changed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_value(self._value + 1, by_hand=True)
        elif event.key() == Qt.Key.Key_Minus:
            self.set_value(self._value - 1, by_hand=True)
        else:
            super().keyPressEvent(event)

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The count and its room between the two keys: for tests of clipping."""
        prose = Prose(str(self._value), self.look.font("input", 700), self.look.line("input"))
        side = self._less.geometry().right() + 1.0
        return [(prose, QRectF(self.rect()).adjusted(side, 0, -side, 0))]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        focus = self.hasFocus()
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("surface"),
            edge=look.colour("act" if focus else "line_strong"),
            width=look.px(2 if focus else 1),
            radius=look.px(RADIUS["desk_btn"]),
        )
        for prose, room in self.texts():
            prose.paint(painter, room, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
