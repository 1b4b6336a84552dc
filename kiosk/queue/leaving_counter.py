"""Leaving a counter with numbers open: what it has, and what only it may call, waits for others."""

from dataclasses import dataclass

from sqlalchemy import bindparam, or_, update

from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, TicketMoved
from kiosk.queue.model import Ticket
from kiosk.queue.moving import require_active
from kiosk.queue.passing import put_back
from kiosk.queue.rows import ALL_TICKETS, IS_WAITING, tickets
from kiosk.refusal import Refused
from kiosk.storage.schema import ticket
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class KeptReleased:
    """The labels of the numbers that every counter of their field may call now."""

    labels: tuple[str, ...]


def put_back_here(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """The counter's number waits anew in its field, with its order of arrival, for whoever calls.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = require_active(unit, counter)
    after = put_back(unit, active)
    unit.audit("ticket.put_back", active.id, counter=counter.number)
    return TicketMoved(after)


def release_kept(unit: WriteUnit, wish: AtCounter) -> KeptReleased:
    """What a counter holds, and what waits for it alone, may be called by all that serve its field.

    Place in line and order of arrival stay. Raises :class:`Refused`: ``counter.unknown``,
    ``ticket.none_kept`` (``counter``).
    """
    counter = office_now(unit).find_counter(wish.counter)
    unit.one_at_a_time()
    kept = kept_at(unit, counter)
    if not kept:
        raise Refused("ticket.none_kept", counter=counter.name)
    unit.run(_RELEASE, on_day=unit.day, at_counter=counter.id)
    for one in kept:
        unit.audit("ticket.released", one.id, counter=counter.number)
    return KeptReleased(tuple(one.label for one in kept))


def kept_at(unit: ReadUnit, counter: Counter) -> tuple[Ticket, ...]:
    """Today's waiting numbers that no other counter may call, in the order of arrival."""
    return tickets(unit, _KEPT, on_day=unit.day, at_counter=counter.id)


_IS_KEPT = (
    ticket.c.day == bindparam("on_day"),
    IS_WAITING,
    or_(
        ticket.c.held_by == bindparam("at_counter"),
        ticket.c.for_counter_id == bindparam("at_counter"),
    ),
)
_KEPT = ALL_TICKETS.where(*_IS_KEPT).order_by(ticket.c.arrival)
_RELEASE = (
    update(ticket)
    .where(*_IS_KEPT)
    .values(held_by=None, for_counter_id=None, revision=ticket.c.revision + 1)
)
