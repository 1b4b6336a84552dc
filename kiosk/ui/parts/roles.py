"""What a part is to somebody who cannot see it.

Qt knows its own buttons and fields; a widget of our own painting is only a box to it. Such a part
names its role in the class attribute ``accessible_role``.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def tell_roles() -> None:
    """From now on screen readers hear the roles; asked again, nothing happens."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "accessible_role", None)
    # Qt keeps the interface as long as the widget lives; nobody else may hold it.
    return QAccessibleWidget(thing, role) if role and isinstance(thing, QWidget) else None
