"""What can be done with a dossier now; what cannot stays visible and says why."""

from PySide6.QtCore import Signal

from kiosk.ui.counter.dossier_props import DossierProps
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import ChoiceBox
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column
from kiosk.ui.theme.look import Look

NAMED = "representative"


class ActsCard(Card):
    """``asked`` carries the key of an act: F9, F12, Ctrl P."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 10, (20, 16, 20, 16), self)
        column.add(Label(look, "Việc tiếp theo", "h2"))
        self.step = column.add(DeskButton(look, "", "send", "F9", "primary", "action"))
        self._who = column.add(Box(look))
        who = Column(look, 4, (0, 4, 0, 0), self._who)
        who.add(Label(look, "Người nhận kết quả", "caption", "ink_2", weight=600))
        self.receiver = who.add(ChoiceBox(look, "Người nhận kết quả"))
        self.name = Field(look, "Họ tên người được ủy quyền", limit=150)
        who.gap(4)
        who.add(self.name)
        self.hand_out = column.add(DeskButton(look, "Trả kết quả", "hand", "F12", size="action"))
        self.reprint = column.add(
            DeskButton(look, "In lại giấy hẹn", "printer", "Ctrl P", size="action")
        )
        column.add(Rule(look))
        self._slip = column.add(Label(look, "", "caption", "ink_2"))
        self.step.clicked.connect(lambda: self.asked.emit("F9"))
        self.hand_out.clicked.connect(lambda: self.asked.emit("F12"))
        self.reprint.clicked.connect(lambda: self.asked.emit("Ctrl P"))
        self.receiver.currentIndexChanged.connect(lambda _: self._tell_name())
        self.name.submitted.connect(lambda: self.asked.emit("F12"))
        self._code = ""

    @property
    def to(self) -> str:
        """To whom the result goes."""
        return self.receiver.current

    @property
    def named(self) -> str:
        """The name of the authorised person, where one takes the result."""
        return self.name.text().strip() if self.to == NAMED else ""

    @property
    def to_words(self) -> str:
        """To whom, as the question says it."""
        if self.to == NAMED:
            return f"người được ủy quyền **{self.named}**"
        head, colon, name = self.receiver.currentText().partition(": ")
        return f"{head.lower()} **{name}**" if colon else head.lower()

    def ask_name(self) -> None:
        """The name is missing: say so and wait for it."""
        self.name.set_error("Ghi họ tên người được ủy quyền.")
        self.name.setFocus()

    def set_props(self, props: DossierProps) -> None:
        """Show these props; what was entered for this dossier stays."""
        self.step.set_text(props.step_text)
        self.step.set_reason(props.step_reason)
        self.hand_out.set_reason(props.return_reason)
        self.reprint.set_reason(props.reprint_reason)
        returnable = bool(props.receivers)
        self.step.set_kind("outline" if returnable else "primary")
        self.hand_out.set_kind("primary" if returnable else "outline")
        same = props.code == self._code and self.receiver.count() == len(props.receivers)
        if not same:
            self._code = props.code
            self.receiver.clear()
            for option in props.receivers:
                self.receiver.addItem(option.text, option.key)
            self.name.set_text("")
        self._who.setVisible(returnable)
        say(self._slip, props.slip)
        self._tell_name()

    def _tell_name(self) -> None:
        self.name.setVisible(self.to == NAMED)
