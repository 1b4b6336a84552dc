"""A machine of the office at work: its folder, its settings, its clock, the office's store."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import machine_clock, told_time
from kiosk.office.reading import office_now
from kiosk.paths import StationFolder
from kiosk.printing.own_words import use_own_words
from kiosk.refusal import Refused
from kiosk.settings import Settings, read_settings
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor


@dataclass(frozen=True, slots=True)
class Station:
    """Everything that a command or a window works with."""

    folder: StationFolder
    settings: Settings
    store: Store

    @property
    def inbox(self) -> Path:
        """The folder into which this machine's scanners write."""
        told = self.settings.scans.inbox
        return Path(told).expanduser() if told else self.folder.inbox

    def actor(self, officer: str | None = None) -> Actor:
        """Somebody acting at this station; the station itself without an officer."""
        return Actor(self.settings.name, officer)


def open_station(folder: StationFolder) -> Station:
    """Open this machine's station.

    Raises :class:`Refused`: ``store.missing``, ``settings.wrong``, ``clock.not_sample``
    (``KIOSK_NOW`` in a real office) and what :func:`open_store` refuses.
    """
    clock = machine_clock()
    settings = read_settings(folder.settings)
    store = open_store(settings.store_url or folder.store, clock)
    try:
        if told_time():
            with store.read() as unit:
                if not office_now(unit).sample:
                    raise Refused("clock.not_sample")
    except BaseException:
        store.close()
        raise
    use_own_words(folder.forms)
    return Station(folder, settings, store)
