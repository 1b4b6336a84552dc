"""Bars of how many wait, one line for each field."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose


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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, width = self.look, float(self.width())
        most = max((bar.count for bar in self._bars), default=0) or 1
        right = Qt.AlignmentFlag.AlignRight
        noted = any(bar.note for bar in self._bars)
        note = look.px(70) if noted else 0
        count = look.px(30)
        name = width * 0.34
        track = QRectF(name, 0, width - name - count - note, look.px(10))
        for at, bar in enumerate(self._bars):
            top, high = float(at * self._line()), float(self._line())
            words = self._prose(bar.name)
            short = words.metrics.elidedText(
                bar.name, Qt.TextElideMode.ElideRight, name - look.px(8)
            )
            self._prose(short).paint(painter, QRectF(0, top, name, high), look.colour("ink"))
            track.moveTop(top + (high - track.height()) / 2)
            self._draw_bar(painter, track, bar.count / most)
            place = QRectF(track.right(), top, count, high)
            self._prose(str(bar.count), 700).paint(painter, place, look.colour("ink"), right)
            if noted:
                place = QRectF(track.right() + count, top, note, high)
                self._prose(bar.note).paint(painter, place, look.colour("ink_2"), right)
        painter.end()

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

    def _prose(self, text: str, weight: int = 400) -> Prose:
        return Prose(text, self.look.font("body", weight), self.look.line("body"))

    def _line(self) -> int:
        return self.look.px(28)
