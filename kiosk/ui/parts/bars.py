"""Bars of how many wait, one line for each field."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write


@dataclass(frozen=True, slots=True)
class Bar:
    """A line: its name, its count, and a note at the right."""

    name: str
    count: int
    note: str = ""


class Bars(QWidget):
    """Lines of 28, the longest bar full; a long name ends with … and the lines have a tool tip."""

    def __init__(self, look: Look, bars: tuple[Bar, ...] = ()) -> None:
        super().__init__()
        self.look = look
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_bars(bars)

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other lines."""
        self._bars = bars
        lines = [f"{bar.name}: {bar.count}{', ' + bar.note if bar.note else ''}" for bar in bars]
        self.setAccessibleName("; ".join(lines))
        self.setToolTip("\n".join(lines))
        self.wear(self.look)

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(320), len(self._bars) * self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted, each with its room: for tests of clipping."""
        return said(self._written())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        most = max((bar.count for bar in self._bars), default=0) or 1
        track = self._track()
        for at, bar in enumerate(self._bars):
            track.moveTop(at * self._line() + (self._line() - track.height()) / 2)
            self._draw_bar(painter, track, bar.count / most)
        write(painter, self.look, self._written())
        painter.end()

    def _written(self) -> list[Written]:
        look, track, right = self.look, self._track(), Qt.AlignmentFlag.AlignRight
        count, note, high = look.px(30), self._note(), float(self._line())
        found = []
        for at, bar in enumerate(self._bars):
            top = at * high
            name = QRectF(0, top, track.left() - look.px(8), high)
            found.append(Written(self._prose(bar.name), name))
            figure = QRectF(track.right(), top, count, high)
            found.append(Written(self._prose(str(bar.count), 700), figure, "ink", right))
            if bar.note:
                place = QRectF(track.right() + count, top, note, high)
                found.append(Written(self._prose(bar.note), place, "ink_2", right))
        return found

    def _track(self) -> QRectF:
        name = self.width() * 0.34
        wide = self.width() - name - self.look.px(30) - self._note()
        return QRectF(name, 0, wide, self.look.px(10))

    def _note(self) -> int:
        return self.look.px(70) if any(bar.note for bar in self._bars) else 0

    def _draw_bar(self, painter: QPainter, track: QRectF, share: float) -> None:
        look = self.look
        full = QRectF(track)
        full.setWidth(track.width() * share)
        for box, tone in ((track, "well"), (full, "act")):
            draw_card(
                painter,
                box,
                fill=look.colour(tone),
                edge=None,
                width=0,
                radius=min(box.height(), box.width()) / 2,
            )

    def _prose(self, text: str, weight: int = 400) -> OneLine:
        return OneLine(text, self.look.font("body", weight), self.look.line("body"))

    def _line(self) -> int:
        return self.look.px(28)
