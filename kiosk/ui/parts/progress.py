"""How far a long work has come: a bar that fills, and says so."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth


class Progress(QProgressBar):
    """A bar 12 high. Without a known end (``most`` 0) it stays an empty track: nothing moves."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._known = False
        self.wear(look)
        self.set_done(0, 0)

    def set_done(self, done: int, most: int) -> None:
        """So much of so much is done."""
        self._known = most > 0
        self.setRange(0, max(1, most))
        self.setValue(min(done, most) if self._known else 0)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(12))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        box = QRectF(self.rect())
        radius = int(box.height() / 2)
        well, act = look.colour("well"), look.colour("act")
        draw_card(painter, box, fill=well, edge=None, width=0, radius=radius)
        share = self.value() / self.maximum()
        if share > 0:
            filled = QRectF(box)
            filled.setWidth(max(box.height(), box.width() * share))
            draw_card(painter, filled, fill=act, edge=None, width=0, radius=radius)
        painter.end()
