"""Which fields have given all the numbers of a day."""

from sqlalchemy import bindparam, select

from kiosk.office.reading import office_now
from kiosk.storage.schema import number_series
from kiosk.storage.units import ReadUnit

_SERIES = "ticket:"


def fields_full(unit: ReadUnit) -> frozenset[str]:
    """The prefixes of the fields that give no more numbers today."""
    limits = {
        f"{_SERIES}{field.prefix}": field.daily_limit
        for field in office_now(unit).fields
        if field.active and field.daily_limit is not None
    }
    if not limits:
        return frozenset()
    given = unit.rows(_GIVEN, period=unit.day.isoformat(), series=list(limits))
    return frozenset(
        row.scope.removeprefix(_SERIES) for row in given if row.last >= limits[row.scope]
    )


_GIVEN = select(number_series.c.scope, number_series.c.last).where(
    number_series.c.period == bindparam("period"),
    number_series.c.scope.in_(bindparam("series", expanding=True)),
)
