"""What the office's own past says of visits and arrivals: read once a day, today's read anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, literal_column, select

from kiosk.clock import at_office, local
from kiosk.office.model import Office
from kiosk.queue.cycles import Cycles, cycles_of
from kiosk.queue.staffing import Stretches, staffing_of
from kiosk.storage.schema import audit_line, ticket, ticket_leg
from kiosk.storage.units import ReadUnit

LOOKED_BACK = timedelta(days=28)
_STAFFING_BACK = timedelta(days=14)
_HALF_LIFE_DAYS = 10.0
_SAME_HOUR = 2.0
"""How much more a visit says that began within an hour of this hour of the day."""
_AT_ONCE = timedelta(minutes=2)
"""A counter that calls again within this time had somebody waiting: the gap belongs to its cycle."""
_MOST_VISITS: ColumnElement[int] = literal_column("5000")
"""As many of the newest visits are looked at."""
_LONGEST_MINUTES = 120.0
"""A longer visit was forgotten, not served."""
_PACE_PRIOR = 12.0
"""How many usual visits stand against today's before today's pace is believed."""
_COUNTER_PRIOR = 30.0
"""The same for what is believed of a single counter."""
_PACE_RANGE = (0.5, 2.0)
_REACTIONS = (0.15, 0.25, 0.4, 0.8)
"""Minutes in which a free counter calls somebody who comes, where nothing was counted."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One call of a counter: minutes until its next one, of which field, on which day and hour."""

    counter: str
    field: str
    day: date
    hour: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Learned:
    """How the office has served: visits by field, priority arrivals by field and half hour.

    ``staffing``: for each counter, on each of the last days, from when to when it called.
    ``paces``: how much slower (above 1) or quicker than usual a counter works. ``again``: how many
    visits a number makes; who is passed on, held or missed comes back before newcomers.
    """

    visits: dict[str, tuple[Visit, ...]]
    arrivals: dict[tuple[str, int], float]
    reactions: tuple[float, ...]
    staffing: dict[str, tuple[Stretches, ...]] = field(default_factory=dict)
    paces: dict[str, float] = field(default_factory=dict)
    again: float = 1.0


def learned(unit: ReadUnit, office: Office) -> Learned:
    """What the days before today say. Days that are over do not change: they are read once a day."""
    known = unit.memory.get(_MEMORY)
    if known is None or known[0] != unit.day:
        known = unit.memory[_MEMORY] = (unit.day, _read(unit, office))
    found: Learned = known[1]
    return found


def cycles_now(unit: ReadUnit, office: Office) -> dict[str, Cycles]:
    """The spread of a visit in every field, as it is to be expected at this hour of this day.

    Reckoned anew every quarter of an hour.
    """
    mark = (unit.day, int(_hour(unit.now) * 4), office.revision)
    known = unit.memory.get(_CYCLES)
    if known is None or known[0] != mark:
        known = unit.memory[_CYCLES] = (mark, _cycles(unit, office))
    found: dict[str, Cycles] = known[1]
    return found


def _cycles(unit: ReadUnit, office: Office) -> dict[str, Cycles]:
    past = learned(unit, office)
    hour = _hour(unit.now)
    today = visits_of(unit.rows(_LEGS, since=unit.day, until=unit.day), office)
    by_field = {
        one.prefix: [
            (
                visit.minutes,
                0.5 ** ((unit.day - visit.day).days / _HALF_LIFE_DAYS)
                * (_SAME_HOUR if abs(visit.hour - hour) <= 1 else 1.0),
            )
            for visit in past.visits.get(one.prefix, ())
        ]
        for one in office.fields
    }
    usual = {prefix: cycles_of(visits) for prefix, visits in by_field.items()}
    pace = pace_of(today, usual, past.paces)
    for one in today:
        by_field[one.field].append((one.minutes / pace, _SAME_HOUR))
    return {prefix: cycles_of(visits, pace) for prefix, visits in by_field.items()}


def pace_of(
    today: Sequence[Visit],
    usual: Mapping[str, Cycles],
    paces: Mapping[str, float],
    usual_visits: float = _PACE_PRIOR,
) -> float:
    """How much slower (above 1) or quicker today's visits are than the usual ones.

    ``paces``: what is known of single counters. So many usual visits stand against today's.
    """
    took = sum(one.minutes for one in today)
    expected = sum(
        usual[one.field].mean * paces.get(one.counter, 1.0) for one in today if one.field in usual
    )
    if not expected:
        return 1.0
    prior = usual_visits * expected / len(today)
    least, most = _PACE_RANGE
    return min(most, max(least, (took + prior) / (expected + prior)))


def visits_of(rows: Iterable[Row[Any]], office: Office) -> tuple[Visit, ...]:
    """Visits out of lines that stand day by day, counter by counter, in the order of calls."""
    prefixes = {field.id: field.prefix for field in office.fields}
    ordered = list(rows)
    found = []
    for place, row in enumerate(ordered):
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        end = row.ended_at
        if (
            following is not None
            and following.counter_id == row.counter_id
            and following.day == row.day
            and timedelta() <= following.called_at - end <= _AT_ONCE
        ):
            end = following.called_at
        minutes = (end - row.called_at).total_seconds() / 60
        if 0 < minutes <= _LONGEST_MINUTES and row.field_id in prefixes:
            began = _hour(row.called_at)
            found.append(Visit(row.counter_id, prefixes[row.field_id], row.day, began, minutes))
    return tuple(found)


def reaction_of(past: Learned) -> Cycles:
    """Minutes in which a free counter calls somebody who comes."""
    return Cycles(tuple(sorted(past.reactions or _REACTIONS)))


def to_come(unit: ReadUnit, past: Learned) -> dict[str, float]:
    """Priority people of each field that usually come in a minute at this time of the day."""
    half = _half_hour(unit.now)
    return {field: rate for (field, at), rate in past.arrivals.items() if at == half and rate > 0}


def _read(unit: ReadUnit, office: Office) -> Learned:
    since, until = unit.day - LOOKED_BACK, unit.day - timedelta(days=1)
    prefixes = {field.id: field.prefix for field in office.fields}
    arrivals: dict[tuple[str, int], float] = defaultdict(float)
    days = unit.conn.execute(_DAYS, {"here": office.id, "since": since, "until": until}).scalar()
    for row in unit.rows(_PRIORITY, here=office.id, since=since, until=until):
        arrivals[prefixes[row.field_id], _half_hour(row.issued_at)] += 1 / 30 / max(1, days or 0)
    reactions = [
        (row.at - row.issued_at).total_seconds() / 60
        for row in unit.rows(_FREE, here=office.id, since=since, until=until)
    ]
    legs = unit.rows(_LEGS, since=since, until=until)
    visits = visits_of(legs, office)
    by_field = {
        one.prefix: tuple(visit for visit in visits if visit.field == one.prefix)
        for one in office.fields
    }
    return Learned(
        by_field,
        dict(arrivals),
        tuple(minutes for minutes in reactions if 0 <= minutes <= _AT_ONCE.total_seconds() / 60),
        _staffing(unit, office, legs),
        paces_of(visits),
        again_of(legs),
    )


def paces_of(visits: Sequence[Visit]) -> dict[str, float]:
    """How much slower or quicker than the others each counter works, its fields considered."""
    took: dict[str, list[float]] = defaultdict(list)
    for one in visits:
        took[one.field].append(one.minutes)
    usual = {field: Cycles(tuple(minutes)) for field, minutes in took.items()}
    own: dict[str, list[Visit]] = defaultdict(list)
    for one in visits:
        own[one.counter].append(one)
    return {counter: pace_of(each, usual, {}, _COUNTER_PRIOR) for counter, each in own.items()}


def again_of(legs: Iterable[Row[Any]]) -> float:
    """How many visits one number makes."""
    numbers = [row.ticket_id for row in legs]
    return len(numbers) / len(set(numbers)) if numbers else 1.0


def _staffing(
    unit: ReadUnit, office: Office, legs: Sequence[Row[Any]]
) -> dict[str, tuple[Stretches, ...]]:
    keys = {f"counter:{one.number}": one.id for one in office.counters}
    since = at_office(unit.day - _STAFFING_BACK)
    signs = unit.rows(_SIGNS, since=since, until=at_office(unit.day))
    return staffing_of(
        (
            (keys[row.subject], row.act == "desk.signed_in", row.at)
            for row in signs
            if row.subject in keys
        ),
        ((row.counter_id, row.day, row.called_at, row.ended_at) for row in legs),
    )


def _hour(moment: datetime) -> float:
    here = local(moment)
    return here.hour + here.minute / 60


def _half_hour(moment: datetime) -> int:
    return int(_hour(moment) * 2)


_MEMORY = "queue.learned"
_CYCLES = "queue.cycles"
_LEGS = (
    select(
        ticket_leg.c.ticket_id,
        ticket_leg.c.field_id,
        ticket_leg.c.counter_id,
        ticket_leg.c.day,
        ticket_leg.c.called_at,
        ticket_leg.c.ended_at,
    )
    .where(
        ticket_leg.c.day >= bindparam("since"),
        ticket_leg.c.day <= bindparam("until"),
        ticket_leg.c.how != "expired",
    )
    .order_by(ticket_leg.c.day.desc(), ticket_leg.c.counter_id, ticket_leg.c.called_at)
    .limit(_MOST_VISITS)
)
_SIGNS = (
    select(audit_line.c.act, audit_line.c.subject, audit_line.c.at)
    .where(
        audit_line.c.at >= bindparam("since"),
        audit_line.c.at < bindparam("until"),
        audit_line.c.act.in_(("desk.signed_in", "desk.signed_out")),
    )
    .order_by(audit_line.c.at)
)
_PAST = (
    ticket.c.office_id == bindparam("here"),
    ticket.c.day >= bindparam("since"),
    ticket.c.day <= bindparam("until"),
)
_DAYS = select(func.count(ticket.c.day.distinct())).where(*_PAST)
_PRIORITY = select(ticket.c.field_id, ticket.c.issued_at).where(*_PAST, ticket.c.rank > 0)
_FREE = (
    select(
        ticket.c.issued_at,
        func.min(ticket_leg.c.called_at, type_=ticket.c.issued_at.type).label("at"),
    )
    .join(ticket_leg, ticket_leg.c.ticket_id == ticket.c.id)
    .where(*_PAST, ticket.c.told_high < 60)
    .group_by(ticket.c.id, ticket.c.issued_at)
)
