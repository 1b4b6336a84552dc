"""The queue in figures for one day: who came when, how long they waited, what the counters do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam, func, select

from kiosk.clock import local
from kiosk.office.calendar import Hours
from kiosk.office.reading import office_now
from kiosk.queue.model import label_of
from kiosk.queue.rows import IS_ACTIVE
from kiosk.storage.schema import desk, ticket
from kiosk.storage.units import ReadUnit

COMPARED_DAYS = 28
_HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class HalfHour:
    """Numbers taken in the half hour from ``start``, and the mean of the four weeks before."""

    start: time
    taken: int
    mean: float


@dataclass(frozen=True, slots=True)
class FieldWait:
    """Minutes from number to call today: half waited no longer than ``median``, 9 of 10 ``ninth``."""

    field: str
    calls: int
    median: int
    ninth: int


@dataclass(frozen=True, slots=True)
class CounterNow:
    """A counter: its ticket, its state (``serving``, ``called``, ``free``, ``away``), since when."""

    name: str
    label: str | None
    state: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """Today's queue; ``expired``: those whose day ended before anybody served them."""

    taken: int
    waiting: int
    no_show: int
    half_hours: tuple[HalfHour, ...]
    waits: tuple[FieldWait, ...]
    counters: tuple[CounterNow, ...]
    expired: int = 0


def queue_figures(unit: ReadUnit) -> QueueFigures:
    """The queue of the unit's day. The mean counts the days on which numbers were taken."""
    office = office_now(unit)
    today = unit.rows(_TODAY, here=office.id, on_day=unit.day)
    states = Counter(row.state for row in today)
    minutes: dict[str, list[float]] = {}
    for row in today:
        if row.called_at is not None and row.state != "expired":
            took = (row.called_at - row.issued_at).total_seconds() / 60
            minutes.setdefault(row.field_id, []).append(max(0.0, took))
    return QueueFigures(
        taken=len(today),
        waiting=states["waiting"],
        no_show=states["no_show"],
        half_hours=half_hours(
            office.calendar.public_sessions(unit.day),
            [row.issued_at for row in today],
            _means(unit, office.id),
        ),
        waits=tuple(
            FieldWait(field.name, len(took), share_of(took, 0.5), share_of(took, 0.9))
            for field in office.fields
            if (took := minutes.get(field.id))
        ),
        counters=_counters(unit),
        expired=states["expired"],
    )


def half_hours(
    hours: Sequence[Hours], taken: Iterable[datetime], means: dict[time, float]
) -> tuple[HalfHour, ...]:
    """One line for each half hour of ``hours``, and for those outside in which somebody came."""
    counts = Counter(half_hour_of(moment) for moment in taken)
    starts = set(counts)
    for opens, closes in hours:
        at = opens.hour * 60 + opens.minute // _HALF_HOUR * _HALF_HOUR
        while at < closes.hour * 60 + closes.minute:
            starts.add(time(at // 60, at % 60))
            at += _HALF_HOUR
    return tuple(HalfHour(each, counts[each], means.get(each, 0.0)) for each in sorted(starts))


def half_hour_of(moment: datetime) -> time:
    """The half hour, on the office's wall clock, in which a moment lies."""
    here = local(moment)
    return time(here.hour, here.minute // _HALF_HOUR * _HALF_HOUR)


def share_of(minutes: Sequence[float], share: float) -> int:
    """The whole minutes that a ``share`` of those counted did not exceed (nearest rank).

    >>> share_of([4, 6, 20], 0.5)
    6
    """
    ordered = sorted(minutes)
    rank = max(1, -int(-share * len(ordered) // 1))
    return round(ordered[rank - 1])


def _means(unit: ReadUnit, office_id: str) -> dict[time, float]:
    # Days that are over do not change any more: they are counted once a day.
    known = unit.memory.get(_MEMORY)
    if known is None or known[0] != unit.day:
        known = unit.memory[_MEMORY] = (unit.day, _counted_means(unit, office_id, unit.day))
    means: dict[time, float] = known[1]
    return means


def _counted_means(unit: ReadUnit, office_id: str, today: date) -> dict[time, float]:
    counts: Counter[time] = Counter()
    days = set()
    since = today - timedelta(COMPARED_DAYS)
    for row in unit.rows(_BEFORE, here=office_id, since=since, until=today):
        days.add(row.day)
        counts[half_hour_of(row.issued_at)] += 1
    return {start: count / len(days) for start, count in counts.items()}


def _counters(unit: ReadUnit) -> tuple[CounterNow, ...]:
    busy = {row.counter_id: row for row in unit.rows(_BUSY, on_day=unit.day)}
    sitting = {row.counter_id for row in unit.rows(_STAFFED)}
    freed = {
        row.counter_id: row.ended for row in unit.rows(_FREED, here=unit.office_id, on_day=unit.day)
    }
    lines = []
    for place in office_now(unit).counters:
        if not place.active:
            continue
        row = busy.get(place.id)
        if row is not None:
            since = row.serving_at if row.state == "serving" else row.called_at
            label = label_of(row.series, row.number)
            lines.append(CounterNow(place.name, label, row.state, since))
        else:
            state = "free" if place.id in sitting else "away"
            lines.append(CounterNow(place.name, None, state, freed.get(place.id)))
    return tuple(lines)


_MEMORY = "queue.figures"
_TODAY = select(ticket.c.state, ticket.c.field_id, ticket.c.issued_at, ticket.c.called_at).where(
    ticket.c.office_id == bindparam("here"), ticket.c.day == bindparam("on_day")
)
_BEFORE = select(ticket.c.day, ticket.c.issued_at).where(
    ticket.c.office_id == bindparam("here"),
    ticket.c.day >= bindparam("since"),
    ticket.c.day < bindparam("until"),
)
_BUSY = select(
    ticket.c.counter_id,
    ticket.c.series,
    ticket.c.number,
    ticket.c.state,
    ticket.c.called_at,
    ticket.c.serving_at,
).where(IS_ACTIVE, ticket.c.day == bindparam("on_day"))
_STAFFED = select(desk.c.counter_id).where(desk.c.person_id.is_not(None))
_FREED = (
    select(
        ticket.c.counter_id,
        func.max(ticket.c.ended_at, type_=ticket.c.ended_at.type).label("ended"),
    )
    .where(
        ticket.c.office_id == bindparam("here"),
        ticket.c.day == bindparam("on_day"),
        ticket.c.counter_id.is_not(None),
    )
    .group_by(ticket.c.counter_id)
)
