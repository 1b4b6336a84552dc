"""The calls before the newest one."""

from PySide6.QtCore import QPointF, QRectF, Qt
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

_SIDE, _ARROW = 40, 40
_RIGHT = Qt.AlignmentFlag.AlignRight


class RecentCard(QWidget):
    """640 wide: a title and up to four rows of number, arrow, counter; dashed when stale."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._props = RecentProps("", (), 4)
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
        for at in range(1, self._props.places + 1):
            y = at * self._row()
            painter.fillRect(
                QRectF(look.px(2), y, box.width() - look.px(4), look.px(2)), look.colour("line")
            )
        if stale:
            side = look.px(36)
            place = QRectF(look.px(_SIDE), (self._row() - side) / 2, side, side)
            draw_icon(painter, "clock", place, look.colour("ink_2"))
        for prose, room, tone, align in self._set():
            prose.paint(painter, room, look.colour(tone), align)
        for at, _ in enumerate(self._shown()):
            draw_icon(painter, "right", self._arrow(at), look.colour("ink_2"))
        painter.end()

    def _paint_ground(self, painter: QPainter, box: QRectF, radius: float) -> None:
        look = self.look
        edge = look.px(2)
        shape = QPainterPath()
        inset = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        shape.addRoundedRect(inset, radius - edge / 2, radius - edge / 2)
        painter.fillPath(shape, look.colour("surface"))
        painter.save()
        painter.setClipRect(QRectF(0, 0, box.width(), self._row()))
        painter.fillPath(shape, look.colour("surface_2"))
        painter.restore()
        painter.setPen(QPen(look.colour("line"), edge))
        painter.drawPath(shape)

    def _shown(self) -> tuple[tuple[str, str], ...]:
        return self._props.rows[: self._props.places]

    def _row(self) -> float:
        return self.height() / (self._props.places + 1)

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
        middle = QPointF(right - side / 2, (at + 1.5) * self._row())
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)

    def _set(self) -> list[tuple[Prose, QRectF, str, Qt.AlignmentFlag]]:
        """Every text with its room, tone and side."""
        look, props, row = self.look, self._props, self._row()
        left, width = float(look.px(_SIDE)), float(self.width())
        lead = look.px(36 + 20) if props.stale else 0
        head = QRectF(left + lead, 0, width - 2 * left - lead, row)
        title = fitted(props.title, look, "notice", head.width(), weight=600)
        texts = [(title, head, "ink_2", Qt.AlignmentFlag.AlignLeft)]
        tone = "ink_3" if props.stale else "ink"
        counter_width = self._counter_width()
        for at, (number, counter) in enumerate(self._shown()):
            top = (at + 1) * row
            room = QRectF(left, top, self._arrow(at).left() - left - look.px(20), row)
            said = fitted(number, look, "recent", room.width(), height=row)
            texts.append((said, room, tone, Qt.AlignmentFlag.AlignLeft))
            room = QRectF(width - left - counter_width, top, counter_width, row)
            where = fitted(counter, look, "counter", counter_width, height=row)
            texts.append((where, room, tone, _RIGHT))
        return texts
