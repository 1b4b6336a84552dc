"""Over the whole screen and back, by a key."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

PLAIN = "F11"
WHERE_TAKEN = "Ctrl+F11"
"""At the counter F11 alone is an act on a dossier."""


def fill_screen(window: QWidget) -> None:
    """Show ``window`` over the whole screen.

    Without a window manager, as on most kiosks, nobody else gives the window its size.
    """
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()


class FullScreenKey(QObject):
    """Lets ``keys`` switch a window between the whole screen and a window of its own."""

    def __init__(self, window: QWidget, keys: str = PLAIN) -> None:
        super().__init__(window)
        self._window = window
        self._before: QRect | None = None
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.switch)

    def switch(self) -> None:
        """To the whole screen, or back to where the window was.

        One that was never anything but full gets the screen's free part.
        """
        window = self._window
        if window.isFullScreen():
            window.showNormal()
            window.setGeometry(self._before or window.screen().availableGeometry())
        else:
            self._before = window.geometry()
            fill_screen(window)
