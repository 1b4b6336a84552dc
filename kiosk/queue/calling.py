"""Calling numbers to a counter, and what follows a call."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from kiosk.ids import new_id
from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.choice import Head, choose
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.rows import ALL_TICKETS, IS_ACTIVE, active_ticket, one_ticket, tickets
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
    finished = _finish_active(unit, counter)
    run = unit.conn.execute(_RUN, {"at_counter": counter.id}).scalar() or 0
    choice = choose(
        _head(unit, _PRIORITY_HEAD, counter),
        _head(unit, _ORDINARY_HEAD, counter),
        priority_run=run,
        ratio=office.rules.priority_ratio,
        now=unit.now,
    )
    if choice is None:
        if finished is not None:
            unit.audit("ticket.finished", finished, counter=counter.number)
        return NextCalled(None, NOBODY_WAITS, finished)
    unit.run(
        _CALL,
        the_ticket=choice.ticket_id,
        at_counter=counter.id,
        moment=unit.now,
        why=choice.reason,
    )
    if choice.priority_run != run:
        unit.run(_SET_RUN, at_counter=counter.id, new_run=choice.priority_run)
    called = one_ticket(unit, choice.ticket_id)
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
    active = active_ticket(unit, counter) or _last_no_show(unit, counter)
    if active is None:
        raise Refused("ticket.none_active", counter=counter.name)
    if active.state is TicketState.SERVING:
        raise Refused("ticket.already_serving", label=active.label)
    back = active.state is TicketState.NO_SHOW
    if not back and active.calls > office.rules.recall_limit:
        raise Refused("ticket.recall_limit", label=active.label, limit=office.rules.recall_limit)
    unit.run(_RECALL, the_ticket=active.id, moment=unit.now)
    called = one_ticket(unit, active.id)
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
    if active.state is TicketState.CALLED:
        unit.run(_SERVE, the_ticket=active.id, moment=unit.now)
        unit.audit("ticket.serving", active.id, counter=counter.number)
    return TicketMoved(one_ticket(unit, active.id))


def finish(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """The counter's ticket is done.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = _require_active(unit, counter)
    _end(unit, active.id, TicketState.DONE)
    unit.audit("ticket.finished", active.id, counter=counter.number)
    return TicketMoved(one_ticket(unit, active.id))


def mark_no_show(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """Nobody came for the counter's called ticket.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``,
    ``ticket.already_serving``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = _require_active(unit, counter)
    if active.state is TicketState.SERVING:
        raise Refused("ticket.already_serving", label=active.label)
    _end(unit, active.id, TicketState.NO_SHOW)
    unit.audit("ticket.no_show", active.id, counter=counter.number)
    return TicketMoved(one_ticket(unit, active.id))


def _require_active(unit: WriteUnit, counter: Counter) -> Ticket:
    active = active_ticket(unit, counter)
    if active is None:
        raise Refused("ticket.none_active", counter=counter.name)
    return active


def _finish_active(unit: WriteUnit, counter: Counter) -> str | None:
    row = unit.row(_ACTIVE_ID, at_counter=counter.id)
    if row is None:
        return None
    _end(unit, row.id, TicketState.DONE)
    return str(row.id)


def _end(unit: WriteUnit, ticket_id: str, state: TicketState) -> None:
    unit.run(_END, the_ticket=ticket_id, new_state=state.value, moment=unit.now)


def _announce(unit: WriteUnit, called: Ticket, counter: Counter) -> None:
    unit.conn.execute(
        _ADD_CALL,
        {
            "id": new_id(),
            "ticket_id": called.id,
            "counter_id": counter.id,
            "day": unit.day,
            "turn": called.calls,
            "at": unit.now,
        },
    )


def _last_no_show(unit: WriteUnit, counter: Counter) -> Ticket | None:
    ended = tickets(unit, _LAST_ENDED, at_counter=counter.id, on_day=unit.day)
    return ended[0] if ended and ended[0].state is TicketState.NO_SHOW else None


def _head(unit: WriteUnit, statement: Any, counter: Counter) -> Head | None:
    row = unit.row(statement, on_day=unit.day, at_counter=counter.id)
    return Head(row.id, row.issued_at) if row else None


_ACTIVE_ID = select(ticket.c.id).where(ticket.c.counter_id == bindparam("at_counter"), IS_ACTIVE)
_LAST_ENDED = (
    ALL_TICKETS.where(
        ticket.c.counter_id == bindparam("at_counter"),
        ticket.c.day == bindparam("on_day"),
    )
    .order_by(ticket.c.ended_at.desc(), ticket.c.id.desc())
    .limit(1)
)
_WAITING_HERE = (
    select(ticket.c.id, ticket.c.issued_at)
    .where(
        ticket.c.day == bindparam("on_day"),
        ticket.c.state == "waiting",
        ticket.c.field_id.in_(
            select(counter_field.c.field_id).where(
                counter_field.c.counter_id == bindparam("at_counter")
            )
        ),
    )
    .order_by(ticket.c.rank, ticket.c.arrival)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_PRIORITY_HEAD = _WAITING_HERE.where(ticket.c.rank > 0)
_ORDINARY_HEAD = _WAITING_HERE.where(ticket.c.rank == 0)
_RUN = select(desk.c.priority_run).where(desk.c.counter_id == bindparam("at_counter"))
_SET_RUN = (
    update(desk)
    .where(desk.c.counter_id == bindparam("at_counter"))
    .values(priority_run=bindparam("new_run"))
)
_BY_ID = update(ticket).where(ticket.c.id == bindparam("the_ticket"))
_CALL = _BY_ID.where(ticket.c.state == "waiting").values(
    state="called",
    counter_id=bindparam("at_counter"),
    called_at=bindparam("moment"),
    call_reason=bindparam("why"),
    calls=1,
    revision=ticket.c.revision + 1,
)
_RECALL = _BY_ID.values(
    state="called",
    called_at=bindparam("moment"),
    ended_at=None,
    calls=ticket.c.calls + 1,
    revision=ticket.c.revision + 1,
)
_SERVE = _BY_ID.values(
    state="serving", serving_at=bindparam("moment"), revision=ticket.c.revision + 1
)
_END = _BY_ID.values(
    state=bindparam("new_state"), ended_at=bindparam("moment"), revision=ticket.c.revision + 1
)
_ADD_CALL = insert(ticket_call)
