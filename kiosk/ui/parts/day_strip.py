"""The days from reception to the due date, each counted or not and why."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.card import card_edge
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

DayKind = Literal["received", "off", "counted", "due"]

_COATS: dict[str, tuple[str, str, str]] = {
    "received": ("surface", "line_strong", "ink"),
    "off": ("muted", "line_strong", "ink_2"),
    "counted": ("act_tint", "act_line", "ink"),
    "due": ("act", "act", "on_act"),
}
_MOST = 7
_FOLDS = {7: (2, 3), 6: (2, 3), 5: (2, 2), 4: (1, 2), 3: (1, 1)}


@dataclass(frozen=True, slots=True)
class Day:
    """One chip: ``T4``, ``25/11``, ``ngày 1``."""

    weekday: str
    date: str
    note: str
    kind: DayKind


def folded(days: tuple[Day, ...], most: int = _MOST) -> tuple[Day | None, ...]:
    """The days that are shown; of more than ``most`` the first ones, a gap (None), the last ones.

    Of more than seven these are the first two and the last three; where there is room for fewer,
    fewer: the last one, on which the result is due, is always there.
    """
    if len(days) <= most:
        return days
    first, last = _FOLDS[max(min(most, _MOST), min(_FOLDS))]
    return (*days[:first], None, *days[-last:])


class DayStrip(QWidget):
    """Chips of equal width, 64 high; as many as there is room for."""

    def __init__(self, look: Look, days: tuple[Day, ...] = ()) -> None:
        super().__init__()
        self.look = look
        self._days: tuple[Day, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_days(days)

    def set_days(self, days: tuple[Day, ...]) -> None:
        """Show other days."""
        self._days = days
        said = "; ".join(f"{day.weekday} {day.date} {day.note}" for day in days)
        self.setAccessibleName(said)
        self.wear(self.look)

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._length(folded(self._days)), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._length(folded(self._days, min(_FOLDS))), self._height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted and the room of each: for tests of clipping."""
        found = []
        for day, box in self._boxes():
            if day is not None:
                found += [(prose, place) for prose, place in self._lines(day, box)]
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        centre = Qt.AlignmentFlag.AlignHCenter
        for day, box in self._boxes():
            if day is None:
                self._prose("…").paint(painter, box, look.colour("ink_2"), centre)
                continue
            fill, edge, ink = _COATS[day.kind]
            draw_card(
                painter,
                box,
                fill=look.colour(fill),
                edge=look.colour(edge),
                width=look.px(card_edge(look)),
                radius=look.px(RADIUS["desk_btn"]),
                dashed=day.kind == "off",
            )
            for prose, place in self._lines(day, box):
                prose.paint(painter, place, look.colour(ink), centre)
        painter.end()

    def _boxes(self) -> list[tuple[Day | None, QRectF]]:
        shown = self._shown()
        if not shown:
            return []
        gap = self.look.px(6)
        least = [self._least(day) for day in shown]
        spare = max(0.0, (self.width() - sum(least) - gap * (len(shown) - 1)) / len(shown))
        spare = min(spare, float(self.look.px(40)))
        boxes, x = [], 0.0
        for day, width in zip(shown, least, strict=True):
            boxes.append((day, QRectF(x, 0, width + spare, self.height())))
            x += width + spare + gap
        return boxes

    def _shown(self) -> tuple[Day | None, ...]:
        for most in sorted(_FOLDS, reverse=True):
            shown = folded(self._days, most)
            if self._length(shown) <= self.width():
                return shown
        return folded(self._days, min(_FOLDS))

    def _length(self, shown: tuple[Day | None, ...]) -> int:
        gap = self.look.px(6)
        return max(0, sum(self._least(day) + gap for day in shown) - gap)

    def _lines(self, day: Day, box: QRectF) -> list[tuple[Prose, QRectF]]:
        proses = (self._prose(day.weekday), self._prose(day.date, 700), self._prose(day.note))
        heights = [prose.lay(box.width()) for prose in proses]
        y = box.top() + (box.height() - sum(heights)) / 2
        lines = []
        for prose, height in zip(proses, heights, strict=True):
            lines.append((prose, QRectF(box.left(), y, box.width(), height)))
            y += height
        return lines

    def _least(self, day: Day | None) -> int:
        if day is None:
            return self.look.px(20)
        words = (self._prose(day.weekday), self._prose(day.date, 700), self._prose(day.note))
        wide = max(prose.natural_width() for prose in words)
        return max(self.look.px(64), int(wide) + 1 + 2 * self.look.px(6))

    def _height(self) -> int:
        return max(self.look.px(64), int(3 * self._prose("").line_height) + 2 * self.look.px(4))

    def _prose(self, text: str, weight: int = 400) -> Prose:
        role = "caption"
        return Prose(text, self.look.font(role, weight), self.look.line(role))
