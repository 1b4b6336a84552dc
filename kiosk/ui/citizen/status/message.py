"""A sentence under a heading that may turn into what is wrong."""

from PySide6.QtCore import Qt

from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Row
from kiosk.ui.theme.look import Look


class Message(Box):
    """Plain and grey, or wrong: with an icon and in the colour of errors."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        row = Row(look, 12, parent=self)
        self._icon = row.add(Icon(look, "alert", 32, "err"), align=Qt.AlignmentFlag.AlignTop)
        self._label = row.add(Label(look, "", "body", "ink_2"), 1)
        self._icon.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def say(self, text: str, *, wrong: bool) -> None:
        """Show a sentence."""
        self._icon.setVisible(wrong)
        self._label.setText(text)
        self._label.set_tone("err" if wrong else "ink_2")
        if self._label.weight != (600 if wrong else 400):
            self._label.set_role("body", 600 if wrong else 400)
