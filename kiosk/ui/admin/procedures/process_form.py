"""One step of a process in the manager's hands: what is done, where, within what limit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.process_props import (
    LONGEST,
    NEW_STEP,
    STEP_UNITS,
    StepLine,
    amount_and_unit,
)
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.layouts import Row
from kiosk.ui.parts.listed_field import ListedField
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

_TOP = Qt.AlignmentFlag.AlignTop


class StepForm(QWidget):
    """``edited`` tells every change by hand, ``submitted`` Enter in a line."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = Row(look, 12, (0, 0, 0, 0), self)
        self.name = row.add(Field(look, "Việc của bước", limit=LONGEST), 4, _TOP)
        self.responsible = row.add(ListedField(look, "Nơi làm", limit=LONGEST), 4, _TOP)
        self.amount = row.add(Field(look, "Thời hạn", limit=4), 1, _TOP)
        self.unit = row.add(ChoiceField(look, "Tính bằng", STEP_UNITS), 2, _TOP)
        for field in (self.name, self.responsible, self.amount):
            field.edited.connect(lambda _: self.edited.emit())
            field.submitted.connect(self.submitted)
        self.unit.edited.connect(lambda _: self.edited.emit())

    def offer(self, departments: tuple[str, ...]) -> None:
        """The places to choose from; what is chosen or typed stays."""
        self.responsible.offer(departments)

    def show_step(self, step: StepLine | None) -> None:
        """Show a step; None where there is none to change."""
        shown = step or NEW_STEP
        amount, unit = amount_and_unit(shown.limit)
        for field, text in (
            (self.name, shown.name),
            (self.responsible, shown.responsible),
            (self.amount, amount),
        ):
            field.set_text(text)
            field.set_error("")
        self.unit.choose(unit)
        for each in (self.name, self.responsible, self.amount, self.unit):
            each.setEnabled(step is not None)
        for edit in (self.name.edit, self.responsible.other.edit, self.amount.edit):
            edit.setEnabled(step is not None)

    def step(self) -> StepLine:
        """The step as far as it is typed."""
        limit = f"{self.amount.text().strip()}{self.unit.current}"
        return StepLine(self.name.text(), self.responsible.text(), limit)

    def set_fault(self, refusal: Refused) -> None:
        """Say beside its field what is wrong, and go there."""
        fields: dict[str, Field | ListedField] = {
            "step.name": self.name,
            "step.responsible": self.responsible,
        }
        field = fields.get(refusal.code, self.amount)
        field.set_error(sentence(refusal))
        field.setFocus()

    def begin(self) -> None:
        """The focus goes where one types."""
        self.name.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.name.edit, *self.responsible.stops(), self.amount.edit, self.unit.box)
