"""The page of an act, made at its first use; what it is asked, and what is told afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.act_words import ACTS
from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.finding import Finding
from kiosk.ui.counter.halves import EMPTY, EMPTY_KEY, Halves
from kiosk.ui.counter.halves import Window as Halving
from kiosk.ui.counter.places import Keys, Place
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit
    from kiosk.ui.counter.act_page import ActPage
    from kiosk.ui.counter.life_seen import ActEntry, Before
    from kiosk.ui.counter.life_work import Plan


class Window(Halving, Protocol):
    """The counter's window, as far as this page sees it."""

    look: Look
    place: Place

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page."""

    def press(self, key: str) -> bool:
        """Do what a key does."""


class Acting(QObject):
    """``changed``: other keys are valid now. ``done``: an act was written down."""

    changed = Signal()
    done = Signal()

    def __init__(
        self, window: Window, asking: Asking, finding: Finding, queue: QueueActs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._asking = window, asking
        self._finding, self._queue = finding, queue
        self.page: ActPage | None = None
        self._half = False
        self._halves: Halves[ActEntry] = Halves(window)

    def keys(self) -> Keys:
        """The keys that the page hears."""
        page = self.page
        if page is None or page.props is None:
            return ()
        own = () if page.props.shut else (("F9", page.props.asked.submit),)
        return (*own, (EMPTY_KEY, EMPTY)) if page.dirty else own

    def why_not(self) -> str:
        """Why it cannot be done yet."""
        return self.page.props.shut if self.page is not None and self.page.props else ""

    def open(self, act: str, code: str) -> None:
        """Ask what an act needs; without a code it is a batch of the day's dossiers.

        What was half entered, and neither written nor emptied, stands there again.
        """
        here = self._window.place

        def show(before: "Before") -> None:
            if self._window.place != here:
                return
            page = self._made(self._window.look)
            self._stow()
            page.begin(act, before)
            self._halves.resume((act, page.code), page)
            self._half = True
            self._window.show_place("act", page)
            page.take_focus()

        self._read(code, show)

    def acts(self) -> dict[str, Callable[[], None]]:
        """F9 writes it down; Ctrl M empties the page."""
        return {"F9": self.submit, EMPTY_KEY: lambda: self._halves.ask_to_empty(self._empty)}

    def drop(self) -> None:
        """The page is left: what was entered is kept until it is written or emptied."""
        if self._stow():
            self._halves.tell_left()
        self._half = False

    def look_again(self) -> None:
        """The dossier may have changed meanwhile; what was entered stays."""
        page = self.page
        if page is not None and page.code:
            code = page.code

            def see(before: "Before") -> None:
                if page.code == code:
                    page.set_before(before)

            self._read(code, see)

    def take_focus(self) -> None:
        """Go to the first question."""
        if self.page is not None:
            self.page.take_focus()

    def submit(self) -> None:
        """F9: it is written down, and what goes with it on paper is owed."""
        page = self.page
        if page is None or page.props is None or page.props.shut or page.before is None:
            return
        act, code, entry, before = page.act, page.code, page.entry(), page.before

        def plan() -> "Plan":
            from kiosk.ui.counter import life_work
            from kiosk.ui.typed_day import typed_day

            return life_work.planned(act, code, entry, typed_day(entry.day))

        def told(fact: Any) -> None:
            self._window.notify(done_said(act, fact, entry, before))
            self._halves.forget((act, code))
            if (page.act, page.code) == (act, code):
                page.settle()
                self.done.emit()

        if self._asking.act(f"{act}:{code}:{entry}", plan, told, self._window.refuse):
            self._queue.rest("F9").start()
            self._window.say("")

    def _stow(self) -> bool:
        page = self.page
        return page is not None and self._half and self._halves.stow((page.act, page.code), page)

    def _empty(self) -> None:
        page = self.page
        if page is not None and page.before is not None and self._window.place == "act":
            self._halves.forget((page.act, page.code))
            page.begin(page.act, page.before)
            page.take_focus()

    def _read(self, code: str, done: Any) -> None:
        officer = self._asking.officer or ""

        def look(unit: "ReadUnit") -> "Before":
            from kiosk.ui.counter import life_work

            return life_work.before(unit, code, officer)

        self._asking.read(look, done, self._window.refuse)

    def _made(self, look: Look) -> "ActPage":
        if self.page is None:
            from kiosk.ui.counter.act_page import ActPage

            self.page = ActPage(look)
            self.page.asked.connect(self._window.press)
            self.page.scanned.connect(self._finding.scanned)
            self.page.settled.connect(self.changed)
        return self.page


def done_said(act: str, fact: Any, entry: "ActEntry", before: "Before") -> str:
    """``Đã lập phiếu từ chối số 01/TC, đang in 2 bản.``"""
    asked = ACTS[act]
    letter = fact.number if asked.batch else fact.letter
    code = "" if asked.batch else fact.code
    said = asked.done.format(letter=letter, code=code, count=len(entry.codes))
    if letter and letter not in said:
        said += f", phiếu số {letter}"
    copies = before.copies.get(asked.kind, 0) if fact.print_jobs else 0
    return f"{said}, đang in {copies} bản." if copies else f"{said}."
