"""Keys by the names that the bar shows, and what is typed as text."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_NOT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def key_name(event: QKeyEvent) -> str:
    """``F2``, ``Ctrl P``, ``Esc``; empty for every other key."""
    key = event.key()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        if key == Qt.Key.Key_Escape:
            return "Esc"
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            return f"F{key - Qt.Key.Key_F1 + 1}"
    elif modifiers == Qt.KeyboardModifier.ControlModifier:
        if 0x20 < key < 0x7F:
            return f"Ctrl {chr(key)}"
        if key == Qt.Key.Key_F9:
            return "Ctrl F9"
    return ""


def figure_of(key: str) -> int:
    """The figure of ``Ctrl 3``; 0 for a key without one."""
    return int(key[-1]) if key.startswith("Ctrl ") and key[-1].isdigit() else 0


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is one of the two keys that end a line."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def send_on(event: QKeyEvent, widget: QWidget) -> None:
    """Press the same key, at the same time, at another widget."""
    again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
    again.setTimestamp(event.timestamp())
    QCoreApplication.sendEvent(widget, again)


def typed(event: QKeyEvent) -> str:
    """The text that a key types; empty for keys that type none."""
    text = event.text()
    return text if text.isprintable() and not event.modifiers() & _NOT_TEXT else ""
