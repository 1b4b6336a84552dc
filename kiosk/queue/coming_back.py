"""Somebody who was not there when called comes back: once, soon, and keeps the place in line."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam

from kiosk.clock import office_day
from kiosk.office.reading import office_now
from kiosk.queue.calling import TicketMoved
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.moving import COME_BACK, moved
from kiosk.queue.pausing import require_no_pause
from kiosk.queue.rows import ALL_TICKETS, tickets
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage.schema import ticket
from kiosk.storage.units import ReadUnit, WriteUnit

MOST_RETURNS = 1


@dataclass(frozen=True, slots=True)
class ComeBack:
    """A number whose owner was called in vain, by id or label."""

    ticket: str


def come_back(unit: WriteUnit, wish: ComeBack) -> TicketMoved:
    """Let a number wait again, with its order of arrival: it is called next of its class.

    Raises :class:`Refused`: ``ticket.unknown``, ``ticket.of_other_day``, ``ticket.not_missed``
    (``label``), ``ticket.came_back_before`` (``label``), ``ticket.back_too_late`` (``label``,
    ``minutes``), ``queue.paused``.
    """
    office = office_now(unit)
    require_no_pause(office)
    unit.one_at_a_time()
    missed = find_ticket(unit, wish.ticket)
    refusal = why_not_back(missed, unit.day, unit.now, office.rules.no_show_return_minutes)
    if refusal is not None:
        raise refusal
    unit.audit("ticket.came_back", missed.id, label=missed.label)
    return TicketMoved(moved(unit, COME_BACK, missed.id))


def why_not_back(missed: Ticket, today: date, now: datetime, minutes: int) -> Refused | None:
    """Why a number cannot come back at ``now``; None where it can. ``minutes``: the office's rule."""
    if office_day(missed.issued_at) != today:
        return Refused("ticket.of_other_day", label=missed.label, day=office_day(missed.issued_at))
    if missed.state is not TicketState.NO_SHOW or missed.ended_at is None:
        return Refused("ticket.not_missed", label=missed.label)
    if missed.returns >= MOST_RETURNS:
        return Refused("ticket.came_back_before", label=missed.label)
    if now - missed.ended_at > timedelta(minutes=minutes):
        return Refused("ticket.back_too_late", label=missed.label, minutes=minutes)
    return None


def missed_now(unit: ReadUnit) -> tuple[Ticket, ...]:
    """Today's numbers called in vain that may still come back, the one missed last first."""
    minutes = office_now(unit).rules.no_show_return_minutes
    return tuple(
        one
        for one in tickets(unit, _MISSED, on_day=unit.day)
        if why_not_back(one, unit.day, unit.now, minutes) is None
    )


_MISSED = ALL_TICKETS.where(
    ticket.c.day == bindparam("on_day"), ticket.c.state == TicketState.NO_SHOW.value
).order_by(ticket.c.ended_at.desc(), ticket.c.arrival)
