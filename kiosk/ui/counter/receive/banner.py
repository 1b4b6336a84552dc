"""What has to be said, and asked, above the cards: it stays until it is answered."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.bits import MIDDLE
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Row
from kiosk.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the buttons: its key, its words, whether it is the wanted one."""

    key: str
    text: str
    wanted: bool = False


class Banner(Card):
    """A sentence with its buttons. ``answered`` carries the key of the button."""

    answered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn")
        self._icon = Icon(look, "alert", 22, "warn")
        self._text = Label(look, "", "body", "ink", weight=600, middle=True)
        row = Row(look, 12, (16, 10, 12, 10), self)
        row.add(self._icon, align=MIDDLE)
        row.add(self._text, 1)
        self._answers = row.nest(Row(look, 8))
        self.buttons: dict[str, DeskButton] = {}
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty when the banner is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, *answers: Answer, icon: str = "alert") -> None:
        """Say a sentence and offer these answers."""
        self._text.setText(text)
        self._icon.set_icon(icon)
        self.setAccessibleName(text)
        for button in self.buttons.values():
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for answer in answers:
            kind = "primary" if answer.wanted else "outline"
            button = DeskButton(self.look, answer.text, kind=kind)  # type: ignore[arg-type]
            button.clicked.connect(lambda _=False, key=answer.key: self.answered.emit(key))
            self._answers.add(button)
            self.buttons[answer.key] = button
        self.show()

    def drop(self) -> None:
        """Take the sentence away."""
        self.hide()

    def first(self) -> QWidget | None:
        """The button that holds the focus first."""
        return next(iter(self.buttons.values()), None)
