"""The one place where a scan at the kiosk goes on: to the errand in hand, to a dossier, to a ticket."""

from typing import Protocol

from PySide6.QtCore import QObject

from kiosk.ui.citizen import returning
from kiosk.ui.citizen.hosting import Hosting
from kiosk.ui.citizen.scanning import (
    DossierScan,
    StrangeScan,
    TicketScan,
    about_strange,
    meaning,
)
from kiosk.ui.parts.toast import ToastKind
from kiosk.ui.workplace import Workplace


class Kiosk(returning.Kiosk, Protocol):
    """The window, as far as a scan needs it."""

    def touched(self) -> None:
        """Somebody is there: patience begins anew."""

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a short notice."""


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
            kiosk.tell(returning.unanswered(kiosk.language))
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
                self.ticket(said)
            case StrangeScan(kind):
                kiosk.tell(about_strange(kind, kiosk.language))

    def ticket(self, said: str) -> None:
        """Say where a number stands, by its id or by what people read on its slip."""
        returning.Returning(self._kiosk, self._owner, self._workplace).ask(said)

    def _follow(self, code: str) -> None:
        self._hosting.open("status")
        if self._hosting.errand is not None:
            self._hosting.errand.scanned(code)
