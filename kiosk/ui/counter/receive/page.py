"""Receiving a dossier at the counter: the page behind F7, from the procedure to F9."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.clock import Clock, office_day
from kiosk.refusal import Refused
from kiosk.ui.counter.receive.banner import Answer
from kiosk.ui.counter.receive.body import ReceiveBody
from kiosk.ui.counter.receive.drafts import Draft, DraftFile
from kiosk.ui.counter.receive.entry import Entry, new_entry, offer_said, resumed, worth_offering
from kiosk.ui.counter.receive.form import AUTHORIZED, Form, application_values, fee_shown, is_empty
from kiosk.ui.counter.receive.latest import Latest
from kiosk.ui.counter.receive.outlook import Hit, Outlook
from kiosk.ui.counter.receive.papers import papers_of
from kiosk.ui.counter.receive.props import ReceiveProps, derive
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.layouts import Box
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace
from kiosk.wording import doubt_sentence, sentence

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Procedure
    from kiosk.dossiers.identity import CardRead
    from kiosk.dossiers.receiving import DossierReceived
    from kiosk.queue.model import Ticket

PAUSE_MS = 300
RESUME, DROP, SEEN = "resume", "drop", "seen"
STILL_HERE = "Thông tin vẫn còn trên màn hình. Bấm F9 để thử lại."
NOT_KNOWN = (
    "Chưa rõ hồ sơ đã được ghi hay chưa. Thông tin vẫn còn trên màn hình. "
    "Bấm F9 để thử lại; hồ sơ không bị ghi hai lần."
)
CARD_DOUBTS = {
    "card.garbled": "Chữ quét từ căn cước có chỗ không đúng: tắt bộ gõ tiếng Việt rồi quét lại, "
    "hoặc sửa bằng tay.",
    "card.incomplete": "Căn cước quét được thiếu vài mục: điền nốt bằng tay.",
}


class ReceivePage(Box):
    """A page of the counter's frame.

    ``received`` carries the fact, :class:`~kiosk.dossiers.receiving.DossierReceived`; ``left``:
    the officer goes back (what was typed is kept as a draft); ``scanned`` carries a scan that is
    no citizen's card; ``keys_changed``: :meth:`keys` tells others now.
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
        super().__init__(look)
        self._workplace, self._counter, self._clock = workplace, counter, clock
        self._drafts = DraftFile(drafts, counter)
        self._officer: str | None = None
        self._entry = new_entry(None)
        self._procedure: Procedure | None = None
        self._outlook = Outlook()
        self._touched: frozenset[str] = frozenset()
        self._tried = False
        self._editing = ""
        self._offered: Draft | None = None
        self._card: CardRead | None = None
        self._fact: DossierReceived | None = None
        self._sending: dict[str, Any] | None = None
        self._minute = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self._drawn: tuple[object, ...] = ()
        self.body = ReceiveBody(look)
        Column(look, 0, (0, 0, 0, 0), self).add(self.body, 1)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.on_pause)
        self._look = Latest(self._start_look)
        self._search = Latest(self._start_search)
        self._picture = Latest(self._start_picture)
        self._searched = ""
        self._watch: ScanWatch[tuple[Form, str]] = ScanWatch(
            self, self._before_scan, self._on_scan, ticks
        )
        self._connect()
        self.body.set_tab_order()
        self._paint()

    # What the window asks of the page

    def begin(self, ticket: "Ticket | None", card: "CardRead | None" = None) -> None:
        """Begin a reception for a ticket, with a card that was scanned. A draft is offered."""
        if self.is_dirty():
            self.save_draft()
        self._wipe(ticket)
        draft = self._drafts.load()
        if worth_offering(draft) and draft is not None:
            self._offered, self._card = draft, card
            said = offer_said(draft, self._clock.now())
            self._ask(said, Answer(DROP, "Bỏ"), Answer(RESUME, "Nhập tiếp", wanted=True), icon="doc")
            return
        if card is not None:
            self.use_card(card)
        self.body.procedure.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_officer(self, code: str | None, name: str = "") -> None:
        """Who acts from now on."""
        if code != self._officer:
            self._officer = code
            self._ask_outlook()

    def is_dirty(self) -> bool:
        """Whether something was entered that is not received yet."""
        return self._offered is None and self._fact is None and not is_empty(self.body.form())

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that are valid now, for the bar."""
        open_now = () if self.body.submit.reason else (("F9", "Tiếp nhận và in"),)
        preview = "Ẩn xem trước" if self.body.preview_shown else "Xem trước"
        return (
            *open_now,
            ("Space", "Đánh dấu giấy tờ"),
            ("+ −", "Số lượng"),
            ("Ctrl S", "Lưu nháp"),
            ("Ctrl I", preview),
            ("Esc", "Quay lại"),
        )

    def use_card(self, card: "CardRead") -> None:
        """Fill in what a citizen's card says."""
        if self._offered is not None:
            self._card = card
            return
        self.body.person.fill(card, self._clock.now())
        said = [CARD_DOUBTS[code] for code in card.doubts if code in CARD_DOUBTS]
        if said:
            self.body.banner.say(" ".join(said))
        self._ask_outlook()

    def submit(self) -> None:
        """F9: receive the dossier. The same request until it succeeds; a second press waits."""
        if self._sending is not None or self._offered is not None or self._fact is not None:
            return
        self.pause.stop()
        self._editing = ""
        if self._props().shut:
            self._tried = True
            self._paint()
            self._go_to_fault()
            return
        self.body.banner.drop()
        self._send(application_values(self.body.form(), self._entry.ticket_id))

    def leave(self) -> None:
        """Esc: go back; what was entered is kept."""
        self.save_draft()
        self.left.emit()

    def save_draft(self) -> bool:
        """Keep what was entered; False when that did not succeed."""
        self.pause.stop()
        if self._offered is not None or self._fact is not None:
            return True
        form = self.body.form()
        if is_empty(form):
            self._drafts.delete()
            self.body.say_saved("")
            return True
        now = self._clock.now()
        well = self._drafts.save(self._entry.draft(form, now))
        self.body.say_saved(
            f"Đã lưu nháp lúc {clock_time(now)}"
            if well
            else "Chưa lưu được nháp; thông tin vẫn còn trên màn hình. Kiểm tra ổ đĩa.",
            well=well,
        )
        return well

    def toggle_preview(self) -> None:
        """Ctrl+I: show or hide the slip."""
        self.body.preview_wanted = not self.body.preview_shown
        self._arrange()

    def on_pause(self) -> None:
        """A pause in typing: keep the draft, see what the rules say, draw the slip."""
        self.pause.stop()
        self.save_draft()
        self._ask_outlook()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        acts: dict[int, Callable[[], object]] = {
            int(Qt.Key.Key_F9): self.submit,
            int(Qt.Key.Key_Escape): self.leave,
        }
        if control:
            acts = {int(Qt.Key.Key_S): self._save_by_hand, int(Qt.Key.Key_I): self.toggle_preview}
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            acts[int(key)] = self.focusNextChild
        act = acts.get(int(key))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def wear(self, look: Look) -> None:
        super().wear(look)
        # The parts have their new sizes only once all of them are dressed.
        QTimer.singleShot(0, self, self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous() and self.is_dirty() and self._sending is None:
            self.save_draft()
        super().hideEvent(event)

    # The form

    def _connect(self) -> None:
        body = self.body
        body.procedure.searched.connect(self._on_searched)
        body.procedure.picked.connect(self._on_picked)
        body.procedure.case_chosen.connect(lambda _: self._on_case())
        for card in (body.person, body.papers, body.terms):
            card.changed.connect(self._on_changed)
        for card in (body.person, body.terms):
            card.began.connect(self._on_began)
            card.left.connect(self._on_left_field)
        body.terms.terms_changed.connect(self._on_terms)
        body.submit.clicked.connect(self.submit)
        body.back.clicked.connect(self.leave)
        body.save.clicked.connect(self._save_by_hand)
        body.banner.answered.connect(self._on_answer)
        self._workplace.tick.connect(self._on_tick)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_changed(self) -> None:
        self._paint()
        self.pause.start()

    def _on_began(self, where: str) -> None:
        self._editing = where

    def _on_left_field(self, where: str) -> None:
        self._touched |= {where}
        if self._editing == where:
            self._editing = ""
        self.on_pause()

    def _on_terms(self) -> None:
        body = self.body
        if body.terms.channel.current == AUTHORIZED and not body.person.by_other:
            body.person.set_by_other(True)
        self._publish_fee()
        self._paint()
        self._ask_outlook()
        self.pause.start()

    def _on_case(self) -> None:
        form = self.body.form()
        if self._procedure is not None:
            papers = papers_of(self._procedure, form.case, form.papers)
            self._show_papers(papers)
        self._on_terms()

    def _on_searched(self, typed: str) -> None:
        self._searched = typed
        self._search.ask()

    def _on_picked(self, code: str) -> None:
        def done(procedure: "Procedure") -> None:
            added = tuple(paper for paper in self.body.papers.papers() if paper.added)
            case = procedure.cases[0].code if len(procedure.cases) == 1 else ""
            self._set_procedure(procedure, case)
            self._show_papers(papers_of(procedure, case, added))
            self.body.terms.show_form(replace(self.body.form(), fee=None, limit_amount=""))
            self._on_terms()
            several = not self.body.procedure.case.isHidden()
            (self.body.procedure.case if several else self.body.place("applicant.name")).setFocus(
                Qt.FocusReason.TabFocusReason
            )

        self._read_procedure(code, done)

    def _read_procedure(self, code: str, done: "Callable[[Procedure], None]") -> None:
        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused):
                raise error
            self.body.procedure.set_error(sentence(error))

        def look(unit: Any) -> "Procedure":
            from kiosk.ui.counter.receive import work

            return work.procedure(unit, code)

        self._read(look, done, failed)

    def _set_procedure(self, procedure: "Procedure | None", case: str) -> None:
        self._procedure = procedure
        self.body.procedure.set_error("")
        self.body.procedure.show_procedure(procedure, case)
        self._publish_fee()

    def _publish_fee(self) -> None:
        if self._procedure is None:
            self.body.terms.publish_fee("")
            return
        text, amount = self._procedure.fee_for(self.body.terms.channel.current)
        self.body.terms.publish_fee(fee_shown(text, amount))

    def _show_papers(self, papers: Any) -> None:
        self.body.papers.show_papers(papers, chosen=self._procedure is not None)
        self._watch.watch(self)
        self.body.set_tab_order()

    def _show_form(self, form: Form) -> None:
        self.body.person.show_form(form)
        self.body.terms.show_form(form)
        self._show_papers(form.papers)

    def _wipe(self, ticket: "Ticket | None") -> None:
        self.pause.stop()
        self._entry = new_entry(ticket)
        self._outlook = Outlook()
        self._touched, self._tried, self._editing = frozenset(), False, ""
        self._offered = self._card = self._fact = self._sending = None
        self._drawn = ()
        self._set_procedure(None, "")
        self._show_form(Form())
        self.body.show_ticket(self._entry.ticket_label)
        self.body.say_saved("")
        self.body.banner.drop()
        self.body.cards.setEnabled(True)
        self._paint()
        self._draw_slip()
