"""The people of the office, and who sits at which counter."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import desk, person
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here. Points of contact are public by Điều 9 khoản 7 NĐ 61/2018."""

    id: str
    code: str
    name: str
    title: str
    field: str
    phone: str
    public: bool
    is_head: bool
    role: str
    counter: int | None


def people(unit: ReadUnit) -> tuple[Person, ...]:
    """Everybody who works here, in the office's order."""
    numbers = {counter.id: counter.number for counter in office_now(unit).counters}
    return tuple(
        Person(
            id=row.id,
            code=row.code,
            name=row.name,
            title=row.title,
            field=row.field,
            phone=row.phone,
            public=row.public,
            is_head=row.is_head,
            role=row.role,
            counter=numbers.get(row.counter_id),
        )
        for row in unit.rows(select(person).where(person.c.active).order_by(person.c.position))
    )


def find_person(unit: ReadUnit, code: str) -> Person:
    """The person with that code. Raises :class:`Refused` ``person.unknown``."""
    wanted = code.strip().upper()
    for somebody in people(unit):
        if somebody.code == wanted:
            return somebody
    raise Refused("person.unknown", said=code[:40])


def officer_at(unit: ReadUnit, counter_id: str) -> Person | None:
    """Who sits at a counter now."""
    code = unit.conn.execute(SITTING, {"place": counter_id}).scalar()
    return find_person(unit, code) if code else None


def seated_since(unit: ReadUnit, counter_id: str) -> datetime | None:
    """When the present officer sat down at a counter; None while nobody sits there.

    It is also what tells one sitting from the next: whoever sat down at another moment has been
    followed by somebody else, be it the same person at another machine.
    """
    moment: datetime | None = unit.conn.execute(_SINCE, {"place": counter_id}).scalar()
    return moment


_SINCE = select(desk.c.since).where(
    desk.c.counter_id == bindparam("place"), desk.c.person_id.is_not(None)
)
SITTING = (
    select(person.c.code)
    .join(desk, desk.c.person_id == person.c.id)
    .where(desk.c.counter_id == bindparam("place"))
)
