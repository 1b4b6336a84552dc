"""The line under the counters: how many wait for each field, or one sentence."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.board import LineProps
from kiosk.ui.lobby.fitting import fitted
from kiosk.ui.parts.label import sentence
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose

_GAP, _LINE = 44, 56


class WaitingLine(QWidget):
    """Items keep together; where one line is too short they go on in the next."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._props = LineProps("")
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def props(self) -> LineProps:
        """What is shown."""
        return self._props

    def show_line(self, props: LineProps) -> None:
        """Show these counts, or this sentence."""
        if props != self._props:
            self._props = props
            said = [f"{name} {count}" for name, count in props.items]
            self.setAccessibleName(sentence(props.title, *said))
            self._measure()
            self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self._measure()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(960), self._lines * self.look.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(480), self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What it paints, with the room of each: for tests of clipping."""
        return [(prose, room) for line in self._set() for prose, room, _ in line]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for line in self._set():
            for prose, room, tone in line:
                prose.paint(painter, room, self.look.colour(tone))
        painter.end()

    def _measure(self) -> None:
        lines = max(1, len(self._broken()))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _pieces(self) -> list[tuple[Prose, str]]:
        look, props = self.look, self._props
        wide = float(self.width())
        if not props.items:
            return [(fitted(props.title, look, "strip", wide), "ink_2")] if props.title else []
        pieces = [(fitted(props.title, look, "strip", wide, weight=600), "ink_2")]
        for name, count in props.items:
            text = f"{name} **{count}**"
            prose = Prose(text, look.font("strip"), look.line("strip"), marked=True)
            pieces.append((prose, "ink"))
        return pieces

    def _broken(self) -> list[list[tuple[Prose, str]]]:
        """The pieces in lines that fit."""
        gap, room = self.look.px(_GAP), float(self.width())
        lines: list[list[tuple[Prose, str]]] = []
        used = 0.0
        for piece in self._pieces():
            wide = piece[0].natural_width()
            if not lines or used + gap + wide > room:
                lines.append([piece])
                used = wide
            else:
                lines[-1].append(piece)
                used += gap + wide
        return lines

    def _set(self) -> list[list[tuple[Prose, QRectF, str]]]:
        """The lines with every piece in its place: a full line is spread over the width."""
        high, room = float(self.look.px(_LINE)), float(self.width())
        lines = self._broken()
        placed = []
        for at, line in enumerate(lines):
            widths = [prose.natural_width() + 1 for prose, _ in line]
            spare = room - sum(widths)
            gap = float(self.look.px(_GAP))
            if len(line) > 1 and len(lines) == 1:
                gap = min(spare / (len(line) - 1), self.look.px(96))
            left = spare / 2 if len(line) == 1 and not self._props.items else 0.0
            places = []
            for (prose, tone), wide in zip(line, widths, strict=True):
                places.append((prose, QRectF(left, at * high, wide, high), tone))
                left += wide + gap
            placed.append(places)
        return placed
