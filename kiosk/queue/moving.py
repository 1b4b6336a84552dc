"""What all acts upon a ticket share: who is there, how a ticket moves, how a call is told."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    literal_column,
    null,
    select,
    union_all,
    update,
)

from kiosk.ids import new_id
from kiosk.office.model import Counter
from kiosk.queue.choice import Head
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.rows import (
    ALL_TICKETS,
    COLUMNS,
    IS_ACTIVE,
    IS_FOR_COUNTER,
    IS_WAITING,
    NOT_HELD,
    ONE,
    active_ticket,
    tickets,
)
from kiosk.refusal import Refused
from kiosk.storage.schema import desk, ticket, ticket_call
from kiosk.storage.units import WriteUnit


def require_active(unit: WriteUnit, counter: Counter) -> Ticket:
    """The ticket that a counter has. Raises :class:`Refused` ``ticket.none_active``."""
    unit.one_at_a_time()
    active = active_ticket(unit, counter)
    if active is None:
        raise Refused("ticket.none_active", counter=counter.name)
    return active


@dataclass(frozen=True, slots=True)
class Here:
    """The counter's own ticket, who comes first of each class, and how it has called so far."""

    active: str | None
    priority: Head | None
    ordinary: Head | None
    priority_run: int


def here(unit: WriteUnit, counter: Counter) -> Here:
    """How things stand at a counter just now."""
    active: str | None = None
    priority: Head | None = None
    ordinary: Head | None = None
    run = 0
    for row in unit.rows(_HERE, on_day=unit.day, at_counter=counter.id):
        if row.what == "active":
            active = row.id
        elif row.what == "priority":
            priority = Head(row.id, row.issued_at)
        elif row.what == "ordinary":
            ordinary = Head(row.id, row.issued_at)
        else:
            run = row.run
    return Here(active, priority, ordinary, run)


def moved(unit: WriteUnit, statement: Any, ticket_id: str, **values: object) -> Ticket:
    """The ticket after one of the moves below."""
    (after,) = tickets(unit, statement, the_ticket=ticket_id, moment=unit.now, **values)
    return after


def announce(unit: WriteUnit, called: Ticket, counter: Counter) -> None:
    """Tell the lobby; a ticket's calls are counted over all counters."""
    unit.add(
        ticket_call,
        id=new_id(),
        ticket_id=called.id,
        counter_id=counter.id,
        day=unit.day,
        turn=called.calls,
        at=unit.now,
    )


def last_no_show(unit: WriteUnit, counter: Counter) -> Ticket | None:
    """The ticket that ended last at a counter, if nobody came for it."""
    ended = tickets(unit, _LAST_ENDED, at_counter=counter.id, on_day=unit.day)
    return ended[0] if ended and ended[0].state is TicketState.NO_SHOW else None


_LAST_ENDED = (
    ALL_TICKETS.where(
        ticket.c.counter_id == bindparam("at_counter"),
        ticket.c.day == bindparam("on_day"),
    )
    .order_by(ticket.c.ended_at.desc(), ticket.c.id.desc())
    .limit(ONE)
)


def _seen(what: str) -> Select[Any]:
    return select(
        literal_column(f"'{what}'").label("what"),
        ticket.c.id,
        ticket.c.issued_at,
        literal_column("0").label("run"),
    )


def _first_waiting(what: str, of_class: ColumnElement[bool]) -> Select[Any]:
    first = (
        _seen(what)
        .where(
            ticket.c.day == bindparam("on_day"),
            IS_WAITING,
            of_class,
            NOT_HELD,
            IS_FOR_COUNTER,
        )
        .order_by(ticket.c.rank, ticket.c.arrival)
        .limit(ONE)
    )
    return select(first.subquery())


_HERE = union_all(
    _seen("active").where(ticket.c.counter_id == bindparam("at_counter"), IS_ACTIVE),
    _first_waiting("priority", ticket.c.rank > 0),
    _first_waiting("ordinary", ticket.c.rank == 0),
    select(literal_column("'desk'"), null(), null(), desk.c.priority_run).where(
        desk.c.counter_id == bindparam("at_counter")
    ),
)
SET_RUN = (
    update(desk)
    .where(desk.c.counter_id == bindparam("at_counter"))
    .values(priority_run=bindparam("new_run"))
)
_MOVE = (
    update(ticket)
    .where(ticket.c.id == bindparam("the_ticket"))
    .values(revision=ticket.c.revision + 1)
    .returning(*COLUMNS)
)
CALL = _MOVE.values(
    state="called",
    counter_id=bindparam("at_counter"),
    called_at=bindparam("moment"),
    call_reason=bindparam("why"),
    calls=ticket.c.calls + 1,
    ended_at=None,
    held_by=None,
    for_counter_id=None,
)
RECALL = _MOVE.values(
    state="called",
    called_at=bindparam("moment"),
    ended_at=None,
    calls=ticket.c.calls + 1,
)
SERVE = _MOVE.values(state="serving", serving_at=bindparam("moment"))
END = _MOVE.values(state=bindparam("new_state"), ended_at=bindparam("moment"))
PUT_BACK = _MOVE.values(
    state="waiting",
    counter_id=None,
    called_at=None,
    serving_at=None,
    held_at=bindparam("moment"),
    held_by=bindparam("held_at_counter"),
    for_counter_id=bindparam("only_at_counter"),
    field_id=bindparam("of_field"),
)
"""Waiting anew: held by a counter, kept for one, or open to all that serve its field."""
