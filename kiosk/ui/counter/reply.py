"""One line of answer: what came of a scan or of a key that could not be followed."""

from typing import Literal

from PySide6.QtCore import Qt

from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Row
from kiosk.ui.theme.look import Look

ReplyKind = Literal["told", "warn"]
_COATS = {"told": ("info", "act", "plain"), "warn": ("alert", "warn", "warn")}


class ReplyLine(Card):
    """A sentence on a card of its own; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn")
        self._icon = Icon(look, "alert", 18, "warn")
        self._text = Label(look, "", "body", "ink", weight=600)
        row = Row(look, 10, (16, 10, 16, 10), self)
        row.add(self._icon, align=Qt.AlignmentFlag.AlignVCenter)
        row.add(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty when there is none."""
        return self._text.text()

    def say(self, text: str, kind: ReplyKind = "warn") -> None:
        """Show a sentence; an empty one takes the line away."""
        icon, tone, card = _COATS[kind]
        self._icon.set_icon(icon, tone)
        self.set_kind("warn" if card == "warn" else "plain")
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
