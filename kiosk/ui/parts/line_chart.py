"""A line of shares in per cent over days, with the aim as a dashed line."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import Prose
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        area = QRectF(self.rect()).adjusted(look.px(40), look.px(28), -look.px(30), -look.px(26))
        known = [each.share for each in self._points if each.share is not None]
        floor, step = floor_of(known, self._aim)
        for value in range(floor, 101, step):
            y = _height(area, value, floor)
            line = QRectF(area.left() - look.px(4), y, self.width() - area.left(), look.px(1))
            painter.fillRect(line, look.colour("muted"))
            box = QRectF(0, y - look.px(9), look.px(34), look.px(18))
            self._prose(f"{value}%").paint(painter, box, look.colour("ink_2"), _RIGHT)
        self._draw_aim(painter, area, floor)
        self._draw_line(painter, area, floor)
        self._draw_aim_words(painter, area, floor)
        self._draw_ends(painter, area)
        painter.end()

    def _draw_aim(self, painter: QPainter, area: QRectF, floor: int) -> None:
        look = self.look
        y = _height(area, self._aim, floor)
        pen = QPen(look.colour("gold_ink"), look.px(1.5))
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left() - look.px(4), y), QPointF(area.right(), y))

    def _draw_aim_words(self, painter: QPainter, area: QRectF, floor: int) -> None:
        look = self.look
        y = _height(area, self._aim, floor)
        box = QRectF(area.left(), y + look.px(3), area.width(), look.px(18))
        # Words under the line stand at the right, unless the newest day's figure stands there.
        last = self._points[-1].share if self._points else None
        free = last is None or abs(_height(area, last, floor) - look.px(16) - box.center().y()) > (
            look.px(22)
        )
        self._label(painter, self._aim_words, box, "gold_ink", _RIGHT if free else _LEFT)

    def _draw_line(self, painter: QPainter, area: QRectF, floor: int) -> None:
        look, last = self.look, max(1, len(self._points) - 1)
        places = [
            (
                QPointF(area.left() + area.width() * at / last, _height(area, each.share, floor)),
                each,
            )
            for at, each in enumerate(self._points)
            if each.share is not None
        ]
        if not places:
            return
        painter.setPen(QPen(look.colour("act"), look.px(2)))
        painter.drawPolyline([place for place, _ in places])
        end, newest = places[-1]
        painter.setBrush(look.colour("act"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(end, look.px(5), look.px(5))
        box = QRectF(end.x() - look.px(60), end.y() - look.px(26), look.px(80), look.px(18))
        self._label(painter, f"{decimal(newest.share or 0.0)}%", box, "ink", _RIGHT)

    def _label(
        self, painter: QPainter, words: str, box: QRectF, ink: str, side: Qt.AlignmentFlag
    ) -> None:
        """Words of the chart on a ground of their own: no line runs through them."""
        prose, look = self._prose(words, 700), self.look
        ground = QRectF(box)
        ground.setWidth(prose.natural_width() + look.px(6))
        if side == _RIGHT:
            ground.moveRight(box.right() + look.px(3))
        else:
            ground.moveLeft(box.left() - look.px(3))
        painter.fillRect(ground, look.colour("surface"))
        prose.paint(painter, box, look.colour(ink), side)

    def _draw_ends(self, painter: QPainter, area: QRectF) -> None:
        if not self._points:
            return
        look = self.look
        box = QRectF(area.left(), area.bottom() + look.px(8), area.width(), look.px(18))
        self._prose(self._points[0].label).paint(painter, box, look.colour("ink_2"), _LEFT)
        box.setWidth(box.width() + look.px(16))
        self._prose(self._points[-1].label).paint(painter, box, look.colour("ink_2"), _RIGHT)

    def _prose(self, text: str, weight: int = 400) -> Prose:
        return Prose(text, self.look.font("hint", weight), self.look.line("hint"))


def _height(area: QRectF, share: float, floor: int) -> float:
    return area.bottom() - area.height() * (max(share, floor) - floor) / (100 - floor)
