"""The card: the surface on which everything that belongs together stands."""

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.tokens import RADIUS

CardKind = Literal["plain", "selected", "dashed", "call", "hint", "warn", "ok", "soft", "head"]

_COATS: dict[str, tuple[str | None, str, float]] = {
    "plain": ("surface", "line", 0),
    "selected": ("act_tint", "act", 4),
    "dashed": (None, "line_strong", 2),
    "call": ("surface", "gold_ink", 6),
    "hint": ("gold_tint", "gold", 2),
    "warn": ("warn_tint", "warn_line", 1),
    "ok": ("ok_tint", "ok", 1),
    "soft": ("surface_2", "line", 0),
    "head": ("surface", "gold", 2),
}
_RADII = {"kiosk": RADIUS["kiosk_card"], "desk": RADIUS["desk_card"], "tv": RADIUS["tv"]}


class Card(QFrame):
    """A rounded surface. Its kind tells what it is: plain, selected, dashed (off), a call …"""

    def __init__(
        self,
        look: Look,
        kind: CardKind = "plain",
        *,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        super().__init__()
        self.look = look
        self._kind: CardKind = kind
        self._width, self._height = width, height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        Card.wear(self, look)

    @property
    def kind(self) -> CardKind:
        """What the card is now."""
        return self._kind

    def set_kind(self, kind: CardKind) -> None:
        """Make it another kind; nothing inside moves."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        if self._width is not None:
            self.setFixedWidth(look.px(self._width))
        if self._height is not None:
            self.setFixedHeight(look.px(self._height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        fill, edge, width = _COATS[self._kind]
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour(fill) if fill else None,
            edge=look.colour(edge),
            width=look.px(width or card_edge(look)),
            radius=look.px(_RADII[look.board]),
            dashed=self._kind == "dashed",
        )
        painter.end()


def card_edge(look: Look) -> int:
    """The width of a card's edge (design length): 1 at the desk, 2 elsewhere, 3 in contrast."""
    if look.board == "desk":
        return max(1, look.theme.card_edge - 1)
    return look.theme.card_edge


class Rule(QFrame):
    """A line between things: lying, or standing when ``upright`` (``length`` high if given)."""

    def __init__(
        self,
        look: Look,
        tone: str = "line",
        width: float = 1,
        *,
        upright: bool = False,
        length: float = 0,
    ) -> None:
        super().__init__()
        self.look, self._tone, self._width, self._upright = look, tone, width, upright
        self._length = length
        Rule.wear(self, look)

    def wear(self, look: Look) -> None:
        self.look = look
        if self._upright:
            self.setFixedWidth(look.px(self._width))
            if self._length:
                self.setFixedHeight(look.px(self._length))
        else:
            self.setFixedHeight(look.px(self._width))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour(self._tone))
        painter.end()
