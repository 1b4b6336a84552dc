"""Bars side by side: what was counted, filled, and what is usual, dashed."""

import itertools
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Column:
    """A bar: its label, how many were counted (None: not yet), how many are usual."""

    label: str
    count: int | None
    usual: float = 0.0


def scale_of(most: float) -> tuple[int, int]:
    """The step and the top of an axis from 0 that holds ``most`` in at most five lines.

    >>> scale_of(36)
    (10, 40)
    """
    for step in _STEPS:
        lines = -int(-most // step)
        if lines < _MOST_LINES:
            return step, step * max(1, lines)
    return _STEPS[-1], -int(-most // _STEPS[-1]) * _STEPS[-1]


class BarLegend(QWidget):
    """What filled bars and dashed ones mean, each beside a small one of its kind."""

    WORDS = ("Hôm nay", "Trung bình 4 tuần")

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self.WORDS))

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        _, last = self._boxes()[-1]
        return QSize(int(last.right()) + 1, int(last.height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The words painted and their room: for tests of clipping."""
        return [
            (self._prose(each), box)
            for each, (_, box) in zip(self.WORDS, self._boxes(), strict=True)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = smooth(QPainter(self)), self.look
        (today, _), (usual, _) = self._boxes()
        painter.fillRect(today, look.colour("act"))
        painter.setPen(_usual_pen(look, "line_strong"))
        painter.drawRect(usual)
        for prose, box in self.texts():
            prose.paint(painter, box, look.colour("ink_2"))
        painter.end()

    def _boxes(self) -> list[tuple[QRectF, QRectF]]:
        """A swatch and the place of its words, for each kind."""
        look = self.look
        size, left, boxes = look.px(12), 1.0, []
        for each in self.WORDS:
            prose = self._prose(each)
            high = prose.line_height
            swatch = QRectF(left, (high - size) / 2, size, size)
            words = QRectF(swatch.right() + look.px(7), 0, prose.natural_width() + 1, high)
            boxes.append((swatch, words))
            left = words.right() + look.px(16)
        return boxes

    def _prose(self, text: str) -> Prose:
        return Prose(text, self.look.font("caption"), self.look.line("caption"))


class BarChart(QWidget):
    """Bars over an axis; counted ones carry their figure. Read aloud, it tells every bar."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self._name = name
        self._columns: tuple[Column, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_columns(())

    @property
    def columns(self) -> tuple[Column, ...]:
        """What is shown."""
        return self._columns

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other bars."""
        self._columns = columns
        spoken = [
            f"{each.label}: {'chưa tới' if each.count is None else each.count}, "
            f"thường {round(each.usual)}"
            for each in columns
        ]
        self.setAccessibleName(f"{self._name}. {'; '.join(spoken)}")
        self.setToolTip("\n".join(spoken))
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(480), self.look.px(90))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(90))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted, each with its room: for tests of clipping."""
        return said(self._written())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, area = self.look, self._area()
        for _, y in self._axis():
            painter.fillRect(QRectF(area.left(), y, area.width(), look.px(1)), look.colour("muted"))
        for each, bar in self._bars():
            if each.count:
                fill = look.colour("act")
                draw_card(painter, bar, fill=fill, edge=None, width=0, radius=look.px(2))
            self._draw_usual(painter, area, each, bar.left(), bar.width(), self._scale()[1])
        write(painter, look, self._written())
        painter.end()

    def _written(self) -> list[Written]:
        look, area, centre = self.look, self._area(), Qt.AlignmentFlag.AlignHCenter
        found = []
        for value, y in self._axis():
            room = QRectF(0, y - look.px(9), look.px(28), look.px(18))
            found.append(
                Written(self._prose(str(value)), room, "ink_2", Qt.AlignmentFlag.AlignRight)
            )
        pitch = area.width() / max(1, len(self._columns))
        every = next(n for n in itertools.count(1) if pitch * n >= look.px(58))
        for at, (each, bar) in enumerate(self._bars()):
            if each.count:
                side = pitch / 2
                above = QRectF(bar.left() - side, 0, bar.width() + pitch, look.px(16))
                above.moveBottom(bar.top() - look.px(2))
                found.append(Written(self._prose(str(each.count), 700), above, "ink", centre))
            if at % every == 0:
                below = QRectF(bar.left() - pitch, 0, bar.width() + 2 * pitch, look.px(18))
                below.moveTop(area.bottom() + look.px(6))
                found.append(Written(self._prose(each.label), below, "ink_2", centre))
        return found

    def _scale(self) -> tuple[int, int]:
        most = max((max(each.count or 0, each.usual) for each in self._columns), default=0)
        return scale_of(max(1.0, most))

    def _area(self) -> QRectF:
        px = self.look.px
        return QRectF(self.rect()).adjusted(px(36), px(16), -px(10), -px(26))

    def _axis(self) -> list[tuple[int, float]]:
        """The values that have a line, each with its height on the widget."""
        area, (step, top) = self._area(), self._scale()
        return [
            (value, area.bottom() - area.height() * value / top)
            for value in range(0, top + 1, step)
        ]

    def _bars(self) -> list[tuple[Column, QRectF]]:
        """Every column with the place of its bar."""
        area, top = self._area(), self._scale()[1]
        pitch = area.width() / max(1, len(self._columns))
        wide = pitch * 0.64
        found = []
        for at, each in enumerate(self._columns):
            high = area.height() * (each.count or 0) / top
            left = area.left() + pitch * at + (pitch - wide) / 2
            found.append((each, QRectF(left, area.bottom() - high, wide, high)))
        return found

    def _draw_usual(
        self, painter: QPainter, area: QRectF, each: Column, left: float, wide: float, top: int
    ) -> None:
        if each.usual <= 0:
            return
        high = area.height() * each.usual / top
        bar = QRectF(left, area.bottom() - high, wide, high)
        inside = bool(each.count) and (each.count or 0) >= each.usual
        painter.setPen(_usual_pen(self.look, "on_act" if inside else "line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if each.count:
            painter.drawLine(bar.topLeft(), bar.topRight())
        else:
            painter.drawRect(bar)

    def _prose(self, text: str, weight: int = 400) -> OneLine:
        return OneLine(text, self.look.font("hint", weight), self.look.line("hint"))


def _usual_pen(look: Look, tone: str) -> QPen:
    pen = QPen(look.colour(tone), look.px(1.5))
    pen.setDashPattern([2.0, 2.0])
    return pen
