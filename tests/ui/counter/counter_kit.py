"""A counter's window on a real store, driven by keys, with lanes that run when they are told to."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.paths import StationFolder
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.settings import Settings
from kiosk.station import Station
from kiosk.storage.opening import open_store
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.store import Store
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.jobs import ManualJobs
from kiosk.ui.parts.sheet import Question
from kiosk.ui.workplace import Workplace
from tests.fixtures.store import KIOSK, SteppingClock

PINS = {"CV01": "246801", "CV02": "135790"}
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class PaperEater:
    """A printer that keeps what it was sent, or has something to say against it."""

    sent: list[str] = field(default_factory=list)
    broken: Refused | None = None
    repeatable: bool = False

    def send(self, job: PrintJob, pdf: bytes) -> None:
        if self.broken is not None:
            raise self.broken
        assert pdf.startswith(b"%PDF")
        self.sent.append(job.title)


class AtCounter:
    """An officer's hands at one counter."""

    def __init__(
        self, file: Path, clock: SteppingClock, number: int, root: Path, station: str = ""
    ) -> None:
        self.clock = clock
        self.jobs = ManualJobs()
        self.printer = PaperEater()
        self.folder = StationFolder(root)
        self.folder.root.mkdir(exist_ok=True)
        self.refused: Refused | None = None
        self._file, self._station = file, station or f"QUAY{number}"
        self.workplace = Workplace(self._open, self.jobs, lambda _station, _kind: self.printer)
        self.window = CounterWindow(self.workplace, clock, number, self.folder.drafts)
        self.window.show()

    @property
    def store(self) -> Store:
        assert self.workplace.station is not None
        return self.workplace.station.store

    def open(self) -> "AtCounter":
        """The store opens, and the first look is taken."""
        self.workplace.start()
        self.settle()
        return self

    def sign_in(self, pin: str = "246801") -> "AtCounter":
        """Sit down as the officer who is chosen."""
        self.type(pin)
        self.press(Key.Key_Return)
        return self

    def settle(self) -> None:
        """Everything that was asked of the lanes is done, and what it changed is seen."""
        self.jobs.run_all()
        self.workplace.look()
        while self.jobs.run_all():
            self.workplace.look()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        settle: bool = True,
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.place(), key, modifiers)
        if settle:
            self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is; nothing but ASCII."""
        for letter in text:
            QTest.keyClicks(self.place(), letter)

    def scan(self, text: str) -> None:
        """What a scanner does: types, and Enter."""
        self.type(text)
        self.press(Key.Key_Return)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2)
        )
        self.settle()

    def place(self) -> QWidget:
        """Where a key press goes."""
        here: QWidget | None = self.window.focusWidget()
        return self.window if here is None else here

    def rested(self) -> None:
        """More than two seconds have gone by since the last press."""
        for key in ("F2", "F3", "F6", "F9"):
            self.window.queue.rest(key).stop()

    def bar(self) -> dict[str, str]:
        """The keys that the bar shows."""
        return dict(self.window.key_bar.keys)

    @property
    def at(self) -> str:
        """The page that is shown."""
        return self.window.place

    @property
    def signed(self) -> str:
        """The name in the head; empty while nobody has signed in."""
        return self.window.props.officer

    @property
    def question(self) -> Question | None:
        """The question that stands open."""
        asked = self.window.asking
        return asked.question if asked is not None else None

    def answer_yes(self) -> None:
        """Click on what the open question wants."""
        asked = self.window.asking
        assert asked is not None
        assert asked.wanted is not None
        self.click(asked.wanted)

    @property
    def number_shown(self) -> str:
        """The large number."""
        return self.window.main.serving.number.text().strip()

    @property
    def answer(self) -> str:
        """What stands under the scan box."""
        return self.window.main.reply.text

    @property
    def codes(self) -> list[str]:
        """The dossiers of the table."""
        return [row.code for row in self.window.main.lines.table.rows_model.rows]

    def close(self) -> None:
        """Go home."""
        if not self.window.close():
            # It asked what becomes of the numbers here; a second time it closes.
            self.window.close()
        self.jobs.close()
        self.workplace.close()
        self.window.deleteLater()
        self.workplace.deleteLater()

    def _open(self) -> Station:
        if self.refused is not None:
            raise self.refused
        settings = Settings(name=self._station)
        return Station(self.folder, settings, open_store(self._file, self.clock))


def take(store: Store, field: str = "HT", priority: str | None = None) -> NumberTaken:
    """Somebody takes a number at the kiosk."""
    return store.do(take_number, TakeNumber(field, priority), KIOSK)
