"""What has happened to a dossier, oldest first; nothing in it is ever changed or taken away."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.label import Label, sentence
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth

EventKind = Literal["done", "warn", "now", "ahead"]

# fill, edge, icon, icon's tone, dashed
_COATS: dict[str, tuple[str, str, str, str, bool]] = {
    "done": ("act", "act", "check", "on_act", False),
    "warn": ("warn_tint", "warn", "alert", "warn", False),
    "now": ("surface", "act", "send", "act", False),
    "ahead": ("surface", "line_strong", "", "ink_3", True),
}


@dataclass(frozen=True, slots=True)
class LogRow:
    """One event: what, who and how, when; ``icon`` replaces the kind's own."""

    title: str
    detail: str
    when: str
    kind: EventKind = "done"
    icon: str = ""


class _Dot(QWidget):
    """The mark of an event, with the line that leads on to the next."""

    def __init__(self, look: Look, row: LogRow, *, last: bool) -> None:
        super().__init__()
        self.look, self._row, self._last = look, row, last
        self.wear(look)

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedWidth(look.px(28))

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(28), self.look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        side = float(look.px(28))
        if not self._last:
            painter.setPen(QPen(look.colour("well"), look.px(2)))
            painter.drawLine(QPointF(side / 2, side), QPointF(side / 2, self.height()))
        fill, edge, icon, tone, dashed = _COATS[self._row.kind]
        box = QRectF(0, 0, side, side)
        draw_card(
            painter,
            box,
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.px(2),
            radius=side / 2,
            dashed=dashed,
        )
        inner = box.adjusted(side * 0.22, side * 0.22, -side * 0.22, -side * 0.22)
        draw_icon(painter, self._row.icon or icon, inner, look.colour(tone))
        painter.end()


class EventLog(QWidget):
    """The list of events; it scrolls when it is longer than its room."""

    def __init__(self, look: Look, rows: tuple[LogRow, ...] = ()) -> None:
        super().__init__()
        self.look = look
        self._rows: tuple[LogRow, ...] = ()
        self._inside = Box(look)
        self._column = Column(look, 0, (0, 0, 12, 0), self._inside)
        Column(look, 0, (0, 0, 0, 0), self).add(ScrollBox(look, self._inside))
        self.set_rows(rows)

    @property
    def rows(self) -> tuple[LogRow, ...]:
        """The events shown."""
        return self._rows

    def set_rows(self, rows: tuple[LogRow, ...]) -> None:
        """Show these events."""
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, row in enumerate(rows):
            self._column.add(self._line(row, last=at == len(rows) - 1))
        self._column.fill()

    def wear(self, look: Look) -> None:
        self.look = look

    def _line(self, row: LogRow, *, last: bool) -> QWidget:
        look = self.look
        line = QWidget()
        line.setAccessibleName(sentence(row.title, row.detail, row.when))
        across = Row(look, 16, (0, 0, 0, 0), line)
        across.add(_Dot(look, row, last=last))
        words = across.nest(Column(look, 0, (0, 3, 0, 0 if last else 18)), 1)
        top = words.nest(Row(look, 12))
        title = Label(look, row.title, "h2", weight=600 if row.kind == "ahead" else 700)
        top.add(title, 1)
        when = Label(look, row.when, "caption", "ink_2", wrap=False)
        top.add(when, align=Qt.AlignmentFlag.AlignTop)
        if row.detail:
            words.add(Label(look, row.detail, "body", "ink_2"))
        words.fill()
        return line
