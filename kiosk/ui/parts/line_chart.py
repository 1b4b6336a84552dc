"""A line of shares in per cent over days, with the aim as a dashed line."""

import itertools
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write
from kiosk.ui.words import decimal

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Point:
    """A day and its share in per cent; None where there was nothing to count."""

    label: str
    share: float | None


def floor_of(shares: list[float], aim: float) -> tuple[int, int]:
    """The lower end of the axis under 100 and the step of its lines.

    >>> floor_of([97.0, 96.1], 97)
    (94, 2)
    """
    lowest = min([*shares, aim])
    for step in (2, 5, 10, 25):
        floor = 100 - 3 * step
        if lowest >= floor:
            return floor, step
    return 0, 25


@dataclass
class Laid:
    """A chart's geometry: the plot, its axis, the line, the height of the aim, the words' places."""

    area: QRectF
    floor: int
    step: int
    line: list[QPointF]
    aim: float
    figure: QRectF = field(default_factory=QRectF)
    aim_words: QRectF = field(default_factory=QRectF)

    @property
    def axis(self) -> list[tuple[int, float]]:
        """The values that have a line, each with its height."""
        values = range(self.floor, 101, self.step)
        return [(value, _height(self.area, value, self.floor)) for value in values]

    def crossed(self, box: QRectF) -> bool:
        """Whether the line or the aim runs through a place."""
        aim = (QPointF(self.area.left(), self.aim), QPointF(self.area.right(), self.aim))
        return any(_crosses(box, *piece) for piece in (aim, *itertools.pairwise(self.line)))


class LineChart(QWidget):
    """One line; days without a share are left out and the line goes on."""

    def __init__(self, look: Look, name: str, aim: float, aim_words: str) -> None:
        super().__init__()
        self.look = look
        self._name, self._aim, self._aim_words = name, aim, aim_words
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_points((), aim, aim_words)

    @property
    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    def set_points(self, points: tuple[Point, ...], aim: float, aim_words: str) -> None:
        """Show another line and another aim."""
        self._points, self._aim, self._aim_words = points, aim, aim_words
        said = [
            f"{each.label}: " + ("không có" if each.share is None else f"{decimal(each.share)}%")
            for each in points
        ]
        self.setAccessibleName(f"{self._name}, {aim_words}. {'; '.join(said)}")
        self.setToolTip("\n".join(said))
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
        return said(self._written(self.laid()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, laid = self.look, self.laid()
        for _, y in laid.axis:
            line = QRectF(laid.area.left() - look.px(4), y, self.width(), look.px(1))
            painter.fillRect(line, look.colour("muted"))
        # The words' ground hides the axis behind them; the lines are drawn over it, never broken.
        for ground in (laid.aim_words, laid.figure):
            painter.fillRect(ground, look.colour("surface"))
        self._draw_aim(painter, laid)
        self._draw_line(painter, laid)
        write(painter, look, self._written(laid))
        painter.end()

    def _written(self, laid: "Laid") -> list[Written]:
        look, area = self.look, laid.area
        aim = self._prose(self._aim_words, 700)
        found = [Written(aim, laid.aim_words, "gold_ink", _MIDDLE)]
        if laid.line:
            found.append(Written(self._prose(self._figure(), 700), laid.figure, "ink", _MIDDLE))
        for value, y in laid.axis:
            room = QRectF(0, y - look.px(9), look.px(34), look.px(18))
            found.append(Written(self._prose(f"{value}%"), room, "ink_2", _RIGHT))
        if self._points:
            low = QRectF(area.left(), area.bottom() + look.px(8), area.width(), look.px(18))
            first = low.adjusted(0, 0, -area.width() / 2, 0)
            last = low.adjusted(area.width() / 2, 0, look.px(16), 0)
            found.append(Written(self._prose(self._points[0].label), first, "ink_2", _LEFT))
            found.append(Written(self._prose(self._points[-1].label), last, "ink_2", _RIGHT))
        return found

    def laid(self) -> "Laid":
        """Where everything stands: the words in places that no line crosses."""
        look = self.look
        known = [each.share for each in self._points if each.share is not None]
        floor, step = floor_of(known, self._aim)
        margins = (look.px(40), look.px(28), -look.px(30), -look.px(26))
        area = QRectF(self.rect()).adjusted(*margins)
        laid = self._lines(area, floor, step)
        figure = self._figure_near(laid)
        if not laid.line or figure is not None:
            laid.figure = figure or QRectF()
        else:
            # Beside the newest point nothing else stands.
            size = self._size(self._figure())
            area.setRight(self.width() - size.width() - look.px(10))
            laid = self._lines(area, floor, step)
            end = laid.line[-1]
            laid.figure = QRectF(
                end.x() + look.px(8), end.y() - size.height() / 2, size.width(), size.height()
            )
        laid.aim_words = self._free_place(laid)
        return laid

    def _lines(self, area: QRectF, floor: int, step: int) -> "Laid":
        last = max(1, len(self._points) - 1)
        line = [
            QPointF(area.left() + area.width() * at / last, _height(area, each.share, floor))
            for at, each in enumerate(self._points)
            if each.share is not None
        ]
        return Laid(QRectF(area), floor, step, line, _height(area, self._aim, floor))

    def _figure(self) -> str:
        known = [each.share for each in self._points if each.share is not None]
        return f"{decimal(known[-1])}%" if known else ""

    def _figure_near(self, laid: "Laid") -> QRectF | None:
        """A free place above or below the newest point."""
        if not laid.line:
            return None
        look, end, size = self.look, laid.line[-1], self._size(self._figure())
        right = min(float(self.width()), end.x() + look.px(24))
        for top in (end.y() - look.px(8) - size.height(), end.y() + look.px(8)):
            box = QRectF(right - size.width(), top, size.width(), size.height())
            inside = top >= 0 and box.bottom() <= laid.area.bottom()
            if inside and not laid.crossed(box):
                return box
        return None

    def _free_place(self, laid: "Laid") -> QRectF:
        """Under or over the aim, as far right as there is room; else above the chart."""
        look, size = self.look, self._size(self._aim_words)
        area, gap = laid.area, look.px(3)
        right = area.right() - size.width()
        below, above = laid.aim + gap, laid.aim - gap - size.height()
        stride = max(1, look.px(8))
        for x in range(int(right), int(area.left()) - 1, -stride):
            for top in (below, above):
                box = QRectF(x, top, size.width(), size.height())
                inside = top >= 0 and box.bottom() <= area.bottom()
                if inside and not laid.crossed(box) and not laid.figure.intersects(box):
                    return box
        box = QRectF(right, 0, size.width(), size.height())
        if laid.figure.intersects(box):
            box.moveRight(laid.figure.left() - look.px(12))
        return box

    def _size(self, words: str) -> QSizeF:
        return QSizeF(self._prose(words, 700).natural_width() + self.look.px(6), self.look.px(18))

    def _draw_aim(self, painter: QPainter, laid: "Laid") -> None:
        look, area = self.look, laid.area
        pen = QPen(look.colour("gold_ink"), look.px(1.5))
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawLine(
            QPointF(area.left() - look.px(4), laid.aim), QPointF(area.right(), laid.aim)
        )

    def _draw_line(self, painter: QPainter, laid: "Laid") -> None:
        if not laid.line:
            return
        look = self.look
        painter.setPen(QPen(look.colour("act"), look.px(2)))
        painter.drawPolyline(laid.line)
        painter.setBrush(look.colour("act"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(laid.line[-1], look.px(5), look.px(5))

    def _prose(self, text: str, weight: int = 400) -> OneLine:
        return OneLine(text, self.look.font("hint", weight), self.look.line("hint"))


def _height(area: QRectF, share: float, floor: int) -> float:
    return area.bottom() - area.height() * (max(share, floor) - floor) / (100 - floor)


def _crosses(box: QRectF, start: QPointF, end: QPointF) -> bool:
    """Whether a straight piece has a part inside a box (Liang and Barsky)."""
    first, last = 0.0, 1.0
    way = end - start
    for by, room in (
        (-way.x(), start.x() - box.left()),
        (way.x(), box.right() - start.x()),
        (-way.y(), start.y() - box.top()),
        (way.y(), box.bottom() - start.y()),
    ):
        if by == 0:
            if room < 0:
                return False
        elif by < 0:
            first = max(first, room / by)
        else:
            last = min(last, room / by)
    return first <= last
