"""A line of shares in per cent over days, with the aim as a dashed line."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write
from kiosk.ui.words import decimal

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


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
        spoken = [
            f"{each.label}: " + ("không có" if each.share is None else f"{decimal(each.share)}%")
            for each in points
        ]
        self.setAccessibleName(f"{self._name}, {aim_words}. {'; '.join(spoken)}")
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
        return said([*self._marks(), *self._labels()])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, area = self.look, self._area()
        for _, y in self._axis():
            line = QRectF(area.left() - look.px(4), y, self.width() - area.left(), look.px(1))
            painter.fillRect(line, look.colour("muted"))
        self._draw_aim(painter, area)
        self._draw_line(painter)
        for label in self._labels():
            painter.fillRect(self._ground(label), look.colour("surface"))
        write(painter, look, (*self._marks(), *self._labels()))
        painter.end()

    def _draw_aim(self, painter: QPainter, area: QRectF) -> None:
        look, y = self.look, self._high(self._aim)
        pen = QPen(look.colour("gold_ink"), look.px(1.5))
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left() - look.px(4), y), QPointF(area.right(), y))

    def _draw_line(self, painter: QPainter) -> None:
        look, places = self.look, self._places()
        if not places:
            return
        painter.setPen(QPen(look.colour("act"), look.px(2)))
        painter.drawPolyline([place for place, _ in places])
        painter.setBrush(look.colour("act"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(places[-1][0], look.px(5), look.px(5))

    def _ground(self, label: Written) -> QRectF:
        """The ground of its own behind words of the chart: no line runs through them."""
        look, ground = self.look, QRectF(label.room)
        ground.setWidth(label.prose.natural_width() + look.px(6))
        if label.align == _RIGHT:
            ground.moveRight(label.room.right() + look.px(3))
        else:
            ground.moveLeft(label.room.left() - look.px(3))
        return ground

    def _labels(self) -> list[Written]:
        """The newest day's figure, and the words of the aim under its line."""
        look, area, places = self.look, self._area(), self._places()
        found = []
        if places:
            end, newest = places[-1]
            room = QRectF(end.x() - look.px(60), end.y() - look.px(26), look.px(80), look.px(18))
            figure = self._prose(f"{decimal(newest)}%", 700)
            found.append(_close(figure, room, "ink", _RIGHT))
        room = QRectF(area.left(), self._high(self._aim) + look.px(3), area.width(), look.px(18))
        # Words under the line stand at the right, unless the newest day's figure stands there.
        last = self._points[-1].share if self._points else None
        free = last is None or (
            abs(self._high(last) - look.px(16) - room.center().y()) > look.px(22)
        )
        aim = self._prose(self._aim_words, 700)
        found.append(_close(aim, room, "gold_ink", _RIGHT if free else _LEFT))
        return found

    def _marks(self) -> list[Written]:
        """The values of the axis, the first day and the last."""
        look, area = self.look, self._area()
        found = []
        for value, y in self._axis():
            room = QRectF(0, y - look.px(9), look.px(34), look.px(18))
            found.append(Written(self._prose(f"{value}%"), room, "ink_2", _RIGHT))
        if self._points:
            low = QRectF(area.left(), area.bottom() + look.px(8), area.width(), look.px(18))
            first = low.adjusted(0, 0, -area.width() / 2, 0)
            last = low.adjusted(area.width() / 2, 0, look.px(16), 0)
            found.append(Written(self._prose(self._points[0].label), first, "ink_2", _LEFT))
            found.append(Written(self._prose(self._points[-1].label), last, "ink_2", _RIGHT))
        return found

    def _area(self) -> QRectF:
        px = self.look.px
        return QRectF(self.rect()).adjusted(px(40), px(28), -px(30), -px(26))

    def _floor(self) -> tuple[int, int]:
        return floor_of([each.share for each in self._points if each.share is not None], self._aim)

    def _axis(self) -> list[tuple[int, float]]:
        """The values that have a line, each with its height on the widget."""
        floor, step = self._floor()
        return [(value, self._high(value)) for value in range(floor, 101, step)]

    def _places(self) -> list[tuple[QPointF, float]]:
        """The days that have a share, each with its place."""
        area, last = self._area(), max(1, len(self._points) - 1)
        return [
            (QPointF(area.left() + area.width() * at / last, self._high(each.share)), each.share)
            for at, each in enumerate(self._points)
            if each.share is not None
        ]

    def _high(self, share: float) -> float:
        return _height(self._area(), share, self._floor()[0])

    def _prose(self, text: str, weight: int = 400) -> OneLine:
        return OneLine(text, self.look.font("hint", weight), self.look.line("hint"))


def _close(prose: Prose, room: QRectF, tone: str, side: Qt.AlignmentFlag) -> Written:
    """A text at one side of ``room``, in no more of it than it needs."""
    needed = QRectF(room)
    needed.setWidth(min(room.width(), prose.natural_width() + 1))
    if side == _RIGHT:
        needed.moveRight(room.right())
    return Written(prose, needed, tone, side)


def _height(area: QRectF, share: float, floor: int) -> float:
    return area.bottom() - area.height() * (max(share, floor) - floor) / (100 - floor)
