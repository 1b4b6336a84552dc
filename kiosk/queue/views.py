"""What the screens show of the queue: plain reads into frozen rows, without any name."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select

from kiosk.office.model import Counter, Rules
from kiosk.office.reading import office_now
from kiosk.queue.choice import Head, choose
from kiosk.queue.model import Ticket, label_of, parse_label
from kiosk.queue.rows import (
    ALL_TICKETS,
    IS_ACTIVE,
    IS_FOR_COUNTER,
    IS_WAITING,
    NOT_HELD,
    active_ticket,
    tickets,
)
from kiosk.refusal import Refused
from kiosk.storage.schema import counter, desk, person, ticket, ticket_call
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class FieldQueue:
    """How many wait for one served field, and since when the first of them."""

    prefix: str
    name: str
    name_en: str
    icon: str
    counters: tuple[str, ...]
    waiting: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the lobby shows it; ``id`` rises with time, ``turn`` is 1 for the first."""

    id: str
    label: str
    counter: int
    counter_name: str
    turn: int
    at: datetime


@dataclass(frozen=True, slots=True)
class CounterBoard:
    """One counter on the lobby's strip: its ticket, and whether anybody sits there."""

    number: int
    name: str
    staffed: bool
    label: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Board:
    """All that a lobby screen shows of the queue."""

    calls: tuple[Call, ...]
    counters: tuple[CounterBoard, ...]
    fields: tuple[FieldQueue, ...]


@dataclass(frozen=True, slots=True)
class CounterQueue:
    """What a counter sees of its queue: its ticket, who comes next, who waits per field.

    ``held``: the tickets that this counter holds, the one held longest first.
    """

    active: Ticket | None
    upcoming: tuple[Ticket, ...]
    waiting_here: int
    fields: tuple[FieldQueue, ...]
    held: tuple[Ticket, ...] = ()


def tickets_of_day(unit: ReadUnit) -> tuple[Ticket, ...]:
    """Today's tickets in the order in which they were taken."""
    return tickets(unit, _OF_DAY, on_day=unit.day)


def fields_waiting(unit: ReadUnit) -> tuple[FieldQueue, ...]:
    """Every served field with the number of people who wait for it."""
    office = office_now(unit)
    counted = {
        row.field_id: (row.waiting, row.oldest) for row in unit.rows(_PER_FIELD, on_day=unit.day)
    }
    return tuple(
        FieldQueue(
            field.prefix,
            field.name,
            field.name_en,
            field.icon,
            tuple(c.name for c in office.counters_serving(field)),
            *counted.get(field.id, (0, None)),
        )
        for field in office.fields
        if field.active
    )


def unserved(unit: ReadUnit) -> tuple[tuple[str, int], ...]:
    """The fields that no open counter serves and the number of people who wait in them all the same.

    Whoever waits for one counter alone is not among them.
    """
    office = office_now(unit)
    waiting = {row.field_id: row.waiting for row in unit.rows(_LEFT_ALONE, on_day=unit.day)}
    return tuple(
        (field.name, waiting[field.id])
        for field in office.fields
        if field.id in waiting and not office.counters_serving(field)
    )


def newest_calls(
    unit: ReadUnit, limit: int = 12, at: frozenset[int] | None = None
) -> tuple[Call, ...]:
    """Today's calls, the newest first, recalls as calls of their own; ``at``: to these counters."""
    asked = _CALLS if at is None else _CALLS.where(counter.c.number.in_(sorted(at)))
    return tuple(
        Call(
            f"{unit.day}/{row.place:06d}",
            label_of(row.series, row.number),
            row.at_number,
            row.at_name,
            row.turn,
            row.at,
        )
        for row in unit.rows(asked.limit(limit), on_day=unit.day)
    )


def numbers_at_counters(unit: ReadUnit) -> dict[int, str]:
    """The ticket that each busy counter has now, by the counter's number."""
    office = office_now(unit)
    return {office.counter_by_id(key).number: label for key, (label, _) in _busy(unit).items()}


def board(unit: ReadUnit) -> Board:
    """The lobby's board."""
    active = _busy(unit)
    staffed = {row.counter_id for row in unit.rows(_STAFFED)}
    counters = tuple(
        CounterBoard(c.number, c.name, c.id in staffed, *active.get(c.id, (None, None)))
        for c in office_now(unit).counters
        if c.active
    )
    return Board(newest_calls(unit), counters, fields_waiting(unit))


def _busy(unit: ReadUnit) -> dict[str, tuple[str, str]]:
    return {
        row.counter_id: (label_of(row.series, row.number), row.state)
        for row in unit.rows(_BUSY, on_day=unit.day)
    }


def counter_queue(unit: ReadUnit, place: Counter, upcoming: int = 4) -> CounterQueue:
    """What the counter ``place`` sees of its queue; who comes next stands in the order of calls."""
    office = office_now(unit)
    here = {"on_day": unit.day, "at_counter": place.id}
    waiting = unit.conn.execute(_WAITING_HERE, here).scalar_one()
    first, ordinary = (
        tickets(unit, _UPCOMING.where(of_class).limit(upcoming), **here)
        for of_class in (ticket.c.rank > 0, ticket.c.rank == 0)
    )
    return CounterQueue(
        active=active_ticket(unit, place),
        upcoming=_in_order(
            first,
            ordinary,
            priority_run=unit.conn.execute(_PRIORITY_RUN, {"at_counter": place.id}).scalar() or 0,
            rules=office.rules,
            now=unit.now,
        )[:upcoming],
        waiting_here=waiting,
        fields=fields_waiting(unit),
        held=tickets(unit, _HELD, **here),
    )


def _in_order(
    first: tuple[Ticket, ...],
    ordinary: tuple[Ticket, ...],
    *,
    priority_run: int,
    rules: Rules,
    now: datetime,
) -> tuple[Ticket, ...]:
    """Both classes as one counter would call them now, if nobody else came or called."""
    known = {one.id: one for one in (*first, *ordinary)}
    left = [
        [Head(one.id, one.arrival, one.waits_since, one.issued_at) for one in those]
        for those in (first, ordinary)
    ]
    order: list[Ticket] = []
    while True:
        heads = [those[0] if those else None for those in left]
        choice = choose(
            *heads,
            priority_run=priority_run,
            ratio=rules.priority_ratio,
            now=now,
            guard=timedelta(minutes=rules.wait_guard_minutes),
        )
        if choice is None:
            return tuple(order)
        order.append(known[choice.ticket_id])
        priority_run = choice.priority_run
        left = [[head for head in those if head.ticket_id != choice.ticket_id] for those in left]


def find_ticket(unit: ReadUnit, said: str) -> Ticket:
    """The ticket with that id, or today's with that label.

    Raises :class:`Refused` ``ticket.unknown``.
    """
    label = parse_label(said)
    if label is not None:
        found = tickets(unit, _BY_LABEL, on_day=unit.day, series=label[0], number=label[1])
    else:
        found = tickets(unit, _BY_ID, the_ticket=said.strip().lower())
    if not found:
        raise Refused("ticket.unknown", said=said[:80])
    return found[0]


_OF_DAY = ALL_TICKETS.where(ticket.c.day == bindparam("on_day")).order_by(ticket.c.arrival)
_BY_ID = ALL_TICKETS.where(ticket.c.id == bindparam("the_ticket"))
_BY_LABEL = ALL_TICKETS.where(
    ticket.c.day == bindparam("on_day"),
    ticket.c.series == bindparam("series"),
    ticket.c.number == bindparam("number"),
)
_IS_WAITING_TODAY = (ticket.c.day == bindparam("on_day"), IS_WAITING)
_WAITS_TODAY = (*_IS_WAITING_TODAY, NOT_HELD)
_HELD = ALL_TICKETS.where(*_IS_WAITING_TODAY, ticket.c.held_by == bindparam("at_counter")).order_by(
    ticket.c.held_at, ticket.c.arrival
)
_UPCOMING = ALL_TICKETS.where(*_WAITS_TODAY, IS_FOR_COUNTER).order_by(
    (ticket.c.rank == 0), ticket.c.rank, ticket.c.arrival
)
_PRIORITY_RUN = select(desk.c.priority_run).where(desk.c.counter_id == bindparam("at_counter"))
_WAITING_HERE = select(func.count()).select_from(ticket).where(*_WAITS_TODAY, IS_FOR_COUNTER)
_PER_FIELD = (
    select(
        ticket.c.field_id,
        func.count().label("waiting"),
        func.min(ticket.c.issued_at).label("oldest"),
    )
    .where(*_WAITS_TODAY)
    .group_by(ticket.c.field_id)
)
_LEFT_ALONE = (
    select(ticket.c.field_id, func.count().label("waiting"))
    .where(*_WAITS_TODAY, ticket.c.for_counter_id.is_(None))
    .group_by(ticket.c.field_id)
)
_CALLS = (
    select(
        ticket_call.c.place,
        ticket.c.series,
        ticket.c.number,
        counter.c.number.label("at_number"),
        counter.c.name.label("at_name"),
        ticket_call.c.turn,
        ticket_call.c.at,
    )
    .join(ticket, ticket.c.id == ticket_call.c.ticket_id)
    .join(counter, counter.c.id == ticket_call.c.counter_id)
    .where(ticket_call.c.day == bindparam("on_day"))
    .order_by(ticket_call.c.place.desc())
)
_BUSY = select(ticket.c.counter_id, ticket.c.series, ticket.c.number, ticket.c.state).where(
    ticket.c.day == bindparam("on_day"), IS_ACTIVE
)
_STAFFED = (
    select(desk.c.counter_id)
    .join(person, person.c.id == desk.c.person_id)
    .where(desk.c.person_id.is_not(None))
)
