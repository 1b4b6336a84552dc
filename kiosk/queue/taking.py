"""Taking a number."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import Integer, bindparam, func, select

from kiosk.ids import new_id
from kiosk.office.model import Field, Office
from kiosk.office.reading import office_now
from kiosk.queue.day_end import begin_day
from kiosk.queue.model import TicketState, label_of
from kiosk.queue.pausing import require_no_pause
from kiosk.queue.rows import IS_WAITING
from kiosk.queue.slips import TicketSlip
from kiosk.queue.waits import expected_by, shown_range
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.schema import ticket
from kiosk.storage.units import WriteUnit

ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class TakeNumber:
    """The wish for a number: a field by prefix or name, and the declared priority group."""

    field: str
    priority: str | None = None


@dataclass(frozen=True, slots=True)
class NumberTaken:
    """A number given. ``counters`` are those that serve its field.

    ``wait_minutes`` is a range, or nothing where no honest estimate exists.
    """

    ticket_id: str
    label: str
    field: str
    number: int
    priority: bool
    people_ahead: int
    counters: tuple[str, ...]
    print_job: str
    wait_minutes: tuple[int, int] | None = None


def take_number(unit: WriteUnit, wish: TakeNumber) -> NumberTaken:
    """Give the next number of a field and owe its paper.

    Numbers rise by one per field and day and never repeat: UNIQUE guards it. The order of
    arrival over all fields is a number too, so that no clock decides who was first.

    Raises :class:`Refused`: ``field.unknown``, ``field.not_served``, ``priority.unknown``,
    ``ticket.office_closed``, ``queue.paused``, ``ticket.field_full`` (``field``, ``limit``).
    """
    office = office_now(unit)
    field = office.find_field(wish.field)
    group = office.find_priority(wish.priority) if wish.priority else None
    counters = office.counters_serving(field)
    if not counters:
        raise Refused("field.not_served", field=field.name)
    if not office.calendar.is_open(unit.now):
        raise Refused(
            "ticket.office_closed",
            hours=office.calendar.today_hours(unit.day),
            next_opening=office.calendar.next_opening(unit.now),
        )
    require_no_pause(office)
    begin_day(unit)
    rank = group.rank if group else 0
    day = unit.day
    arrival, number = unit.next_numbers(day.isoformat(), ARRIVAL, f"ticket:{field.prefix}")
    if field.daily_limit is not None and number > field.daily_limit:
        raise Refused("ticket.field_full", field=field.name, limit=field.daily_limit)
    ahead = unit.conn.execute(
        _AHEAD_OF_PRIORITY if rank else _WAITING_IN_FIELD,
        {"on_day": day, "in_field": field.id} | ({"own_rank": rank} if rank else {}),
    ).scalar_one()
    look = expected_by(unit, (field.prefix, bool(rank)))
    waiting = _waiting_in(unit, field) if rank else ahead
    told = look.wait(field.prefix, priority=bool(rank), waiting=waiting)
    wait = shown_range(told)
    ticket_id = new_id()
    label = label_of(field.prefix, number)
    unit.add(
        ticket,
        id=ticket_id,
        office_id=unit.office_id,
        day=day,
        series=field.prefix,
        number=number,
        arrival=arrival,
        field_id=field.id,
        priority=group.code if group else None,
        rank=rank,
        state=TicketState.WAITING.value,
        calls=0,
        issued_at=unit.now,
        origin_station=unit.by.station,
        revision=1,
        ahead=ahead,
        counters_open=look.counters_for(field.prefix),
        told_low=_seconds(told.low) if told else None,
        told_median=_seconds(told.median) if told else None,
        told_high=_seconds(told.high) if told else None,
    )
    names = tuple(counter.name for counter in counters)
    job = print_jobs.owe(
        unit,
        kind="ticket80",
        title=f"Số {label}",
        subject=ticket_id,
        paper=msgspec.json.encode(
            _slip(unit, office, field, ticket_id, label, names, bool(group), ahead, wait)
        ),
    )
    unit.audit("ticket.taken", ticket_id, label=label)
    return NumberTaken(ticket_id, label, field.name, number, bool(group), ahead, names, job, wait)


def _seconds(minutes: float) -> int:
    return round(minutes * 60)


def _waiting_in(unit: WriteUnit, field: Field) -> int:
    of_field = {"on_day": unit.day, "in_field": field.id}
    return int(unit.conn.execute(_WAITING_IN_FIELD, of_field).scalar_one())


def _slip(
    unit: WriteUnit,
    office: Office,
    field: Field,
    ticket_id: str,
    label: str,
    counters: tuple[str, ...],
    priority: bool,
    ahead: int,
    wait: tuple[int, int] | None,
) -> TicketSlip:
    return TicketSlip(
        ticket_id=ticket_id,
        label=label,
        field_name=field.name,
        counters=counters,
        priority=priority,
        people_ahead=ahead,
        taken_at=unit.now,
        office_parent=office.profile.parent,
        office_name=office.profile.name,
        motto=office.profile.motto,
        hotline=office.profile.hotline,
        valid_note=office.rules.ticket_validity_note,
        sample=office.sample,
        wait_minutes=wait,
    )


_WAITING_IN_FIELD = (
    select(func.count())
    .select_from(ticket)
    .where(
        ticket.c.day == bindparam("on_day"),
        IS_WAITING,
        ticket.c.field_id == bindparam("in_field"),
    )
)
_AHEAD_OF_PRIORITY = _WAITING_IN_FIELD.where(
    ticket.c.rank.between(1, bindparam("own_rank", type_=Integer))
)
