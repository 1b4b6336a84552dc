"""An officer's hands on the counter's real window: keys alone, with the time between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.fixtures.store import SteppingClock
from tests.ui.counter.counter_kit import AtCounter, Key

BY_HAND_MS, BY_SCANNER_MS = 140.0, 4.0
_NONE = Qt.KeyboardModifier.NoModifier
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class MouseTrap(QObject):
    """Counts what a mouse or a finger does anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.caught = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.caught += event.type() in _MOUSE
        return False


@dataclass
class Spent:
    """Key presses: ``commands`` (F2, Enter, Tab, Space …) and ``letters`` typed by hand."""

    commands: int = 0
    letters: int = 0


class OfficerHands(AtCounter):
    """Like :class:`AtCounter`, but every key has its time, is counted, and finds a focus."""

    def __init__(self, file: Path, clock: SteppingClock, number: int, root: Path) -> None:
        super().__init__(file, clock, number, root)
        self.window.activateWindow()
        self.spent = Spent()
        self.lost_focus: list[str] = []
        self._at_ms = 1_000.0

    def hit(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        """Press a command key, and let what follows from it happen."""
        for _ in range(times):
            self._pause()
            typed = chr(key) if key in range(0x20, 0x7F) and not modifiers else ""
            self._press(key, modifiers, typed)
            self.spent.commands += 1
            self.settle()
            self._must_have_focus(f"{key.name} at {self.at}")

    def at_once(self, *keys: Qt.Key) -> None:
        """Press keys before anything of what follows from them happens."""
        for key in keys:
            self._press(key, _NONE, "")

    def write(self, text: str) -> None:
        """Type a text by hand."""
        for letter in text:
            self._at_ms += BY_HAND_MS
            self._press(_key_of(letter), _NONE, letter)
            self.spent.letters += 1
        self.settle()
        self._must_have_focus(f"typing at {self.at}")

    def scan(self, text: str) -> None:
        """Hold something before the scanner: a burst that ends with Enter. No key is pressed."""
        self._pause()
        for letter in text:
            self._at_ms += BY_SCANNER_MS
            self._press(_key_of(letter), _NONE, letter)
        self._at_ms += BY_SCANNER_MS
        self._press(Key.Key_Return, _NONE, "")
        self.settle()
        self._must_have_focus(f"a scan at {self.at}")

    def scan_untimed(self, text: str) -> None:
        """The same where the window system does not tell when a key was pressed."""
        kept, self._at_ms = self._at_ms, 0.0
        for letter in text:
            self._press(_key_of(letter), _NONE, letter)
        self._press(Key.Key_Return, _NONE, "")
        self._at_ms = kept
        self.settle()
        self._must_have_focus(f"a scan at {self.at}")

    def think(self) -> None:
        """Look up from the keys: the pause after which the page looks again, two seconds and more."""
        page = self.window.reception.page
        if page is not None and page.pause.isActive():
            page.on_pause()
        self.rested()
        self.settle()

    @contextmanager
    def counted(self) -> Iterator[Spent]:
        """What is spent within."""
        before = Spent(self.spent.commands, self.spent.letters)
        within = Spent()
        yield within
        within.commands = self.spent.commands - before.commands
        within.letters = self.spent.letters - before.letters

    def settle(self) -> None:
        for _ in range(2):
            QCoreApplication.processEvents()
            super().settle()

    @property
    def focused(self) -> QWidget:
        """What holds the focus."""
        here = QApplication.focusWidget()
        assert here is not None, self.lost_focus
        return here

    def _pause(self) -> None:
        self._at_ms += 1_000

    def _press(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        where = self.focused
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(int(self._at_ms))
            QCoreApplication.sendEvent(where, event)
            if kind == QEvent.Type.KeyPress:
                where = QApplication.focusWidget() or where

    def _must_have_focus(self, after: str) -> None:
        here = QApplication.focusWidget()
        if here is None or not here.isVisible() or not here.isEnabled():
            self.lost_focus.append(after)


def _key_of(letter: str) -> int:
    if letter == " ":
        return Key.Key_Space.value
    return ord(letter.upper()) if letter.isascii() else 0
