"""The first draft of the working calendar, from the ``holidays`` package: for a person to confirm."""

import re
from datetime import date
from importlib.metadata import version

from kiosk.office.calendar import CalendarDay, DayKind, weekday_name
from kiosk.text import nfc

_NAMES = {
    "Tết Dương lịch": "Tết Dương lịch",
    "29 Tết": "Tết Nguyên đán (ngày giáp Tết)",
    "Giao thừa Tết Nguyên Đán": "Tết Nguyên đán (giao thừa)",
    "Tết Nguyên Đán": "Tết Nguyên đán (mùng Một)",
    "Mùng hai Tết Nguyên Đán": "Tết Nguyên đán (mùng Hai)",
    "Mùng ba Tết Nguyên Đán": "Tết Nguyên đán (mùng Ba)",
    "Mùng bốn Tết Nguyên Đán": "Tết Nguyên đán (mùng Bốn)",
    "Mùng năm Tết Nguyên Đán": "Tết Nguyên đán (mùng Năm)",
    "Mùng sáu Tết Nguyên Đán": "Tết Nguyên đán (mùng Sáu)",
    "Ngày Giỗ Tổ Hùng Vương": "Giỗ Tổ Hùng Vương",
    "Ngày Chiến thắng": "Ngày Chiến thắng 30/4",
    "Ngày Quốc tế Lao động": "Ngày Quốc tế Lao động 1/5",
    "Quốc khánh": "Quốc khánh",
    "Ngày Văn hóa Việt Nam": "Ngày Văn hóa Việt Nam",
}
_OBSERVED = " (nghỉ bù)"
_ESTIMATED = re.compile(r" \(dự kiến\)$|, dự kiến(?=\)$)")
_SWAPPED = re.compile(r"Ngày nghỉ \(thay cho ngày (\d{2})/(\d{2})/(\d{4})\)")


def seed_days(first_year: int, last_year: int) -> tuple[CalendarDay, ...]:
    """Every public holiday, day off in lieu and made-up working day of those years, in order.

    Days off follow Labour Code 45/2019 Đ111(3), Đ112 as the package knows them, the ones that
    fall on a Saturday or Sunday included: the public is not received on them either. Nothing is
    confirmed: the days of Tết and Quốc khánh are set each year by the Prime Minister (Đ112(3)),
    and swaps of working days by notice, so a manager looks through the rows each December.
    """
    from holidays import country_holidays

    # A swap is written under the year of its day off, so the neighbouring years are read too.
    years = range(first_year - 1, last_year + 2)
    known = country_holidays("VN", years=years, language="vi")
    names = {day: nfc(known[day]) for day in list(known)}
    off_for = {made_up: day for day, name in names.items() if (made_up := _swapped_with(name))}
    source = f"holidays {version('holidays')}"
    rows = [CalendarDay(day, DayKind.OFF, _off_name(n), source, False) for day, n in names.items()]
    rows += [
        CalendarDay(day, DayKind.EXTRA_WORK, _extra_name(off_for.get(day)), source, False)
        for day in known.weekend_workdays
    ]
    wanted = (row for row in rows if first_year <= row.date.year <= last_year)
    return tuple(sorted(wanted, key=lambda row: row.date))


def _off_name(name: str) -> str:
    """The package's name for a day off, as an officer would say it."""
    return ", ".join(dict.fromkeys(_one_name(part) for part in name.split("; ")))


def _one_name(name: str) -> str:
    made_up = _swapped_with(name)
    if made_up:
        return f"Hoán đổi với {_full(made_up)}"
    name = _ESTIMATED.sub("", name)
    base = name.removesuffix(_OBSERVED)
    return _NAMES.get(base, base) + name[len(base) :]


def _extra_name(day_off: date | None) -> str:
    return f"Làm bù cho {_full(day_off)}" if day_off else "Làm bù"


def _swapped_with(name: str) -> date | None:
    match = _SWAPPED.search(name)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    return date(year, month, day)


def _full(day: date) -> str:
    return f"{weekday_name(day)} {day:%d/%m/%Y}"
