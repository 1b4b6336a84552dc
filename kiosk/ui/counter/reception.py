"""The reception's place in the counter's window: opened, kept while half entered, left."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.clock import Clock
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.places import Keys
from kiosk.ui.counter.sign_acts import Officer
from kiosk.ui.theme.look import Look
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.dossiers.identity import CardRead
    from kiosk.queue.model import Ticket
    from kiosk.ui.counter.receive.page import ReceivePage
    from kiosk.ui.parts.sheet import Question


class Reception(QObject):
    """Makes the reception's page at the first F7 and keeps what is entered in it.

    ``shown`` carries the page; ``received`` the fact of a dossier received; ``continued``
    the same while the next one of the visit is entered; ``turned``
    that of a letter written instead; ``left``: the officer
    goes back; ``scanned`` a scan that is no citizen's card; ``keys_changed``.
    """

    shown = Signal(object)
    received = Signal(object)
    turned = Signal(object)
    continued = Signal(object)
    left = Signal()
    scanned = Signal(str)
    keys_changed = Signal()

    def __init__(
        self,
        host: Host,
        workplace: Workplace,
        clock: Clock,
        number: int,
        drafts: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._host, self._workplace, self._clock = host, workplace, clock
        self._number, self._drafts = number, drafts
        self._officer: Officer | None = None
        self._of: tuple[str, str] = ("", "")
        self.page: ReceivePage | None = None

    def set_officer(self, officer: Officer) -> None:
        """Whose receptions these are from now on."""
        self._officer = officer
        if self.page is not None:
            self.page.set_officer(officer.code, officer.name)

    def keys(self) -> Keys:
        """The keys that the page itself hears."""
        return tuple(self.page.keys()) if self.page is not None else ()

    def why_not(self) -> str:
        """The page says itself why it does not receive yet."""
        return ""

    def open(self, look: Look, ticket: "Ticket | None", card: "CardRead | None") -> None:
        """Show the page. What is half entered stays for the same officer and the same ticket;

        for another one, and with a card, a reception begins anew and the rest is a draft.
        """
        page = self._made(look)
        self.shown.emit(page)
        of = (self._officer.code if self._officer else "", ticket.id if ticket else "")
        another = of != self._of and not page.is_sending()
        if card is not None or another or not page.is_dirty():
            self._of = of
            page.begin(ticket, card)
        else:
            page.setFocus()

    def visit_codes(self) -> tuple[str, ...]:
        """The codes of all dossiers of the visit in which the last one was received."""
        return self.page.visit.codes if self.page is not None else ()

    def untold_codes(self) -> tuple[str, ...]:
        """The codes of a visit that was left before its next procedure was chosen."""
        return self.page.untold if self.page is not None else ()

    def is_dirty(self) -> bool:
        """Whether something was entered that is not received yet."""
        return self.page is not None and self.page.is_dirty()

    def tell(self, told: str) -> bool:
        """Say something above the cards; not where a question stands there."""
        return self.page is not None and self.page.tell(told)

    def take_focus(self) -> None:
        """The focus goes to where the page begins, or to the question that waits there."""
        if self.page is not None:
            asked = self.page.body.banner.first() if self.page.waits else None
            (asked or self.page).setFocus()

    def _ask(self, question: "Question", wanted: "Callable[[], None]") -> None:
        sheet = self._host.ask(question)
        sheet.answered.connect(lambda yes: wanted() if yes else None)

    def _made(self, look: Look) -> "ReceivePage":
        if self.page is None:
            from kiosk.ui.counter.receive.page import ReceivePage

            self.page = ReceivePage(look, self._workplace, self._number, self._clock, self._drafts)
            self.page.received.connect(self.received)
            self.page.left.connect(self.left)
            self.page.scanned.connect(self.scanned)
            self.page.continued.connect(self.continued)
            self.page.turned.connect(self.turned)
            self.page.asking.connect(self._ask)
            self.page.keys_changed.connect(self.keys_changed)
            if self._officer is not None:
                self.set_officer(self._officer)
        return self.page
