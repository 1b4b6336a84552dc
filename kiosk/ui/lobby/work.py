"""What the lobby's screen asks of the store. Everything here runs in the store's lane."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.clock import office_day
from kiosk.ui.lobby.notices import RestAhead, rest_ahead

if TYPE_CHECKING:
    from kiosk.queue.views import Board
    from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class LobbyView:
    """The office and its board at the moment ``at``."""

    office: str
    motto: str
    sample: bool
    open: bool
    next_opening: datetime | None
    rest: RestAhead | None
    board: "Board"
    at: datetime


def look(unit: "ReadUnit") -> LobbyView:
    """The board, read at once."""
    from kiosk.office.reading import office_now
    from kiosk.queue.views import board

    office = office_now(unit)
    return LobbyView(
        office=office.profile.name,
        motto=office.profile.motto,
        sample=office.sample,
        open=office.calendar.is_open(unit.now),
        next_opening=office.calendar.next_opening(unit.now),
        rest=rest_ahead(office.calendar, office_day(unit.now)),
        board=board(unit),
        at=unit.now,
    )
