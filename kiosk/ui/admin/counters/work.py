"""What the counters' section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.office.counters_keeping import AddCounter, ChangeCounter, add_counter, change_counter
from kiosk.office.reading import office_now
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.counters.props import CounterSeen, CountersSeen, FieldSeen


def look(unit: ReadUnit) -> CountersSeen:
    """All counters and fields."""
    office = office_now(unit)
    return CountersSeen(
        tuple(CounterSeen(one.number, one.name, one.fields, one.active) for one in office.counters),
        tuple(FieldSeen(one.prefix, one.name) for one in office.fields if one.active),
    )


def changing(wish: ChangeCounter) -> tuple[UseCase[ChangeCounter, Any], ChangeCounter]:
    """A counter shall be so."""
    return change_counter, wish


def adding() -> tuple[UseCase[AddCounter, Any], AddCounter]:
    """One counter more."""
    return add_counter, AddCounter()
