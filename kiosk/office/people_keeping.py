"""What the manager does for the people of the office."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from kiosk.office.entries import PersonEntry
from kiosk.office.managers import only_manager
from kiosk.office.people_entries import entry_of, person_row, require_other_manager
from kiosk.office.pin_rules import require_new_pin
from kiosk.office.reading import office_changed, office_now
from kiosk.office.signing_in import PinSet, SetPin, set_pin
from kiosk.storage.schema import desk, person
from kiosk.storage.units import ReadUnit, WriteUnit


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

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``pin.malformed``, ``pin.easy``, ``pin.not_alike``, ``person.unknown``.
    """
    only_manager(unit)
    return set_pin(unit, SetPin(wish.officer, require_new_pin(wish.pin, wish.again)))


@dataclass(frozen=True, slots=True)
class UnlockPerson:
    """Somebody who typed wrong PINs too often may try again at once; the PIN stays."""

    person: str


@dataclass(frozen=True, slots=True)
class RetirePerson:
    """Somebody no longer works here, or (``back``) does again."""

    person: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Something of this person is another one now."""

    person: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the office as the manager sees them.

    ``sits_at``: the counter they have signed in at; ``locked_until``: after wrong PINs.
    """

    entry: PersonEntry
    active: bool
    has_pin: bool
    sits_at: int | None
    locked_until: datetime | None


def everybody(unit: ReadUnit) -> tuple[Colleague, ...]:
    """All who work here, and all who did."""
    office = office_now(unit)
    numbers = {counter.id: counter.number for counter in office.counters}
    sitting = select(desk.c.person_id, desk.c.counter_id).where(desk.c.person_id.is_not(None))
    seats = {row.person_id: numbers.get(row.counter_id) for row in unit.rows(sitting)}
    return tuple(
        Colleague(
            entry=entry_of(office, row),
            active=row.active,
            has_pin=row.pin_hash is not None,
            sits_at=seats.get(row.id),
            locked_until=row.locked_until
            if row.locked_until is not None and row.locked_until > unit.now
            else None,
        )
        for row in unit.rows(select(person).order_by(person.c.active.desc(), person.c.position))
    )


def unlock_person(unit: WriteUnit, wish: UnlockPerson) -> PersonChanged:
    """Lift a lock that wrong PINs have set.

    Raises :class:`Refused`: ``person.may_not_manage``, ``person.unknown``.
    """
    only_manager(unit)
    row = person_row(unit, wish.person)
    unit.run(update(person).where(person.c.id == row.id).values(wrong_pins=0, locked_until=None))
    unit.audit("person.unlocked", f"person:{row.code}")
    return PersonChanged(row.code)


def retire_person(unit: WriteUnit, wish: RetirePerson) -> PersonChanged:
    """Somebody leaves the office's work, or comes back to it; nothing that they did is lost.

    Whoever leaves no longer sits at a counter. The manager's window asks for a manager's PIN
    before.

    Raises :class:`Refused`: ``person.may_not_manage``, ``person.unknown``, ``person.last_manager``.
    """
    only_manager(unit)
    unit.one_at_a_time()
    row = person_row(unit, wish.person)
    if not wish.back:
        require_other_manager(unit, row)
    if row.active != wish.back:
        unit.run(update(person).where(person.c.id == row.id).values(active=wish.back))
        unit.run(
            update(desk).where(desk.c.person_id == row.id).values(person_id=None, since=unit.now)
        )
        office_changed(unit)
        unit.audit("person.back" if wish.back else "person.retired", f"person:{row.code}")
    return PersonChanged(row.code)
