"""The counted days as chips of the strip, with words that fit into them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from kiosk.ui.parts.day_strip import Day, DayKind
from kiosk.ui.words import day_short, weekday_short

if TYPE_CHECKING:
    from kiosk.dossiers.deadlines import CountedDay

_HOURS = re.compile(r"(\d+) giờ(?: (\d+) phút)?|(\d+) phút")
_NUMBER = re.compile(r"ngày \d+")


def chips(days: "tuple[CountedDay, ...]") -> tuple[Day, ...]:
    """One chip a day, from the day of reception to the due day."""
    last = len(days) - 1
    return tuple(
        Day(
            weekday_short(day.date),
            day_short(day.date),
            _note(day.why, counts=day.counts, first=at == 0, last=at == last, date_=day.date),
            _kind(counts=day.counts, first=at == 0, last=at == last),
        )
        for at, day in enumerate(days)
    )


def _kind(*, counts: bool, first: bool, last: bool) -> DayKind:
    if last:
        return "due"
    if first:
        return "received"
    return "counted" if counts else "off"


def _note(why: str, *, counts: bool, first: bool, last: bool, date_: date) -> str:
    if first:
        return "trong ngày" if last else "ngày nhận"
    number = _NUMBER.match(why)
    hours = _HOURS.match(why)
    if number:
        return number[0]
    if hours:
        return _short_hours(hours)
    if last:
        return "hẹn trả"
    if counts:
        return "có tính"
    if why.startswith("tính như ngày nhận"):
        return "như nhận"
    if why.startswith("nghỉ"):
        return "nghỉ lễ"
    return "nghỉ" if date_.weekday() >= 5 else "không tính"


def _short_hours(found: "re.Match[str]") -> str:
    hours, minutes, only_minutes = found.groups()
    if only_minutes:
        return f"{int(only_minutes)} phút"
    return f"{int(hours)} giờ {int(minutes):02d}" if minutes else f"{int(hours)} giờ"
