"""The calls before the newest one."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.board import RecentProps
from kiosk.ui.lobby.fitting import fitted
from kiosk.ui.parts.label import sentence
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

_SIDE, _ARROW, _BAR = 40, 40, 12
_HEAD = 112 / 104
_RIGHT = Qt.AlignmentFlag.AlignRight


class RecentCard(QWidget):
    """640 wide: a title and up to four rows of number, arrow, counter; dashed when stale.

    A row whose number is still to stand large is tinted and has a bar at its edge. ``painted``
    carries the id of the newest call each time one has been painted for the first time.
    """

    painted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._props = RecentProps("", (), 4)
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.wear(look)

    @property
    def props(self) -> RecentProps:
        """What is shown."""
        return self._props

    def show_recent(self, props: RecentProps) -> None:
        """Show these calls."""
        if props != self._props:
            self._props = props
            said = [f"{number} {counter}" for number, counter in self._shown()]
            self.setAccessibleName(sentence(props.title, *said))
            self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedWidth(look.px(640))
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What it paints, with the room of each: for tests of clipping."""
        return [(prose, room) for prose, room, _, _ in self._set()]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, stale = self.look, self._props.stale
        box, radius = QRectF(self.rect()), look.px(RADIUS["tv"])
        if stale:
            draw_card(
                painter,
                box,
                fill=None,
                edge=look.colour("line_strong"),
                width=look.px(2),
                radius=radius,
                dashed=True,
            )
        else:
            self._paint_ground(painter, box, radius)
            self._paint_fresh(painter, box, radius)
        for at in range(1, self._props.places + 1):
            y = self._top(at - 1)
            painter.fillRect(
                QRectF(look.px(2), y, box.width() - look.px(4), look.px(2)), look.colour("line")
            )
        if stale:
            side = look.px(36)
            place = QRectF(look.px(_SIDE), (self._top(0) - side) / 2, side, side)
            draw_icon(painter, "clock", place, look.colour("ink_2"))
        for prose, room, tone, align in self._set():
            prose.paint(painter, room, look.colour(tone), align)
        for at, _ in enumerate(self._shown()):
            draw_icon(painter, "right", self._arrow(at), look.colour("ink_2"))
        painter.end()
        if self._props.newest not in ("", self._told):
            self._told = self._props.newest
            self.painted.emit(self._told)

    def _paint_fresh(self, painter: QPainter, box: QRectF, radius: float) -> None:
        look, row = self.look, self._row()
        inside = QPainterPath()
        edge = look.px(2)
        inside.addRoundedRect(box.adjusted(edge, edge, -edge, -edge), radius - edge, radius - edge)
        painter.save()
        painter.setClipPath(inside)
        for at, (number, _) in enumerate(self._shown()):
            if number in self._props.fresh:
                place = QRectF(0, self._top(at), box.width(), row)
                painter.fillRect(place, look.colour("gold_tint"))
                place.setWidth(look.px(_BAR))
                painter.fillRect(place, look.colour("gold_ink"))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, radius: float) -> None:
        look = self.look
        edge = look.px(2)
        shape = QPainterPath()
        inset = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        shape.addRoundedRect(inset, radius - edge / 2, radius - edge / 2)
        painter.fillPath(shape, look.colour("surface"))
        painter.save()
        painter.setClipRect(QRectF(0, 0, box.width(), self._top(0)))
        painter.fillPath(shape, look.colour("surface_2"))
        painter.restore()
        painter.setPen(QPen(look.colour("line"), edge))
        painter.drawPath(shape)

    def _shown(self) -> tuple[tuple[str, str], ...]:
        return self._props.rows[: self._props.places]

    def _row(self) -> float:
        return self.height() / (self._props.places + _HEAD)

    def _top(self, at: int) -> float:
        """Where row ``at`` begins, under the title."""
        return (at + _HEAD) * self._row()

    def _counter_width(self) -> float:
        room = self.width() * 0.42
        widths = [
            fitted(counter, self.look, "counter", room).natural_width()
            for _, counter in self._shown()
        ]
        return max(widths, default=0.0) + 1

    def _arrow(self, at: int) -> QRectF:
        look = self.look
        side = look.px(_ARROW)
        right = self.width() - look.px(_SIDE) - self._counter_width() - look.px(36)
        middle = QPointF(right - side / 2, self._top(at) + self._row() / 2)
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)

    def _set(self) -> list[tuple[Prose, QRectF, str, Qt.AlignmentFlag]]:
        """Every text with its room, tone and side."""
        look, props, row = self.look, self._props, self._row()
        left, width = float(look.px(_SIDE)), float(self.width())
        lead = look.px(36 + 20) if props.stale else 0
        head = QRectF(left + lead, 0, width - 2 * left - lead, self._top(0))
        title = fitted(props.title, look, "notice", head.width(), weight=600)
        texts = [(title, head, "ink_2", Qt.AlignmentFlag.AlignLeft)]
        tone = "ink_3" if props.stale else "ink"
        counter_width = self._counter_width()
        for at, (number, counter) in enumerate(self._shown()):
            top = self._top(at)
            room = QRectF(left, top, self._arrow(at).left() - left - look.px(20), row)
            said = fitted(number, look, "recent", room.width(), height=row)
            texts.append((said, room, tone, Qt.AlignmentFlag.AlignLeft))
            room = QRectF(width - left - counter_width, top, counter_width, row)
            where = fitted(counter, look, "counter", counter_width, height=row)
            texts.append((where, room, tone, _RIGHT))
        return texts
