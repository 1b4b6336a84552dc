"""What can be done with a dossier now; what cannot stays visible and says why."""

from PySide6.QtCore import Signal

from kiosk.ui.counter.dossier_props import DossierProps
from kiosk.ui.counter.life_keys import BOARD, ActKey
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton, Kind
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column
from kiosk.ui.theme.look import Look


class ActsCard(Card):
    """``asked`` carries the key of an act: F9, F12, Ctrl P, and those of a dossier's life."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 8, (20, 14, 20, 14), self)
        column.add(Label(look, "Việc tiếp theo", "h2"))
        self.step = column.add(DeskButton(look, "", "send", "F9", "primary", "action"))
        self.hand_out = column.add(DeskButton(look, "Trả kết quả", "hand", "F12", size="action"))
        self.keys = {one.key: column.add(_button(look, one)) for one in BOARD}
        self.reprint = column.add(DeskButton(look, "In lại giấy hẹn", "printer", "Ctrl P"))
        self._slip = column.add(Label(look, "", "caption", "ink_2"))
        self._rule = column.add(Rule(look))
        self._rest = column.add(Label(look, "", "caption", "ink_2", marked=True))
        self.step.clicked.connect(lambda: self.asked.emit("F9"))
        for key, button in self.keys.items():
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
        self.hand_out.clicked.connect(lambda: self.asked.emit("F12"))
        self.reprint.clicked.connect(lambda: self.asked.emit("Ctrl P"))

    def set_props(self, props: DossierProps) -> None:
        """Show these props."""
        self.step.set_text(props.step_text)
        self.step.set_reason(props.step_reason)
        for act in props.keys:
            self.keys[act.key].set_reason(act.reason)
        self.hand_out.set_text(props.return_text)
        self.hand_out.set_reason(props.return_reason)
        self.reprint.set_reason(props.reprint_reason)
        returnable = not props.return_reason
        self.step.set_kind("outline" if returnable or props.step_reason else "primary")
        self.hand_out.set_kind("primary" if returnable else "outline")
        say(self._slip, props.slip)
        say(self._rest, props.rest)
        self._rule.setVisible(bool(props.rest))


def _button(look: Look, act: ActKey) -> DeskButton:
    kind: Kind = "danger" if act.danger else "outline"
    return DeskButton(look, act.text, act.icon, act.key, kind)
