"""The line of the newest calls under the kiosk's head."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import Prose


class CallLine(QWidget):
    """``Đang gọi  HT-016 → Quầy 1 …``; as many calls as fit, newest first.

    ``wide``: 88 high with the margin of a lying screen, else 96.
    """

    def __init__(self, look: Look, title: str, none_yet: str, *, wide: bool = False) -> None:
        super().__init__()
        self.look = look
        self._title, self._none_yet = title, none_yet
        self._high, self._side = (88, 64) if wide else (96, 48)
        self._calls: tuple[tuple[str, str], ...] = ()
        self.wear(look)
        self.set_calls(())

    @property
    def calls(self) -> tuple[tuple[str, str], ...]:
        """The calls given: number and counter."""
        return self._calls

    def set_calls(self, calls: tuple[tuple[str, str], ...]) -> None:
        """Show these calls, newest first: ``(("HT-016", "Quầy 1"), …)``."""
        if calls == self._calls and self.accessibleName():
            return
        self._calls = calls
        said = ", ".join(f"{number} {counter}" for number, counter in calls)
        self.setAccessibleName(f"{self._title}: {said}" if calls else self._none_yet)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(self._high))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), look.colour("surface"))
        edge = look.px(2)
        painter.fillRect(0, self.height() - edge, self.width(), edge, look.colour("line"))
        x = float(look.px(self._side))
        x = self._icon(painter, "volume", x, 40, "gold_ink") + look.px(16)
        title = self._title if self._calls else self._none_yet
        x = self._text(painter, title, x, "item", 700, "gold_ink") + look.px(52)
        for number, counter in self._calls:
            wide = (
                self._prose(number, "item", 700).natural_width()
                + self._prose(counter, "item", 400).natural_width()
                + look.px(16 + 28 + 16)
            )
            if x + wide > self.width() - look.px(32):
                break
            x = self._text(painter, number, x, "item", 700, "ink") + look.px(16)
            x = self._icon(painter, "right", x, 28, "ink_2") + look.px(16)
            x = self._text(painter, counter, x, "item", 400, "ink") + look.px(60)
        painter.end()

    def _prose(self, text: str, role: str, weight: int) -> Prose:
        return Prose(text, self.look.font(role, weight), self.look.line(role))

    def _text(
        self, painter: QPainter, text: str, x: float, role: str, weight: int, tone: str
    ) -> float:
        prose = self._prose(text, role, weight)
        wide = prose.natural_width()
        prose.paint(painter, QRectF(x, 0, wide + 1, self.height()), self.look.colour(tone))
        return x + wide

    def _icon(self, painter: QPainter, name: str, x: float, size: int, tone: str) -> float:
        side = self.look.px(size)
        box = QRectF(x, (self.height() - side) / 2, side, side)
        draw_icon(painter, name, box, self.look.colour(tone))
        return x + side
