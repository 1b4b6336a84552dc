"""The errand that a kiosk has in hand, and what it may ask of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.citizen.errand import Errand, ErrandKey, errand_of
from kiosk.ui.jobs import Failed
from kiosk.ui.language import Language
from kiosk.ui.parts.toast import ToastKind
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

T = TypeVar("T")


class Kiosk(Protocol):
    """The window behind an errand."""

    clock: Clock
    language: Language

    @property
    def taking(self) -> bool:
        """Whether a number is being asked for."""

    def refresh_page(self) -> None:
        """Show what is so now."""

    def show_errand(self) -> None:
        """Show the errand's first page."""

    def turn(self) -> None:
        """Show another page: patience begins anew."""

    def touched(self) -> None:
        """Patience begins anew."""

    def take_number(self, field: str) -> None:
        """Take a number of a field."""

    def ask_ticket(self, said: str) -> None:
        """Say where a number stands."""

    def unread(self, error: BaseException) -> None:
        """The store could not be read. Raises what is no refusal."""

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a short notice."""

    def go_home(self) -> None:
        """Leave."""


class Hosting:
    """Holds one errand at a time; to the errand it is its :class:`~kiosk.ui.citizen.errand.Host`."""

    def __init__(self, kiosk: Kiosk, owner: QObject, workplace: Workplace) -> None:
        self.errand: Errand | None = None
        self._kiosk = kiosk
        self._owner = owner
        self._workplace = workplace
        self.refresh_page = kiosk.refresh_page
        self.turn = kiosk.turn
        self.touched = kiosk.touched
        self.take_number = kiosk.take_number
        self.ask_ticket = kiosk.ask_ticket
        self.notify = kiosk.notify
        self.go_home = kiosk.go_home

    @property
    def clock(self) -> Clock:
        """The window's clock."""
        return self._kiosk.clock

    @property
    def language(self) -> Language:
        """The language of the screen now."""
        return self._kiosk.language

    @property
    def taking(self) -> bool:
        """Whether a number is being asked for."""
        return self._kiosk.taking

    def open(self, key: ErrandKey) -> None:
        """Begin an errand, where the store is open and nothing else is under way."""
        if not self.taking and self._workplace.station is not None:
            self.set_out(errand_of(key, self))

    def set_out(self, errand: Errand) -> None:
        """Begin an errand in place of whatever was done before."""
        self.forget()
        self.errand = errand
        errand.begin()
        self._kiosk.show_errand()

    def forget(self) -> None:
        """The errand is over: nothing of it stays."""
        errand, self.errand = self.errand, None
        if errand is not None:
            errand.end()

    def read(
        self,
        look: "Callable[[ReadUnit], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Look at the store for the errand; nothing comes back once it has ended."""
        tell, tell_failure = self._answers(done, failed)
        self._workplace.read(look, tell, tell_failure, owner=self._owner)

    def do(
        self,
        plan: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        request_id: str | None = None,
    ) -> None:
        """Carry out a use-case for the errand; nothing comes back once it has ended."""
        tell, tell_failure = self._answers(done, failed)
        self._workplace.do(plan, tell, tell_failure, request_id=request_id, owner=self._owner)

    def _answers(self, done: Callable[[T], None], failed: Failed | None) -> tuple[Any, Failed]:
        errand = self.errand

        def tell(found: T) -> None:
            if self.errand is errand:
                done(found)

        def tell_failure(error: BaseException) -> None:
            if failed is not None and self.errand is errand:
                failed(error)
            if failed is None or not isinstance(error, Refused):
                self._kiosk.unread(error)

        return tell, tell_failure
