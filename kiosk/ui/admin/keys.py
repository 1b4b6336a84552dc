"""Keys by the names that the bar shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_FIRST, _LAST = 0x21, 0x7E


def key_name(event: QKeyEvent) -> str:
    """``F2``, ``Ctrl P``, ``Ctrl 1``, ``Del``, ``Esc``; empty for every other key."""
    key = event.key()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            return f"F{key - Qt.Key.Key_F1 + 1}"
        return {Qt.Key.Key_Escape: "Esc", Qt.Key.Key_Delete: "Del"}.get(Qt.Key(key), "")
    if modifiers == Qt.KeyboardModifier.ControlModifier and _FIRST <= key <= _LAST:
        return f"Ctrl {chr(key)}"
    return ""


def figure_of(key: str) -> int:
    """The figure of ``Ctrl 3``; 0 for a key without one."""
    return int(key[-1]) if key.startswith("Ctrl ") and key[-1].isdigit() else 0
