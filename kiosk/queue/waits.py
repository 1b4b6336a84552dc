"""How long one waits: a range from what the counters have lately needed, never one figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, bindparam, func, literal_column, select

from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.queue.rows import IS_ACTIVE, IS_WAITING, NOT_HELD
from kiosk.storage.schema import desk, ticket
from kiosk.storage.units import ReadUnit

USUAL_MINUTES = (5.0, 10.0)
"""What a visit takes, quickest and slowest, where too few were counted to say."""

ENOUGH_VISITS = 12
QUICK, SLOW = 0.25, 0.75
"""The share of visits that were quicker: both ends of the range are those visits' length."""

_STEP = 5
_LOOKED_BACK = timedelta(days=14)
_AT_MOST: ColumnElement[int] = literal_column("300")

Minutes = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pace:
    """What decides a field's waits.

    ``load``: the people before a newcomer at each of its counters, on average; ``counters``: how
    many call for it; ``each``: the minutes of a visit, quick and slow.
    """

    load: float
    counters: int
    each: Minutes


def wait_range(load: float, each: Minutes) -> tuple[int, int]:
    """Minutes until one is called behind ``load`` people, outwards to whole fives.

    >>> wait_range(2.5, (6, 8))
    (15, 20)
    """
    low = int(load * each[0] // _STEP) * _STEP
    high = -int(-load * each[1] // _STEP) * _STEP
    return low, max(high, low + _STEP)


def visit_minutes(minutes: Sequence[float]) -> Minutes:
    """A quick and a slow visit among those counted; :data:`USUAL_MINUTES` for too few."""
    if len(minutes) < ENOUGH_VISITS:
        return USUAL_MINUTES
    ordered = sorted(minutes)
    last = len(ordered) - 1
    return ordered[round(last * QUICK)], ordered[round(last * SLOW)]


def load_at(
    field: str, serving: Mapping[str, frozenset[int]], waiting: Mapping[str, int]
) -> tuple[float, int]:
    """The people that wait at each counter of a field on average, and how many counters it has.

    ``serving``: the counters of each field; a field's people are spread evenly over its counters,
    and each counter has those of all its fields before it.
    """
    own = serving.get(field, frozenset())
    if not own:
        return 0.0, 0
    shared = sum(
        waiting.get(other, 0) * len(counters & own) / len(counters)
        for other, counters in serving.items()
        if counters
    )
    return shared / len(own), len(own)


def paces(unit: ReadUnit) -> dict[str, Pace]:
    """The pace of every field that a counter serves, by prefix.

    A counter where nobody sits and nobody is served does not count, unless that is so everywhere
    yet. A field whose counters all rest while others work has no pace: nobody knows when its
    people are called.
    """
    office = office_now(unit)
    prefixes = {field.id: field.prefix for field in office.fields}
    waiting = {prefixes[row.field_id]: row.waiting for row in unit.rows(_WAITING, on_day=unit.day)}
    there = {row.counter_id for row in unit.rows(_STAFFED)}
    there |= {row.counter_id for row in unit.rows(_BUSY, on_day=unit.day)}
    serving = _serving(office, there)
    visits: dict[str, list[float]] = {}
    for row in unit.rows(_VISITS, here=office.id, since=unit.day - _LOOKED_BACK):
        took = (row.ended_at - row.called_at).total_seconds() / 60
        visits.setdefault(prefixes[row.field_id], []).append(took)
    return {
        prefix: Pace(*load_at(prefix, serving, waiting), visit_minutes(visits.get(prefix, ())))
        for prefix, counters in serving.items()
        if counters
    }


def wait_of(pace: Pace | None, ahead: int, waiting: int) -> tuple[int, int] | None:
    """The wait of somebody with ``ahead`` of the field's ``waiting`` people before them.

    None without a counter: nothing honest can be said.
    """
    if pace is None or not pace.counters:
        return None
    load = max(0.0, pace.load - (waiting - ahead) / pace.counters)
    return wait_range(load, pace.each)


def _serving(office: Office, staffed: Iterable[str]) -> dict[str, frozenset[int]]:
    there = set(staffed)
    serving = {}
    for field in office.fields:
        if field.active:
            counters = office.counters_serving(field)
            sitting = [counter for counter in counters if counter.id in there]
            calling = sitting if there else counters
            serving[field.prefix] = frozenset(each.number for each in calling)
    return serving


_WAITING = (
    select(ticket.c.field_id, func.count().label("waiting"))
    .where(ticket.c.day == bindparam("on_day"), IS_WAITING, NOT_HELD)
    .group_by(ticket.c.field_id)
)
_STAFFED = select(desk.c.counter_id).where(desk.c.person_id.is_not(None))
_BUSY = select(ticket.c.counter_id).where(ticket.c.day == bindparam("on_day"), IS_ACTIVE)
_VISITS = (
    select(ticket.c.field_id, ticket.c.called_at, ticket.c.ended_at)
    .where(
        ticket.c.office_id == bindparam("here"),
        ticket.c.day >= bindparam("since"),
        ticket.c.state == "done",
        ticket.c.called_at.is_not(None),
        ticket.c.ended_at.is_not(None),
    )
    .order_by(ticket.c.day.desc(), ticket.c.arrival.desc())
    .limit(_AT_MOST)
)
