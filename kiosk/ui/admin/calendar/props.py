"""What the calendar shows: pure."""

import re
from dataclasses import dataclass
from datetime import date

from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import weekday

KINDS = (
    ("off", "Nghỉ"),
    ("extra_work", "Làm bù"),
    ("half", "Làm buổi sáng"),
    ("normal", "Như thường lệ"),
)
"""What a day may be, and what it is called."""

_PILLS = {
    "off": Pill("Nghỉ", "cal", "muted"),
    "extra_work": Pill("Làm bù", "check", "act"),
    "half": Pill("Làm buổi sáng", "clock", "warn"),
}
_CONFIRMED, _OPEN = Pill("Đã xác nhận", "check", "ok"), Pill("Chưa xác nhận", "alert", "warn")
_SHIPPED = "lịch nghỉ lễ kèm chương trình"
NOT_MOVED = "Ngày hẹn của hồ sơ đã nhận không đổi theo lịch; hồ sơ nhận từ nay tính theo lịch mới."


@dataclass(frozen=True, slots=True)
class DaySeen:
    """A day that is not as its weekday says."""

    date: date
    kind: str
    name: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class YearSeen:
    """A year's days, and what day it is today."""

    year: int
    today: date
    days: tuple[DaySeen, ...]


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line of the table."""

    key: str
    day: str
    kind: Pill
    name: str
    source: str
    confirmed: Pill


@dataclass(frozen=True, slots=True)
class YearProps:
    """The section: its years, its lines, and what must still be done."""

    title: str
    years: tuple[int, ...]
    rows: tuple[DayRow, ...]
    banner: str
    can_confirm: bool


def derive_year(seen: YearSeen | None) -> YearProps:
    """The section; ``seen`` is None until the store has answered."""
    if seen is None:
        return YearProps("Lịch làm việc", (), (), "", False)
    unconfirmed = sum(not day.confirmed for day in seen.days)
    return YearProps(
        title=f"Lịch làm việc năm {seen.year}",
        years=tuple(range(seen.today.year - 1, seen.today.year + 2)),
        rows=tuple(_row(day) for day in seen.days),
        banner=_banner(seen, unconfirmed),
        can_confirm=bool(unconfirmed),
    )


def _banner(seen: YearSeen, unconfirmed: int) -> str:
    if not seen.days:
        return f"Chưa có ngày nghỉ nào của năm {seen.year}. Thêm từng ngày ở dưới."
    if unconfirmed:
        return (
            f"Còn {unconfirmed} ngày chưa xác nhận. Đối chiếu với thông báo nghỉ lễ, sửa chỗ khác, "
            "rồi xác nhận cả năm."
        )
    return ""


def _row(day: DaySeen) -> DayRow:
    return DayRow(
        key=day.date.isoformat(),
        day=f"{weekday(day.date)} {day.date:%d/%m/%Y}",
        kind=_PILLS[day.kind],
        name=day.name,
        source=_SHIPPED if day.source.startswith("holidays ") else day.source,
        confirmed=_CONFIRMED if day.confirmed else _OPEN,
    )


def read_day(text: str, year: int) -> date | None:
    """A day as an officer writes it: ``24/11/2026``, ``24/11``, ``24-11-2026``; None when unclear."""
    match = re.fullmatch(r"\s*(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}))?\s*", text)
    if match is None:
        return None
    try:
        return date(int(match[3] or year), int(match[2]), int(match[1]))
    except ValueError:
        return None
