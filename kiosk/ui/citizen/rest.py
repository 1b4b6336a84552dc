"""A new page does not hear the second tap of a double tap that was meant for the page before."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.frames.frame import Frame

REST_MS = 500
TAKEN_REST_MS = 1500
"""The page of a number taken listens later: who leaves it unread does not know their number."""

_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
    }
)
_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Rest(QObject):
    """Keeps presses from the page of a window for a moment; head and bar hear them."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end)

    @property
    def running(self) -> bool:
        """Whether a page rests."""
        return self._timer.isActive()

    def begin(self, milliseconds: int) -> None:
        """Let the page hear nothing for so long, even where it is built anew meanwhile."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start(milliseconds)

    def end(self) -> None:
        """The page listens from now on."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        page = self._window.page
        if page is None or not _presses(event) or not isinstance(watched, QWidget):
            return False
        if watched is not page and not page.isAncestorOf(watched):
            return False
        event.accept()
        return True


def _presses(event: QEvent) -> bool:
    if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        return isinstance(event, QKeyEvent) and event.key() in _KEYS
    return event.type() in _PRESSES
