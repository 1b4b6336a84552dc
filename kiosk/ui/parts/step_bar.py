"""How many of several short steps are behind somebody: as many pieces, filled from the left."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth

_HIGH, _GAP = 16, 12


class StepBar(QWidget):
    """``reached`` of ``count`` pieces, the present one among them. ``said`` tells it to a listener."""

    def __init__(self, look: Look, reached: int, count: int, said: str) -> None:
        super().__init__()
        self.look = look
        self.reached, self.count = reached, count
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        StepBar.wear(self, look)

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(_HIGH))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(480), self.look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, gap = self.look, self.look.px(_GAP)
        wide = (self.width() - gap * (self.count - 1)) / self.count
        for at in range(self.count):
            box = QRectF(at * (wide + gap), 0, wide, self.height())
            # In high contrast what lies ahead is an outline: no two colours to tell apart.
            hollow = at >= self.reached and look.contrasting
            fill = look.colour("act" if at < self.reached else "line")
            draw_card(
                painter,
                box,
                fill=None if hollow else fill,
                edge=look.colour("line") if hollow else None,
                width=look.px(2) if hollow else 0,
                radius=box.height() / 2,
            )
        painter.end()
