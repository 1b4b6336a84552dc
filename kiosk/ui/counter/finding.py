"""From a scan or a typed text to what it names: a dossier, a ticket, a card, a search."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.refusal import Refused
from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.main_page import MainPage
from kiosk.ui.counter.route import (
    LONGEST_TYPED,
    Nowhere,
    ToDossier,
    ToReception,
    ToSearch,
    ToTicket,
    route,
)
from kiosk.ui.counter.seen import DossierSeen, Found
from kiosk.ui.words import clock_time
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.queue.model import Ticket
    from kiosk.queue.picking import Pick
    from kiosk.storage.units import ReadUnit

_NOT_FOUND = (
    "Không tìm thấy hồ sơ nào khớp “{text}”. Kiểm tra lại tên, số điện thoại hoặc mã rồi tìm lại."
)


class Shower(Protocol):
    """The window, as far as a scan sees it."""

    def show_main(self) -> None:
        """Go to the main page."""

    def stays(self, told: str) -> bool:
        """Say on a half entered page that a scan leads nowhere; whether it was one."""

    def make_way(self) -> None:
        """A scan leads elsewhere: say that what is half entered is kept."""


class Finding(QObject):
    """``dossier`` carries a :class:`DossierSeen`, ``to_return`` one whose result shall be handed
    back, ``card`` what a citizen's card says, ``found`` what a search brought, ``picked`` a ticket
    to call (a :class:`Pick`). What leads nowhere is told under the scan box and stands in it again.
    """

    dossier = Signal(object)
    to_return = Signal(object)
    card = Signal(object)
    found = Signal(object)
    picked = Signal(object)

    def __init__(self, window: Shower, asking: Asking, page: MainPage, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._asking, self._page = window, asking, page

    def scanned(self, text: str) -> None:
        """Go where the content of ``text`` leads."""
        way = route(text)
        if isinstance(way, ToDossier):
            self.open_dossier(way.code)
        elif isinstance(way, ToTicket):
            self._read_ticket(way.said)
        elif isinstance(way, ToReception):
            self.card.emit(way.card)
        elif isinstance(way, ToSearch):
            self._search(way.text)
        elif isinstance(way, Nowhere):
            self._nowhere(text, way.refusal)

    def open_dossier(self, code: str, then: "Callable[[DossierSeen], None] | None" = None) -> None:
        """Open the dossier with that code, or say why not."""

        def look(unit: "ReadUnit") -> DossierSeen:
            from kiosk.ui.counter import work

            return work.dossier(unit, code)

        self._asking.read(look, then or self.dossier.emit, lambda why: self._nowhere(code, why))

    def open_to_return(self, code: str) -> None:
        """F12: open the dossier, and ask at once who takes its result."""
        self.open_dossier(code, self.to_return.emit)

    def _read_ticket(self, said: str) -> None:
        number = self._asking.number

        def look(unit: "ReadUnit") -> "Pick":
            from kiosk.ui.counter import work

            return work.ticket(unit, number, said)

        def tell(pick: "Pick") -> None:
            words = ticket_words(pick.ticket, today=pick.today)
            if pick.can_call:
                self._window.make_way()
                self._window.show_main()
                self.picked.emit(pick)
            elif not self._window.stays(words):
                self._window.show_main()
                self._page.say(words, "told")

        self._asking.read(look, tell, lambda refusal: self._nowhere(said, refusal))

    def _search(self, text: str) -> None:
        def look(unit: "ReadUnit") -> Found:
            from kiosk.ui.counter import work

            return work.search(unit, text)

        self._asking.read(look, self._show, lambda refusal: self._nowhere(text, refusal))

    def _show(self, found: Found) -> None:
        if found.lines:
            self.found.emit(found)
            return
        self._answer(_NOT_FOUND.format(text=found.text), found.text)

    def _nowhere(self, text: str, refusal: Refused) -> None:
        # A card's text is not put back: it says everything about somebody.
        keep = "|" not in text and len(text) <= LONGEST_TYPED
        self._answer(sentence(refusal), text if keep else "")

    def _answer(self, words: str, text: str) -> None:
        if self._window.stays(words):
            return
        self._window.show_main()
        self._page.say(words)
        self._page.give_back(text)


def ticket_words(ticket: "Ticket", *, today: bool = True) -> str:
    """What a scanned ticket is told as: where it stands."""
    if not today:
        return (
            f"Phiếu {ticket.label} là của ngày khác, hôm nay không gọi được. Mời Ông/Bà lấy số mới."
        )
    taken = f"Số {ticket.label} ({ticket.field}), lấy lúc {clock_time(ticket.issued_at)}"
    at = f"Quầy {ticket.counter}" if ticket.counter is not None else ""
    called = clock_time(ticket.called_at) if ticket.called_at is not None else ""
    return {
        "waiting": f"{taken}: đang chờ, chưa gọi.",
        "called": f"{taken}: {at} đang gọi từ {called}.",
        "serving": f"{taken}: {at} đang phục vụ.",
        "done": f"{taken}: {at} đã phục vụ xong.",
        "no_show": f"{taken}: {at} gọi lúc {called}, vắng mặt.",
        "expired": f"{taken}: hết ngày mà chưa phục vụ xong. Mời Ông/Bà lấy số mới.",
    }[ticket.state]
