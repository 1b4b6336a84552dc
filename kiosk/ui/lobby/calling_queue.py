"""One call at a time, large: which one stands there, for how long, and which come after it.

List and counters show every call at once; the large place is for one, and further calls queue.
Nothing here knows a clock: ``now`` is a count of seconds that only grows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.ui.theme.tokens import DUR

if TYPE_CHECKING:
    from kiosk.queue.views import Board, Call

LONGEST = DUR["call_hold"] // 1000
LEAST = 4
WITHIN = 48
"""Up to twelve calls that wait are all begun within so many seconds."""

Place = tuple[int, str]
"""A number at a counter: the counter's number, the ticket's label."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one look at the store told.

    ``calls``: the newest first; all of the day when ``whole``. ``awaited``: who is still being
    called. ``missed``: the screen had said that it hears nothing, so these calls may be old.
    """

    calls: "tuple[Call, ...]"
    awaited: frozenset[Place]
    whole: bool = True
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Calling:
    """The call that stands large since the second ``since``, and those that wait behind it.

    ``holding``: its hold is not over. ``known``: the ids of all calls heard of today; what is not
    younger than ``floor`` was made before the screen began.
    """

    shown: "Call | None" = None
    since: int = 0
    holding: bool = False
    waiting: "tuple[Call, ...]" = ()
    awaited: frozenset[Place] = frozenset()
    known: frozenset[str] = frozenset()
    floor: str = ""


def hold(waiting: int, *, awaited: bool = True) -> int:
    """For how many seconds a call stands large when ``waiting`` others stand behind it.

    12 s while up to four wait; then as long as lets all of them begin within 48 s; never under
    4 s. So 60 calls at once are through within five minutes. Who has come already (or was given
    up) gives way after 4 s.
    """
    if not waiting:
        return LONGEST
    return max(LEAST, min(LONGEST, WITHIN // waiting)) if awaited else LEAST


def awaited_on(board: "Board") -> frozenset[Place]:
    """Who is being called and has not come."""
    return frozenset(
        (place.number, place.label)
        for place in board.counters
        if place.label is not None and place.state == "called"
    )


def place_of(call: "Call") -> Place:
    """The number and the counter of a call."""
    return call.counter, call.label


def begun(heard: Heard) -> Calling:
    """The state of a screen that has just started: the newest call stands, none is made anew."""
    calls = heard.calls
    return Calling(
        shown=calls[0] if calls else None,
        awaited=heard.awaited,
        known=frozenset(call.id for call in calls),
        floor="" if heard.whole else calls[-1].id,
    )


def after_hearing(state: Calling, heard: Heard, now: int) -> Calling:
    """The state after a look at the store: new calls queue behind the others, oldest first.

    What was missed while the screen heard nothing is made good only for those who are still
    being called, once each.
    """
    if not heard.calls:
        # A new day.
        return Calling(since=now)
    waiting = (*state.waiting, *_new(state, heard))
    holding = state.holding
    if heard.missed:
        waiting = _still_called(waiting, heard.awaited)
        holding = False
    known = state.known.union(call.id for call in heard.calls)
    state = replace(state, waiting=waiting, awaited=heard.awaited, known=known, holding=holding)
    return after_time(state, now)


def after_time(state: Calling, now: int) -> Calling:
    """The state at the second ``now``: the next call begins when the one before had its time.

    A call made anew right behind itself does not wait for itself: the number goes on standing.
    """
    while state.waiting and (_has_stood(state, now) or _called_anew(state)):
        first, *others = state.waiting
        state = replace(state, shown=first, since=now, holding=True, waiting=tuple(others))
    if state.holding and _has_stood(state, now):
        return replace(state, holding=False)
    return state


def _has_stood(state: Calling, now: int) -> bool:
    if not state.holding or state.shown is None:
        return True
    needed = hold(len(state.waiting), awaited=place_of(state.shown) in state.awaited)
    return now - state.since >= needed


def _called_anew(state: Calling) -> bool:
    return state.shown is not None and place_of(state.waiting[0]) == place_of(state.shown)


def _new(state: Calling, heard: Heard) -> "Iterator[Call]":
    for call in reversed(heard.calls):
        if call.id not in state.known and call.id > state.floor:
            yield call


def _still_called(calls: "tuple[Call, ...]", awaited: frozenset[Place]) -> "tuple[Call, ...]":
    newest = {place_of(call): call.id for call in calls}
    return tuple(
        call for call in calls if place_of(call) in awaited and newest[place_of(call)] == call.id
    )
