"""A manager's hands at the manager's window, on a real store, with lanes that run when told to."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.settings import Settings
from kiosk.station import Station
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.ui.admin.window import AdminWindow
from kiosk.ui.jobs import ManualJobs
from kiosk.ui.parts.sheet import Question
from kiosk.ui.workplace import Workplace
from tests.fixtures.face import BrokenPrinter
from tests.fixtures.store import SteppingClock

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
CODE, PIN = "QL01", "998877"


class AtDesk:
    """The manager's window."""

    def __init__(self, file: Path, clock: SteppingClock, root: Path) -> None:
        self.clock = clock
        self.jobs = ManualJobs()
        self.refused: Refused | None = None
        self._file, self._root = file, root
        root.mkdir(exist_ok=True)
        self.workplace = Workplace(self._open, self.jobs, lambda _station, _kind: BrokenPrinter())
        self.window = AdminWindow(self.workplace, clock)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    @property
    def store(self) -> Store:
        assert self.workplace.station is not None
        return self.workplace.station.store

    def open(self) -> "AtDesk":
        """The store opens."""
        self.workplace.start()
        self.settle()
        return self

    def sign_in(self, code: str = CODE, pin: str = PIN) -> "AtDesk":
        """Type the code and the PIN, as a person does."""
        self.type(code)
        self.press(Key.Key_Return)
        self.type(pin)
        self.press(Key.Key_Return)
        return self

    def settle(self) -> None:
        """Everything asked of the lanes is done, and what it changed is seen."""
        self.workplace.look()
        while self.jobs.run_all():
            self.workplace.look()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def second(self, count: int = 1) -> None:
        """Seconds go by."""
        for _ in range(count):
            self.clock.at += timedelta(seconds=1)
            self.window.ticked.emit()
            self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.place(), key, modifiers)
        self.settle()

    def go(self, figure: int) -> None:
        """Ctrl and a figure."""
        self.press(Key(Key.Key_0 + figure), CTRL)

    def type(self, text: str) -> None:
        """Type where the focus is; nothing but ASCII."""
        QTest.keyClicks(self.place(), text)

    def click(self, widget: QWidget) -> None:
        """Click on a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def place(self) -> QWidget:
        """Where a key press goes."""
        here: QWidget | None = self.window.focusWidget()
        return self.window if here is None else here

    def bar(self) -> dict[str, str]:
        """The keys that the bar shows."""
        return dict(self.window.key_bar.keys)

    def rail(self) -> list[str]:
        """The places of the rail."""
        return [item.text for item in self.window.props.rail]

    @property
    def question(self) -> Question | None:
        """The question that stands open."""
        asked = self.window.asking
        return asked.question if asked is not None else None

    def answer(self, what: str) -> None:
        """Give an answer: ``safe``, ``other`` or ``wanted``."""
        asked = self.window.asking
        assert asked is not None
        self.click(getattr(asked, what))

    def close(self) -> None:
        """Go home."""
        self.window.close()
        self.jobs.run_all()
        self.jobs.close()
        self.workplace.close()
        self.window.deleteLater()
        self.workplace.deleteLater()

    def _open(self) -> Station:
        if self.refused is not None:
            raise self.refused
        settings = Settings(name="DIEU-HANH")
        return Station(StationFolder(self._root), settings, open_store(self._file, self.clock))
