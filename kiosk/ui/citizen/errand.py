"""What a person came for besides a number: one errand at a time, forgotten when they leave."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.ui.citizen.session import Known, Screen
from kiosk.ui.jobs import Failed
from kiosk.ui.language import Language
from kiosk.ui.parts.toast import ToastKind
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import IDLE

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

ErrandKey = Literal["status", "procedures", "staff", "rating"]
"""Following a dossier, reading about procedures, who answers for what, saying how one was served."""

T = TypeVar("T")


class Host(Protocol):
    """The kiosk's window, as far as an errand sees it."""

    @property
    def clock(self) -> Clock:
        """The window's clock."""

    @property
    def language(self) -> Language:
        """The language of the screen now."""

    @property
    def taking(self) -> bool:
        """Whether a number is being asked for."""

    def refresh_page(self) -> None:
        """Show what is so now."""

    def turn(self) -> None:
        """Show another page of the errand: patience begins anew."""

    def touched(self) -> None:
        """Somebody is there: patience begins anew."""

    def read(
        self,
        look: "Callable[[ReadUnit], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Look at the store; nothing comes back once the errand has ended."""

    def do(
        self,
        plan: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        request_id: str | None = None,
    ) -> None:
        """Carry out a use-case; nothing comes back once the errand has ended."""

    def take_number(self, field: str) -> None:
        """Take a number of a field; leads to the page of the number, or to the fields and why not."""

    def ask_ticket(self, said: str) -> None:
        """Say where a number stands, over the page shown."""

    def set_out(self, errand: "Errand") -> None:
        """Begin another errand in place of this one."""

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a short notice."""

    def go_home(self) -> None:
        """Leave."""


class Errand:
    """One errand at a kiosk: pages made of props that are derived from frozen values.

    The window asks for :meth:`props` whenever something may have changed and builds a new page
    when their type (or their ``variant``, where they have one) is another one; else the page gets
    them through ``set_props``. Another ``leaf`` is another page of the same kind: it slides in.
    """

    def __init__(self, host: Host) -> None:
        self.host = host

    @property
    def patience(self) -> int:
        """The seconds after which the page ends by itself when nobody touches it."""
        return IDLE["list"]

    def begin(self) -> None:
        """Ask the store for what the first page needs."""

    def props(self, known: Known, screen: Screen) -> Any:
        """What the page shows."""
        raise NotImplementedError

    def page(self, look: Look, props: Any, *, wide: bool) -> QWidget:
        """A new page for ``props``, its buttons tied to this errand."""
        raise NotImplementedError

    def back(self) -> bool:
        """Go one page back; False where there is none, and the window goes home."""
        return False

    def scanned(self, text: str) -> bool:
        """Take a scanned text; False where it means nothing here, and the window decides."""
        return False

    def changed(self) -> None:
        """Something in the store is new."""

    def second(self) -> None:
        """A second has passed."""

    def settle(self) -> None:
        """Do at once what waits for a pause in typing."""

    def end(self) -> None:
        """The person has left: forget what they typed and saw."""


def errand_of(key: ErrandKey, host: Host) -> Errand:
    """A new errand. Its room is imported only now: the home page paints without it."""
    if key == "status":
        from kiosk.ui.citizen.status.errand import StatusErrand

        return StatusErrand(host)
    if key == "procedures":
        from kiosk.ui.citizen.procedures.errand import ProceduresErrand

        return ProceduresErrand(host)
    if key == "rating":
        from kiosk.ui.citizen.rating.errand import RatingErrand

        return RatingErrand(host)
    from kiosk.ui.citizen.staff.errand import StaffErrand

    return StaffErrand(host)
