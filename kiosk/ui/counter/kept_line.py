"""The line that says what stands on a page was half entered before, with the way to empty it."""

from PySide6.QtCore import Qt

from kiosk.ui.counter.halves import EMPTY, EMPTY_KEY
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Row
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class KeptLine(Card):
    """Hidden while nothing was kept; its button stands for the key that empties the page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        row = Row(look, 12, (16, 8, 8, 8), self)
        row.add(Icon(look, "doc", 20, "act"), align=_MIDDLE)
        self._text = Label(look, "", "body", "ink", weight=600, middle=True)
        row.add(self._text, 1)
        self.empty = row.add(DeskButton(look, EMPTY, "repeat", EMPTY_KEY), align=_MIDDLE)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty while nothing was kept."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str) -> None:
        """Say that something was kept; an empty text takes the line away."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
