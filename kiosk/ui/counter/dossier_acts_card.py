"""What can be done with a dossier now; what cannot stays visible and says why."""

from typing import Literal

from PySide6.QtCore import Signal

from kiosk.ui.counter.dossier_props import DossierProps
from kiosk.ui.counter.life_keys import BOARD, ActKey
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton, Kind
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Grid
from kiosk.ui.theme.look import Look

Room = Literal["roomy", "tight", "tightest", "least"]
ROOMS: tuple[Room, ...] = ("roomy", "tight", "tightest", "least")
_GAPS: dict[Room, int] = {"roomy": 8, "tight": 6, "tightest": 4, "least": 4}
_MARGINS: dict[Room, int] = {"roomy": 14, "tight": 14, "tightest": 8, "least": 8}
_REPRINT = ActKey("Ctrl P", "In lại giấy hẹn", "In lại", "printer", "")


class ActsCard(Card):
    """``asked`` carries the key of an act: F9, F12, Ctrl P, and those of a dossier's life.

    Where the page is too low for it, :meth:`set_room` stands the acts of its life two in a row,
    in short words, and tells below them once why some cannot be done; on a lower page without its
    heading and the line on the slip, on the lowest without what may still be done.
    """

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.room: Room = "roomy"
        self._props: DossierProps | None = None
        self._column = column = Column(look, 8, (20, 14, 20, 14), self)
        self._heading = column.add(Label(look, "Việc tiếp theo", "h2"))
        self.step = column.add(DeskButton(look, "", "send", "F9", "primary", "action"))
        self.hand_out = column.add(DeskButton(look, "Trả kết quả", "hand", "F12", size="action"))
        self._acts = {one.key: one for one in (*BOARD, _REPRINT)}
        buttons = {key: _button(look, one) for key, one in self._acts.items()}
        self._grid = column.nest(Grid(look, 8))
        for at, button in enumerate(buttons.values()):
            self._grid.addWidget(button, at, 0, 1, 2)
        self.reprint = buttons[_REPRINT.key]
        self.keys = {key: button for key, button in buttons.items() if key != _REPRINT.key}
        self._buttons = buttons
        self._shut = column.add(Label(look, "", "caption", "ink_2", marked=True))
        self._slip = column.add(Label(look, "", "caption", "ink_2"))
        self._rule = column.add(Rule(look))
        self._rest = column.add(Label(look, "", "caption", "ink_2", marked=True))
        self.step.clicked.connect(lambda: self.asked.emit("F9"))
        for key, button in buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
        self.hand_out.clicked.connect(lambda: self.asked.emit("F12"))

    def set_room(self, room: Room) -> None:
        """Stand the acts closer, or each in a row of its own; the card's height is known at once."""
        if room == self.room:
            return
        self.room, tight = room, room != "roomy"
        for at, (key, button) in enumerate(self._buttons.items()):
            self._grid.removeWidget(button)
            act = self._acts[key]
            button.set_text(act.short if tight else act.text)
            button.set_icon("" if tight else act.icon)
            alone = not tight or (at == len(self._buttons) - 1 and at % 2 == 0)
            row, column = (at // 2, at % 2) if tight else (at, 0)
            self._grid.addWidget(button, row, column, 1, 2 if alone else 1)
        self._space()
        if self._props is not None:
            self.set_props(self._props)
        # Qt would tell of the other height only later.
        self._grid.invalidate()
        self._column.invalidate()
        self.updateGeometry()

    def wear(self, look: Look) -> None:
        super().wear(look)
        if hasattr(self, "_grid"):
            self._space()

    def _space(self) -> None:
        gap, margin = self.look.px(_GAPS[self.room]), _MARGINS[self.room]
        self._column.set_margins((20, margin, 20, margin))
        self._heading.setVisible(self.room in ("roomy", "tight"))
        self._column.setSpacing(gap)
        self._grid.setSpacing(gap)

    def set_props(self, props: DossierProps) -> None:
        """Show these props."""
        self._props, tight = props, self.room != "roomy"
        self.step.set_text(props.step_text)
        self.step.set_reason(props.step_reason)
        reasons = {act.key: act.reason for act in props.keys}
        reasons[_REPRINT.key] = props.reprint_reason
        for key, reason in reasons.items():
            button = self._buttons[key]
            button.set_reason("" if tight else reason)
            button.setEnabled(not reason)
            button.setAccessibleDescription(reason)
            button.setToolTip(reason if tight else "")
        said = dict.fromkeys(reason for reason in reasons.values() if reason)
        # The slip's own line says it already.
        said.pop(props.slip, None)
        low, lowest = self.room in ("tightest", "least"), self.room == "least"
        rest = [props.rest] if low and not lowest and props.rest else []
        say(self._shut, " ".join([*said, *rest]) if tight else "")
        self.hand_out.set_text(props.return_text)
        self.hand_out.set_reason(props.return_reason)
        returnable = not props.return_reason
        self.step.set_kind("outline" if returnable or props.step_reason else "primary")
        self.hand_out.set_kind("primary" if returnable else "outline")
        say(self._slip, "" if low else props.slip)
        say(self._rest, "" if low else props.rest)
        self._rule.setVisible(bool(props.rest) and not low)


def _button(look: Look, act: ActKey) -> DeskButton:
    kind: Kind = "danger" if act.danger else "outline"
    return DeskButton(look, act.text, act.icon, act.key, kind)
