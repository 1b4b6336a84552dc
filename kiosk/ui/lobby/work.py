"""What the lobby's screen asks of the store. Everything here runs in the store's lane."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.clock import office_day
from kiosk.ui.lobby.notices import RestAhead, rest_ahead

if TYPE_CHECKING:
    from kiosk.queue.views import Board, Call
    from kiosk.storage.units import ReadUnit

NEWEST = 24
DEEPER = 4


@dataclass(frozen=True, slots=True)
class LobbyView:
    """The office and its board at the moment ``at``.

    ``board.calls`` reaches back to calls that were known; ``whole``: it holds all of the day.
    ``notices`` are the office's own of this day, in order. ``pause``: why the office pauses.
    """

    office: str
    motto: str
    sample: bool
    open: bool
    next_opening: datetime | None
    rest: RestAhead | None
    board: "Board"
    at: datetime
    notices: tuple[str, ...] = ()
    whole: bool = True
    pause: str | None = None


def look(
    unit: "ReadUnit", known: frozenset[str] | None = None, at: frozenset[int] | None = None
) -> LobbyView:
    """The board, read at once; with ``known`` calls, back to one of them.

    However many calls were made since the last look, none is left out. ``at``: only what goes on
    at the counters of these numbers; how many wait is told for the whole office.
    """
    from kiosk.office.notices import notices_of_day
    from kiosk.office.reading import office_now
    from kiosk.queue.views import board

    office = office_now(unit)
    calls, whole = _calls(unit, known, at)
    whole_board = board(unit)
    counters = tuple(each for each in whole_board.counters if at is None or each.number in at)
    return LobbyView(
        office=office.profile.name,
        motto=office.profile.motto,
        sample=office.sample,
        open=office.calendar.is_open(unit.now),
        next_opening=office.calendar.next_opening(unit.now),
        rest=rest_ahead(office.calendar, office_day(unit.now)),
        board=replace(whole_board, calls=calls, counters=counters),
        at=unit.now,
        notices=tuple(one.text for one in notices_of_day(unit)),
        whole=whole,
        pause=office.pause.why if office.pause else None,
    )


def _calls(
    unit: "ReadUnit", known: frozenset[str] | None, at: frozenset[int] | None
) -> "tuple[tuple[Call, ...], bool]":
    from kiosk.queue.views import newest_calls

    limit = NEWEST
    calls = newest_calls(unit, limit, at)
    while known is not None and len(calls) == limit and known.isdisjoint(c.id for c in calls):
        limit *= DEEPER
        calls = newest_calls(unit, limit, at)
    return calls, len(calls) < limit
