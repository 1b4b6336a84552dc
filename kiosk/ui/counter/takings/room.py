"""The page of the day's takings, made at its first use, and what it is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.finding import Finding
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.places import Keys, Place
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.counter.sign_acts import Officer
from kiosk.ui.counter.takings.props import derive_takings
from kiosk.ui.theme.look import Look
from kiosk.ui.words import money

if TYPE_CHECKING:
    from kiosk.dossiers.takings import PrintTakings, TakingsList, TakingsOwed
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit
    from kiosk.ui.counter.takings.page import TakingsPage


class Window(Host, Protocol):
    """The counter's window, as far as this page sees it."""

    look: Look

    @property
    def officer(self) -> Officer | None:
        """Who sits here."""

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page."""

    def press(self, key: str) -> bool:
        """Do what a key does."""


class Takings(QObject):
    """``changed``: other keys are valid now."""

    changed = Signal()

    def __init__(
        self, window: Window, asking: Asking, finding: Finding, queue: QueueActs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._asking = window, asking
        self._finding, self._queue = finding, queue
        self.page: TakingsPage | None = None

    def keys(self) -> Keys:
        """The keys that the page hears."""
        return () if self.page is None or self.page.props.shut else (("F9", "In danh sách thu"),)

    def why_not(self) -> str:
        """Why there is nothing to print."""
        return self.page.props.shut if self.page is not None else ""

    def open(self) -> None:
        """Ctrl D: what whoever sits here took today."""

        def show(given: "TakingsList | None") -> None:
            page = self._made(self._window.look)
            page.reply.say("")
            self._see(given)
            self._window.show_place("takings", page)
            page.take_focus()

        self._read(show)

    def acts(self) -> dict[str, Callable[[], None]]:
        """F9 prints the list."""
        return {"F9": self._print}

    def take_focus(self) -> None:
        """Go to the list."""
        if self.page is not None:
            self.page.take_focus()

    def look_again(self) -> None:
        """Something may have been paid meanwhile."""
        if self.page is not None:
            self._read(self._see)

    def drop(self) -> None:
        """Nothing is half entered here."""

    def _see(self, given: "TakingsList | None") -> None:
        if self.page is not None:
            officer = self._window.officer
            self.page.set_props(derive_takings(given), officer.name if officer is not None else "")
            self.changed.emit()

    def _print(self) -> None:
        def plan() -> "tuple[UseCase[PrintTakings, TakingsOwed], PrintTakings]":
            from kiosk.ui.counter.takings import work

            return work.printing()

        def told(fact: "TakingsOwed") -> None:
            self._window.notify(f"Đang in danh sách thu hôm nay, tổng {money(fact.total)}.")

        if self._queue.rest("F9").isActive():
            return
        if self._asking.act("takings", plan, told, self._window.refuse):
            self._queue.rest("F9").start()
            self._window.say("")

    def _read(self, done: "Callable[[TakingsList | None], None]") -> None:
        officer = self._asking.officer or ""

        def look(unit: "ReadUnit") -> "TakingsList | None":
            from kiosk.ui.counter.takings import work

            return work.today(unit, officer)

        self._asking.read(look, done, self._window.refuse)

    def _made(self, look: Look) -> "TakingsPage":
        if self.page is None:
            from kiosk.ui.counter.takings.page import TakingsPage

            self.page = TakingsPage(look)
            self.page.asked.connect(self._window.press)
            self.page.opened.connect(self._finding.open_dossier)
            self.page.scanned.connect(self._finding.scanned)
        return self.page
