"""The manager's hand on the departments that decide on dossiers: named, ordered, in use or not.

One is never taken away, for dossiers and papers name it.
"""

from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, func, insert, select, update

from kiosk.ids import new_id
from kiosk.office.entries import DepartmentEntry
from kiosk.office.managers import only_manager
from kiosk.office.model import Department, Office
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held
from kiosk.refusal import Refused
from kiosk.storage.schema import department, department_field
from kiosk.storage.units import WriteUnit
from kiosk.text import fold

LONGEST_NAME = 120
LONGEST_PHONE = 40
MOST_DEPARTMENTS = 50
_LINES = {
    "parent": LONGEST_NAME,
    "head_name": LONGEST_NAME,
    "head_title": LONGEST_NAME,
    "phone": LONGEST_PHONE,
}


@dataclass(frozen=True, slots=True)
class AddDepartment:
    """A new department, last in the order."""

    entry: DepartmentEntry


@dataclass(frozen=True, slots=True)
class ChangeDepartment:
    """How the department that was ``seen`` shall be."""

    entry: DepartmentEntry
    seen: DepartmentEntry


@dataclass(frozen=True, slots=True)
class OrderDepartments:
    """All names in the order in which they are offered; ``seen``: the order the manager saw."""

    names: tuple[str, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DepartmentKept:
    """The department is so now."""

    entry: DepartmentEntry


@dataclass(frozen=True, slots=True)
class DepartmentsOrdered:
    """The departments stand in this order; ``before``: how they stood."""

    names: tuple[str, ...]
    before: tuple[str, ...]


def entry_of(one: Department) -> DepartmentEntry:
    """A department as the manager keeps it."""
    return DepartmentEntry(
        one.name, one.parent, one.head_name, one.head_title, one.phone, one.fields, one.active
    )


def find_department(office: Office, said: str) -> Department:
    """The department of that name, whatever its accents.

    Raises :class:`Refused` ``department.unknown`` (``said``, ``known``).
    """
    found = office.department_named(said)
    if found is None:
        known = [one.name for one in office.departments]
        raise Refused("department.unknown", said=said[:80], known=known)
    return found


def add_department(unit: WriteUnit, wish: AddDepartment) -> DepartmentKept:
    """Add a department; the manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``department.malformed``, ``department.line_malformed``,
    ``department.name_taken``, ``department.too_many``, ``field.unknown``.
    """
    only_manager(unit)
    office = office_held(unit)
    if len(office.departments) >= MOST_DEPARTMENTS:
        raise Refused("department.too_many", most=MOST_DEPARTMENTS)
    entry = _good(office, wish.entry, None)
    key = new_id()
    last = unit.conn.execute(select(func.max(department.c.position))).scalar()
    place = 0 if last is None else last + 1
    unit.conn.execute(insert(department), {"id": key, "position": place, **_columns(entry)})
    _answer_for(unit, office, key, entry)
    office_changed(unit)
    unit.audit("department.added", f"department:{key}", after=msgspec.to_builtins(entry))
    return DepartmentKept(entry)


def change_department(unit: WriteUnit, wish: ChangeDepartment) -> DepartmentKept:
    """Change a department while the office works; dossiers it has keep the name they were given to.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``department.unknown``, ``department.changed_meanwhile`` and what
    :func:`add_department` refuses.
    """
    only_manager(unit)
    office = office_held(unit)
    known = find_department(office, wish.seen.name)
    if entry_of(known) != wish.seen:
        raise Refused("department.changed_meanwhile", department=known.name)
    entry = _good(office, wish.entry, known)
    unit.run(update(department).where(department.c.id == known.id).values(**_columns(entry)))
    unit.run(delete(department_field).where(department_field.c.department_id == known.id))
    _answer_for(unit, office, known.id, entry)
    office_changed(unit)
    unit.audit(
        "department.changed",
        f"department:{known.id}",
        before=msgspec.to_builtins(wish.seen),
        after=msgspec.to_builtins(entry),
    )
    return DepartmentKept(entry)


def order_departments(unit: WriteUnit, wish: OrderDepartments) -> DepartmentsOrdered:
    """Put the departments in another order.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``department.order_stale`` where they or their order are others.
    """
    only_manager(unit)
    listed = office_held(unit).departments
    before = tuple(one.name for one in listed)
    if before != tuple(wish.seen) or sorted(wish.names) != sorted(before):
        raise Refused("department.order_stale")
    keys = {one.name: one.id for one in listed}
    for position, name in enumerate(wish.names):
        place = update(department).where(department.c.id == keys[name])
        unit.run(place.values(position=position))
    office_changed(unit)
    unit.audit("department.ordered", "departments", before=before, after=wish.names)
    return DepartmentsOrdered(tuple(wish.names), before)


def _good(office: Office, said: DepartmentEntry, known: Department | None) -> DepartmentEntry:
    name = good_name(said.name, LONGEST_NAME)
    if name is None:
        raise Refused("department.malformed", most=LONGEST_NAME)
    others = (one for one in office.departments if known is None or one.id != known.id)
    if fold(name) in [fold(one.name) for one in others]:
        raise Refused("department.name_taken", department=name)
    lines: dict[str, str] = {}
    for part, most in _LINES.items():
        line = good_name(getattr(said, part), most, may_be_empty=True)
        if line is None:
            raise Refused("department.line_malformed", part=part, most=most)
        lines[part] = line
    prefixes = [field.prefix for field in office.fields]
    for prefix in said.fields:
        if prefix not in prefixes:
            raise Refused(
                "field.unknown", said=prefix[:20], known=[one.name for one in office.fields]
            )
    fields = tuple(prefix for prefix in prefixes if prefix in said.fields)
    return DepartmentEntry(name, **lines, fields=fields, active=said.active)


def _columns(entry: DepartmentEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "parent": entry.parent,
        "head_name": entry.head_name,
        "head_title": entry.head_title,
        "phone": entry.phone,
        "active": entry.active,
    }


def _answer_for(unit: WriteUnit, office: Office, key: str, entry: DepartmentEntry) -> None:
    ids = {field.prefix: field.id for field in office.fields}
    for prefix in entry.fields:
        unit.conn.execute(insert(department_field), {"department_id": key, "field_id": ids[prefix]})
