"""Reading tickets out of the store as frozen values."""

from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal_column, select, text

from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.model import Ticket, TicketState, label_of
from kiosk.storage.schema import ticket
from kiosk.storage.units import ReadUnit

# Spelled as the partial indexes spell them: with bound values SQLite reads every ticket ever taken.
IS_WAITING = text("ticket.state = 'waiting'")
IS_ACTIVE = text("ticket.state IN ('called', 'serving')")
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
)
ALL_TICKETS = select(*COLUMNS)
ACTIVE_AT = ALL_TICKETS.where(ticket.c.counter_id == bindparam("at_counter"), IS_ACTIVE)


def tickets(unit: ReadUnit, statement: Any, **values: object) -> tuple[Ticket, ...]:
    """The tickets that a statement over :data:`COLUMNS` finds, or changes and gives back."""
    return tuple(_ticket(unit, row) for row in unit.rows(statement, **values))


def active_ticket(unit: ReadUnit, counter: Counter) -> Ticket | None:
    """The ticket that a counter has called or is serving."""
    return next(iter(tickets(unit, ACTIVE_AT, at_counter=counter.id)), None)


def _ticket(unit: ReadUnit, row: Any) -> Ticket:
    office = office_now(unit)
    return Ticket(
        id=row.id,
        label=label_of(row.series, row.number),
        field=office.field_by_id(row.field_id).name,
        number=row.number,
        state=TicketState(row.state),
        priority=row.rank > 0,
        counter=office.counter_by_id(row.counter_id).number if row.counter_id else None,
        calls=row.calls,
        issued_at=row.issued_at,
        called_at=row.called_at,
        serving_at=row.serving_at,
    )
