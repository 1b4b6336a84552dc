"""Somebody leaves the office's work while a number stands at their counter."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from kiosk.clock import office_day
from kiosk.office.people_entries import person_row
from kiosk.office.people_keeping import RetirePerson, retire_person
from kiosk.office.reading import office_now
from kiosk.queue.passing import put_back
from kiosk.queue.rows import active_ticket
from kiosk.storage.schema import desk
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class WorkLeft:
    """This person works here no longer, or again; ``put_back``: the number that waits anew."""

    person: str
    put_back: str | None


def leave_work(unit: WriteUnit, wish: RetirePerson) -> WorkLeft:
    """Retire somebody (or take them back); today's number at their counter waits anew.

    The number keeps its order of arrival, so that it is the next one called of its class.

    Raises :class:`Refused`: ``person.unknown``, ``person.last_manager``.
    """
    unit.one_at_a_time()
    seat = None if wish.back else _seat(unit, wish.person)
    changed = retire_person(unit, wish)
    if seat is None:
        return WorkLeft(changed.person, None)
    counter = office_now(unit).counter_by_id(seat)
    active = active_ticket(unit, counter)
    if active is None or office_day(active.issued_at) != unit.day:
        return WorkLeft(changed.person, None)
    put_back(unit, active)
    unit.audit("ticket.put_back", active.id, counter=counter.number)
    return WorkLeft(changed.person, active.label)


def _seat(unit: ReadUnit, code: str) -> str | None:
    found: str | None = unit.conn.execute(_SEAT, {"who": person_row(unit, code).id}).scalar()
    return found


_SEAT = select(desk.c.counter_id).where(desk.c.person_id == bindparam("who"))
