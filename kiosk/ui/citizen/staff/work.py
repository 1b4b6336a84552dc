"""What the page of the staff asks of the store. It runs in the store's lane."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.office.publicity import PublicStaff
    from kiosk.storage.units import ReadUnit


def staff(unit: "ReadUnit") -> "PublicStaff":
    """Who is made public."""
    from kiosk.office.publicity import public_staff

    return public_staff(unit)
