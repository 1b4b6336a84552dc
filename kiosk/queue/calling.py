"""Calling numbers to a counter, and what follows a call."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    exists,
    literal_column,
    null,
    select,
    union_all,
    update,
)

from kiosk.ids import new_id
from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.choice import Head, choose
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.rows import (
    ALL_TICKETS,
    COLUMNS,
    IS_ACTIVE,
    IS_WAITING,
    ONE,
    active_ticket,
    tickets,
)
from kiosk.refusal import Refused
from kiosk.storage.schema import counter_field, desk, ticket, ticket_call
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class AtCounter:
    """Something a counter does with its ticket; ``counter`` is the counter's number."""

    counter: int


@dataclass(frozen=True, slots=True)
class NextCalled:
    """The ticket called (None when nobody waits), why that one, and the ticket this ended."""

    ticket: Ticket | None
    reason: str
    finished: str | None


@dataclass(frozen=True, slots=True)
class TicketMoved:
    """A ticket after something was done with it at a counter."""

    ticket: Ticket


NOBODY_WAITS = "Chưa có người chờ."


def call_next(unit: WriteUnit, wish: AtCounter) -> NextCalled:
    """Call the next waiting ticket to a counter; the ticket it had is finished first.

    Raises :class:`Refused` ``counter.unknown``.
    """
    office = office_now(unit)
    counter = office.find_counter(wish.counter)
    unit.one_at_a_time()
    here = _here(unit, counter)
    finished = here.active
    if finished is not None:
        unit.run(_END, the_ticket=finished, new_state=TicketState.DONE.value, moment=unit.now)
    choice = choose(
        here.priority,
        here.ordinary,
        priority_run=here.priority_run,
        ratio=office.rules.priority_ratio,
        now=unit.now,
    )
    if choice is None:
        if finished is not None:
            unit.audit("ticket.finished", finished, counter=counter.number)
        return NextCalled(None, NOBODY_WAITS, finished)
    called = _moved(unit, _CALL, choice.ticket_id, at_counter=counter.id, why=choice.reason)
    if choice.priority_run != here.priority_run:
        unit.run(_SET_RUN, at_counter=counter.id, new_run=choice.priority_run)
    _announce(unit, called, counter)
    unit.audit(
        "ticket.called",
        called.id,
        counter=counter.number,
        reason=choice.reason,
        finished=finished,
    )
    return NextCalled(called, choice.reason, finished)


def recall(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """Call the counter's ticket once more; after a no-show, that ticket comes back.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``,
    ``ticket.recall_limit``, ``ticket.already_serving``.
    """
    office = office_now(unit)
    counter = office.find_counter(wish.counter)
    unit.one_at_a_time()
    active = active_ticket(unit, counter) or _last_no_show(unit, counter)
    if active is None:
        raise Refused("ticket.none_active", counter=counter.name)
    if active.state is TicketState.SERVING:
        raise Refused("ticket.already_serving", label=active.label)
    back = active.state is TicketState.NO_SHOW
    if not back and active.calls > office.rules.recall_limit:
        raise Refused("ticket.recall_limit", label=active.label, limit=office.rules.recall_limit)
    called = _moved(unit, _RECALL, active.id)
    _announce(unit, called, counter)
    unit.audit("ticket.recalled", called.id, counter=counter.number, back_from_no_show=back)
    return TicketMoved(called)


def start_serving(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """The person has come: the counter's called ticket is being served.

    Does nothing to a ticket that is being served already.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = _require_active(unit, counter)
    if active.state is TicketState.SERVING:
        return TicketMoved(active)
    unit.audit("ticket.serving", active.id, counter=counter.number)
    return TicketMoved(_moved(unit, _SERVE, active.id))


def finish(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """The counter's ticket is done.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = _require_active(unit, counter)
    unit.audit("ticket.finished", active.id, counter=counter.number)
    return TicketMoved(_moved(unit, _END, active.id, new_state=TicketState.DONE.value))


def mark_no_show(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """Nobody came for the counter's called ticket.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``,
    ``ticket.already_serving``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = _require_active(unit, counter)
    if active.state is TicketState.SERVING:
        raise Refused("ticket.already_serving", label=active.label)
    unit.audit("ticket.no_show", active.id, counter=counter.number)
    return TicketMoved(_moved(unit, _END, active.id, new_state=TicketState.NO_SHOW.value))


def _require_active(unit: WriteUnit, counter: Counter) -> Ticket:
    unit.one_at_a_time()
    active = active_ticket(unit, counter)
    if active is None:
        raise Refused("ticket.none_active", counter=counter.name)
    return active


@dataclass(frozen=True, slots=True)
class _Here:
    """The counter's own ticket, who comes first of each class, and how it has called so far."""

    active: str | None
    priority: Head | None
    ordinary: Head | None
    priority_run: int


def _here(unit: WriteUnit, counter: Counter) -> _Here:
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
    return _Here(active, priority, ordinary, run)


def _moved(unit: WriteUnit, statement: Any, ticket_id: str, **values: object) -> Ticket:
    (moved,) = tickets(unit, statement, the_ticket=ticket_id, moment=unit.now, **values)
    return moved


def _announce(unit: WriteUnit, called: Ticket, counter: Counter) -> None:
    unit.add(
        ticket_call,
        id=new_id(),
        ticket_id=called.id,
        counter_id=counter.id,
        day=unit.day,
        turn=called.calls,
        at=unit.now,
    )


def _last_no_show(unit: WriteUnit, counter: Counter) -> Ticket | None:
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
            exists().where(
                counter_field.c.counter_id == bindparam("at_counter"),
                counter_field.c.field_id == ticket.c.field_id,
            ),
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
_SET_RUN = (
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
_CALL = _MOVE.values(
    state="called",
    counter_id=bindparam("at_counter"),
    called_at=bindparam("moment"),
    call_reason=bindparam("why"),
    calls=1,
)
_RECALL = _MOVE.values(
    state="called",
    called_at=bindparam("moment"),
    ended_at=None,
    calls=ticket.c.calls + 1,
)
_SERVE = _MOVE.values(state="serving", serving_at=bindparam("moment"))
_END = _MOVE.values(state=bindparam("new_state"), ended_at=bindparam("moment"))
