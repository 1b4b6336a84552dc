"""A look: a theme at a size. Every part is given one and can change into another."""

from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont

from kiosk.ui.theme.fonts import ui_font
from kiosk.ui.theme.tokens import LARGE_TEXT, NORMAL, SCALES, Board, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """What a window wears: colours, the board it stands on, its scale and its text factor.

    ``scale`` multiplies every length; ``text`` multiplies type only: 1.25 for large text, else what
    the station asks for.
    """

    board: Board = "kiosk"
    theme: Theme = NORMAL
    scale: float = 1.0
    text: float = 1.0

    def px(self, length: float) -> int:
        """A length of the design note in pixels of this window; what is not 0 stays at least 1."""
        return max(1, round(length * self.scale)) if length > 0 else round(length * self.scale)

    def font(self, role: str, weight: int = 0) -> QFont:
        """The font of a role (``"body"``, ``"h1"`` …); ``weight`` replaces the role's own."""
        kind = SCALES[self.board][role]
        return ui_font(round(kind.size * self._grown(role)), weight or kind.weight)

    def line(self, role: str) -> float:
        """The line height of a role, in pixels of this window."""
        return SCALES[self.board][role].line * self._grown(role)

    def _grown(self, role: str) -> float:
        # The ticket number is as wide as its card already.
        return self.scale * (1.0 if role == "number" else self.text)

    def colour(self, token: str) -> QColor:
        """A colour by the name of its token (``"ink_2"``)."""
        return QColor(str(getattr(self.theme, token)))

    @property
    def large(self) -> bool:
        """Whether the person asked for large text."""
        return self.text >= LARGE_TEXT

    @property
    def contrasting(self) -> bool:
        """Whether the person asked for high contrast."""
        return self.theme.name == "contrast"

    def scaled(self, scale: float) -> "Look":
        """The same look at another scale."""
        return replace(self, scale=scale)


@runtime_checkable
class Wearer(Protocol):
    """A widget or layout that can change its look."""

    def wear(self, look: Look) -> None:
        """Take sizes, fonts and colours from ``look``."""


def dress(root: QObject, look: Look) -> None:
    """Give ``look`` to ``root`` and to everything under it that can wear one.

    This is the only place where a change of scale, theme or text size reaches widgets: a part
    never asks its window.
    """
    for each in (root, *root.findChildren(QObject)):
        wear = getattr(each, "wear", None)
        if wear is not None:
            wear(look)
