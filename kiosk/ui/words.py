"""Dates, times, money and telephones as they are written on the screens."""

from collections.abc import Iterable
from datetime import date, datetime

from kiosk.clock import local
from kiosk.ui.language import VIETNAMESE, Language

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def weekday(day: date, language: Language = VIETNAMESE) -> str:
    """``Thứ Hai``."""
    names = _WEEKDAYS if language.code == "vi" else _WEEKDAYS_EN
    return names[day.weekday()]


def weekday_short(day: date) -> str:
    """``T2`` … ``CN``: for the chips of a day strip."""
    return _WEEKDAYS_SHORT[day.weekday()]


def day(value: date) -> str:
    """``23/11/2026``."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def day_short(value: date) -> str:
    """``23/11``."""
    return f"{value.day:02d}/{value.month:02d}"


def long_day(value: date, language: Language = VIETNAMESE) -> str:
    """``Thứ Hai, 23/11/2026``."""
    return f"{weekday(value, language)}, {day(value)}"


def clock_time(moment: datetime) -> str:
    """``09:24`` on the office's wall clock."""
    return f"{local(moment):%H:%M}"


def day_and_time(moment: datetime) -> str:
    """``23/11 17:00`` on the office's wall clock."""
    at = local(moment)
    return f"{day_short(at.date())} {at:%H:%M}"


def day_and_clock(moment: datetime) -> str:
    """``09:24 23/11/2026`` on the office's wall clock."""
    at = local(moment)
    return f"{at:%H:%M} {day(at.date())}"


def number(value: int) -> str:
    """``15.000``."""
    return f"{value:,}".replace(",", ".")


def money(dong: int) -> str:
    """``15.000 đ``."""
    return f"{number(dong)} đ"


def decimal(value: float, places: int = 1) -> str:
    """``3,5``."""
    return f"{value:.{places}f}".replace(".", ",")


def phone(digits: str) -> str:
    """``0912 345 678``; a land line of eleven digits ``0200 355 5100``; else what was given."""
    plain = "".join(digits.split())
    if not plain.isdecimal() or len(plain) not in (10, 11):
        return digits
    return f"{plain[:4]} {plain[4:7]} {plain[7:]}"


def minutes_range(low: int, high: int) -> str:
    """``15 – 20``: a wait is always a range."""
    return f"{low} – {high}"


_CALLED_FOR = {
    "paper": "máy in hết giấy",
    "jam": "máy in kẹt giấy",
    "printer": "phiếu chưa in ra",
    "asked": "có người cần giúp",
}


def called_for(causes: Iterable[str]) -> str:
    """Why a kiosk calls for staff: ``máy in hết giấy, có người cần giúp``."""
    return ", ".join(dict.fromkeys(_CALLED_FOR[cause] for cause in causes))
