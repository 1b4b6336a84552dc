"""What the register's section asks of the store. Imported only in the store's lane."""

from kiosk.office.reading import office_now
from kiosk.storage.units import ReadUnit
from kiosk.ui.parts.choice import Option


def fields(unit: ReadUnit) -> tuple[Option, ...]:
    """All fields, also those that are served no more: their past register stays."""
    return tuple(Option(one.prefix, one.name) for one in office_now(unit).fields)
