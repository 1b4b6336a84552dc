"""The one place where a scan at the kiosk goes on: to the errand in hand, to a dossier, to a ticket."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kiosk.refusal import Refused
from kiosk.ui.citizen.hosting import Hosting
from kiosk.ui.citizen.scanning import (
    DossierScan,
    StrangeScan,
    TicketPlace,
    TicketScan,
    about_strange,
    about_ticket,
    meaning,
    place_of,
    unanswered,
)
from kiosk.ui.citizen.session import Session
from kiosk.ui.language import Language
from kiosk.ui.parts.toast import ToastKind
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.ui.parts.sheet import Question


class Kiosk(Protocol):
    """The window, as far as a scan needs it."""

    session: Session
    language: Language

    def touched(self) -> None:
        """Somebody is there: patience begins anew."""

    def tell(self, question: "Question") -> None:
        """Say something that stays until it is read."""

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a short notice."""

    def unread(self, error: BaseException) -> None:
        """The store could not be read. Raises what is no refusal."""


class ScanRouter:
    """Decides what a scan does on the page that is shown. The text is neither shown nor kept."""

    def __init__(
        self, kiosk: Kiosk, owner: QObject, hosting: Hosting, workplace: Workplace
    ) -> None:
        self._kiosk, self._owner = kiosk, owner
        self._hosting, self._workplace = hosting, workplace

    def scanned(self, text: str) -> None:
        """A scan has come in."""
        kiosk = self._kiosk
        if kiosk.session.busy:
            return
        if kiosk.session.step == "taken":
            # The number must have been read before its page gives way to anything.
            kiosk.notify(kiosk.language.tr("Mời Ông/Bà xem số, bấm nút bên dưới rồi quét lại."))
            return
        if self._workplace.station is None:
            kiosk.tell(unanswered(kiosk.language))
            return
        means = meaning(text)
        errand = self._hosting.errand if kiosk.session.step == "errand" else None
        # Not even an errand gets to see what stands on somebody's card.
        mine = isinstance(means, StrangeScan) and means.kind == "card"
        if errand is not None and not mine and errand.scanned(text):
            kiosk.touched()
            return
        match means:
            case DossierScan(code):
                self._follow(code)
            case TicketScan(said):
                self._workplace.read(
                    lambda unit: place_of(unit, said),
                    self._on_place,
                    self._on_no_answer,
                    owner=self._owner,
                )
            case StrangeScan(kind):
                kiosk.tell(about_strange(kind, kiosk.language))

    def _follow(self, code: str) -> None:
        self._hosting.open("status")
        if self._hosting.errand is not None:
            self._hosting.errand.scanned(code)

    def _on_place(self, place: TicketPlace | None) -> None:
        self._kiosk.tell(about_ticket(place, self._kiosk.language))

    def _on_no_answer(self, error: BaseException) -> None:
        self._kiosk.unread(error)
        if isinstance(error, Refused):
            self._kiosk.tell(unanswered(self._kiosk.language))
