"""Waiting for a window's first paint: what is slow must not hold it up."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _FirstPaint(QObject):
    def __init__(self, window: QWidget, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Once more through the loop: then the children are painted too.
            QTimer.singleShot(0, self._act)
        return False


def after_first_paint(window: QWidget, act: Callable[[], None]) -> None:
    """Call ``act`` once ``window`` has been painted with everything on it."""
    _FirstPaint(window, act)
