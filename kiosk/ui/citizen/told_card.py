"""A card that says what does not work and what to do, where a page's heading stands otherwise."""

from PySide6.QtCore import Qt

from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Row
from kiosk.ui.theme.look import Look


class ToldCard(Card):
    """One or two sentences beside an icon; ``long`` ones stand smaller."""

    def __init__(self, look: Look, icon: str = "alert", *, long: bool = False) -> None:
        super().__init__(look, "warn")
        high = 16 if long else 24
        row = Row(look, 24, (32, high, 32, high), self)
        row.add(Icon(look, icon, 56, "warn"), align=Qt.AlignmentFlag.AlignVCenter)
        role, weight = ("body", 600) if long else ("label", 0)
        self._text = row.add(Label(look, "", role, weight=weight, middle=True), 1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, sentences: str) -> None:
        """Say something, also to whoever cannot see it."""
        self._text.setText(sentences)
        self.setAccessibleName(sentences)
