"""The window of one counter: its pages, its keys, what it saw of the store."""

from pathlib import Path

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.counter import lines
from kiosk.ui.counter.acting import Acting
from kiosk.ui.counter.asking import Asking, is_trouble
from kiosk.ui.counter.dossier_acts import DossierActs
from kiosk.ui.counter.dossier_page import DossierPage
from kiosk.ui.counter.dossier_props import derive_dossier
from kiosk.ui.counter.fees.room import Charging
from kiosk.ui.counter.finding import Finding
from kiosk.ui.counter.handing_back import HandingBack
from kiosk.ui.counter.head import Trouble, after_a_look, derive_head
from kiosk.ui.counter.leading import Leading
from kiosk.ui.counter.life_pressing import LifeKeys
from kiosk.ui.counter.main_page import MainPage
from kiosk.ui.counter.places import (
    ENTERED,
    HALF_ENTERED,
    ON_PAGE,
    SIGN_IN_KEYS,
    AtPlace,
    Place,
    Room,
    valid_keys,
)
from kiosk.ui.counter.pressing import Pressing, at_place
from kiosk.ui.counter.print_acts import PrintActs
from kiosk.ui.counter.print_jobs_page import PrintJobsPage
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.counter.reception import Reception
from kiosk.ui.counter.scan_rooms import ScanRooms
from kiosk.ui.counter.seen import DossierSeen, Seen
from kiosk.ui.counter.serving import derive_serving
from kiosk.ui.counter.sign_acts import Officer, SignActs
from kiosk.ui.counter.sign_in_page import SignInPage, derive_sign_in
from kiosk.ui.counter.staff_calls import StaffCalls
from kiosk.ui.counter.stray import StrayKeys
from kiosk.ui.counter.takings.room import Takings
from kiosk.ui.counter.tell.room import Telling
from kiosk.ui.counter.unprinted import derive_papers
from kiosk.ui.counter.waiting import derive_waiting
from kiosk.ui.frames.desk import DeskFrame
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

_LOOK_EVERY_S = 60
KEPT = "Phần đang nhập được giữ lại, bấm F7 để nhập tiếp."


class CounterWindow(DeskFrame):
    """The screen of counter ``number``; half entered receptions are kept in ``drafts_folder``."""

    def __init__(
        self, workplace: Workplace, clock: Clock, number: int, drafts_folder: Path
    ) -> None:
        super().__init__(derive_head(number, None, None, None, (), "sign_in", SIGN_IN_KEYS), clock)
        self.number = number
        self.seen: Seen | None = None
        self.place: Place = "sign_in"
        self._from: Place = "main"
        self.asks = Asking(workplace, number, self)
        self._trouble: Trouble | None = None
        self._seconds = 0
        self.keys = Pressing(self)
        self._stray = StrayKeys(self, self.keys)
        self.pages = QStackedWidget()
        self.sign_in, self.main = SignInPage(self.look), MainPage(self.look)
        self.dossier, self.papers = DossierPage(self.look), PrintJobsPage(self.look)
        for page in (self.sign_in, self.main, self.dossier, self.papers):
            self.pages.addWidget(page)
        self.show_page(self.pages)
        self.queue = QueueActs(self, self.asks, self)
        self.signing = SignActs(self, self.asks, self.sign_in, self)
        self.acts = DossierActs(self, self.asks, self.dossier, self.queue, self)
        self.printing = PrintActs(self, self.asks, self.papers, self)
        self.calls = StaffCalls(self, self.asks, self)
        self.finding = Finding(self, self.asks, self.main, self)
        self.returning = HandingBack(self, self.acts, self.finding, self)
        self.acting = Acting(self, self.asks, self.finding, self.queue, self)
        self.life = LifeKeys(self)
        self.reception = Reception(self, workplace, clock, number, drafts_folder, self)
        self.leading = Leading(self)
        self.charging = Charging(self, self.asks, self.finding, self.queue, self)
        self.takings = Takings(self, self.asks, self.finding, self.queue, self)
        self.telling = Telling(self, self.asks, self.finding, self.queue, self)
        self.scans = ScanRooms(self)
        self.rooms: dict[Place, Room] = {
            "return": self.returning,
            "act": self.acting,
            "fee": self.charging,
            "tell": self.telling,
            "takings": self.takings,
        }
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()
        self._render()
        self.sign_in.begin()

    @property
    def officer(self) -> Officer | None:
        """Who sits here; None while nobody has signed in."""
        return self.signing.officer

    @property
    def opened(self) -> DossierSeen | None:
        """The dossier that is open; None where none is."""
        return self.leading.opened

    @property
    def room(self) -> Room | None:
        """The page with something to enter that is shown; None where none is."""
        return self.rooms.get(self.place)

    # what the acts need (Host)

    def say(self, text: str) -> None:
        reply = getattr(self.pages.currentWidget(), "reply", None)
        if reply is not None:
            reply.say(text)

    def refuse(self, refusal: Refused) -> None:
        said = sentence(refusal)
        self.notify(said, "err")
        if not is_trouble(refusal):
            self.say(said)

    def show_main(self) -> None:
        self.go("main")

    def stays(self, told: str) -> bool:
        """Say on a half entered page that a scan leads nowhere; whether it was one."""
        if self.room is not None:
            self.say(told)
        elif self.place == "receive" and not self.reception.tell(told):
            self.notify(told, "err")
        return self.place in HALF_ENTERED

    def make_way(self) -> None:
        """A scan leads elsewhere: say that what is half entered is kept."""
        if self.half_entered():
            self.notify(KEPT)

    def half_entered(self) -> bool:
        return self.place == "receive" and self.reception.is_dirty()

    def show_papers(self) -> None:
        """Ctrl R: what this station prints."""
        self.papers.begin()
        self.go("papers")

    def add_room(self, place: Place, room: Room, changed: SignalInstance) -> None:
        """A room that was made at its first use; ``changed``: other keys are valid in it."""
        self.rooms[place] = room
        changed.connect(self._render)

    # going from page to page

    def open_reception(self) -> None:
        """F7: receive a dossier; what is half entered stays."""
        self.leading.open_reception(None)

    def hand_back(self) -> None:
        """F12: hand the result of the opened dossier back."""
        if self.officer is not None:
            self.returning.open(self.opened)

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page; while nobody has signed in, none but the one where one does."""
        if self.officer is None and place != "sign_in":
            return
        self.keys.forget()
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        if place in ENTERED and self.place not in ENTERED:
            self._from = self.place
        self.place = place
        self.key_bar.on_page = ON_PAGE.get(place, frozenset())
        self.pages.setCurrentWidget(page)
        self._render()
        self._place_toast()
        if self.asking is None and place not in HALF_ENTERED:
            self.give_focus()

    def give_focus(self) -> None:
        """The focus goes to what is shown."""
        if self.asking is not None:
            self.asking.safe.setFocus()
        elif self.place == "main":
            self.main.take_focus()
        elif self.place == "sign_in":
            self.sign_in.pin.setFocus()
        elif self.place == "receive":
            self.reception.take_focus()
        elif self.room is not None:
            self.room.take_focus()
        else:
            self.setFocus()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """A late answer may move the focus within a page that was left: nothing is typed there."""
        if now is not None and self.pages.isAncestorOf(now) and not now.isVisible():
            self.give_focus()

    def go(self, place: Place) -> None:
        """Show one of the pages that are always there."""
        pages: dict[Place, QWidget] = {
            "sign_in": self.sign_in,
            "main": self.main,
            "dossier": self.dossier,
            "papers": self.papers,
        }
        self.show_place(place, pages[place])

    def back(self) -> None:
        if self.place == "main":
            if self.leading.found is not None:
                self.leading.drop_found()
                self.main.say("")
                self._render()
            self.main.take_focus()
            return
        if self.place == "dossier":
            self.leading.opened = None
        if (left := self.room) is not None:
            left.drop()
        from_dossier = self._from == "dossier" and self.opened is not None
        self.go("main" if left is None or not from_dossier else "dossier")

    # what the store says

    def _see(self, seen: Seen) -> None:
        self.seen = seen
        self._trouble = after_a_look(self._trouble, unwritten=self.asks.unwritten)
        self.signing.check(seen.sitting, seen.since)
        self.printing.see(seen)
        if self.opened is not None and (self.place == "dossier" or self.room is not None):
            self.acts.read(self.opened.view.code, self._see_opened)
        elif self.room is not None:
            self.room.look_again()
        self._render()

    def _see_opened(self, seen: DossierSeen) -> None:
        if self.opened is not None and seen.view.code == self.opened.view.code:
            self.leading.opened = seen
            self._render()
        if self.room is not None:
            self.room.look_again()

    def _troubled(self, refusal: Refused) -> None:
        since = self._trouble.since if self._trouble else clock_time(self.clock.now())
        self._trouble = Trouble(refusal, since)
        self._render()

    def _arrived(self, officer: Officer) -> None:
        self.reception.set_officer(officer)
        self.go("main")

    def _left(self, note: str) -> None:
        self.drop_question()
        self.printing.forget()
        for room in self.rooms.values():
            room.drop()
        self.leading.forget()
        self.main.say("")
        self.go("sign_in")
        self.sign_in.begin(note)

    # painting

    def _render(self) -> None:
        now, seen = self.clock.now(), self.seen
        serving = derive_serving(seen, now)
        table = lines.derive_lines(seen, self.leading.found, self.leading.tab, now)
        self.main.set_props(serving, derive_waiting(seen, now), table)
        why = sentence(self._trouble.refusal) if self._trouble is not None else ""
        self.sign_in.set_props(derive_sign_in(seen, self.number, why))
        papers = derive_papers(seen, sentence)
        if self.opened is not None:
            self.dossier.set_props(derive_dossier(self.opened, now))
        self.returning.see(self.opened)
        props = derive_head(
            self.number,
            seen,
            self.officer,
            self._trouble,
            papers,
            self.place,
            valid_keys(self.at_place()),
        )
        if props != self.props:
            self.set_props(props)

    def at_place(self) -> AtPlace:
        """What the keys depend on now."""
        return at_place(self, self.seen, self.leading.found)

    def _on_second(self) -> None:
        self._seconds += 1
        if self._seconds % _LOOK_EVERY_S == 0:
            self.asks.look()
        self._render()

    def _fit(self) -> None:
        self.main.fit(compact=self.compact)

    # keys, rail, window

    def _connect(self) -> None:
        self.asks.seen.connect(self._see)
        self.asks.troubled.connect(self._troubled)
        self.asks.landed.connect(self.notify)
        self.signing.arrived.connect(self._arrived)
        self.signing.left.connect(self._left)
        self.main.asked.connect(self.press)
        self.main.scanned.connect(self.finding.scanned)
        self.main.opened.connect(self.finding.open_dossier)
        self.finding.dossier.connect(self.leading.open)
        self.finding.to_return.connect(self.leading.open_to_return)
        self.finding.card.connect(self.leading.open_reception)
        self.finding.found.connect(self.leading.show_found)
        self.finding.picked.connect(self.queue.pick)
        self.main.tab_chosen.connect(self.choose_tab)
        self.dossier.asked.connect(self.press)
        self.papers.table.picked.connect(lambda _: self._render())
        self.returning.changed.connect(self._render)
        self.acts.given_out.connect(lambda _: self.go("dossier"))
        self.acting.changed.connect(self._render)
        self.acting.done.connect(lambda: self.back() if self.place == "act" else None)
        self.charging.changed.connect(self._render)
        self.charging.done.connect(self.back)
        self.takings.changed.connect(self._render)
        self.telling.changed.connect(self._render)
        self.telling.done.connect(lambda: self.back() if self.place == "tell" else None)
        self.reception.shown.connect(lambda page: self.show_place("receive", page))
        self.reception.received.connect(self.leading.received)
        self.reception.continued.connect(self.leading.continued)
        self.reception.turned.connect(self.leading.turned)
        self.printing.lost.connect(self.leading.slip_lost)
        self.reception.left.connect(self.leading.left_reception)
        self.reception.scanned.connect(self.finding.scanned)
        self.reception.keys_changed.connect(self._render)
        self.rail_chosen.connect(self.keys.rail)
        self.look_changed.connect(self._fit)
        self.ticked.connect(self._on_second)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def choose_tab(self, tab: str) -> None:
        """Show other dossiers in the main page's table."""
        self.leading.tab = tab
        self._render()
        self.main.take_focus()

    def bottom(self) -> int:
        foot = getattr(self.pages.currentWidget(), "foot", None)
        return super().bottom() + (foot() if foot is not None else 0)

    def press(self, key: str) -> bool:
        """Do what ``key`` does on this page, or say why it does nothing; whether it was heard."""
        return self.keys.press(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.hears(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keys.forget()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.signing.stays_open(self.close):
            event.ignore()
            return
        self.asks.close()
        self.queue.close()
        workplace = self.asks.workplace
        if self.officer is not None and workplace.station is not None:
            # The counter is not left staffed by a window that is gone.
            workplace.do(self.signing.leaving(), _nothing, _nothing, officer=self.officer.code)
            self.signing.officer = None
        super().closeEvent(event)


def _nothing(_: object) -> None:
    return
