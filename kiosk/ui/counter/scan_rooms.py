"""Ctrl Q: the pages of scans, made at their first use."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.ui.counter.scans.room import ScansRoom
    from kiosk.ui.counter.scans.stack_room import StackRoom
    from kiosk.ui.counter.window import CounterWindow


class ScanRooms:
    """The two rooms of scans; each joins the window's rooms once it is there."""

    def __init__(self, window: "CounterWindow") -> None:
        self._window = window
        self.dossier: ScansRoom | None = None
        self.stack: StackRoom | None = None

    def open_dossier(self) -> None:
        """The scans of the dossier that is open."""
        if self.dossier is None:
            from kiosk.ui.counter.scans.room import ScansRoom

            self.dossier = ScansRoom(self._window, self._window)
            self._window.add_room("scans", self.dossier, self.dossier.changed)
        self.dossier.open()

    def open_stack(self) -> None:
        """A stack of several dossiers."""
        if self.stack is None:
            from kiosk.ui.counter.scans.stack_room import StackRoom

            self.stack = StackRoom(self._window, self._window)
            self._window.add_room("stack", self.stack, self.stack.changed)
        self.stack.open()
