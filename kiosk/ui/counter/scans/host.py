"""The counter's window, as far as the pages of scans see it."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.places import Place
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.counter.sign_acts import Officer
from kiosk.ui.theme.look import Look


class Window(Host, Protocol):
    """See :class:`~kiosk.ui.counter.window.CounterWindow`."""

    look: Look
    place: Place
    asks: Asking
    queue: QueueActs
    ticked: SignalInstance

    @property
    def officer(self) -> Officer | None:
        """Who sits here."""

    @property
    def opened(self) -> DossierSeen | None:
        """The dossier that is open."""

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page."""

    def press(self, key: str) -> bool:
        """Do what a key does."""
