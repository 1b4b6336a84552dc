"""Somebody who was not there when called comes back: once, soon, and keeps the place in line."""

from dataclasses import dataclass
from datetime import timedelta

from kiosk.clock import office_day
from kiosk.office.reading import office_now
from kiosk.queue.calling import TicketMoved
from kiosk.queue.model import TicketState
from kiosk.queue.moving import COME_BACK, moved
from kiosk.queue.pausing import require_no_pause
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit

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
    if office_day(missed.issued_at) != unit.day:
        raise Refused("ticket.of_other_day", label=missed.label, day=office_day(missed.issued_at))
    if missed.state is not TicketState.NO_SHOW or missed.ended_at is None:
        raise Refused("ticket.not_missed", label=missed.label)
    if missed.returns >= MOST_RETURNS:
        raise Refused("ticket.came_back_before", label=missed.label)
    minutes = office.rules.no_show_return_minutes
    if unit.now - missed.ended_at > timedelta(minutes=minutes):
        raise Refused("ticket.back_too_late", label=missed.label, minutes=minutes)
    unit.audit("ticket.came_back", missed.id, label=missed.label)
    return TicketMoved(moved(unit, COME_BACK, missed.id))
