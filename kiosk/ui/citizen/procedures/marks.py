"""Marks before the lines of a procedure: a box to tick on paper, the number of a step."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose

_BOX, _RING = 40, 48


class OpenBox(QWidget):
    """An empty box: something to have ready. It cannot be pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.wear(look)

    def wear(self, look: Look) -> None:
        self.look = look
        side = look.px(_BOX)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        fill, edge = look.colour("surface"), look.colour("line_strong")
        box = QRectF(self.rect())
        draw_card(painter, box, fill=fill, edge=edge, width=look.px(3), radius=look.px(8))
        painter.end()


class RingedNumber(QWidget):
    """The number of a step in a ring; ``leads_on``: a line goes down to the next one."""

    def __init__(self, look: Look, number: int, *, leads_on: bool) -> None:
        super().__init__()
        self._number, self._leads_on = number, leads_on
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.wear(look)

    def wear(self, look: Look) -> None:
        self.look = look
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(_RING), self.look.px(_RING))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The number, for tests of clipping."""
        prose = Prose(str(self._number), self.look.font("caption", 700), self.look.line("caption"))
        return [(prose, QRectF(0, 0, self.look.px(_RING), self.look.px(_RING)))]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, side = self.look, self.look.px(_RING)
        pen = QPen(look.colour("act"), look.px(3))
        if self._leads_on:
            painter.setPen(QPen(look.colour("act_line"), look.px(3)))
            painter.drawLine(QPointF(side / 2, side), QPointF(side / 2, self.height()))
        painter.setPen(pen)
        inset = look.px(3) / 2
        painter.drawEllipse(QRectF(inset, inset, side - 2 * inset, side - 2 * inset))
        for prose, box in self.texts():
            prose.paint(painter, box, look.colour("act"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
