"""What all things one can press share: the whole area, the keys, the ring, the reason."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, draw_focus_ring, smooth
from kiosk.ui.theme.prose import Prose

_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


@dataclass(frozen=True, slots=True)
class Coat:
    """How a pressable looks in one state: tokens of fill, edge and text, width of the edge."""

    fill: str | None
    edge: str | None
    ink: str
    width: float
    dashed: bool = False


class Pressable(QAbstractButton):
    """A button of our own painting.

    Space, Enter and a tap anywhere press it. Keyboard focus shows the ring, a tap does not.
    Disabled with a reason, it says the reason; busy, it keeps the focus and ignores presses.
    """

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self.look = look
        self._ring = False
        self._reason = ""
        self._busy = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(text)
        if text:
            self.setAccessibleName(" ".join(text.split()))

    @property
    def reason(self) -> str:
        """Why it cannot be pressed now; empty when it can."""
        return self._reason

    def set_reason(self, reason: str) -> None:
        """Disable it and say why, or enable it again with an empty reason."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.restated()

    @property
    def busy(self) -> str:
        """What it is doing (``"Đang in…"``); empty when it waits to be pressed."""
        return self._busy

    def set_busy(self, doing: str) -> None:
        """Show what it does and ignore presses, or wait again with an empty text."""
        self._busy = doing
        self.setAccessibleDescription(doing)
        self.restated()

    @property
    def ringed(self) -> bool:
        """Whether the focus ring is shown."""
        return self._ring and self.hasFocus()

    def restated(self) -> None:
        """The state changed: measure and paint again."""
        self.updateGeometry()
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.restated()

    def coat(self) -> Coat:
        """How it looks in its present state."""
        raise NotImplementedError

    def radius(self) -> float:
        """The radius of its corners in pixels."""
        raise NotImplementedError

    def draw(self, painter: QPainter, coat: Coat) -> None:
        """Paint what is on it; the box and the ring are painted around it."""

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts it paints itself with the room each has: for tests of clipping."""
        return []

    def ink(self, coat: Coat) -> QColor:
        """The colour of text and icon."""
        return self.look.colour(coat.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        coat = self.coat()
        box = QRectF(self.rect())
        look = self.look
        draw_card(
            painter,
            box,
            fill=look.colour(coat.fill) if coat.fill else None,
            edge=look.colour(coat.edge) if coat.edge else None,
            width=look.px(coat.width),
            radius=self.radius(),
            dashed=coat.dashed,
        )
        self.draw(painter, coat)
        if self.ringed:
            draw_focus_ring(painter, box, look, self.radius())
        painter.end()

    def hitButton(self, pos: QPoint) -> bool:
        return not self._busy and self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        press = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._busy and (press or event.key() == Qt.Key.Key_Space):
            event.accept()
        elif press:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() not in _BY_HAND or (
            self._ring and event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        )
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        super().mousePressEvent(event)
