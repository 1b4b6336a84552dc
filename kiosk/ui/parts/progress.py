"""How far a long work has come: a line of words, and a bar that fills under it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose

_BAR, _GAP = 12, 8


class Progress(QProgressBar):
    """Words on one line and a bar 12 high under them; its size never changes with the words.

    So telling a step costs a repaint and no new layout: it may be told many times a second.
    Without a known end (``most`` 0) the bar stays an empty track: nothing moves.
    """

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._words = ""
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.wear(look)
        self.set_done(0, 0, "")

    @property
    def words(self) -> str:
        """How far it has come, in words."""
        return self._words

    def set_done(self, done: int, most: int, words: str) -> None:
        """So much of so much is done; ``words`` say it."""
        self._words = words
        self.setRange(0, max(1, most))
        self.setValue(min(done, most))
        self.setAccessibleDescription(words)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        high = self.look.line("h2") + self.look.px(_GAP) + self.look.px(_BAR)
        return QSize(self.look.px(480), int(high) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The words with their room: for tests of clipping."""
        line = self._prose()
        return [(line, QRectF(0, 0, self.width(), line.line_height))] if self._words else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        for prose, room in self.texts():
            prose.paint(painter, room, look.colour("ink"))
        high = look.px(_BAR)
        box = QRectF(0, self.height() - high, self.width(), high)
        well, act = look.colour("well"), look.colour("act")
        draw_card(painter, box, fill=well, edge=None, width=0, radius=high / 2)
        share = self.value() / self.maximum()
        if share > 0:
            filled = QRectF(box)
            filled.setWidth(max(high, box.width() * share))
            draw_card(painter, filled, fill=act, edge=None, width=0, radius=high / 2)
        painter.end()

    def _prose(self) -> Prose:
        return Prose(self._words, self.look.font("h2"), self.look.line("h2"))
