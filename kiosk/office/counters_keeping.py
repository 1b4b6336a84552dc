"""The manager's hand on the counters: added, named, opened and closed, and what each serves."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from kiosk.ids import new_id
from kiosk.office.entries import CounterEntry
from kiosk.office.managers import only_manager
from kiosk.office.model import Counter
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held, office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import counter, counter_field, desk, ticket
from kiosk.storage.units import WriteUnit

LONGEST_NAME = 40
NUMBERS = range(1, 100)


@dataclass(frozen=True, slots=True)
class ChangeCounter:
    """How the counter that was ``seen`` shall be; its number stays."""

    entry: CounterEntry
    seen: CounterEntry


@dataclass(frozen=True, slots=True)
class AddCounter:
    """A new counter with the next free number."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class CounterChanged:
    """The counter as it is now, and the fields (prefixes) that no counter serves any more."""

    entry: CounterEntry
    unserved: tuple[str, ...]


def entry_of(one: Counter) -> CounterEntry:
    """A counter as the manager keeps it."""
    return CounterEntry(one.number, one.name, one.fields, one.active)


def change_counter(unit: WriteUnit, wish: ChangeCounter) -> CounterChanged:
    """Change a counter while the office works; its number stays.

    Numbers already called to it stay where they are; a counter that has one is not closed.
    Whoever sits at a counter that is closed leaves it. The manager's window asks for a manager's
    PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``counter.unknown``, ``counter.malformed``, ``field.unknown``,
    ``counter.changed_meanwhile``, ``counter.at_work`` (``ticket``).
    """
    only_manager(unit)
    office = office_held(unit)
    known = next((one for one in office.counters if one.number == wish.seen.number), None)
    if known is None:
        numbers = [one.number for one in office.counters]
        raise Refused("counter.unknown", number=wish.seen.number, known=numbers)
    if entry_of(known) != wish.seen:
        raise Refused("counter.changed_meanwhile", counter=known.name)
    ids = {field.prefix: field.id for field in office.fields}
    for prefix in wish.entry.fields:
        if prefix not in ids:
            raise Refused("field.unknown", said=prefix[:20], known=sorted(ids))
    served = tuple(prefix for prefix in ids if prefix in wish.entry.fields)
    entry = CounterEntry(known.number, _name(wish.entry.name), served, wish.entry.active)
    if known.active and not entry.active:
        _close(unit, known)
    this = update(counter).where(counter.c.id == known.id)
    unit.run(this.values(name=entry.name, active=entry.active))
    unit.run(delete(counter_field).where(counter_field.c.counter_id == known.id))
    if served:
        lines = [{"counter_id": known.id, "field_id": ids[prefix]} for prefix in served]
        unit.conn.execute(insert(counter_field), lines)
    office_changed(unit)
    unit.audit(
        "counter.changed",
        f"counter:{known.number}",
        before=msgspec.to_builtins(wish.seen),
        after=msgspec.to_builtins(entry),
    )
    return CounterChanged(entry, _unserved(unit))


def add_counter(unit: WriteUnit, wish: AddCounter) -> CounterChanged:
    """Add a counter; it serves nothing until fields are given to it.

    Raises :class:`Refused`: ``person.may_not_manage``, ``counter.malformed``, ``counter.too_many``.
    """
    only_manager(unit)
    taken = {one.number for one in office_held(unit).counters}
    free = next((number for number in NUMBERS if number not in taken), None)
    if free is None:
        raise Refused("counter.too_many", most=NUMBERS[-1])
    name = _name(wish.name or f"Quầy {free}")
    ident = new_id()
    unit.add(counter, id=ident, number=free, name=name, active=True)
    unit.add(desk, counter_id=ident, person_id=None, since=None, priority_run=0)
    office_changed(unit)
    unit.audit("counter.added", f"counter:{free}", name=name)
    return CounterChanged(CounterEntry(free, name), _unserved(unit))


def _name(said: str) -> str:
    name = good_name(said, LONGEST_NAME)
    if name is None:
        raise Refused("counter.malformed", most=LONGEST_NAME)
    return name


def _close(unit: WriteUnit, known: Counter) -> None:
    at_hand = unit.row(_AT_HAND, place=known.id, today=unit.day)
    if at_hand is not None:
        said = f"{at_hand.series}-{at_hand.number:03d}"
        raise Refused("counter.at_work", counter=known.name, ticket=said)
    empty = update(desk).where(desk.c.counter_id == known.id)
    unit.run(empty.values(person_id=None, since=unit.now))


def _unserved(unit: WriteUnit) -> tuple[str, ...]:
    office = office_now(unit)
    return tuple(
        field.prefix
        for field in office.fields
        if field.active and not office.counters_serving(field)
    )


_AT_HAND = select(ticket.c.series, ticket.c.number).where(
    ticket.c.counter_id == bindparam("place"),
    ticket.c.day == bindparam("today"),
    ticket.c.state.in_(("called", "serving")),
)
