"""A face says every half minute that it lives, in the devices' lane."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.clock import Clock
from kiosk.refusal import Refused

if TYPE_CHECKING:
    from kiosk.ui.workplace import Workplace

EVERY_MS = 30_000
_PAPERS = {"citizen": ("ticket80",), "counter": ("form01",)}


class Heartbeat(QObject):
    """Tells the store that ``face`` lives: first once the window can be used, then by itself.

    A store that does not answer is no news here: the window tells of it, and the next beat comes.
    """

    def __init__(
        self, workplace: "Workplace", clock: Clock, face: str, counter: int | None = None
    ) -> None:
        super().__init__(workplace)
        self._workplace, self._face, self._counter = workplace, face, counter
        self._started_at = clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.beat)
        workplace.chores.timeout.connect(self._begin)

    def _begin(self) -> None:
        self._timer.start()
        self.beat()

    def beat(self) -> None:
        """Say it once, now."""
        station = self._workplace.station
        if station is None:
            return

        def work() -> None:
            from kiosk.office.presence import Alive, tell_alive

            kinds = _PAPERS.get(self._face, ())
            printers = {kind: station.settings.printer_for(kind) for kind in kinds}
            with station.store.write(station.actor()) as unit:
                tell_alive(unit, Alive(self._face, self._counter, self._started_at, printers))

        self._workplace.jobs.run("devices", work, lambda _: None, _not_told, owner=self)


def _not_told(error: BaseException) -> None:
    if not isinstance(error, Refused):
        raise error
