"""What all acts upon a ticket share: who is there, how a ticket moves, how a call is told."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    func,
    insert,
    literal_column,
    null,
    select,
    union_all,
    update,
)

from kiosk.ids import new_id
from kiosk.office.model import Counter, Office
from kiosk.queue.choice import Choice, Head, choose
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
from kiosk.storage.schema import desk, ticket, ticket_call, ticket_leg
from kiosk.storage.units import WriteUnit

CALL_SERIES = "call"


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
            priority = Head(row.id, row.arrival, row.since, row.taken)
        elif row.what == "ordinary":
            ordinary = Head(row.id, row.arrival, row.since, row.taken)
        else:
            run = row.run
    return Here(active, priority, ordinary, run)


def moved(unit: WriteUnit, statement: Any, ticket_id: str, **values: object) -> Ticket:
    """The ticket after one of the moves below."""
    (after,) = tickets(unit, statement, the_ticket=ticket_id, moment=unit.now, **values)
    return after


def announce(unit: WriteUnit, called: Ticket, counter: Counter) -> None:
    """Tell the lobby; a ticket's calls are counted over all counters.

    The day's calls are in the order of ``place``: a clock that was put back changes no order.
    """
    place = unit.next_number(CALL_SERIES, unit.day.isoformat())
    unit.add(
        ticket_call,
        id=new_id(),
        ticket_id=called.id,
        counter_id=counter.id,
        day=unit.day,
        turn=called.calls,
        at=unit.now,
        place=place,
    )


def end(unit: WriteUnit, ticket_id: str, state: TicketState) -> Ticket:
    """What a counter did with its ticket is over, and kept as a visit."""
    keep_visit(unit, ticket_id, state.value)
    return moved(unit, END, ticket_id, new_state=state.value)


def keep_visit(unit: WriteUnit, ticket_id: str, how: str) -> None:
    """Write down the visit of an active ticket at its counter: from its call until now."""
    unit.run(_VISIT, the_ticket=ticket_id, visit=new_id(), ended=unit.now, how=how)


def choose_here(unit: WriteUnit, office: Office, at_hand: Here) -> Choice | None:
    """Whose turn it is at a counter, by the office's rules."""
    rules = office.rules
    return choose(
        at_hand.priority,
        at_hand.ordinary,
        priority_run=at_hand.priority_run,
        ratio=rules.priority_ratio,
        now=unit.now,
        guard=timedelta(minutes=rules.wait_guard_minutes),
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
        ticket.c.arrival,
        func.coalesce(ticket.c.held_at, ticket.c.issued_at, type_=ticket.c.issued_at.type).label(
            "since"
        ),
        ticket.c.issued_at.label("taken"),
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
    select(literal_column("'desk'"), null(), null(), null(), null(), desk.c.priority_run).where(
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
_VISIT = insert(ticket_leg).from_select(
    (
        "id",
        "ticket_id",
        "office_id",
        "day",
        "field_id",
        "counter_id",
        "called_at",
        "serving_at",
        "ended_at",
        "how",
        "reason",
    ),
    select(
        bindparam("visit", type_=ticket_leg.c.id.type),
        ticket.c.id,
        ticket.c.office_id,
        ticket.c.day,
        ticket.c.field_id,
        ticket.c.counter_id,
        ticket.c.called_at,
        ticket.c.serving_at,
        bindparam("ended", type_=ticket_leg.c.ended_at.type),
        bindparam("how", type_=ticket_leg.c.how.type),
        ticket.c.call_reason,
    ).where(ticket.c.id == bindparam("the_ticket"), IS_ACTIVE),
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
COME_BACK = _MOVE.values(
    state="waiting",
    counter_id=None,
    called_at=None,
    serving_at=None,
    ended_at=None,
    held_at=bindparam("moment"),
    returns=ticket.c.returns + 1,
)
"""Waiting once more after a no-show."""
"""Waiting anew: held by a counter, kept for one, or open to all that serve its field."""
