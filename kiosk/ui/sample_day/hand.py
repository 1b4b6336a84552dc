"""A person at a window: sees what is shown, clicks it, types."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.counter.receive.papers_card import PaperLine
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.parts.toast import Toast

SCANNER_MS = 4
"""Between two keys of a scanner that types what it reads."""

_FURTHEST = 60


class NotThereError(Exception):
    """Something that a person would press is not on the screen."""


class Hand:
    """A person at a window: sees what is shown, clicks it, types."""

    def __init__(self, window: QWidget, breathe: Callable[[], None]) -> None:
        self.window = window
        self._breathe = breathe
        self._at = 10_000

    def press(self, words: str) -> None:
        """Click what says ``words``, or else what has them in what it says.

        Raises :class:`NotThereError`.
        """
        self._turn_to()
        buttons = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        ]
        named = [one for one in buttons if words in (one.accessibleName(), one.text())]
        found = named or [one for one in buttons if words in f"{one.accessibleName()} {one.text()}"]
        if not found:
            there = [button.accessibleName() or button.text() for button in buttons]
            raise NotThereError(f"{self.window.windowTitle()}: {words}; there are: {there}")
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        if isinstance(self.window, CitizenWindow):
            self.window.settle()
        self._breathe()

    def press_each(self, keys: str) -> None:
        """Click one key after the other."""
        for key in keys:
            self.press(key)

    def answer(self, words: str) -> None:
        """Answer the question that covers the window. Raises :class:`NotThereError`."""
        for sheet in self.window.findChildren(Sheet):
            for button in sheet.findChildren(QAbstractButton):
                if button.isVisible() and words in f"{button.accessibleName()} {button.text()}":
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                    self._breathe()
                    return
        raise NotThereError(f"{self.window.windowTitle()}: {words}?")

    def tick(self, *papers: str) -> None:
        """Tick the papers that lie on the desk."""
        for line in self.window.findChildren(PaperLine):
            named = any(paper in line.accessibleName() for paper in papers)
            if named and line.isVisible() and not line.isChecked():
                QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        self._breathe()

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        QTest.keyClick(self._focus(), key, modifier)
        self._breathe()

    def go_to(self, name: str) -> None:
        """Go with Tab to what is called ``name``. Raises :class:`NotThereError`."""
        passed = []
        for _ in range(_FURTHEST):
            here = self._focus()
            if name in here.accessibleName():
                return
            passed.append(here.accessibleName())
            self.key(Qt.Key.Key_Tab)
        raise NotThereError(f"{self.window.windowTitle()}: {name}; Tab comes to: {passed}")

    def type(self, text: str) -> None:
        """Type a text as a keyboard does."""
        for letter in text:
            self._letter(letter)
        self._breathe()

    def scan(self, text: str) -> None:
        """Hold a code before the scanner, which types it and Enter."""
        if isinstance(self.window, CitizenWindow):
            self._scan_at_the_door(text)
            return
        for letter in text:
            self._letter(letter)
        self.key(Qt.Key.Key_Return)

    def _scan_at_the_door(self, text: str) -> None:
        """The kiosk tells a scanner from fingers by the times of the keys."""
        self._turn_to()
        self._at += 1_000
        for letter in (*text, "\r"):
            self._at += SCANNER_MS
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(self._at)
                QCoreApplication.sendEvent(self.window.windowHandle(), event)
        self._breathe()

    def _letter(self, letter: str) -> None:
        if letter.isascii():
            QTest.keyClicks(self._focus(), letter)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._focus(), event)

    def _focus(self) -> QWidget:
        self._turn_to()
        focus: QWidget | None = self.window.focusWidget()
        return self.window if focus is None else focus

    def _turn_to(self) -> None:
        """Look at this window; a person is slower than a notice or the rest of a new page."""
        if isinstance(self.window, CitizenWindow):
            self.window.settle()
        for toast in self.window.findChildren(Toast):
            toast.hide()
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            QCoreApplication.processEvents()
