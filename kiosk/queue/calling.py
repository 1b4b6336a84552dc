"""Calling numbers to a counter, and what follows a call."""

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from kiosk.office.reading import office_now
from kiosk.queue.day_end import begin_day
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.moving import (
    CALL,
    RECALL,
    SERVE,
    SET_RUN,
    announce,
    choose_here,
    end,
    here,
    last_no_show,
    moved,
    require_active,
)
from kiosk.queue.pausing import require_no_pause
from kiosk.queue.rows import active_ticket
from kiosk.refusal import Refused
from kiosk.storage.schema import ticket_call
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

    Raises :class:`Refused`: ``counter.unknown``, ``queue.paused``.
    """
    office = office_now(unit)
    counter = office.find_counter(wish.counter)
    unit.one_at_a_time()
    require_no_pause(office)
    begin_day(unit)
    at_hand = here(unit, counter)
    finished = at_hand.active
    if finished is not None:
        end(unit, finished, TicketState.DONE)
    choice = choose_here(unit, office, at_hand)
    if choice is None:
        if finished is not None:
            unit.audit("ticket.finished", finished, counter=counter.number)
        return NextCalled(None, NOBODY_WAITS, finished)
    called = moved(unit, CALL, choice.ticket_id, at_counter=counter.id, why=choice.reason)
    if choice.priority_run != at_hand.priority_run:
        unit.run(SET_RUN, at_counter=counter.id, new_run=choice.priority_run)
    announce(unit, called, counter)
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
    active = active_ticket(unit, counter) or last_no_show(unit, counter)
    if active is None:
        raise Refused("ticket.none_active", counter=counter.name)
    if active.state is TicketState.SERVING:
        raise Refused("ticket.already_serving", label=active.label)
    back = active.state is TicketState.NO_SHOW
    if not back and _calls_here(unit, active) > office.rules.recall_limit:
        raise Refused("ticket.recall_limit", label=active.label, limit=office.rules.recall_limit)
    called = moved(unit, RECALL, active.id)
    announce(unit, called, counter)
    unit.audit("ticket.recalled", called.id, counter=counter.number, back_from_no_show=back)
    return TicketMoved(called)


def start_serving(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """The person has come: the counter's called ticket is being served.

    Does nothing to a ticket that is being served already.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = require_active(unit, counter)
    if active.state is TicketState.SERVING:
        return TicketMoved(active)
    unit.audit("ticket.serving", active.id, counter=counter.number)
    return TicketMoved(moved(unit, SERVE, active.id))


def finish(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """The counter's ticket is done.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = require_active(unit, counter)
    unit.audit("ticket.finished", active.id, counter=counter.number)
    return TicketMoved(end(unit, active.id, TicketState.DONE))


def mark_no_show(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """Nobody came for the counter's called ticket.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``,
    ``ticket.already_serving``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = require_active(unit, counter)
    if active.state is TicketState.SERVING:
        raise Refused("ticket.already_serving", label=active.label)
    unit.audit("ticket.no_show", active.id, counter=counter.number)
    return TicketMoved(end(unit, active.id, TicketState.NO_SHOW))


def _calls_here(unit: WriteUnit, active: Ticket) -> int:
    """How often it was called since it last came to wait: another counter's calls do not count."""
    if active.put_back_at is None:
        return active.calls
    since = {"the_ticket": active.id, "since": active.put_back_at}
    return int(unit.conn.execute(_CALLS_SINCE, since).scalar_one())


_CALLS_SINCE = (
    select(func.count())
    .select_from(ticket_call)
    .where(
        ticket_call.c.ticket_id == bindparam("the_ticket"), ticket_call.c.at > bindparam("since")
    )
)
