"""Every key that reaches the kiosk's window: a scan is taken out before any field can have it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.burst import FASTEST_FINGERS_MS, Burst

_HOLD_MS = FASTEST_FINGERS_MS + 10
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_BETWEEN = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
    }
)
_ACTS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class KeysIn(QObject):
    """Stands at the window's door. ``scanned`` gets the text of a scan.

    A letter is held back for 40 ms, which no person notices; what a scanner types never arrives.
    Keys that do not tell when they were pressed pass by: nothing can be said of them.
    """

    def __init__(self, window: QWidget, scanned: Callable[[str], None]) -> None:
        super().__init__(window)
        self._scanned = scanned
        self._door: QWindow | None = None
        self._burst: Burst[QKeyEvent] = Burst()
        self._swallow: set[int] = set()
        self._passing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOLD_MS)
        self._timer.timeout.connect(self._waited)

    def watch(self, door: QWindow | None) -> None:
        """Stand at that door from now on."""
        if door is self._door:
            return
        if self._door is not None:
            self._door.removeEventFilter(self)
        self._door = door
        if door is not None:
            door.installEventFilter(self)

    def settle(self) -> None:
        """A pause has passed: hand on what is held, or take it for a scan without an end."""
        self._timer.stop()
        if self._burst.is_scan:
            self._scanned(self._burst.drop())
        else:
            self._hand_on()

    def stop(self) -> None:
        """Forget what is held."""
        self._timer.stop()
        self._burst.drop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._passing or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            held = any(key.key() == event.key() for key in self._burst.held)
            return held or self._was_swallowed(event.key())
        if event.type() != QEvent.Type.KeyPress:
            return False
        return self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        self._swallow.discard(event.key())
        at = float(event.timestamp())
        if not at or event.isAutoRepeat() or event.key() in _BETWEEN:
            return False
        follows = self._burst.follows(at)
        if event.key() in _ENDS and follows and self._burst.is_scan:
            self._timer.stop()
            self._swallow = {key.key() for key in self._burst.held} | {event.key()}
            self._scanned(self._burst.drop())
            return True
        if event.key() == Qt.Key.Key_Backspace and follows:
            self._burst.take_back(event.clone(), at)
            self._timer.start()
            return True
        letter = event.text()
        if not letter or not letter.isprintable() or event.modifiers() & _ACTS:
            self._hand_on()
            return False
        if not follows:
            self._hand_on()
            if letter == " ":
                # No code begins with a space, and a space presses what has the focus.
                return False
        self._burst.hold(event.clone(), letter, at)
        self._timer.start()
        return True

    def _was_swallowed(self, key: int) -> bool:
        swallowed = key in self._swallow
        self._swallow.discard(key)
        return swallowed

    def _waited(self) -> None:
        # Keys that came while the window was busy stand before this in the queue.
        QTimer.singleShot(0, self._still_waiting)

    def _still_waiting(self) -> None:
        if not self._timer.isActive() and self._burst.held:
            self.settle()

    def _hand_on(self) -> None:
        self._timer.stop()
        keys = self._burst.release()
        if self._door is None:
            return
        self._passing = True
        try:
            for key in keys:
                QCoreApplication.sendEvent(self._door, key)
                up = QKeyEvent(QEvent.Type.KeyRelease, key.key(), key.modifiers(), key.text())
                QCoreApplication.sendEvent(self._door, up)
        finally:
            self._passing = False
