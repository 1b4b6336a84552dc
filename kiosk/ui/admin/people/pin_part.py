"""A person's PIN, and whether they work here: below their entry."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.admin.people.props import PersonRow
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

_LONGEST_PIN = 12


class PinPart(QWidget):
    """What is typed here is never shown, kept as a draft, or told to anybody but the store."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Column(look, 10, (0, 0, 0, 0), self)
        column.add(Rule(look))
        column.add(Label(look, "Mã PIN", "h2"))
        self.state = column.add(Label(look, " ", "body", "ink_2"))
        row = column.nest(Row(look, 12))
        self.pin = row.add(
            Field(look, "Mã PIN mới", limit=_LONGEST_PIN), 1, Qt.AlignmentFlag.AlignTop
        )
        self.again = row.add(
            Field(look, "Gõ lại mã PIN", limit=_LONGEST_PIN), 1, Qt.AlignmentFlag.AlignTop
        )
        for field in (self.pin, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
            field.submitted.connect(self.wanted)
        row = column.nest(Row(look, 12))
        self.give = row.add(DeskButton(look, "Đặt PIN mới", "lock", "F9"))
        self.unlock = row.add(DeskButton(look, "Mở khóa"))
        row.fill()
        self._above_leaving = column.add(Rule(look))
        row = column.nest(Row(look, 12))
        self.retire = row.add(DeskButton(look, "Cho nghỉ", "leave", "", "danger"))
        row.fill()
        self.give.clicked.connect(self.wanted)

    def show_person(self, row: PersonRow | None) -> None:
        """Show how it stands with this person; None: nobody, or somebody not yet written down."""
        self.state.setText(row.pin if row is not None else "Ghi cán bộ mới trước, rồi đặt mã PIN.")
        at_work = row is not None and row.active
        for field in (self.pin, self.again):
            field.setVisible(at_work)
            field.setEnabled(at_work)
            field.edit.setEnabled(at_work)
        self.give.setEnabled(at_work)
        self.give.setVisible(at_work)
        self.unlock.setVisible(row is not None and row.locked)
        self._above_leaving.setVisible(row is not None)
        self.retire.setVisible(row is not None)
        leaves = row is None or row.active
        self.retire.set_text("Cho nghỉ" if leaves else "Nhận lại")
        self.retire.set_kind("danger" if leaves else "outline")

    def forget(self) -> None:
        """What is typed is gone."""
        self.pin.set_text("")
        self.again.set_text("")

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.pin.edit, self.again.edit, self.give, self.unlock, self.retire)
