"""What the manager does for the people of the office."""

from dataclasses import dataclass

from kiosk.office.pin_rules import require_new_pin
from kiosk.office.signing_in import PinSet, SetPin, set_pin
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class GivePin:
    """A new PIN for somebody, as it was typed both times. Neither is kept anywhere."""

    officer: str
    pin: str
    again: str

    def without_secret(self) -> "GivePin":
        """The wish as it may be written down."""
        return GivePin(self.officer, "", "")

    def same_secret(self, unit: WriteUnit) -> bool:
        """Whether this PIN is the one in force, typed twice alike."""
        return self.pin == self.again and SetPin(self.officer, self.pin).same_secret(unit)


def give_pin(unit: WriteUnit, wish: GivePin) -> PinSet:
    """Give somebody a new PIN and lift a lock.

    Raises :class:`Refused`: ``pin.malformed``, ``pin.easy``, ``pin.not_alike``, ``person.unknown``.
    """
    return set_pin(unit, SetPin(wish.officer, require_new_pin(wish.pin, wish.again)))
