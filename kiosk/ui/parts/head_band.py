"""The red band at the head of every window, with the drum in its right edge and a gold line."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import drum_image, smooth

DRUM = 720


class HeadBand(QWidget):
    """A band of ``height`` (design length, the gold line of ``rule`` included).

    ``drum`` is the motif's opacity, 0 for none; its centre stands ``reach`` from the right edge.
    """

    def __init__(
        self,
        look: Look,
        height: float,
        *,
        drum: float = 0.15,
        rule: float = 6,
        reach: float = 30,
        size: float = DRUM,
    ) -> None:
        super().__init__()
        self.look = look
        self._height, self._drum, self._rule = height, drum, rule
        self._reach, self._size = reach, size
        HeadBand.wear(self, look)

    def set_band(self, height: float, drum: float) -> None:
        """Make the band another height, the drum more or less visible."""
        self._height, self._drum = height, drum
        HeadBand.wear(self, self.look)

    @property
    def rule(self) -> int:
        """The width of the gold line in pixels."""
        return self.look.px(self._rule)

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(self._height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        painter.fillRect(self.rect(), look.colour("red"))
        body = self.height() - self.rule
        if self._drum:
            side = look.px(self._size)
            left = self.width() - look.px(self._reach) - side // 2
            above = round(side / 2 - body * 0.4)
            part = (0, above, min(side, self.width() - left), min(side - above, body))
            image = drum_image(side, part, look.theme.gold, self._drum)
            painter.drawImage(left, 0, image)
        painter.fillRect(0, body, self.width(), self.rule, look.colour("gold"))
        painter.end()
