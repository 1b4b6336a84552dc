"""Who may change what is the office's own. Light: every command that writes reads this."""

from kiosk.office.directory import find_person
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit

MANAGING_ROLES = ("manager", "it")


def only_manager(unit: WriteUnit) -> None:
    """See that whoever changes the office's own matters may: where a person acts, one who manages.

    Where no person is named the station itself acts, for whoever keeps the machine.

    Raises :class:`Refused`: ``person.may_not_manage`` (``name``), ``person.unknown``.
    """
    if unit.by.officer:
        somebody = find_person(unit, unit.by.officer)
        if somebody.role not in MANAGING_ROLES:
            raise Refused("person.may_not_manage", name=somebody.name)
