"""How times, days and numbers are written on paper (NĐ 30/2020/NĐ-CP), on the office's clock."""

import re
from datetime import datetime

from kiosk.clock import local

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def day_long(moment: datetime) -> str:
    """``ngày 03 tháng 02 năm 2026``: days below 10 and the months 1 and 2 take a leading zero."""
    day = local(moment)
    month = f"{day.month:02}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def moment_long(moment: datetime) -> str:
    """``09 giờ 24 phút, ngày 23 tháng 11 năm 2026``."""
    at = local(moment)
    return f"{at.hour:02} giờ {at.minute:02} phút, {day_long(moment)}"


def time_short(moment: datetime) -> str:
    """``09:24``."""
    at = local(moment)
    return f"{at.hour:02}:{at.minute:02}"


def weekday_and_day(moment: datetime) -> str:
    """``Thứ Hai, ngày 23/11/2026``."""
    day = local(moment)
    return f"{_WEEKDAYS[day.weekday()]}, ngày {day.day:02}/{day.month:02}/{day.year}"


def two_figures(number: int) -> str:
    """Numbers below 10 take a leading zero."""
    return f"{number:02}"


def spaced_phone(phone: str) -> str:
    """A mobile number as ``0912 345 678``; anything else stays as it was written."""
    bare = re.sub(r"[\s.\-]", "", phone)
    mobile = re.fullmatch(r"(?:\+?84|0)([35789]\d{2})(\d{3})(\d{3})", bare)
    return f"0{mobile[1]} {mobile[2]} {mobile[3]}" if mobile else phone


def spaced_secret(secret: str) -> str:
    """Six figures as ``604 218``; anything else stays."""
    return f"{secret[:3]} {secret[3:]}" if re.fullmatch(r"\d{6}", secret) else secret
