"""The page of handing a result back, made at its first use, and what it is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.dossier_acts import DossierActs
from kiosk.ui.counter.fees.room import Charging
from kiosk.ui.counter.fees.said import open_said
from kiosk.ui.counter.finding import Finding
from kiosk.ui.counter.halves import EMPTY, EMPTY_KEY, Halves
from kiosk.ui.counter.halves import Window as Halving
from kiosk.ui.counter.places import Keys, Place
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.ui.counter.return_page import ReturnPage
    from kiosk.ui.counter.return_props import ReturnEntry

_ACT = "return"


class Window(Halving, Protocol):
    """The counter's window, as far as this page sees it."""

    look: Look
    charging: Charging

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page."""

    def press(self, key: str) -> bool:
        """Do what a key does."""


class HandingBack(QObject):
    """``changed``: other keys are valid now."""

    changed = Signal()

    def __init__(
        self, window: Window, acts: DossierActs, finding: Finding, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._acts, self._finding = window, acts, finding
        self.page: ReturnPage | None = None
        self._owed = ""
        self._half = False
        self._halves: Halves[ReturnEntry] = Halves(window)
        acts.given_out.connect(self._on_given_out)

    def keys(self) -> Keys:
        """The keys that the page hears."""
        page = self.page
        if page is None or page.props is None:
            return ()
        rest: Keys = (("Ctrl T", "Thu phí"),) if self._owed else ()
        if page.dirty:
            rest += ((EMPTY_KEY, EMPTY),)
        return rest if page.props.shut else (("F9", page.props.handed.act), *rest)

    def why_not(self) -> str:
        """Why it cannot be handed back yet."""
        return self.page.props.shut if self.page is not None and self.page.props else ""

    def open(self, seen: DossierSeen | None) -> None:
        """F12: ask who takes the result of this dossier, and on what."""
        if seen is None:
            return
        page = self._made(self._window.look)
        self._owed = _owed(seen)
        self._stow()
        page.begin(seen.view)
        self._halves.resume((_ACT, seen.view.code), page)
        self._half = True
        page.tell_owed(self._owed)
        self._window.show_place("return", page)
        page.take_focus()

    def acts(self) -> dict[str, Callable[[], None]]:
        """F9 hands it back; Ctrl T takes a fee that is still open; Ctrl M empties the page."""
        return {
            "F9": self.submit,
            "Ctrl T": self._charge,
            EMPTY_KEY: lambda: self._halves.ask_to_empty(self._empty),
        }

    def look_again(self) -> None:
        """The dossier is told by :meth:`see`."""

    def drop(self) -> None:
        """The page is left: what was entered is kept until it is written or emptied."""
        if self._stow():
            self._halves.tell_left()
        self._half = False

    def see(self, seen: DossierSeen | None) -> None:
        """The dossier as it was read anew."""
        if self.page is not None and seen is not None:
            self.page.set_view(seen.view)
            self._owed = _owed(seen)
            self.page.tell_owed(self._owed)

    def take_focus(self) -> None:
        """Go to the first question."""
        if self.page is not None:
            self.page.take_focus()

    def submit(self) -> None:
        """F9: it is handed back."""
        page = self.page
        if page is not None and page.view is not None and page.props and not page.props.shut:
            self._acts.give_out(page.view.code, page.view.state, page.entry())

    def _stow(self) -> bool:
        page = self.page
        if page is None or page.view is None or not self._half:
            return False
        return self._halves.stow((_ACT, page.view.code), page)

    def _empty(self) -> None:
        page = self.page
        if page is not None and page.view is not None and self._half:
            self._halves.forget((_ACT, page.view.code))
            page.begin(page.view)
            page.take_focus()

    def _on_given_out(self, code: str) -> None:
        self._halves.forget((_ACT, code))
        if self.page is not None and self.page.view is not None and self.page.view.code == code:
            self._half = False

    def _charge(self) -> None:
        if self.page is not None and self.page.view is not None:
            self._window.charging.open(self.page.view.code)

    def _made(self, look: Look) -> "ReturnPage":
        if self.page is None:
            from kiosk.ui.counter.return_page import ReturnPage

            self.page = ReturnPage(look)
            self.page.asked.connect(self._window.press)
            self.page.scanned.connect(self._finding.scanned)
            self.page.settled.connect(self.changed)
        return self.page


def _owed(seen: DossierSeen) -> str:
    """That the fee of a result is still open; what was refused or stopped is settled elsewhere."""
    return open_said(seen.fees) if seen.view.state == "result_ready" else ""
