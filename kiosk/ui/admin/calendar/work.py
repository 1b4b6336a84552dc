"""What the calendar asks of the store. Imported only in the store's lane."""

from kiosk.office.calendar_keeping import (
    ConfirmYear,
    DaySet,
    SetDay,
    YearConfirmed,
    confirm_year,
    set_day,
)
from kiosk.office.reading import office_now
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.calendar.props import DaySeen, YearSeen


def look(unit: ReadUnit, year: int) -> YearSeen:
    """The days of a year that are not as their weekday says; of this year with 0."""
    year = year or unit.day.year
    days = office_now(unit).calendar.days
    return YearSeen(
        year,
        unit.day,
        tuple(
            DaySeen(
                day, days[day].kind.value, days[day].name, days[day].source, days[day].confirmed
            )
            for day in sorted(days)
            if day.year == year
        ),
    )


def setting(wish: SetDay) -> tuple[UseCase[SetDay, DaySet], SetDay]:
    """One day as the office keeps it."""
    return set_day, wish


def confirming(year: int) -> tuple[UseCase[ConfirmYear, YearConfirmed], ConfirmYear]:
    """The whole year is right."""
    return confirm_year, ConfirmYear(year)
