"""Passing a ticket on, or keeping it back: the person keeps the number and the place in line."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, TicketMoved
from kiosk.queue.model import Ticket
from kiosk.queue.moving import PUT_BACK, keep_visit, moved, require_active
from kiosk.refusal import Refused
from kiosk.storage.schema import ticket
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class PassOn:
    """The wish to pass a counter's ticket on: to a field (prefix or name), or to one counter."""

    counter: int
    to_field: str | None = None
    to_counter: int | None = None


@dataclass(frozen=True, slots=True)
class TicketPassed:
    """A ticket that waits anew, and the name of the field or the counter for which it waits."""

    ticket: Ticket
    to: str


def pass_on(unit: WriteUnit, wish: PassOn) -> TicketPassed:
    """Let the counter's ticket wait anew, for another field or for one counter alone.

    Number and order of arrival stay: whoever waited once does not go to the end of the line.

    Raises :class:`Refused`: ``counter.unknown``, ``field.unknown``, ``field.not_served``,
    ``ticket.none_active``, ``ticket.pass_where``, ``ticket.pass_same``.
    """
    office = office_now(unit)
    counter = office.find_counter(wish.counter)
    if (wish.to_field is None) == (wish.to_counter is None):
        raise Refused("ticket.pass_where")
    active = require_active(unit, counter)
    of_field = _field_of(unit, active)
    target: Counter | None = None
    if wish.to_counter is not None:
        target = office.find_counter(wish.to_counter)
        to, same = target.name, target.id == counter.id
    else:
        field = office.find_field(wish.to_field or "")
        if not office.counters_serving(field):
            raise Refused("field.not_served", field=field.name)
        to, same, of_field = field.name, field.id == of_field, field.id
    if same:
        raise Refused("ticket.pass_same", label=active.label, to=to)
    keep_visit(unit, active.id, "passed")
    after = _wait_anew(unit, active, of_field, only_at=target.id if target else None)
    unit.audit("ticket.passed", active.id, counter=counter.number, to=to)
    return TicketPassed(after, to)


def hold(unit: WriteUnit, wish: AtCounter) -> TicketMoved:
    """Keep the counter's ticket back: the person is away for a moment and loses nothing.

    No counter calls a held ticket by itself; this one calls it when the person is there again
    (:func:`kiosk.queue.picking.call_this`).

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.none_active``.
    """
    counter = office_now(unit).find_counter(wish.counter)
    active = require_active(unit, counter)
    keep_visit(unit, active.id, "held")
    after = _wait_anew(unit, active, _field_of(unit, active), held_by=counter.id)
    unit.audit("ticket.held", active.id, counter=counter.number)
    return TicketMoved(after)


def put_back(unit: WriteUnit, active: Ticket) -> Ticket:
    """Let a ticket that stands at a counter wait anew in its field, for whoever calls next."""
    keep_visit(unit, active.id, "put_back")
    return _wait_anew(unit, active, _field_of(unit, active))


def _wait_anew(
    unit: WriteUnit,
    active: Ticket,
    of_field: str,
    *,
    held_by: str | None = None,
    only_at: str | None = None,
) -> Ticket:
    return moved(
        unit,
        PUT_BACK,
        active.id,
        held_at_counter=held_by,
        only_at_counter=only_at,
        of_field=of_field,
    )


def _field_of(unit: WriteUnit, active: Ticket) -> str:
    return str(unit.conn.execute(_FIELD, {"the_ticket": active.id}).scalar_one())


_FIELD = select(ticket.c.field_id).where(ticket.c.id == bindparam("the_ticket"))
