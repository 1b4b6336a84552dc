"""What the people's section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.office.entries import PersonEntry
from kiosk.office.people_entries import AddPerson, ChangePerson, add_person, change_person
from kiosk.office.people_keeping import (
    GivePin,
    RetirePerson,
    UnlockPerson,
    everybody,
    give_pin,
    unlock_person,
)
from kiosk.office.reading import office_now
from kiosk.queue.leaving import leave_work
from kiosk.queue.views import numbers_at_counters
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.people.props import PeopleSeen

Doing = tuple[UseCase[Any, Any], Any]


def look(unit: ReadUnit) -> PeopleSeen:
    """All who work here, and all who did."""
    counters = tuple((one.number, one.name) for one in office_now(unit).counters)
    return PeopleSeen(everybody(unit), counters, numbers_at_counters(unit))


def adding(entry: PersonEntry) -> Doing:
    """Somebody new."""
    return add_person, AddPerson(entry)


def changing(entry: PersonEntry, seen: PersonEntry) -> Doing:
    """Somebody's entry shall be so."""
    return change_person, ChangePerson(entry, seen)


def retiring(code: str, *, back: bool) -> Doing:
    """Somebody leaves, and the number at their counter waits anew; or comes back."""
    return leave_work, RetirePerson(code, back)


def giving_pin(code: str, pin: str, again: str) -> Doing:
    """A new PIN, typed twice."""
    return give_pin, GivePin(code, pin, again)


def unlocking(code: str) -> Doing:
    """Somebody may try their PIN again."""
    return unlock_person, UnlockPerson(code)
