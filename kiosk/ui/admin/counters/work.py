"""What the counters' section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.office import counters_keeping, fields_keeping, groups_keeping
from kiosk.office.entries import CounterEntry, FieldEntry, GroupEntry
from kiosk.office.people_keeping import everybody
from kiosk.office.reading import office_now
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.counters.props import CounterSeen, CountersSeen

Doing = tuple[UseCase[Any, Any], Any]


def look(unit: ReadUnit) -> CountersSeen:
    """All counters, fields and groups."""
    office = office_now(unit)
    sitting = {one.sits_at: one.entry.name for one in everybody(unit) if one.sits_at is not None}
    return CountersSeen(
        tuple(
            CounterSeen(counters_keeping.entry_of(one), sitting.get(one.number, ""))
            for one in office.counters
        ),
        fields_keeping.kept_fields(unit),
        tuple(groups_keeping.entry_of(one) for one in office.priority_groups),
    )


def changing_counter(entry: CounterEntry, seen: CounterEntry) -> Doing:
    """A counter shall be so."""
    return counters_keeping.change_counter, counters_keeping.ChangeCounter(entry, seen)


def adding_counter() -> Doing:
    """One counter more."""
    return counters_keeping.add_counter, counters_keeping.AddCounter()


def changing_field(entry: FieldEntry, seen: FieldEntry) -> Doing:
    """A field shall be so."""
    return fields_keeping.change_field, fields_keeping.ChangeField(entry, seen)


def adding_field(entry: FieldEntry) -> Doing:
    """One field more."""
    return fields_keeping.add_field, fields_keeping.AddField(entry)


def ordering_fields(prefixes: tuple[str, ...], seen: tuple[str, ...]) -> Doing:
    """The fields in another order."""
    return fields_keeping.order_fields, fields_keeping.OrderFields(prefixes, seen)


def changing_group(entry: GroupEntry, seen: GroupEntry) -> Doing:
    """A priority group shall be so."""
    return groups_keeping.change_group, groups_keeping.ChangeGroup(entry, seen)


def adding_group(entry: GroupEntry) -> Doing:
    """One priority group more."""
    return groups_keeping.add_group, groups_keeping.AddGroup(entry.name, entry.name_en)


def ordering_groups(codes: tuple[str, ...], seen: tuple[str, ...]) -> Doing:
    """The groups in another order."""
    return groups_keeping.order_groups, groups_keeping.OrderGroups(codes, seen)
