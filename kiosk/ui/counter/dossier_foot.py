"""What stands under a dossier's log: its fees, and whether its citizen was told the news."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

_LONGEST = 80
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class FootAct:
    """What a card of the foot does: its key, its words, its drawing."""

    key: str
    text: str
    icon: str


FEES = FootAct("Ctrl T", "Thu", "money")
TELL = FootAct("Ctrl G", "Báo", "phone")


class FootCard(Card):
    """A title, how things stand, one act. ``asked`` carries its key."""

    asked = Signal(str)

    def __init__(self, look: Look, title: str, act: FootAct) -> None:
        super().__init__(look)
        column = Column(look, 4, (20, 10, 12, 12), self)
        top = column.nest(Row(look, 8))
        top.add(Label(look, title, "h2"), 1, _MIDDLE)
        self.button = top.add(DeskButton(look, act.text, act.icon, act.key), align=_MIDDLE)
        self._said = column.add(Label(look, "", "body", "ink_2", marked=True))
        column.fill()
        self.button.clicked.connect(lambda: self.asked.emit(act.key))

    @property
    def said(self) -> str:
        """How things stand, as it is shown."""
        return self._said.text()

    def say(self, text: str, shut: str = "") -> None:
        """Show how things stand; ``shut`` is why the act cannot be done now."""
        self._said.setText(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        self._said.setToolTip(text if len(text) > _LONGEST else "")
        self.button.setEnabled(not shut)
        self.button.setAccessibleDescription(shut)
        self.button.setToolTip(shut)
