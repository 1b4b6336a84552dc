"""The notice in the lower bar: the next day of rest, or the office's motto."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.ui.words import day_short, weekday

if TYPE_CHECKING:
    from kiosk.office.calendar import WorkingCalendar

_DAYS_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class RestAhead:
    """Days of rest that begin today or on the next day of reception, and when work goes on."""

    first: date
    last: date
    name: str
    back: date | None


def rest_ahead(calendar: "WorkingCalendar", today: date) -> RestAhead | None:
    """The rest that somebody who comes again on the next day would meet; None when there is none.

    Saturdays and Sundays by themselves are no news: only dates that would have sessions count.
    """
    usual = {session.weekday for session in calendar.sessions if session.open_for_public}
    ahead = (today + timedelta(days) for days in range(1, 8))
    following = next((day for day in ahead if day.weekday() in usual), None)
    first = next((day for day in (today, following) if day and _off(calendar, day)), None)
    if first is None:
        return None
    days = [first + timedelta(days) for days in range(_DAYS_LOOKED_AT)]
    back = next((day for day in days if calendar.public_sessions(day)), None)
    resting = [day for day in days if back is None or day < back]
    named = [day for day in resting if _off(calendar, day)]
    names = dict.fromkeys(_of_the_day(row.name) for day in named if (row := calendar.row(day)))
    return RestAhead(first, named[-1], ", ".join(name for name in names if name), back)


def _off(calendar: "WorkingCalendar", day: date) -> bool:
    row = calendar.row(day)
    return row is not None and row.kind == "off"


def _of_the_day(name: str) -> str:
    """``Nghỉ Tết Dương lịch (1/1)`` is told as ``Tết Dương lịch``: "nghỉ" stands before it."""
    first, _, rest = name.partition(" (")[0].partition(" ")
    return rest if first.casefold() == "nghỉ" else f"{first} {rest}".rstrip()


def rest_words(rest: RestAhead) -> str:
    """``Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam. Làm việc lại Thứ Tư 25/11.``"""
    when = _day(rest.first)
    if rest.last > rest.first:
        when = f"Từ {when} đến {_day(rest.last)}"
    back = f" Làm việc lại {_day(rest.back)}." if rest.back else ""
    return f"{when} nghỉ {rest.name}".rstrip() + f".{back}"


def _day(day: date) -> str:
    return f"{weekday(day)} {day_short(day)}"
