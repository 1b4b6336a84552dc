"""Receiving a dossier at the counter: the page behind F7, from the procedure to F9."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock, office_day
from kiosk.refusal import Refused
from kiosk.ui.counter.receive import said
from kiosk.ui.counter.receive.banner import Answer
from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.entry import offer_said, worth_offering
from kiosk.ui.counter.receive.form import Form, application_values
from kiosk.ui.counter.receive.outlook import after, twin_said
from kiosk.ui.counter.receive.props import keys_of, letter_keys
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.receive.sending import Outcome, Sending
from kiosk.ui.counter.receive.turning_props import REFUSAL, SUPPLEMENT
from kiosk.ui.counter.receive.visiting import SAME, VisitForm
from kiosk.ui.parts.sheet import Question
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.dossiers.identity import CardRead
    from kiosk.dossiers.receiving import DossierReceived
    from kiosk.queue.model import Ticket
    from kiosk.ui.counter.life_seen import ActEntry

RESUME, DROP, SEEN = "resume", "drop", "seen"
KEEP, ANEW, UNDO, LATER = "keep", "anew", "undo", "later"
_Before = tuple[Form, str, "ActEntry | None"]
_TYPED = Qt.FocusReason.OtherFocusReason
_TABBED = Qt.FocusReason.TabFocusReason


class ReceivePage(VisitForm):
    """A page of the counter's frame.

    ``received`` carries the fact, :class:`~kiosk.dossiers.receiving.DossierReceived`; ``left``: the
    officer goes back (what was typed is kept as a draft); ``scanned`` carries a scan that is no
    citizen's card; ``keys_changed``: :meth:`keys` tells others now.
    """

    received = Signal(object)
    left = Signal()
    scanned = Signal(str)
    keys_changed = Signal()

    def __init__(
        self,
        look: Look,
        workplace: Workplace,
        counter: int,
        clock: Clock,
        drafts: Path,
        ticks: Ticks = event_ticks,
    ) -> None:
        super().__init__(look, workplace, counter, clock, drafts)
        self._card: CardRead | None = None
        self._waiting: tuple[Ticket | None, CardRead | None] | None = None
        self._focus_before: QWidget | None = None
        self._minute = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self.setFocusProxy(self.body.procedure.edit)
        outcome = Outcome(
            self._on_received, self._on_earlier, self._on_refused, self._on_unanswered
        )
        self._sender = Sending(workplace, self, counter, outcome)
        self._watch: ScanWatch[_Before] = ScanWatch(self, self._before_scan, self._on_scan, ticks)
        self.rebuilt.connect(lambda: self._watch.watch(self))
        self.painted.connect(self._tell_keys)
        self.body.submit.clicked.connect(self.submit)
        self.body.waiting.clicked.connect(self.take_back)
        self.body.banner.answered.connect(self._on_answer)
        self.turning.unfit.connect(self._on_refused)
        workplace.tick.connect(self._on_tick)
        self._watch.watch(self)
        self.body.set_tab_order()
        self.paint()

    # What the window asks of the page

    def begin(self, ticket: "Ticket | None", card: "CardRead | None" = None) -> None:
        """Begin a reception for a ticket, with a card that was scanned. A draft is offered.

        What is half entered becomes a draft; where that cannot be written it is asked first.
        """
        if self.is_sending():
            return
        if self.is_dirty() and not self.save_draft():
            self._waiting = ticket, card
            keep, anew = Answer(KEEP, "Nhập tiếp", True), Answer(ANEW, "Bỏ, bắt đầu mới")
            self.ask_above(said.CANNOT_KEEP, anew, keep)
            return
        self._begin(ticket, card)

    def _begin(self, ticket: "Ticket | None", card: "CardRead | None") -> None:
        self._wipe(ticket)
        draft = self._drafts.at_hand(self.ticket_id)
        self.body.show_waiting(self._drafts.waiting())
        if draft is not None and worth_offering(draft):
            self._offered, self._card = draft, card
            offer = offer_said(draft, self._clock.now())
            drop, later = Answer(DROP, "Bỏ"), Answer(LATER, "Để sau")
            self.ask_above(offer, drop, later, Answer(RESUME, "Nhập tiếp", True), icon="doc")
            return
        if card is not None:
            self.use_card(card)
        elif self.visit.is_of(self.ticket_id):
            self._offer_same()
        self.body.place("procedure").setFocus(_TYPED)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that are valid now, for the bar."""
        shut, body = bool(self.body.submit.reason), self.body
        if self.turning.kind is not None:
            return letter_keys(shut, body.preview_shown)
        goes_on = "Cùng người vừa nhận" if self._may_repeat() else "" if shut else "Nhận, nhập tiếp"
        return keys_of(shut, body.preview_shown, bool(body.refuse.reason), goes_on)

    def use_card(self, card: "CardRead", *, meddled: bool = False) -> None:
        """Fill in what a citizen's card says. What belonged to another person goes, and is told."""
        if self._offered is not None:
            self._card = card
            return
        if self.waits:
            return
        told, undoable = self._cards.fill(card, self._clock.now(), meddled=meddled)
        if told:
            self.body.banner.say(told, *([Answer(UNDO, "Hoàn tác")] if undoable else []))
            self._watch.watch(self.body.banner)
            self.body.set_tab_order()
        else:
            self.body.banner.drop()
        self.look_again()

    def go_on(self) -> None:
        """Ctrl+F9: receive the dossier and enter the next procedure of the same people; before
        anything is entered, those of the dossier received last in this visit."""
        if self._may_repeat():
            self._repeat()
        elif self.turning.kind is None:
            self._goes_on = True
            self._receive()
            if shut := self.props().shut:
                self.tell(said.NOT_GONE_ON.format(why=shut))

    def submit(self) -> None:
        """F9: receive the dossier. The same request until it succeeds; a second press waits."""
        self._goes_on = False
        self._receive()

    def _receive(self) -> None:
        if self.turning.kind is not None:
            self.turning.submit()
            return
        if self._sending or self._offered is not None or self._fact is not None:
            return
        if self.props().shut:
            self.show_all_faults()
        else:
            self._send()

    def turn_kind(self) -> None:
        """Ctrl+E: an organisation in place of a person, or the other way round."""
        if not self.waits and not self.is_sending() and self.turning.kind is None:
            self.body.person.turn_kind()

    def leave(self) -> None:
        """Esc: go back; what was entered is kept. A letter goes back to the cards."""
        if self.turning.kind is not None:
            self.turning.close()
            return
        self.save_draft()
        self.left.emit()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]]
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            acts = {
                Qt.Key.Key_S: self.save_by_hand,
                Qt.Key.Key_I: self.toggle_preview,
                Qt.Key.Key_E: self.turn_kind,
                Qt.Key.Key_F9: self.go_on,
            }
        else:
            acts = {
                Qt.Key.Key_F9: self.submit,
                Qt.Key.Key_F10: lambda: self.turn_away(SUPPLEMENT),
                Qt.Key.Key_F11: lambda: self.turn_away(REFUSAL),
                Qt.Key.Key_Escape: self.leave,
                Qt.Key.Key_Return: self.focusNextChild,
                Qt.Key.Key_Enter: self.focusNextChild,
            }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous() and self.is_dirty():
            self.save_draft()
        super().hideEvent(event)

    def _wipe(self, ticket: "Ticket | None") -> None:
        self._card = self._waiting = None
        super()._wipe(ticket)

    def _tell_keys(self) -> None:
        keys = self.keys()
        if keys != self._keys:
            self._keys = keys
            self.keys_changed.emit()

    # Sending

    def _send(self, *, again: bool = False) -> None:
        self.body.banner.drop()
        form = self.filling.form()
        values = application_values(form, self.ticket_id)
        values |= {key: True for key, on in (("slip", form.slip), ("again", again)) if on}
        # Should the program end now, the next one asks with the same id and the same content.
        before, self._entry = self._entry, self._entry.unanswered(values)
        self.save_draft()
        self._entry = before
        self._sending = True
        self._focus_before = self.window().focusWidget()
        self.body.cards.setEnabled(False)
        self.body.submit.set_busy("Đang ghi hồ sơ…")
        self._sender.send(before, values, self.officer, office_day(self._clock.now()))

    def _end_sending(self) -> None:
        self._sending = False
        self.body.cards.setEnabled(True)
        self.body.submit.set_busy("")
        if self._focus_before is not None:
            self._focus_before.setFocus(_TYPED)
            self._focus_before = None

    def _on_received(self, fact: "DossierReceived") -> None:
        self._end_sending()
        self._drafts.delete()
        form = self.filling.form()
        self.visit = self.visit.after(self.ticket_id, fact.code, form)
        if self._goes_on:
            self._go_on(fact, form)
        else:
            self._wipe(None)
            self.received.emit(fact)

    def _on_earlier(self, fact: "DossierReceived") -> None:
        self._end_sending()
        self._drafts.delete()
        self._fact = fact
        self.ask_above(said.EARLIER.format(code=fact.code), Answer(SEEN, "Đã rõ", True))

    def _on_refused(self, refusal: Refused) -> None:
        self._end_sending()
        if (twin := twin_said(refusal)) is not None:
            self.save_draft()
            question = Question(said.TWIN_TITLE, twin, "Chưa nhận", "Nhận thêm")
            self.asking.emit(question, lambda: self._send(again=True))
            return
        outlook = after(refusal, self.outlook)
        if outlook is None:
            self.body.banner.say(sentence(refusal))
        self.save_draft()
        self.show_all_faults(outlook)

    def _on_unanswered(self, values: dict[str, Any], error: BaseException) -> None:
        self._end_sending()
        self._entry = self._entry.unanswered(values)
        self.save_draft()
        told = said.NOT_KNOWN
        if isinstance(error, Refused) and error.code != "store.unreachable":
            told = f"{sentence(error)} {said.STILL_HERE}"
        self.body.banner.say(told)
        if not isinstance(error, Refused):
            raise error

    # Asking and answering

    def _on_answer(self, key: str) -> None:
        if key in (UNDO, SAME):
            self._undo_card() if key == UNDO else self._repeat()
            return
        waiting, self._waiting = self._waiting, None
        self.waits = False
        self.body.banner.drop()
        self.body.cards.setEnabled(True)
        fact, draft, card = self._fact, self._offered, self._card
        self._offered = self._card = None
        if fact is not None:
            self._wipe(None)
            self.received.emit(fact)
        elif waiting is not None:
            if key == ANEW:
                self._begin(*waiting)
            else:
                self.body.place("procedure").setFocus(_TYPED)
        elif draft is not None and (key == RESUME or (key == LATER and not self._put_aside())):
            self._resume(draft)
        else:
            if key == DROP:
                self._drafts.delete()
            self.body.show_waiting(self._drafts.waiting())
            if card is not None:
                self.use_card(card)
            self.body.place("procedure").setFocus(_TYPED)

    # Scans, focus, time, room

    def _before_scan(self) -> _Before:
        letter = self.turning.entry() if self.turning.kind is not None else None
        return self.filling.form(), self.body.procedure.edit.text(), letter

    def _on_scan(self, scan: Scan[_Before]) -> None:
        text = scan.text
        form, searched, letter = scan.before
        if letter is not None:
            self.turning.put_back(letter)
            self.tell(said.LETTER_HALF)
            return
        self.put_back(form, searched)
        from kiosk.dossiers.identity import looks_like_card, read_card

        if not looks_like_card(text):
            self.scanned.emit(text)
            return
        try:
            card = read_card(text)
        except Refused as refusal:
            if not self.tell(sentence(refusal)):
                self.scanned.emit(text)
            return
        self.use_card(card, meddled=scan.meddled)

    def _undo_card(self) -> None:
        self.body.banner.drop()
        if self._cards.undo():
            self.body.place("applicant.name").setFocus(_TYPED)
            self.on_pause()

    def _on_tick(self) -> None:
        """The due date depends on the time of day."""
        minute = clock_time(self._clock.now())
        if minute != self._minute:
            self._minute = minute
            if self.filling.procedure is not None and self.isVisible():
                self.look_again()
