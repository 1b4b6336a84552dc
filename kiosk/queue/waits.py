"""How long one waits: a range foreseen from the queue as it stands and the office's own times."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select

from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.queue import foresight
from kiosk.queue.foresight import Desk, Newcomer, Person, Standing, Wait
from kiosk.queue.learning import cycles_now, learned, reaction_of, to_come
from kiosk.queue.model import Ticket
from kiosk.queue.moving import CALL_SERIES
from kiosk.queue.rows import IS_ACTIVE, IS_WAITING, NOT_HELD
from kiosk.queue.staffing import comes_in, rests_in
from kiosk.storage.schema import desk, number_series, ticket
from kiosk.storage.units import ReadUnit

_STEP = 5
_HOLDS = timedelta(seconds=20)
"""How long a look ahead is believed while nobody is called and nobody sits down or leaves."""

UNSURE = 0.14
"""How much the pace of the next hours may differ from what was learned."""
_MORE_OF = 8
"""One looks ahead anew when one of so many people has come to a field beside those that waited: behind
a long line one more changes little, behind a short one everything, and that is quickly foreseen."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A look ahead: the waits of who would come now, and how many waited in each field then."""

    waits: dict[Newcomer, Wait]
    standing: Standing
    waiting: dict[str, int]

    def wait(
        self, field: str, *, priority: bool = False, waiting: int | None = None
    ) -> Wait | None:
        """The wait of somebody who comes for a field where ``waiting`` people wait by now."""
        found = self.waits.get((field, priority))
        # Who came since stands behind somebody with priority.
        more = 0
        if waiting is not None and not priority:
            more = max(0, waiting - self.waiting.get(field, 0))
        if found is None or not more:
            return found
        each = self.standing.cycles[field].mean / max(1, self.counters_for(field))
        return Wait(
            found.low + more * each * 0.8,
            found.median + more * each,
            found.high + more * each * 1.2,
        )

    def counters_for(self, field: str) -> int:
        """How many counters call for a field now."""
        return sum(field in one.fields and not one.comes for one in self.standing.desks)


def shown_range(wait: Wait | None) -> tuple[int, int] | None:
    """Minutes as they are told: outwards to whole fives, never one figure.

    >>> shown_range(Wait(11.0, 14.0, 16.2))
    (10, 20)
    """
    if wait is None:
        return None
    low = int(wait.low // _STEP) * _STEP
    high = -int(-wait.high // _STEP) * _STEP
    return low, max(high, low + _STEP)


def expected(unit: ReadUnit) -> Expected:
    """What those who come now have to expect, in every field that somebody serves.

    A counter where nobody sits and nobody is served counts as far as somebody usually comes there
    soon; where no past tells that, it does not count, unless that is so everywhere yet. A field
    whose counters all rest while others work is left out: nobody knows when its people are called.
    """
    office = office_now(unit)
    fields = [one.prefix for one in office.fields if one.active]
    asked = [(prefix, priority) for prefix in fields for priority in (False, True)]
    return _look(unit, office, asked)


def expected_by(unit: ReadUnit, newcomer: Newcomer) -> Expected:
    """The same for one newcomer alone, for whom it is quicker to look ahead."""
    return _look(unit, office_now(unit), [newcomer])


def _look(unit: ReadUnit, office: Office, asked: Sequence[Newcomer]) -> Expected:
    """The last look ahead while it may still be believed, for whom it was not asked yet as well."""
    mark = _mark(unit, office)
    known = unit.memory.get(_MEMORY)
    if (
        known is None
        or known[0] != mark
        or not timedelta() <= unit.now - known[1] <= _HOLDS
        or not _still_holds(unit, office, known[2])
    ):
        standing = standing_now(unit, office)
        waiting = {one.prefix: 0 for one in office.fields if one.active}
        for one in standing.people:
            waiting[one.field] = waiting.get(one.field, 0) + 1
        known = (mark, unit.now, Expected({}, standing, waiting))
    found: Expected = known[2]
    if missing := [one for one in asked if one not in found.waits]:
        # A field that nobody serves stays unknown: that is told at once.
        waits = foresight.foresee(found.standing, missing, _dice(mark))
        found = replace(found, waits={**found.waits, **waits})
    unit.memory[_MEMORY] = (*known[:2], found)
    return found


def wait_of(unit: ReadUnit, one: Ticket) -> Wait | None:
    """What somebody who waits already has to expect; None where nobody serves their field."""
    office = office_now(unit)
    standing = standing_now(unit, office)
    prefix = office.find_field(one.field).prefix
    before = tuple(
        each
        for each in standing.people
        if each.arrival < one.arrival or (each.priority and not one.priority)
    )
    asked = (prefix, one.priority)
    found = foresight.foresee(replace(standing, people=before), [asked], _dice((one.id, unit.now)))
    return found.get(asked)


def standing_now(unit: ReadUnit, office: Office) -> Standing:
    """The queue and the counters as they stand."""
    prefixes = {field.id: field.prefix for field in office.fields}
    numbers = {counter.id: counter.number for counter in office.counters}
    at_work = {
        row.counter_id: (prefixes[row.field_id], _minutes(unit.now, row.called_at))
        for row in unit.rows(_BUSY, on_day=unit.day)
    }
    sitting = {row.counter_id: row for row in unit.rows(_DESKS)}
    there = {key for key, row in sitting.items() if row.person_id is not None} | set(at_work)
    past = learned(unit, office)
    desks = []
    for counter in office.counters:
        comes: tuple[float | None, ...] = ()
        if counter.id not in there:
            comes = comes_in(past.staffing.get(counter.id, ()), unit.now)
            if there and all(one is None for one in comes):
                continue
        if counter.active and counter.fields:
            desks.append(
                Desk(
                    counter.number,
                    frozenset(counter.fields),
                    at_work.get(counter.id),
                    sitting[counter.id].priority_run if counter.id in sitting else 0,
                    past.paces.get(counter.id, 1.0),
                    comes,
                    rests_in(past.staffing.get(counter.id, ()), unit.now),
                )
            )
    people = tuple(
        Person(
            prefixes[row.field_id],
            row.rank > 0,
            row.arrival,
            numbers.get(row.for_counter_id),
            _minutes(unit.now, row.issued_at),
        )
        for row in unit.rows(_PEOPLE, on_day=unit.day)
    )
    return Standing(
        tuple(desks),
        people,
        cycles_now(unit, office),
        office.rules.priority_ratio,
        float(office.rules.wait_guard_minutes),
        to_come(unit, past),
        reaction_of(past),
        past.again,
        UNSURE,
    )


def _mark(unit: ReadUnit, office: Office) -> tuple[Any, ...]:
    row = unit.row(_STAFF_AND_CALLS, series=CALL_SERIES, period=unit.day.isoformat())
    assert row is not None
    return (unit.day, office.revision, row.staffed, row.called)


def _still_holds(unit: ReadUnit, office: Office, found: Expected) -> bool:
    prefixes = {field.id: field.prefix for field in office.fields}
    now = {prefixes[row.field_id]: row.many for row in unit.rows(_WAITING, on_day=unit.day)}
    return all(
        0 <= now.get(prefix, 0) - before <= before // _MORE_OF
        for prefix, before in found.waiting.items()
    )


def _dice(mark: object) -> random.Random:
    return random.Random(repr(mark))  # noqa: S311 - plays, no secret


def _minutes(now: datetime, since: datetime) -> float:
    return max(0.0, (now - since).total_seconds() / 60)


_MEMORY = "queue.expected"
_BUSY = select(ticket.c.counter_id, ticket.c.field_id, ticket.c.called_at).where(
    ticket.c.day == bindparam("on_day"), IS_ACTIVE
)
_DESKS = select(desk.c.counter_id, desk.c.person_id, desk.c.priority_run)
_PEOPLE = (
    select(
        ticket.c.field_id,
        ticket.c.rank,
        ticket.c.arrival,
        ticket.c.for_counter_id,
        ticket.c.issued_at,
    )
    .where(ticket.c.day == bindparam("on_day"), IS_WAITING, NOT_HELD)
    .order_by(ticket.c.arrival)
)
_WAITING = (
    select(ticket.c.field_id, func.count().label("many"))
    .where(ticket.c.day == bindparam("on_day"), IS_WAITING, NOT_HELD)
    .group_by(ticket.c.field_id)
)
_STAFF_AND_CALLS = select(
    select(func.count(desk.c.person_id)).scalar_subquery().label("staffed"),
    select(number_series.c.last)
    .where(
        number_series.c.scope == bindparam("series"), number_series.c.period == bindparam("period")
    )
    .scalar_subquery()
    .label("called"),
)
