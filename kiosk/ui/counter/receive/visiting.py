"""The form that goes on with the same people: several procedures in one visit."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kiosk.clock import Clock
from kiosk.ids import new_id
from kiosk.ui.counter.receive import said
from kiosk.ui.counter.receive.banner import Answer
from kiosk.ui.counter.receive.form import Form, is_empty
from kiosk.ui.counter.receive.turnable import TurnableForm
from kiosk.ui.counter.receive.visit import Visit, codes_said, next_form
from kiosk.ui.theme.look import Look
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.dossiers.receiving import DossierReceived

SAME = "same"
TYPED = Qt.FocusReason.OtherFocusReason


class VisitForm(TurnableForm):
    """``continued`` carries the fact of a dossier received, where the next procedure of the visit
    is entered at once."""

    continued = Signal(object)

    def __init__(
        self, look: Look, workplace: Workplace, counter: int, clock: Clock, drafts: Path
    ) -> None:
        super().__init__(look, workplace, counter, clock, drafts)
        self._goes_on = False
        self.visit = Visit()

    def _go_on(self, fact: "DossierReceived", form: Form) -> None:
        """The next one of the visit: the same people, the same ticket, nothing chosen yet."""
        before, field = self._entry, self.field
        self._wipe(None)
        self.continue_with(replace(before, request_id=new_id(), asked=()), field, next_form(form))
        self.tell(said.GONE_ON.format(code=fact.code, name=form.applicant.name), "check")
        self.body.place("procedure").setFocus(TYPED)
        self.continued.emit(fact)

    def nothing_new(self, form: Form) -> bool:
        """The people of a dossier just received, put there for the next one, are nothing new."""
        same = bool(self.visit.codes) and self.visit.ticket_id == self.ticket_id
        return (same and form == next_form(self.visit.form)) or super().nothing_new(form)

    @property
    def untold(self) -> tuple[str, ...]:
        """The codes of a visit that ended without an F9: nobody was told of all of them yet."""
        return self.visit.codes if self._goes_on else ()

    def _may_repeat(self) -> bool:
        free = not self.waits and not self.is_sending() and self.turning.kind is None
        return free and self.visit.is_of(self.ticket_id) and is_empty(self.filling.form())

    def _offer_same(self) -> None:
        label, name = self._entry.ticket_label, self.visit.form.applicant.name
        codes = codes_said(self.visit.codes)
        told = said.IN_VISIT.format(ticket=label, codes=codes, name=name)
        self.body.banner.say(told, Answer(SAME, "Cùng người này (Ctrl F9)"), icon="doc")
        self.rebuilt.emit()
        self.body.set_tab_order()

    def _repeat(self) -> None:
        self.body.banner.drop()
        self.continue_with(self._entry, self.field, next_form(self.visit.form))
        self.body.place("procedure").setFocus(TYPED)
