"""What the people's section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.office.people_keeping import (
    ChangePerson,
    Colleague,
    GivePin,
    RetirePerson,
    change_person,
    everybody,
    give_pin,
    retire_person,
)
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit


def look(unit: ReadUnit) -> tuple[Colleague, ...]:
    """All who work here, and all who did."""
    return everybody(unit)


def changing(wish: ChangePerson) -> tuple[UseCase[ChangePerson, Any], ChangePerson]:
    """Another title, telephone or publicity."""
    return change_person, wish


def retiring(code: str, *, back: bool) -> tuple[UseCase[RetirePerson, Any], RetirePerson]:
    """Somebody leaves, or comes back."""
    return retire_person, RetirePerson(code, back)


def giving_pin(code: str, pin: str, again: str) -> tuple[UseCase[GivePin, Any], GivePin]:
    """A new PIN, typed twice."""
    return give_pin, GivePin(code, pin, again)
