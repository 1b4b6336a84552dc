"""Reading tickets out of the store as frozen values."""

from typing import Any

from sqlalchemy import bindparam, select

from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.model import Ticket, TicketState, label_of
from kiosk.refusal import Refused
from kiosk.storage.schema import service_field, ticket
from kiosk.storage.units import ReadUnit

IS_ACTIVE = ticket.c.state.in_(("called", "serving"))

ALL_TICKETS = select(
    ticket.c.id,
    ticket.c.series,
    ticket.c.number,
    service_field.c.name.label("field"),
    ticket.c.state,
    ticket.c.rank,
    ticket.c.counter_id,
    ticket.c.calls,
    ticket.c.issued_at,
    ticket.c.called_at,
    ticket.c.serving_at,
).join(service_field, service_field.c.id == ticket.c.field_id)

_ONE = ALL_TICKETS.where(ticket.c.id == bindparam("the_ticket"))
_ACTIVE = ALL_TICKETS.where(ticket.c.counter_id == bindparam("at_counter"), IS_ACTIVE)


def tickets(unit: ReadUnit, statement: Any, **values: object) -> tuple[Ticket, ...]:
    """The tickets that a statement built on :data:`ALL_TICKETS` finds."""
    return tuple(_ticket(unit, row) for row in unit.rows(statement, **values))


def one_ticket(unit: ReadUnit, ticket_id: str) -> Ticket:
    """A ticket by its id. Raises :class:`Refused` ``ticket.unknown``."""
    row = unit.row(_ONE, the_ticket=ticket_id)
    if row is None:
        raise Refused("ticket.unknown", said=ticket_id[:80])
    return _ticket(unit, row)


def active_ticket(unit: ReadUnit, counter: Counter) -> Ticket | None:
    """The ticket that a counter has called or is serving."""
    row = unit.row(_ACTIVE, at_counter=counter.id)
    return _ticket(unit, row) if row else None


def _ticket(unit: ReadUnit, row: Any) -> Ticket:
    counter = office_now(unit).counter_by_id(row.counter_id) if row.counter_id else None
    return Ticket(
        id=row.id,
        label=label_of(row.series, row.number),
        field=row.field,
        number=row.number,
        state=TicketState(row.state),
        priority=row.rank > 0,
        counter=counter.number if counter else None,
        calls=row.calls,
        issued_at=row.issued_at,
        called_at=row.called_at,
        serving_at=row.serving_at,
    )
