"""What a face works with: the station, the lanes, the watch on the store, the spool.

The window is painted first; the store is opened behind it. Nothing in ``kiosk.ui`` imports the
rooms below at module level, because they bring SQLAlchemy: a face keeps what it asks of the store
in its ``work.py``, which is imported inside the store's lane.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.ui.jobs import Failed, JobRunner
from kiosk.ui.live import StoreWatch

if TYPE_CHECKING:
    from kiosk.printing.doors import Printer
    from kiosk.station import Station
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit

log = logging.getLogger(__name__)

T = TypeVar("T")
Wish = TypeVar("Wish")
Fact = TypeVar("Fact")

COPY_EVERY_MS = 3_600_000
OPEN_AGAIN_MS = 5_000
CHORES_AFTER_MS = 2_000
"""What is owed from yesterday waits until the window can be used."""


class Workplace(QObject):
    """A station at work behind one or more windows of one process.

    ``opened``: the store is open, with the station. ``refused``: it could not be opened, with the
    :class:`Refused`; it is tried again by itself. ``changed``: something in the store is new.
    ``lost``: the store does not answer. ``tick``: once a second.
    """

    opened = Signal(object)
    refused = Signal(object)
    changed = Signal()
    lost = Signal(object)
    tick = Signal()

    def __init__(
        self,
        open_station: "Callable[[], Station]",
        jobs: JobRunner,
        printer_for: "Callable[[Station, str], Printer]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.station: Station | None = None
        self._open_station = open_station
        self._printer_for = printer_for
        self._watch: StoreWatch | None = None
        self._opening = False
        self._closed = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(OPEN_AGAIN_MS)
        self._again.timeout.connect(self.start)
        self.chores = QTimer(self)
        self.chores.setSingleShot(True)
        self.chores.setInterval(CHORES_AFTER_MS)
        self.chores.timeout.connect(self.print_owed)
        self.chores.timeout.connect(self.copy_daily)
        self._copies = QTimer(self)
        self._copies.setInterval(COPY_EVERY_MS)
        self._copies.timeout.connect(self.copy_daily)

    def start(self) -> None:
        """Open the store in its lane; called once the first window has painted."""
        if self.station is None and not self._opening and not self._closed:
            self._opening = True
            self.jobs.run("store", self._open_station, self._is_open, self._is_refused)

    def close(self) -> None:
        """Let go of everything. The lanes must have ended."""
        self._closed = True
        self._again.stop()
        self.chores.stop()
        self._copies.stop()
        if self._watch is not None:
            self._watch.stop()
        if self.station is not None:
            self.station.store.close()

    def read(
        self,
        look: "Callable[[ReadUnit], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Look at the store in its lane; ``done`` gets what ``look`` gave."""
        station = self._require_station()

        def work() -> T:
            with station.store.read() as unit:
                return look(unit)

        self.jobs.run("store", work, done, failed, owner=owner)

    def do(
        self,
        plan: "Callable[[], tuple[UseCase[Wish, Fact], Wish]]",
        done: Callable[[Fact], None],
        failed: Failed | None = None,
        *,
        officer: str | None = None,
        request_id: str | None = None,
        owner: QObject | None = None,
    ) -> str:
        """Carry out a use-case in the store's lane; the id of the request.

        ``plan`` gives the use-case and the wish; it runs in the lane, where it may import them.
        After a failure whose outcome is unknown, ask again with the id that came back: what was
        done already is not done twice.
        """
        station = self._require_station()
        request = request_id or new_id()

        def work() -> Fact:
            use_case, wish = plan()
            return station.store.do(use_case, wish, station.actor(officer), request)

        def tell(fact: Fact) -> None:
            done(fact)
            self.look()
            self.print_owed()

        self.jobs.run("store", work, tell, failed, owner=owner)
        return request

    def look(self) -> None:
        """See at once what changed, without waiting for the next poll."""
        if self._watch is not None:
            self._watch.look()

    def print_owed(self) -> None:
        """Let the spool print what this machine owes, in the devices' lane."""
        station = self.station
        if station is None or self._closed:
            return

        def work() -> None:
            from kiosk.storage.print_jobs import any_owed, left_in_hand

            name = station.settings.name
            with station.store.read() as unit:
                if not any_owed(unit, name) and not left_in_hand(unit, name, holder=""):
                    return
            # Imported only now: drawing papers takes large packages.
            from kiosk.printing.spool import drain

            drain(
                station.store,
                station.actor(),
                station.folder,
                lambda kind: self._printer_for(station, kind),
            )

        self.jobs.run("devices", work, _nothing, self._print_failed)

    def copy_daily(self) -> None:
        """Make today's copy of the store, unless it was made, in the devices' lane."""
        station = self.station
        if station is None or station.store.file is None or self._closed:
            return
        file = station.store.file

        def work() -> None:
            from kiosk.office.reading import office_now
            from kiosk.storage.backup import daily_copy

            with station.store.read() as unit:
                keep = office_now(unit).rules.backup_keep_days
            daily_copy(file, station.folder.backups, station.store.clock, keep)

        self.jobs.run("devices", work, _nothing, self._copy_failed)

    def _is_open(self, station: "Station") -> None:
        self._opening = False
        if self._closed:
            station.store.close()
            return
        self.station = station
        self._watch = StoreWatch(station.store.change_counter, self)
        self._watch.changed.connect(self.changed)
        self._watch.changed.connect(self.print_owed)
        self._watch.lost.connect(self.lost)
        self._watch.tick.connect(self.tick)
        self._watch.start()
        self._copies.start()
        self.chores.start()
        self.opened.emit(station)

    def _is_refused(self, error: BaseException) -> None:
        self._opening = False
        if not isinstance(error, Refused):
            raise error
        log.warning("the store was not opened: %s", error)
        self.refused.emit(error)
        self._again.start()

    def _print_failed(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            if error.code != "print.busy":
                log.warning("the spool stopped: %s", error)
            return
        raise error

    def _copy_failed(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            log.warning("no daily copy: %s", error)
            return
        raise error

    def _require_station(self) -> "Station":
        if self.station is None:
            raise Refused("store.not_open_yet")
        return self.station


def _nothing(_: object) -> None:
    return
