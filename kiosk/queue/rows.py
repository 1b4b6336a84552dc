"""Reading tickets out of the store as frozen values."""

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, literal_column, or_, select, text

from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.model import Ticket, TicketState, label_of
from kiosk.storage.schema import counter_field, ticket
from kiosk.storage.units import ReadUnit

# Spelled as the partial indexes spell them: with bound values SQLite reads every ticket ever taken.
IS_WAITING = text("ticket.state = 'waiting'")
IS_ACTIVE = text("ticket.state IN ('called', 'serving')")
NOT_HELD = ticket.c.held_by.is_(None)
IS_FOR_COUNTER = or_(
    ticket.c.for_counter_id == bindparam("at_counter"),
    and_(
        ticket.c.for_counter_id.is_(None),
        exists().where(
            counter_field.c.counter_id == bindparam("at_counter"),
            counter_field.c.field_id == ticket.c.field_id,
        ),
    ),
)
"""It waits for that counter alone, or for any that serves its field."""
# And with a bound LIMIT it plans the statement anew each time: 100 µs instead of 7.
ONE: ColumnElement[int] = literal_column("1")

COLUMNS = (
    ticket.c.id,
    ticket.c.series,
    ticket.c.number,
    ticket.c.field_id,
    ticket.c.state,
    ticket.c.rank,
    ticket.c.counter_id,
    ticket.c.calls,
    ticket.c.issued_at,
    ticket.c.called_at,
    ticket.c.serving_at,
    ticket.c.held_at,
    ticket.c.held_by,
    ticket.c.for_counter_id,
    ticket.c.arrival,
    ticket.c.returns,
    ticket.c.ended_at,
    ticket.c.call_reason,
)
ALL_TICKETS = select(*COLUMNS)
ACTIVE_AT = ALL_TICKETS.where(
    ticket.c.counter_id == bindparam("at_counter"),
    IS_ACTIVE,
    ticket.c.day == bindparam("on_day"),
)


def tickets(unit: ReadUnit, statement: Any, **values: object) -> tuple[Ticket, ...]:
    """The tickets that a statement over :data:`COLUMNS` finds, or changes and gives back."""
    return tuple(_ticket(unit, row) for row in unit.rows(statement, **values))


def active_ticket(unit: ReadUnit, counter: Counter) -> Ticket | None:
    """The ticket that a counter has called or is serving today.

    What stood open last evening is nobody's any more: the day's first number or call closes it.
    """
    found = tickets(unit, ACTIVE_AT, at_counter=counter.id, on_day=unit.day)
    return next(iter(found), None)


def _ticket(unit: ReadUnit, row: Any) -> Ticket:
    office = office_now(unit)

    def number_of(counter_id: str | None) -> int | None:
        return office.counter_by_id(counter_id).number if counter_id else None

    return Ticket(
        id=row.id,
        label=label_of(row.series, row.number),
        field=office.field_by_id(row.field_id).name,
        number=row.number,
        state=TicketState(row.state),
        priority=row.rank > 0,
        counter=number_of(row.counter_id),
        calls=row.calls,
        issued_at=row.issued_at,
        called_at=row.called_at,
        serving_at=row.serving_at,
        put_back_at=row.held_at,
        held_by=number_of(row.held_by),
        only_at=number_of(row.for_counter_id),
        arrival=row.arrival,
        returns=row.returns,
        ended_at=row.ended_at,
        reason=row.call_reason or "",
    )
