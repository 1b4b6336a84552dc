"""What the manager does for the people of the office."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from kiosk.office.pin_rules import require_new_pin
from kiosk.office.reading import office_changed, office_now
from kiosk.office.signing_in import PinSet, SetPin, set_pin
from kiosk.refusal import Refused
from kiosk.storage.schema import desk, person
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import has_control, squeeze, unprintable

MANAGER = "manager"
LONGEST_TITLE, LONGEST_PHONE = 120, 40


@dataclass(frozen=True, slots=True)
class GivePin:
    """A new PIN for somebody, as it was typed both times. Neither is kept anywhere."""

    officer: str
    pin: str
    again: str

    def without_secret(self) -> "GivePin":
        """The wish as it may be written down."""
        return GivePin(self.officer, "", "")

    def same_secret(self, unit: WriteUnit) -> bool:
        """Whether this PIN is the one in force, typed twice alike."""
        return self.pin == self.again and SetPin(self.officer, self.pin).same_secret(unit)


def give_pin(unit: WriteUnit, wish: GivePin) -> PinSet:
    """Give somebody a new PIN and lift a lock.

    Raises :class:`Refused`: ``pin.malformed``, ``pin.easy``, ``pin.not_alike``, ``person.unknown``.
    """
    return set_pin(unit, SetPin(wish.officer, require_new_pin(wish.pin, wish.again)))


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the office as the manager sees them; ``locked_until``: after wrong PINs."""

    code: str
    name: str
    title: str
    role: str
    counter: int | None
    phone: str
    public: bool
    active: bool
    has_pin: bool
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """How somebody is made known: title, telephone, and whether the public sees them.

    ``seen`` is the entry as the manager saw it (title, phone, public).
    """

    person: str
    title: str
    phone: str
    public: bool
    seen: tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class RetirePerson:
    """Somebody no longer works here, or (``back``) does again."""

    person: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """The entry of this person is another one now."""

    person: str


def everybody(unit: ReadUnit) -> tuple[Colleague, ...]:
    """All who work here, and all who did."""
    numbers = {counter.id: counter.number for counter in office_now(unit).counters}
    return tuple(
        Colleague(
            code=row.code,
            name=row.name,
            title=row.title,
            role=row.role,
            counter=numbers.get(row.counter_id),
            phone=row.phone,
            public=row.public,
            active=row.active,
            has_pin=row.pin_hash is not None,
            locked_until=row.locked_until
            if row.locked_until is not None and row.locked_until > unit.now
            else None,
        )
        for row in unit.rows(select(person).order_by(person.c.active.desc(), person.c.position))
    )


def change_person(unit: WriteUnit, wish: ChangePerson) -> PersonChanged:
    """Change how somebody is made known (NĐ 61/2018 Điều 9 khoản 7).

    Raises :class:`Refused`: ``person.unknown``, ``person.malformed``, ``person.changed_meanwhile``.
    """
    row = _row(unit, wish.person)
    title, phone = squeeze(wish.title), squeeze(wish.phone)
    if not title or len(title) > LONGEST_TITLE or len(phone) > LONGEST_PHONE:
        raise Refused("person.malformed", most=LONGEST_TITLE)
    if has_control(title) or has_control(phone) or unprintable(title + phone):
        raise Refused("person.malformed", most=LONGEST_TITLE)
    if (row.title, row.phone, row.public) != wish.seen:
        raise Refused("person.changed_meanwhile", name=row.name)
    unit.run(
        update(person)
        .where(person.c.id == row.id)
        .values(title=title, phone=phone, public=wish.public)
    )
    office_changed(unit)
    unit.audit(
        "person.changed",
        f"person:{row.code}",
        before=list(wish.seen),
        after=[title, phone, wish.public],
    )
    return PersonChanged(row.code)


def retire_person(unit: WriteUnit, wish: RetirePerson) -> PersonChanged:
    """Somebody leaves the office's work, or comes back to it; nothing that they did is lost.

    Whoever leaves no longer sits at a counter.

    Raises :class:`Refused`: ``person.unknown``, ``person.last_manager``.
    """
    row = _row(unit, wish.person)
    if not wish.back and row.role == MANAGER:
        others = unit.rows(
            select(person.c.id).where(
                person.c.active,
                person.c.role == MANAGER,
                person.c.pin_hash.is_not(None),
                person.c.id != row.id,
            )
        )
        if not list(others):
            raise Refused("person.last_manager", name=row.name)
    if row.active != wish.back:
        unit.run(update(person).where(person.c.id == row.id).values(active=wish.back))
        unit.run(
            update(desk).where(desk.c.person_id == row.id).values(person_id=None, since=unit.now)
        )
        office_changed(unit)
        unit.audit("person.back" if wish.back else "person.retired", f"person:{row.code}")
    return PersonChanged(row.code)


def _row(unit: ReadUnit, code: str) -> Any:
    row = unit.row(select(person).where(person.c.code == bindparam("code")), code=code.upper())
    if row is None:
        raise Refused("person.unknown", said=code[:40])
    return row
