"""Who works here, as the manager writes it down: added and changed.

What is public of a person follows NĐ 61/2018 Điều 9 khoản 7.
"""

import re
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row, func, insert, select, update

from kiosk.ids import new_id
from kiosk.office.entries import MANAGER, ROLES, PersonEntry
from kiosk.office.managers import only_manager
from kiosk.office.model import Office
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held
from kiosk.refusal import Refused
from kiosk.storage.schema import person
from kiosk.storage.units import ReadUnit, WriteUnit

LONGEST_NAME, LONGEST_FIELD, LONGEST_PHONE, LONGEST_CODE = 120, 200, 40, 20

_CODE = re.compile(r"[A-Z0-9]{1,20}\Z")


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Somebody new. They have no PIN yet."""

    entry: PersonEntry


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """How the entry that was ``seen`` shall be; the code stays."""

    entry: PersonEntry
    seen: PersonEntry


@dataclass(frozen=True, slots=True)
class PersonKept:
    """The entry is so now."""

    entry: PersonEntry


def add_person(unit: WriteUnit, wish: AddPerson) -> PersonKept:
    """Write somebody new down; the manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``person.code_missing``, ``person.code_malformed``,
    ``person.code_taken``, ``person.name_malformed``, ``person.title_malformed``,
    ``person.line_malformed``, ``person.role_unknown``, ``counter.unknown``.
    """
    only_manager(unit)
    office = office_held(unit)
    code = wish.entry.code.strip().upper()
    if not code:
        raise Refused("person.code_missing")
    if not _CODE.match(code):
        raise Refused("person.code_malformed", most=LONGEST_CODE)
    if unit.row(select(person.c.id).where(person.c.code == code)) is not None:
        raise Refused("person.code_taken", officer=code)
    entry = _good(office, code, wish.entry)
    last = unit.conn.execute(select(func.max(person.c.position))).scalar()
    unit.conn.execute(
        insert(person),
        {
            "id": new_id(),
            "code": code,
            "position": 0 if last is None else last + 1,
            "active": True,
            "pin_hash": None,
            "wrong_pins": 0,
            **_columns(office, entry),
        },
    )
    office_changed(unit)
    unit.audit("person.added", f"person:{code}", after=msgspec.to_builtins(entry))
    return PersonKept(entry)


def change_person(unit: WriteUnit, wish: ChangePerson) -> PersonKept:
    """Change somebody's entry; who has signed in stays where they sit.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``person.unknown``, ``person.changed_meanwhile``,
    ``person.last_manager`` and what :func:`add_person` refuses of an entry.
    """
    only_manager(unit)
    office = office_held(unit)
    row = person_row(unit, wish.seen.code)
    if entry_of(office, row) != wish.seen:
        raise Refused("person.changed_meanwhile", name=row.name)
    entry = _good(office, row.code, wish.entry)
    if entry.role != MANAGER:
        require_other_manager(unit, row)
    unit.run(update(person).where(person.c.id == row.id).values(**_columns(office, entry)))
    office_changed(unit)
    unit.audit(
        "person.changed",
        f"person:{row.code}",
        before=msgspec.to_builtins(wish.seen),
        after=msgspec.to_builtins(entry),
    )
    return PersonKept(entry)


def entry_of(office: Office, row: Row[Any]) -> PersonEntry:
    """A row of the people as the manager keeps it."""
    numbers = {counter.id: counter.number for counter in office.counters}
    return PersonEntry(
        code=row.code,
        name=row.name,
        title=row.title,
        role=row.role,
        counter=numbers.get(row.counter_id),
        field=row.field,
        phone=row.phone,
        public=row.public,
        is_head=row.is_head,
    )


def person_row(unit: ReadUnit, code: str) -> Row[Any]:
    """The person with that code, at work or not. Raises :class:`Refused` ``person.unknown``."""
    row = unit.row(select(person).where(person.c.code == code.strip().upper()))
    if row is None:
        raise Refused("person.unknown", said=code[:40])
    return row


def require_other_manager(unit: ReadUnit, row: Row[Any]) -> None:
    """Somebody else can manage, or this person does not.

    Without a manager who can sign in nobody could ever make one again.

    Raises :class:`Refused` ``person.last_manager``.
    """
    if row.role != MANAGER or not row.active:
        return
    others = select(person.c.id).where(
        person.c.active,
        person.c.role == MANAGER,
        person.c.pin_hash.is_not(None),
        person.c.id != row.id,
    )
    if unit.row(others.limit(1)) is None:
        raise Refused("person.last_manager", name=row.name)


def _good(office: Office, code: str, said: PersonEntry) -> PersonEntry:
    name, title = good_name(said.name, LONGEST_NAME), good_name(said.title, LONGEST_NAME)
    if name is None:
        raise Refused("person.name_malformed", most=LONGEST_NAME)
    if title is None:
        raise Refused("person.title_malformed", most=LONGEST_NAME)
    field = good_name(said.field, LONGEST_FIELD, may_be_empty=True)
    phone = good_name(said.phone, LONGEST_PHONE, may_be_empty=True)
    if field is None or phone is None:
        most = LONGEST_FIELD if field is None else LONGEST_PHONE
        raise Refused("person.line_malformed", phone=field is not None, most=most)
    if said.role not in ROLES:
        raise Refused("person.role_unknown", known=ROLES)
    numbers = [counter.number for counter in office.counters]
    if said.counter is not None and said.counter not in numbers:
        raise Refused("counter.unknown", number=said.counter, known=numbers)
    return PersonEntry(
        code, name, title, said.role, said.counter, field, phone, said.public, said.is_head
    )


def _columns(office: Office, entry: PersonEntry) -> dict[str, object]:
    ids = {counter.number: counter.id for counter in office.counters}
    return {
        "name": entry.name,
        "title": entry.title,
        "role": entry.role,
        "counter_id": ids[entry.counter] if entry.counter is not None else None,
        "field": entry.field,
        "phone": entry.phone,
        "public": entry.public,
        "is_head": entry.is_head,
    }
