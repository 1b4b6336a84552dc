"""Widgets that take the room they are given."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.card import Card


class Room(QWidget):
    """A page: its height does not hang on its width, so nobody around it measures its texts anew.

    Without this, one changed word makes Qt ask every label of every page for its height, several
    times over: some 50 ms.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class RoomyCard(Card):
    """The same for a card that fills its page's height."""

    def hasHeightForWidth(self) -> bool:
        return False
