"""Keys as they come from outside: with the times at which they were pressed, at the window's door."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.fixtures.face import FaceAtWork

FAST_MS, SLOW_MS = 4, 120
_PLAIN = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Fingers and a scanner at one kiosk."""

    def __init__(self, kiosk: FaceAtWork) -> None:
        self._kiosk = kiosk
        self.at = 10_000

    def scan(self, text: str, *, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """A code held before the scanner: it types the text and an end."""
        self.at += 1000
        for letter in text:
            self.press(_key_of(letter), letter, FAST_MS)
        self.press(end, "\r", FAST_MS)
        self._kiosk.run()

    def type(self, text: str, gap: int = SLOW_MS) -> None:
        """A person types; each key has its pause."""
        for letter in text:
            self.press(_key_of(letter), letter, gap)
            if gap == SLOW_MS:
                self._kiosk.window.keys.settle()
        self._kiosk.run()

    def press(self, key: Qt.Key, letter: str, gap: int) -> None:
        """One key, ``gap`` ms after the one before."""
        self.at += gap
        door = self._kiosk.window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, _PLAIN, letter)
            event.setTimestamp(self.at)
            QCoreApplication.sendEvent(door, event)


def _key_of(letter: str) -> Qt.Key:
    code = ord(letter.upper())
    return Qt.Key(code) if code < 0x80 else Qt.Key.Key_unknown
