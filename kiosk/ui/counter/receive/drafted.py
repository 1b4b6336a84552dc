"""The form with the reception it belongs to: what is half entered is kept, offered, put aside."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.clock import Clock
from kiosk.ui.counter.receive import said
from kiosk.ui.counter.receive.banner import Answer
from kiosk.ui.counter.receive.card_filling import CardFilling
from kiosk.ui.counter.receive.drafts import Draft, DraftFile
from kiosk.ui.counter.receive.entry import Entry, new_entry, resumed
from kiosk.ui.counter.receive.form import Form, is_empty
from kiosk.ui.counter.receive.live_form import LiveForm
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.dossiers.receiving import DossierReceived
    from kiosk.queue.model import Ticket

_TYPED = Qt.FocusReason.OtherFocusReason


class DraftedForm(LiveForm):
    """A form whose draft outlives the program; nothing is sent from here."""

    def __init__(
        self, look: Look, workplace: Workplace, counter: int, clock: Clock, drafts: Path
    ) -> None:
        super().__init__(look, workplace)
        self._clock = clock
        self._drafts = DraftFile(drafts, counter)
        self._entry = new_entry(None)
        self._offered: Draft | None = None
        self._fact: DossierReceived | None = None
        self._sending = False
        self._cards = CardFilling(self)

    def is_dirty(self) -> bool:
        """Whether something was entered that is not received yet."""
        asked = self._offered is not None or self._fact is not None
        return not asked and not self.nothing_new(self.filling.form())

    def nothing_new(self, form: Form) -> bool:
        """Whether a form holds nothing that would be missed."""
        return is_empty(form)

    def save_draft(self) -> bool:
        """Keep what was entered, and say whether that succeeded."""
        self.pause.stop()
        if self._sending or self._offered is not None or self._fact is not None:
            return True
        form = self.filling.form()
        if self.nothing_new(form):
            self._drafts.delete()
            self.body.say_saved("")
            return True
        now = self._clock.now()
        well = self._drafts.save(self._entry.draft(form, now))
        told = said.SAVED.format(time=clock_time(now)) if well else said.NOT_SAVED
        self.body.say_saved(told, well=well)
        return well

    def on_pause(self) -> None:
        """A pause in typing: keep the draft, see what the rules say, draw the slip."""
        self.save_draft()
        super().on_pause()

    def tell(self, told: str, icon: str = "alert") -> bool:
        """Say something above the cards, unless a question waits there; whether it was said."""
        if not self.waits:
            self.body.banner.say(told, icon=icon)
        return not self.waits

    def ask_above(self, question: str, *answers: Answer, icon: str = "alert") -> None:
        """Ask above the cards, which wait until it is answered."""
        self.waits = True
        self.body.cards.setEnabled(False)
        self.body.banner.say(question, *answers, icon=icon)
        self.rebuilt.emit()
        self.body.set_tab_order()
        wanted = next(answer.key for answer in answers if answer.wanted)
        self.body.banner.buttons[wanted].setFocus(_TYPED)

    def save_by_hand(self) -> None:
        """Ctrl+S."""
        self.save_draft()
        if not self.is_dirty():
            self.body.say_saved(said.NOTHING_TO_SAVE)

    def take_back(self) -> None:
        """Change places with the reception that waits longest."""
        if self._sending or self.waits or not self.save_draft():
            return
        if self.is_dirty() and not self._put_aside():
            return
        draft = self._drafts.take_back()
        self._wipe(None)
        if draft is not None:
            self._resume(draft)

    def _wipe(self, ticket: "Ticket | None") -> None:
        self.pause.stop()
        self._entry = new_entry(ticket)
        self._offered = self._fact = None
        self._cards.forget()
        self.waits = False
        self.ticket_id = self._entry.ticket_id
        self.field = ticket.field if ticket is not None else ""
        self.body.show_ticket(self._entry.ticket_label)
        self.body.say_saved("")
        self.body.show_waiting(self._drafts.waiting())
        self.body.banner.drop()
        self.body.cards.setEnabled(True)
        self.start_anew()

    def _resume(self, draft: Draft) -> None:
        self._entry = resumed(draft, self._entry, self._clock.now())
        self.ticket_id = self._entry.ticket_id
        self.body.show_ticket(self._entry.ticket_label)
        self.take_up(draft.form)
        place = "applicant.name" if draft.form.procedure else "procedure"
        self.body.place(place).setFocus(_TYPED)

    def continue_with(self, entry: Entry, field: str, form: Form) -> None:
        """Go on with these people for that ticket."""
        self._entry, self.ticket_id, self.field = entry, entry.ticket_id, field
        self.body.show_ticket(entry.ticket_label)
        self.take_up(form)
        self.on_pause()

    def _put_aside(self) -> bool:
        well = self._drafts.put_aside()
        if not well:
            self.body.say_saved(said.NOT_ASIDE, well=False)
        return well
