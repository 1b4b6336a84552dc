"""A scan that begins at a table, a button or a box that opens: none of them may keep its letters."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_TYPED_INTO = (QLineEdit, QPlainTextEdit)


class Taker(Protocol):
    """Who leads a scan on."""

    def takes(self, event: QKeyEvent) -> bool:
        """Take a letter that was typed at something which is not typed into."""


class StrayKeys(QObject):
    """Watches whatever within ``window`` holds the focus and is not typed into.

    A table looks for what begins with a letter, and Enter opens its row: of a scan it would keep
    the letters and open somebody else's dossier at the end.
    """

    def __init__(self, window: QWidget, taker: Taker) -> None:
        super().__init__(window)
        self._window, self._taker = window, taker
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not event.isAutoRepeat()
            and self._taker.takes(event)
        )

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._belongs(now) and not isinstance(now, _TYPED_INTO):
            now.installEventFilter(self)

    def _belongs(self, widget: QWidget) -> bool:
        """Also what opens over the window: the list of a box."""
        here: QWidget | None = widget
        while here is not None and here is not self._window:
            here = here.parentWidget()
        return here is not None and widget is not self._window
