"""The page of a dossier's fees, made at its first use; what it is asked, what is told after."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.finding import Finding
from kiosk.ui.counter.halves import EMPTY, EMPTY_KEY, Halves
from kiosk.ui.counter.halves import Window as Halving
from kiosk.ui.counter.places import Keys, Place
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.dossiers.fees import FeeTaken
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit
    from kiosk.ui.counter.fees.page import FeePage
    from kiosk.ui.counter.fees.props import FeeEntry, FeesBefore


_ACT = "fee"


class Window(Halving, Protocol):
    """The counter's window, as far as this page sees it."""

    look: Look
    place: Place

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page."""

    def press(self, key: str) -> bool:
        """Do what a key does."""


class Charging(QObject):
    """``changed``: other keys are valid now. ``done``: it was written, and nothing is left to pay."""

    changed = Signal()
    done = Signal()

    def __init__(
        self, window: Window, asking: Asking, finding: Finding, queue: QueueActs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._asking = window, asking
        self._finding, self._queue = finding, queue
        self.page: FeePage | None = None
        self._half = False
        self._halves: Halves[FeeEntry] = Halves(window)

    def keys(self) -> Keys:
        """The keys that the page hears."""
        page = self.page
        if page is None or page.props is None:
            return ()
        own = () if page.props.shut else (("F9", page.props.submit),)
        return (*own, (EMPTY_KEY, EMPTY)) if page.dirty else own

    def why_not(self) -> str:
        """Why it cannot be written yet."""
        return self.page.props.shut if self.page is not None and self.page.props else ""

    def open(self, code: str) -> None:
        """Ctrl T: the fees of a dossier. What was half entered for it stands there again."""
        here = self._window.place

        def show(before: "FeesBefore") -> None:
            if self._window.place != here:
                return
            page = self._made(self._window.look)
            self._stow()
            page.begin(before)
            self._halves.resume((_ACT, page.code), page)
            self._half = True
            self._window.show_place("fee", page)
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
        """Something may have been paid meanwhile; what was entered stays."""
        page = self.page
        if page is not None and page.code:
            code = page.code

            def see(before: "FeesBefore") -> None:
                if page.code == code:
                    page.set_before(before)

            self._read(code, see)

    def take_focus(self) -> None:
        """Go to the first question."""
        if self.page is not None:
            self.page.take_focus()

    def submit(self) -> None:
        """F9: it is written down."""
        page = self.page
        if page is None or page.props is None or page.props.shut or page.before is None:
            return
        if self._queue.rest("F9").isActive():
            return
        before, entry = page.before, page.entry()

        def plan() -> "tuple[UseCase[Any, FeeTaken], Any]":
            from kiosk.ui.counter.fees import work

            return work.planned(before.code, entry)

        def told(fact: "FeeTaken") -> None:
            from kiosk.ui.counter.fees.props import REVERSED, done_said

            self._window.notify(done_said(before, entry, fact.standing.left))
            self._halves.forget((_ACT, before.code))
            if page.code != before.code:
                return
            page.settle()
            if self._window.place != "fee":
                return
            if fact.standing.left or entry.deed == REVERSED:
                # More is to come: the next sum, or the line as it should have been.
                self._read(before.code, self._begin_again)
            else:
                self.done.emit()

        if self._asking.act(f"fee:{before.code}:{entry}", plan, told, self._window.refuse):
            self._queue.rest("F9").start()
            self._window.say("")

    def _stow(self) -> bool:
        page = self.page
        return page is not None and self._half and self._halves.stow((_ACT, page.code), page)

    def _empty(self) -> None:
        if self.page is not None and self.page.before is not None:
            self._halves.forget((_ACT, self.page.code))
            self._begin_again(self.page.before)

    def _begin_again(self, before: "FeesBefore") -> None:
        page = self.page
        if page is not None and page.code == before.code and self._window.place == "fee":
            page.begin(before)
            page.take_focus()

    def _read(self, code: str, done: "Callable[[FeesBefore], None]") -> None:
        officer = self._asking.officer or ""

        def look(unit: "ReadUnit") -> "FeesBefore":
            from kiosk.ui.counter.fees import work

            return work.before(unit, code, officer)

        self._asking.read(look, done, self._window.refuse)

    def _made(self, look: Look) -> "FeePage":
        if self.page is None:
            from kiosk.ui.counter.fees.page import FeePage

            self.page = FeePage(look)
            self.page.asked.connect(self._window.press)
            self.page.scanned.connect(self._finding.scanned)
            self.page.settled.connect(self.changed)
        return self.page
