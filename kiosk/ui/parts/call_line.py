"""The line of the newest calls under the kiosk's head."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.written import Written, said, write


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
        spoken = ", ".join(f"{number} {counter}" for number, counter in calls)
        self.setAccessibleName(f"{self._title}: {spoken}" if calls else self._none_yet)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(self._high))
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted, each with its room: for tests of clipping."""
        return said(self._laid()[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), look.colour("surface"))
        edge = look.px(2)
        painter.fillRect(0, self.height() - edge, self.width(), edge, look.colour("line"))
        written, arrows = self._laid()
        self._icon(painter, "volume", look.px(self._side), 40, "gold_ink")
        for x in arrows:
            self._icon(painter, "right", x, 28, "ink_2")
        write(painter, look, written)
        painter.end()

    def _laid(self) -> tuple[list[Written], list[float]]:
        """The texts at their places, and where the arrows between them stand."""
        look = self.look
        x = float(look.px(self._side) + look.px(40) + look.px(16))
        written = [self._text(self._title if self._calls else self._none_yet, x, 700, "gold_ink")]
        x = written[0].room.right() + look.px(52)
        arrows = []
        for number, counter in self._calls:
            called = self._text(number, x, 700, "ink")
            arrow = called.room.right() + look.px(16)
            where = self._text(counter, arrow + look.px(28) + look.px(16), 400, "ink")
            if where.room.right() > self.width() - look.px(32):
                break
            written += [called, where]
            arrows.append(arrow)
            x = where.room.right() + look.px(60)
        return written, arrows

    def _text(self, text: str, x: float, weight: int, tone: str) -> Written:
        prose = Prose(text, self.look.font("item", weight), self.look.line("item"))
        return Written(prose, QRectF(x, 0, prose.natural_width(), self.height()), tone)

    def _icon(self, painter: QPainter, name: str, x: float, size: int, tone: str) -> None:
        side = self.look.px(size)
        box = QRectF(x, (self.height() - side) / 2, side, side)
        draw_icon(painter, name, box, self.look.colour(tone))
