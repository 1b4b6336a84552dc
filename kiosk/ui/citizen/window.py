"""The kiosk's window: home, fields, groups, number taken; one person after another."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.citizen import work
from kiosk.ui.citizen.asking import Asking
from kiosk.ui.citizen.help_calls import HelpCalls
from kiosk.ui.citizen.home import HomeInputs, HomePage, HomeProps, derive_home
from kiosk.ui.citizen.hosting import Hosting
from kiosk.ui.citizen.keys_in import KeysIn
from kiosk.ui.citizen.patience import Patience
from kiosk.ui.citizen.rest import REST_MS, TAKEN_REST_MS, Rest
from kiosk.ui.citizen.session import Choice, Known, Screen, Session
from kiosk.ui.citizen.view import KioskView, PaperView
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import PORTRAIT, KioskFrame
from kiosk.ui.language import Language
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.ui.citizen.errand import Errand
    from kiosk.ui.citizen.scan_router import ScanRouter
    from kiosk.ui.citizen.scene import Props
    from kiosk.ui.parts.sheet import Question

FOLDER_PRINTER = "folder"
NAMELESS = OfficeFace("", "Bộ phận Một cửa")


class CitizenWindow(KioskFrame):
    """A kiosk at work. It paints at once and opens its doors when the workplace does.

    Whatever a person did is forgotten when they leave: with "Xong", with "Về trang đầu", or when
    nobody touches the screen any more.
    """

    def __init__(self, workplace: Workplace, clock: Clock, size: QSize = PORTRAIT) -> None:
        load_fonts()
        super().__init__(NAMELESS, clock, size)
        self.setWindowTitle("Một Cửa – Ki-ốt")
        self.session = Session()
        self.hosting = Hosting(self, self, workplace)
        self.numbers = Asking(self, self, workplace)
        self.help = HelpCalls(self, self, workplace)
        self._workplace = workplace
        self._known = Known()
        self._reading = self._stale = False
        self._minute = ""
        self._page_kind: tuple[object, ...] = ()
        self.idle = Patience(self)
        self.idle.ran_out.connect(self.go_home)
        self.rest = Rest(self)
        self.keys = KeysIn(self, self.scanned)
        self.back_asked.connect(self.go_back)
        self.home_asked.connect(self.go_home)
        self.language_asked.connect(self._speak)
        self.turned.connect(self.refresh_page)
        self.look_changed.connect(self._on_look)
        self.ticked.connect(self._each_second)
        for ended in (self.idle.stop, self.hosting.forget, self.rest.end, self.keys.stop):
            self.leaving.connect(ended)
        workplace.opened.connect(self.refresh)
        workplace.changed.connect(self.refresh)
        workplace.lost.connect(self._on_lost)
        workplace.refused.connect(self._on_refused)
        workplace.chores.timeout.connect(self.get_ready)
        self.refresh_page()
        self.refresh()

    def go_home(self) -> None:
        """End the session: nothing of it stays."""
        if self.session.busy:
            return
        self.hosting.forget()
        self.numbers.forget()
        self.help.forget()
        self.session = Session()
        self.reset()
        self.idle.stop()
        self.refresh_page()

    def go_back(self) -> None:
        """One page back; from the last page, home."""
        if self.session.busy:
            return
        if self.session.step == "groups":
            self.show_session(replace(self.session, step="choose"))
        elif self.errand is not None and self.session.step == "choose":
            self.show_session(Session(step="errand"))
        elif self.errand is not None and self.session.step == "errand":
            if self.errand.back():
                self.turn()
            else:
                self.go_home()
        elif self.session.step != "home":
            self.go_home()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keys.watch(self.windowHandle())

    def scanned(self, text: str) -> None:
        """Somebody held a code before the scanner."""
        self._router().scanned(text)

    def ask_ticket(self, said: str) -> None:
        """Somebody wants to know where a number stands."""
        self._router().ticket(said)

    def _router(self) -> "ScanRouter":
        from kiosk.ui.citizen.scan_router import ScanRouter

        return ScanRouter(self, self, self.hosting, self._workplace)

    def tell(self, question: "Question", wanted: Callable[[], None] | None = None) -> None:
        """Say something that stays until it is read; ``wanted``: what its wanted answer does."""
        self._be_patient()
        sheet = self.ask(question)
        sheet.answered.connect(lambda _: self._rest_at_home())
        if wanted is not None:
            sheet.answered.connect(lambda yes: wanted() if yes else None)
        sheet.touched_beside.connect(lambda: sheet.answer(False))

    # What the store says

    def refresh(self, _station: object = None) -> None:
        """Read anew; while a reading is under way, once more after it."""
        station = self._workplace.station
        if station is None:
            return
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        if self.errand is not None:
            self.errand.changed()
        self._workplace.read(work.look, self._on_view, self.unread, owner=self)
        if (taken := self.session.taken) is not None:
            self.help.refresh()
            to_file = station.settings.printer_for("ticket80") == FOLDER_PRINTER
            self._workplace.read(
                lambda unit: work.paper_of(unit, taken, to_file=to_file),
                lambda paper: self._on_paper(taken.ticket, paper),
                self.unread,
                owner=self,
            )

    def _on_view(self, view: KioskView) -> None:
        self._reading = False
        self._known = Known(view)
        self.set_face(OfficeFace(view.authority, view.office))
        self.refresh_page()
        if self._stale:
            self.refresh()

    def _on_paper(self, ticket: str, paper: PaperView) -> None:
        taken = self.session.taken
        if taken is not None and taken.ticket == ticket:
            self._wait(replace(self.session, paper=paper))

    def _wait(self, session: Session) -> None:
        """The slip came, or did not: the page stays as long as that needs."""
        before, self.session = self.session, session
        came_out = session.paper.state == "printed" != before.paper.state
        if came_out or session.patience != before.patience:
            self._be_patient()
        self.help.see()
        self.refresh_page()

    def unread(self, error: BaseException) -> None:
        self._reading = False
        if not isinstance(error, Refused):
            raise error
        self._on_lost(error)

    def _on_lost(self, _error: object) -> None:
        if self._known.silent is None:
            self._known = replace(self._known, silent=0)
        self.refresh_page()

    def _on_refused(self, _error: object) -> None:
        self._known = replace(self._known, refused=True)
        self.refresh_page()

    def _each_second(self) -> None:
        if self._known.silent is not None:
            self._known = replace(self._known, silent=self._known.silent + 1)
            self.refresh()
        minute = clock_time(self.clock.now())
        if minute != self._minute:
            self._minute = minute
            self.refresh()
        if self.errand is not None:
            self.errand.second()
        if self.session.taken is not None:
            self._wait(replace(self.session, waited=self.session.waited + 1))
        else:
            self.refresh_page()

    # What the person does

    def show_session(self, session: Session) -> None:
        """Another page, with its patience from the beginning."""
        self.session = session
        self._be_patient()
        self.refresh_page()

    def _be_patient(self) -> None:
        self.drop_question()
        errand = self.errand if self.session.step == "errand" else None
        self.idle.start(errand.patience if errand is not None else self.session.patience)

    def start(self) -> None:
        """Show the fields."""
        self.hosting.forget()
        self.show_session(Session(step="choose"))
        self.refresh()

    def _choose(self, **chosen: Any) -> None:
        if not self.session.busy:
            choice = replace(self.session.choice, **chosen)
            self.session = replace(self.session, choice=choice, error=None)
        self.refresh_page()

    def choose_field(self, prefix: str) -> None:
        """Choose a field."""
        self._choose(field=prefix)

    def turn_fields(self, page: int) -> None:
        """Leaf through the fields."""
        self._choose(page=page)

    def declare(self, on: bool) -> None:
        """Say whether one belongs to a priority group; where there are several, ask which."""
        view = self._known.view
        if view is None or self.session.busy:
            self.refresh_page()
        elif on and len(view.groups) > 1:
            self.show_session(replace(self.session, step="groups", group_page=0))
        else:
            self._choose(group=view.groups[0].code if on else "")

    def choose_group(self, code: str) -> None:
        """Say which priority group is one's own."""
        self._choose(group=code)
        self.show_session(replace(self.session, step="choose"))

    def turn_groups(self, page: int) -> None:
        """Leaf through the groups."""
        self.session = replace(self.session, group_page=page)
        self.refresh_page()

    def find_procedure(self) -> None:
        """Look for a procedure by its name; its page leads to the field."""
        self.hosting.open("procedures")

    def take(self) -> None:
        """Ask for the number of what was chosen."""
        self.numbers.take()

    def call_staff(self) -> None:
        """Ask for somebody to come here."""
        self.help.ask()
        self._be_patient()

    def number_taken(self) -> None:
        """A number was given: the errand that led to it is over."""
        self.hosting.forget()

    # What an errand may ask (hosting.Kiosk)

    @property
    def errand(self) -> "Errand | None":
        """The errand whose pages are shown."""
        return self.hosting.errand

    @property
    def taking(self) -> bool:
        """Whether a number is being asked for."""
        return self.session.busy

    def show_errand(self) -> None:
        """Show the errand's first page."""
        self.show_session(Session(step="errand"))

    def turn(self) -> None:
        """Show another page of the errand: patience begins anew."""
        self.show_session(self.session)

    def touched(self) -> None:
        """Somebody is there: patience begins anew."""
        self._be_patient()

    def take_number(self, field: str) -> None:
        """Lead to a number of a field: chosen already, with the priority still to be declared."""
        view = self._known.view
        if view is None or self.session.busy:
            return
        from kiosk.ui.citizen.choosing import page_with

        at = page_with(view, field, self.language, wide=self.wide, large=self.look.large)
        self.show_session(Session(step="choose", choice=Choice(field=field, page=at)))
        self.refresh()

    def _speak(self, language: Language) -> None:
        self.set_language(language)
        self._on_look()

    def _on_look(self) -> None:
        self.refresh_page()
        self._rest_at_home()

    def _rest_at_home(self) -> None:
        if self.session.step == "home":
            # What one person has switched on is not left to the next.
            if self.changed_for_one:
                self._be_patient()
            else:
                self.idle.stop()

    def get_ready(self) -> None:
        """Load the pages behind the first one before anybody touches it."""
        from kiosk.ui.citizen import behind  # noqa: F401  (loading is all there is to do)

    def settle(self) -> None:
        """A person's pause: end the rest of a new page, its slide, and what a key waits for."""
        self.rest.end()
        self.end_slide()
        self.keys.settle()
        if self.errand is not None:
            self.errand.settle()

    # Painting

    def refresh_page(self) -> None:
        """Bring the page to what is so; build it anew only where that is needed."""
        look = self.look
        screen = Screen(self.clock.now(), self.language, self.wide, look.large, look.text, self.low)
        props = self._derive(screen)
        with_priority = getattr(props, "priority", None) is not None
        variant = getattr(props, "variant", None)
        leaf = (type(props), getattr(props, "leaf", 0))
        kind = (leaf, screen.language.code, screen.wide, screen.large, with_priority, variant)
        if kind != self._page_kind:
            another = bool(self._page_kind) and leaf != self._page_kind[0]
            self._page_kind = kind
            self._put(self._page_of(props, wide=screen.wide), home=isinstance(props, HomeProps))
            if another and not self.closed:
                self.slide_in()
                taken = self.session.step == "taken"
                self.rest.begin(TAKEN_REST_MS if taken else REST_MS)
        else:
            self.page.set_props(props)  # type: ignore[union-attr]
        if isinstance(props, HomeProps):
            self.set_hours(props.hours_title, props.hours)

    def _derive(self, screen: Screen) -> "Props | Any":
        if self.errand is not None and self.session.step == "errand":
            return self.errand.props(self._known, screen)
        if self.session.step == "home":
            return derive_home(HomeInputs.of(self._known, screen))
        from kiosk.ui.citizen.scene import derive

        return derive(self.session, self._known, screen)

    def _page_of(self, props: "Props | Any", *, wide: bool) -> QWidget:
        if self.errand is not None and self.session.step == "errand":
            return self.errand.page(self.look, props, wide=wide)
        if isinstance(props, HomeProps):
            home = HomePage(self.look, props, wide=wide)
            home.take_asked.connect(self.start)
            home.errand_asked.connect(self.hosting.open)
            home.reach_asked.connect(self.set_low)
            return home
        from kiosk.ui.citizen.scene import page_of

        return page_of(self.look, props, self, wide=wide)

    def _put(self, page: QWidget, *, home: bool) -> None:
        focus = self.focusWidget()
        self.show_page(page, home=home, back=self.session.step != "taken")
        in_bar = bool(focus) and self.bar.isAncestorOf(focus) and focus.isVisible()
        if not in_bar and self.asking is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
