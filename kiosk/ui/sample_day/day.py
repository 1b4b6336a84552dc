"""The windows of the sample office on one store, and who looks at them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.clock import MovedClock, local, parse_moment
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.sample_past import DOOR, FIRST_COUNTER
from kiosk.settings import Settings
from kiosk.ui.admin.window import AdminWindow
from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.counter.receive.live_form import LiveForm
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.frames.frame import Frame
from kiosk.ui.frames.tv import FadingText
from kiosk.ui.jobs import ManualJobs
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.presence import Heartbeat
from kiosk.ui.sample_day.hand import Hand, NotThereError
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.printing.doors import Printer
    from kiosk.station import Station
    from kiosk.storage.print_jobs import PrintJob

log = logging.getLogger(__name__)

PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)
DESK = QSize(1440, 900)
DESK_SIZES = ((DESK, ""), (QSize(1366, 768), "-1366"), (QSize(1920, 1080), "-1920"))
"""The sizes a desk's window is looked at in, and what its picture's name ends with."""
_MOST = 2_000
COUNTER = 1
OFFICER, OFFICER_PIN = "CV01", "246801"
MANAGER, MANAGER_PIN = "LD01", "246811"

Observe = Callable[[QWidget, str], None]
"""Gets a window and the name of the screen it shows now."""

OpenStation = Callable[[str], "Station"]
"""Gets a station's name."""

PrinterOf = Callable[["Station", str], "Printer"]


@dataclass(frozen=True, slots=True)
class Slip:
    """What the owner of a dossier holds: its code, and the secret that opens its details."""

    code: str
    secret: str


class Paperless:
    """A printer of tickets that has run out of paper."""

    repeatable = False

    def send(self, job: "PrintJob", pdf: bytes) -> None:
        raise Refused("printer.failed", printer="Máy in phiếu", why="hết giấy")


class SampleDay:
    """The windows of one store at work; every screen they come to is shown to ``observe``.

    ``out_of_paper``: no ticket comes out.
    """

    def __init__(
        self,
        open_station: OpenStation,
        printer_for: PrinterOf,
        clock: MovedClock,
        observe: Observe,
        drafts: Path,
    ) -> None:
        self.clock = clock
        self.out_of_paper = False
        self._lost: list[Station | None] = []
        self._observe, self._printer_for = observe, printer_for
        self._open_station = open_station
        self._jobs = ManualJobs()
        self._places: list[Workplace] = []
        self._beats: list[Heartbeat] = []
        self.citizen = CitizenWindow(self._place(DOOR, "citizen"), clock, PORTRAIT)
        place = self._place(FIRST_COUNTER, "counter", COUNTER)
        self.counter = CounterWindow(place, clock, COUNTER, drafts)
        self.lobby = LobbyWindow(self._place("SANH-1", "lobby"), clock)
        self.admin = AdminWindow(self._place("DIEU-HANH", "admin"), clock)
        self.windows: list[Frame] = [self.citizen, self.counter, self.lobby, self.admin]
        self.person = Hand(self.citizen, self.breathe)
        self.officer = Hand(self.counter, self.breathe)
        self.manager = Hand(self.admin, self.breathe)
        self.counter.resize(DESK)
        self.admin.resize(DESK)
        self.lobby.resize(LANDSCAPE)
        self.citizen.idle.pass_by_hand()
        for window in self.windows:
            window.pass_by_hand()
            window.show()

    def open(self) -> None:
        """Open the store behind every window, as the program does after the first paint."""
        for place in self._places:
            place.start()
        self.breathe()
        self._beat()

    def _beat(self) -> None:
        """Every face says that it lives, as it does each half minute."""
        for beat in self._beats:
            beat.beat()
        self.breathe()

    def breathe(self) -> None:
        """Let everything that is under way come to rest. Raises RuntimeError when it does not."""
        for _ in range(100):
            QCoreApplication.processEvents()
            for place in self._places:
                if place.station is not None:
                    place.look()
            QCoreApplication.processEvents()
            if not self._jobs.run_all():
                return
        raise RuntimeError("the windows do not come to rest")

    def seconds(self, count: int) -> None:
        """Let seconds pass on every window, and with them the rest after a key."""
        for _ in range(count):
            self.clock.at += timedelta(seconds=1)
            self.counter.queue.close()
            for window in self.windows:
                window.ticked.emit()
            if self.citizen.idle.running:
                self.citizen.idle.tick()
            self.breathe()

    def move_to(self, moment: str) -> None:
        """Let the clock show another moment; the windows see it at their next second."""
        self.counter.queue.close()
        self.clock.at = parse_moment(moment)
        for window in self.windows:
            window.ticked.emit()
            window.tell_time()
        self._beat()

    def lose_store(self) -> None:
        """From now on no window gets an answer from the store."""
        self._lost = [place.station for place in self._places]
        for place in self._places:
            place.station = None
            place.lost.emit(Refused("store.unreachable"))

    def find_store(self) -> None:
        """The store answers again."""
        for place, station in zip(self._places, self._lost, strict=True):
            place.station = station
            place.changed.emit()
        self._lost = []
        self.breathe()

    def keep(self, window: QWidget, name: str) -> None:
        """A screen worth looking at, once a pause after the last key has passed."""
        for form in self.counter.findChildren(LiveForm):
            if form.pause.isActive():
                form.on_pause()
        self.breathe()
        # A notice that is fading shows neither the one before nor the next.
        for text in self.lobby.findChildren(FadingText):
            text.settle()
        self._observe(window, name)

    def station(self) -> "Station":
        """The station of the counter. Raises :class:`NotThereError` before the store is open."""
        station = self._places[1].station
        if station is None:
            raise NotThereError("the store is not open")
        return station

    def at_each_size(self, window: Frame, name: str) -> None:
        """A screen of a desk, at every size it must stand."""
        for size, ending in DESK_SIZES:
            window.resize(size)
            self.keep(window, name + ending)
        window.resize(DESK)

    def taken_label(self) -> str:
        """The number on the kiosk. Raises :class:`NotThereError`."""
        taken = self.citizen.session.taken
        if taken is None:
            raise NotThereError("no number was taken")
        return taken.label

    def called_label(self) -> str:
        """The number at the counter. Raises :class:`NotThereError`."""
        seen = self.counter.seen
        if seen is None or seen.queue.active is None:
            raise NotThereError("no number was called")
        return seen.queue.active.label

    def dossier_of(self, state: str, *, since: str = "", due_after: str = "") -> Slip:
        """A dossier in a state, as its owner holds it; received since, and due after, a day.

        Raises :class:`NotThereError`.
        """
        from kiosk.dossiers.model import DossierState
        from kiosk.dossiers.reading import list_dossiers
        from kiosk.dossiers.reprinting import slip_of

        with self.station().store.read() as unit:
            for line in list_dossiers(unit, DossierState(state), _MOST):
                due = "" if line.due_at is None else local(line.due_at).date().isoformat()
                if local(line.received_at).date().isoformat() >= since and due > due_after:
                    break
            else:
                raise NotThereError(f"no dossier is {state} {since} {due_after}")
            return Slip(line.code, slip_of(unit, line.code).lookup_secret)

    def newest_code(self) -> str:
        """The code of the dossier received last, as its slip carries it."""
        from kiosk.dossiers.reading import list_dossiers

        with self.station().store.read() as unit:
            return max(line.code for line in list_dossiers(unit, None, _MOST))

    def grow_to(self, open_counters: int) -> None:
        """Open so many counters, adding what lacks and closing the last of the others."""
        from kiosk.office.counters_keeping import (
            AddCounter,
            ChangeCounter,
            add_counter,
            change_counter,
        )
        from kiosk.office.entries import CounterEntry
        from kiosk.office.reading import office_now

        station = self.station()
        by = station.actor(MANAGER)
        with station.store.read() as unit:
            counters = office_now(unit).counters
        for _ in range(open_counters - len(counters)):
            station.store.do(add_counter, AddCounter(), by, new_id())
        for one in counters[open_counters:]:
            seen = CounterEntry(one.number, one.name, one.fields)
            closed = ChangeCounter(replace(seen, active=False), seen)
            station.store.do(change_counter, closed, by, new_id())
        self.breathe()

    def close(self) -> None:
        """Close the windows and the store."""
        for window in self.windows:
            if not window.close():
                # A counter asks once what becomes of its number.
                window.close()
            window.deleteLater()
        for place in self._places:
            place.close()
            place.deleteLater()
        self._jobs.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _place(self, station: str, face: str, counter: int | None = None) -> Workplace:
        place = Workplace(lambda: self._open_station(station), self._jobs, self._printer)
        self._beats.append(Heartbeat(place, self.clock, face, counter))
        self._places.append(place)
        return place

    def _printer(self, station: "Station", kind: str) -> "Printer":
        return Paperless() if self.out_of_paper else self._printer_for(station, kind)


def settings_of(name: str) -> Settings:
    """A station of the sample office; its printers are only names."""
    return Settings(name=name, printers={"ticket80": "XP-80C", "form01": "LBP6030"})


def _tell(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Pass on what Qt tells, but not that a screen that is none cannot hint at sizes."""
    if "propagateSizeHints" not in text:
        log.warning("Qt: %s", text)


def application() -> QApplication:
    """The application the windows live in."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    qInstallMessageHandler(_tell)
    return QApplication(["kiosk"])
