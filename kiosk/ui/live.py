"""What other processes change in the store, told to the windows of this one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

POLL_MS = 50
TICK_MS = 1000


class StoreWatch(QObject):
    """Asks the store's change counter every 50 ms.

    ``changed``: the counter is another than before (or is heard again after a loss).
    ``lost``: the store did not answer, with the exception; told once until it answers again.
    ``tick``: once a second, for what grows old by itself. ``probe`` must not block.
    """

    changed = Signal()
    lost = Signal(object)
    tick = Signal()

    def __init__(self, probe: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._probe = probe
        self._seen: int | None = None
        self._silent = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tick)

    @property
    def silent(self) -> bool:
        """Whether the store did not answer the last time."""
        return self._silent

    def start(self) -> None:
        """Begin: what stands in the store now counts as known."""
        self._poll.start()
        self._ticks.start()
        self.look()

    def stop(self) -> None:
        """End."""
        self._poll.stop()
        self._ticks.stop()

    def look(self) -> None:
        """Ask once, now (also right after a write of one's own)."""
        try:
            now = self._probe()
        except Exception as error:  # noqa: BLE001 (told by `lost`)
            if not self._silent:
                self._silent = True
                self.lost.emit(error)
            return
        before, self._seen = self._seen, now
        back, self._silent = self._silent, False
        if back or (before is not None and now != before):
            self.changed.emit()
