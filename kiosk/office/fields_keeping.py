"""The manager's hand on the fields of work: named, ordered, offered or not."""

import re
from dataclasses import dataclass

import msgspec
from sqlalchemy import func, insert, select, update

from kiosk.ids import new_id
from kiosk.office.entries import ICONS, FieldEntry, FieldSeen
from kiosk.office.managers import only_manager
from kiosk.office.model import Field, Office
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held, office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier, procedure, service_field, ticket
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import fold

LONGEST_NAME = 80
MOST_A_DAY = 9_999
_PREFIX = re.compile(r"[A-Z]{1,4}\Z")


@dataclass(frozen=True, slots=True)
class AddField:
    """A new field, last in the order. No counter serves it yet."""

    entry: FieldEntry


@dataclass(frozen=True, slots=True)
class ChangeField:
    """How the field that was ``seen`` shall be."""

    entry: FieldEntry
    seen: FieldEntry


@dataclass(frozen=True, slots=True)
class OrderFields:
    """All prefixes in the order in which kiosk and counters shall show the fields.

    ``seen``: the order that the manager saw.
    """

    prefixes: tuple[str, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldKept:
    """The field is so now."""

    entry: FieldEntry


@dataclass(frozen=True, slots=True)
class FieldsOrdered:
    """The fields stand in this order; ``before``: how they stood."""

    prefixes: tuple[str, ...]
    before: tuple[str, ...]


def kept_fields(unit: ReadUnit) -> tuple[FieldSeen, ...]:
    """All fields in their order, offered or not."""
    today = (ticket.c.day == unit.day) & (ticket.c.state == "waiting")
    many = select(ticket.c.field_id, func.count().label("many")).where(today)
    waiting = {row.field_id: row.many for row in unit.rows(many.group_by(ticket.c.field_id))}
    return tuple(
        FieldSeen(one.id, _entry(one), _used(unit, one), waiting.get(one.id, 0))
        for one in office_now(unit).fields
    )


def add_field(unit: WriteUnit, wish: AddField) -> FieldKept:
    """Add a field of work; the manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``, ``field.prefix_malformed``,
    ``field.prefix_taken``, ``field.malformed``, ``field.name_taken``, ``field.icon_unknown``,
    ``field.limit_absurd``.
    """
    only_manager(unit)
    office = office_held(unit)
    entry = _good(office, wish.entry, None)
    last = unit.conn.execute(select(func.max(service_field.c.position))).scalar()
    unit.conn.execute(
        insert(service_field),
        {
            "id": new_id(),
            "prefix": entry.prefix,
            "name": entry.name,
            "name_en": entry.name_en,
            "icon": entry.icon,
            "categories": "[]",
            "position": 0 if last is None else last + 1,
            "active": entry.active,
            "daily_limit": entry.daily_limit,
        },
    )
    office_changed(unit)
    unit.audit("field.added", f"field:{entry.prefix}", after=msgspec.to_builtins(entry))
    return FieldKept(entry)


def change_field(unit: WriteUnit, wish: ChangeField) -> FieldKept:
    """Change a field while the office works.

    A field no longer offered gives no numbers; those already given are served. A prefix stands on
    papers once the first number, procedure or dossier has it, and is then what it is.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``field.unknown``, ``field.changed_meanwhile``, ``field.prefix_used``
    and what :func:`add_field` refuses.
    """
    only_manager(unit)
    office = office_held(unit)
    known = next((one for one in office.fields if one.prefix == wish.seen.prefix), None)
    if known is None:
        names = [one.name for one in office.fields]
        raise Refused("field.unknown", said=wish.seen.prefix[:20], known=names)
    if _entry(known) != wish.seen:
        raise Refused("field.changed_meanwhile", field=known.name)
    entry = _good(office, wish.entry, known)
    if entry.prefix != known.prefix and _used(unit, known):
        raise Refused("field.prefix_used", prefix=known.prefix, field=known.name)
    unit.run(
        update(service_field)
        .where(service_field.c.id == known.id)
        .values(
            prefix=entry.prefix,
            name=entry.name,
            name_en=entry.name_en,
            icon=entry.icon,
            active=entry.active,
            daily_limit=entry.daily_limit,
        )
    )
    office_changed(unit)
    unit.audit(
        "field.changed",
        f"field:{entry.prefix}",
        before=msgspec.to_builtins(wish.seen),
        after=msgspec.to_builtins(entry),
    )
    return FieldKept(entry)


def order_fields(unit: WriteUnit, wish: OrderFields) -> FieldsOrdered:
    """Put the fields in another order.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``field.order_stale`` where the fields or their order are others.
    """
    only_manager(unit)
    fields = office_held(unit).fields
    before = tuple(one.prefix for one in fields)
    if before != tuple(wish.seen) or sorted(wish.prefixes) != sorted(before):
        raise Refused("field.order_stale")
    ids = {one.prefix: one.id for one in fields}
    for position, prefix in enumerate(wish.prefixes):
        place = update(service_field).where(service_field.c.id == ids[prefix])
        unit.run(place.values(position=position))
    office_changed(unit)
    unit.audit("field.ordered", "fields", before=before, after=wish.prefixes)
    return FieldsOrdered(tuple(wish.prefixes), before)


def _entry(one: Field) -> FieldEntry:
    return FieldEntry(one.prefix, one.name, one.name_en, one.icon, one.active, one.daily_limit)


def _good(office: Office, said: FieldEntry, known: Field | None) -> FieldEntry:
    others = [one for one in office.fields if known is None or one.id != known.id]
    prefix = said.prefix.strip().upper()
    if not _PREFIX.match(prefix):
        raise Refused("field.prefix_malformed")
    if prefix in [one.prefix for one in others]:
        raise Refused("field.prefix_taken", prefix=prefix)
    name = good_name(said.name, LONGEST_NAME)
    name_en = good_name(said.name_en, LONGEST_NAME, may_be_empty=True)
    if name is None or name_en is None:
        raise Refused("field.malformed", english=name is not None, most=LONGEST_NAME)
    # As fields are looked for: whatever their accents, and by prefix as well.
    if fold(name) in [fold(each) for one in others for each in (one.name, one.prefix)]:
        raise Refused("field.name_taken", field=name)
    if said.icon not in ICONS and (known is None or said.icon != known.icon):
        raise Refused("field.icon_unknown")
    if said.daily_limit is not None and not 1 <= said.daily_limit <= MOST_A_DAY:
        raise Refused("field.limit_absurd", most=MOST_A_DAY)
    return FieldEntry(prefix, name, name_en or name, said.icon, said.active, said.daily_limit)


def _used(unit: ReadUnit, one: Field) -> bool:
    return any(
        unit.row(select(table.c.field_id).where(table.c.field_id == one.id).limit(1)) is not None
        for table in (ticket, procedure, dossier)
    )
