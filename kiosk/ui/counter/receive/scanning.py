"""Keeping a scanner's burst out of the fields it is typed into."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from kiosk.ui.counter.receive.burst import BurstDetector, Scan

Before = TypeVar("Before")
Ticks = Callable[[QKeyEvent], float | None]


def event_ticks(event: QKeyEvent) -> float | None:
    """When a key was pressed, as the window system tells it; None when it does not.

    The time at which the program gets round to it would not do: after a pause it gets several
    keys at once, however slowly they were typed.
    """
    return float(event.timestamp()) or None


class ScanWatch(QObject, Generic[Before]):
    """Watches the keys of some widgets.

    ``before`` tells how things stand; ``scanned`` gets the :class:`Scan` with how things stood
    before its first letter arrived.
    """

    def __init__(
        self,
        parent: QObject,
        before: Callable[[], Before],
        scanned: Callable[[Scan[Before]], None],
        ticks: Ticks = event_ticks,
    ) -> None:
        super().__init__(parent)
        self._before, self._scanned, self._ticks = before, scanned, ticks
        self._detector: BurstDetector[Before] = BurstDetector()

    def watch(self, root: QWidget) -> None:
        """Watch everything under ``root`` that can hold the focus; again after it was rebuilt."""
        for widget in root.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._detector.composed(event.commitString())
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at = self._ticks(event)
        if at is None or event.isAutoRepeat():
            self._detector.stop()
            return False
        if event.key() in _ENDS:
            return self._on_end(at)
        if event.key() == Qt.Key.Key_Backspace:
            self._detector.taken_back(at)
            return False
        if not event.text() or not event.text().isprintable():
            # Shift and the like come between a scanner's letters.
            if event.key() not in _MODIFIERS:
                self._detector.stop()
            return False
        fast = self._detector.follows(at)
        self._detector.letter(event.text(), at, self._before)
        # A space in a scan must not tick, press or open anything.
        return fast and isinstance(watched, QAbstractButton | QComboBox)

    def _on_end(self, at: float) -> bool:
        scan = self._detector.enter(at)
        if scan is None:
            return False
        self._scanned(scan)
        return True


_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)
