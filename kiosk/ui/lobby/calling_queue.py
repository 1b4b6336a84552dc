"""One call at a time, large: which one stands there, for how long, and which come after it.

List and counters show every call at once; the large place is for one, and further calls queue.
Nothing here knows a clock: ``now`` is a count of seconds that only grows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kiosk.ui.theme.tokens import DUR

if TYPE_CHECKING:
    from kiosk.queue.views import Board, Call

LONGEST = DUR["call_hold"] // 1000
LEAST = 4
WITHIN = 40
"""Up to ten calls that wait are all begun within so many seconds."""
TWICE_UP_TO = 2
BETWEEN = 3

CALM, UNHURRIED, FULL_TO = 16, 6, 8
"""Seconds that speech may take while few wait, and while up to so many wait."""

Form = Literal["full", "short", "chime"]
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
    younger than ``floor`` was made before the screen began. ``speaking``: the voice is saying
    something, which nothing cuts off; it has said this call ``said`` times, at last at the second
    ``said_at``.
    """

    shown: "Call | None" = None
    since: int = 0
    holding: bool = False
    waiting: "tuple[Call, ...]" = ()
    awaited: frozenset[Place] = frozenset()
    known: frozenset[str] = frozenset()
    floor: str = ""
    speaking: bool = False
    said: int = 0
    said_at: int = 0


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many seconds the voice needs for a call in full, and in few words."""

    full: float
    short: float


def hold(waiting: int, *, awaited: bool = True) -> int:
    """For how many seconds a call stands large when ``waiting`` others stand behind it.

    12 s while up to three wait; then as long as lets all of them begin within 40 s; never under
    4 s. Who has come already (or was given up) gives way after 4 s. The voice is never cut off: a
    call stands on until what is being said of it has been said.
    """
    if not waiting:
        return LONGEST
    return max(LEAST, min(LONGEST, WITHIN // waiting)) if awaited else LEAST


def form(state: Calling, lengths: Lengths, now: int) -> Form | None:
    """What the voice begins to say now, if anything: one utterance at a time.

    While up to two calls wait behind it, a call is said in full, and once more 3 s later unless
    the person has come. With up to eight behind it, it is said once, in full where that fits its
    hold (or 6 s); with more, in few words within 4 s. What is too long for its room gives way to
    fewer words, and these to the chime alone. So 60 calls at once are through within five minutes,
    none of them left out.
    """
    if state.speaking or not state.holding or state.shown is None:
        return None
    waiting = len(state.waiting)
    calm = waiting <= TWICE_UP_TO
    if not state.said:
        if waiting > FULL_TO:
            return "short" if lengths.short <= LEAST else "chime"
        room = CALM if calm else max(UNHURRIED, hold(waiting))
        return "full" if lengths.full <= room else "short" if lengths.short <= room else "chime"
    again = (
        state.said == 1
        and calm
        and now - state.said_at > BETWEEN
        and 2 * lengths.full + BETWEEN + 1 <= CALM
        and place_of(state.shown) in state.awaited
    )
    return "full" if again else None


def began_speaking(state: Calling) -> Calling:
    """The state once the voice has begun."""
    return replace(state, speaking=True)


def after_speaking(state: Calling, now: int) -> Calling:
    """The state once the voice has ended at the second ``now``; :func:`after_time` goes on."""
    return replace(state, speaking=False, said=state.said + 1, said_at=now)


def repeated(state: Calling, now: int) -> Calling:
    """The call that stands large, announced once more by hand: before those that wait.

    Nothing new is called; asked for twice, it is repeated once.
    """
    if state.shown is None or (state.waiting and _called_anew(state)):
        return state
    return after_time(replace(state, waiting=(state.shown, *state.waiting)), now)


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
        return Calling(since=now, speaking=state.speaking)
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
    if state.speaking:
        return state
    while state.waiting and (_has_stood(state, now) or _called_anew(state)):
        first, *others = state.waiting
        state = replace(
            state, shown=first, since=now, holding=True, waiting=tuple(others), said=0, said_at=now
        )
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
