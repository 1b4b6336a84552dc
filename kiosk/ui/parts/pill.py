"""A state in a word: icon and word on a tint, never colour alone."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.field import is_large
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import OneLine, Prose

PillKind = Literal["ok", "warn", "err", "act", "muted"]

_ROLES = {"kiosk": "body", "desk": "caption", "tv": "min"}
_COATS: dict[str, tuple[str, str]] = {
    "ok": ("ok_tint", "ok"),
    "warn": ("warn_tint", "warn"),
    "err": ("err_tint", "err"),
    "act": ("act_tint", "act"),
    "muted": ("muted", "ink_2"),
}


@dataclass(frozen=True, slots=True)
class Pill:
    """A state to show."""

    text: str
    icon: str
    kind: PillKind


def pill_size(look: Look, pill: Pill) -> QSize:
    """How large a pill is, in pixels."""
    prose, height, side, icon, gap = _measures(look, pill)
    lead = icon + gap if pill.icon else 0
    return QSize(int(prose.natural_width() + 1 + 2 * side + lead), height)


def draw_pill(painter: QPainter, box: QRectF, look: Look, pill: Pill) -> None:
    """Draw a pill at the left of ``box``, in the middle of its height."""
    fill, ink = _COATS[pill.kind]
    _, height, side, icon, _ = _measures(look, pill)
    size = pill_size(look, pill)
    top = box.top() + (box.height() - height) / 2
    whole = QRectF(box.left(), top, min(size.width(), box.width()), height)
    draw_card(
        painter,
        whole,
        fill=look.colour(fill),
        edge=look.colour("line") if look.contrasting else None,
        width=look.px(1) if look.contrasting else 0,
        radius=height / 2,
    )
    if pill.icon:
        place = QRectF(whole.left() + side, top + (height - icon) / 2, icon, icon)
        draw_icon(painter, pill.icon, place, look.colour(ink))
    words, room = pill_text(look, pill, box)
    words.paint(painter, room, look.colour(ink))


def pill_text(look: Look, pill: Pill, box: QRectF) -> tuple[Prose, QRectF]:
    """The word of a pill at the left of ``box``, and the room it has there."""
    prose, height, side, icon, gap = _measures(look, pill)
    lead = side + (icon + gap if pill.icon else 0)
    wide = min(pill_size(look, pill).width(), box.width())
    top = box.top() + (box.height() - height) / 2
    return prose, QRectF(box.left() + lead, top, wide - lead - side / 2, height)


def _measures(look: Look, pill: Pill) -> tuple[OneLine, int, int, int, int]:
    large = is_large(look)
    role = _ROLES[look.board]
    prose = OneLine(pill.text, look.font(role, 700 if large else 600), look.line(role))
    height = max(look.px(56 if large else 26), int(prose.line_height) + 2)
    side, icon, gap = (24, 28, 12) if large else (11, 15, 6)
    return prose, height, look.px(side), look.px(icon), look.px(gap)


class StatusPill(QWidget):
    """A pill as a widget of its own size."""

    def __init__(self, look: Look, pill: Pill) -> None:
        super().__init__()
        self.look = look
        self._pill = pill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_pill(pill)

    @property
    def pill(self) -> Pill:
        """The state shown."""
        return self._pill

    def set_pill(self, pill: Pill) -> None:
        """Show another state."""
        self._pill = pill
        self.setAccessibleName(pill.text)
        self.wear(self.look)

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The text painted and its room: for tests of clipping."""
        return [pill_text(self.look, self._pill, QRectF(self.rect()))]

    def sizeHint(self) -> QSize:
        return pill_size(self.look, self._pill)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        draw_pill(painter, QRectF(self.rect()), self.look, self._pill)
        painter.end()
