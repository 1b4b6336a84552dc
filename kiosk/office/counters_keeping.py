"""The manager's hand on the counters: added, named, opened and closed, and what each serves."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from kiosk.ids import new_id
from kiosk.office.model import Counter
from kiosk.office.reading import office_changed, office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import counter, counter_field, desk
from kiosk.storage.units import WriteUnit
from kiosk.text import has_control, squeeze, unprintable

LONGEST_NAME = 40
NUMBERS = range(1, 100)


@dataclass(frozen=True, slots=True)
class ChangeCounter:
    """How a counter shall be: its name, the prefixes it serves, open or closed.

    ``seen`` is what the manager saw of it (name, prefixes, open).
    """

    number: int
    name: str
    fields: tuple[str, ...]
    active: bool
    seen: tuple[str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class AddCounter:
    """A new counter with the next free number."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class CounterChanged:
    """The counter as it is now, and the fields (prefixes) that no counter serves any more."""

    number: int
    unserved: tuple[str, ...]


def change_counter(unit: WriteUnit, wish: ChangeCounter) -> CounterChanged:
    """Change a counter while the office works; its number stays.

    Numbers already called to it stay where they are. Whoever sits at a counter that is closed
    leaves it.

    Raises :class:`Refused`: ``counter.unknown``, ``counter.malformed``, ``field.unknown``,
    ``counter.changed_meanwhile``.
    """
    office = office_now(unit)
    known = next((one for one in office.counters if one.number == wish.number), None)
    if known is None:
        numbers = [one.number for one in office.counters]
        raise Refused("counter.unknown", number=wish.number, known=numbers)
    if _seen(known) != (wish.seen[0], tuple(wish.seen[1]), wish.seen[2]):
        raise Refused("counter.changed_meanwhile", counter=known.name)
    name = _name(wish.name)
    ids = {field.prefix: field.id for field in office.fields}
    for prefix in wish.fields:
        if prefix not in ids:
            raise Refused("field.unknown", said=prefix[:20], known=sorted(ids))
    unit.run(update(counter).where(counter.c.id == known.id).values(name=name, active=wish.active))
    unit.run(delete(counter_field).where(counter_field.c.counter_id == known.id))
    if wish.fields:
        served = [{"counter_id": known.id, "field_id": ids[one]} for one in wish.fields]
        unit.conn.execute(insert(counter_field), served)
    if not wish.active:
        unit.run(
            update(desk).where(desk.c.counter_id == known.id).values(person_id=None, since=unit.now)
        )
    office_changed(unit)
    unit.audit(
        "counter.changed",
        f"counter:{known.number}",
        before=[known.name, list(known.fields), known.active],
        after=[name, list(wish.fields), wish.active],
    )
    return CounterChanged(known.number, _unserved(unit))


def add_counter(unit: WriteUnit, wish: AddCounter) -> CounterChanged:
    """Add a counter; it serves nothing until fields are given to it.

    Raises :class:`Refused`: ``counter.malformed``, ``counter.too_many``.
    """
    taken = {row.number for row in unit.rows(select(counter.c.number))}
    free = next((number for number in NUMBERS if number not in taken), None)
    if free is None:
        raise Refused("counter.too_many", most=NUMBERS[-1])
    name = _name(wish.name or f"Quầy {free}")
    ident = new_id()
    unit.add(counter, id=ident, number=free, name=name, active=True)
    unit.add(desk, counter_id=ident, person_id=None, since=None, priority_run=0)
    office_changed(unit)
    unit.audit("counter.added", f"counter:{free}", name=name)
    return CounterChanged(free, _unserved(unit))


def _name(said: str) -> str:
    name = squeeze(said)
    if not name or len(name) > LONGEST_NAME or has_control(name) or unprintable(name):
        raise Refused("counter.malformed", most=LONGEST_NAME)
    return name


def _seen(one: Counter) -> tuple[str, tuple[str, ...], bool]:
    return one.name, one.fields, one.active


def _unserved(unit: WriteUnit) -> tuple[str, ...]:
    office = office_now(unit)
    return tuple(
        field.prefix
        for field in office.fields
        if field.active and not office.counters_serving(field)
    )
