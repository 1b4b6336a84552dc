"""What the office's own past says of visits and arrivals: read once a day, today's read anew."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, literal_column, select

from kiosk.clock import local
from kiosk.office.model import Office
from kiosk.queue.cycles import Cycles, cycles_of
from kiosk.storage.schema import ticket, ticket_leg
from kiosk.storage.units import ReadUnit

LOOKED_BACK = timedelta(days=28)
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
_PACE_RANGE = (0.5, 2.0)
_REACTIONS = (0.15, 0.25, 0.4, 0.8)
"""Minutes in which a free counter calls somebody who comes, where nothing was counted."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One call of a counter: minutes until its next one, of which field, on which day and hour."""

    field: str
    day: date
    hour: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Learned:
    """How the office has served: visits by field, priority arrivals by field and half hour."""

    visits: tuple[Visit, ...]
    arrivals: dict[tuple[str, int], float]
    reactions: tuple[float, ...]


def learned(unit: ReadUnit, office: Office) -> Learned:
    """What the days before today say. Days that are over do not change: they are read once a day."""
    known = unit.memory.get(_MEMORY)
    if known is None or known[0] != unit.day:
        known = unit.memory[_MEMORY] = (unit.day, _read(unit, office))
    found: Learned = known[1]
    return found


def cycles_now(unit: ReadUnit, office: Office) -> dict[str, Cycles]:
    """The spread of a visit in every field, as it is to be expected at this hour of this day."""
    past = learned(unit, office)
    hour = _hour(unit.now)
    today = visits_of(unit.rows(_LEGS, since=unit.day, until=unit.day), office)
    by_field: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for one in past.visits:
        weight = 0.5 ** ((unit.day - one.day).days / _HALF_LIFE_DAYS)
        near = _SAME_HOUR if abs(one.hour - hour) <= 1 else 1.0
        by_field[one.field].append((one.minutes, weight * near))
    usual = {field.prefix: cycles_of(by_field[field.prefix]) for field in office.fields}
    pace = pace_of(today, usual)
    for one in today:
        by_field[one.field].append((one.minutes / pace, _SAME_HOUR))
    return {prefix: cycles_of(by_field[prefix], pace) for prefix in usual}


def pace_of(today: Sequence[Visit], usual: dict[str, Cycles]) -> float:
    """How much slower (above 1) or quicker today's visits are than the usual ones."""
    took = sum(one.minutes for one in today)
    expected = sum(usual[one.field].mean for one in today if one.field in usual)
    if not expected:
        return 1.0
    prior = _PACE_PRIOR * expected / len(today)
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
            found.append(Visit(prefixes[row.field_id], row.day, began, minutes))
    return tuple(found)


def reaction_of(past: Learned) -> Cycles:
    """Minutes in which a free counter calls somebody who comes."""
    seen = past.reactions or _REACTIONS
    ordered = sorted(seen)
    return Cycles(tuple(ordered), tuple(float(place) for place in range(1, len(ordered) + 1)))


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
    return Learned(
        visits_of(unit.rows(_LEGS, since=since, until=until), office),
        dict(arrivals),
        tuple(minutes for minutes in reactions if 0 <= minutes <= _AT_ONCE.total_seconds() / 60),
    )


def _hour(moment: datetime) -> float:
    here = local(moment)
    return here.hour + here.minute / 60


def _half_hour(moment: datetime) -> int:
    return int(_hour(moment) * 2)


_MEMORY = "queue.learned"
_LEGS = (
    select(
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
