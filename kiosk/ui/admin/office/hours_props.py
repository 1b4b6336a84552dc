"""The week as it is typed and shown: pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time

from kiosk.clock import local
from kiosk.office.calendar import WEEKDAYS, CalendarDay, WorkingCalendar
from kiosk.office.week import SessionEntry, Sessions, Week
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.sheet import Question

KINDS = (
    Option("both", "Tiếp dân, tính hạn"),
    Option("public", "Chỉ tiếp dân"),
    Option("counts", "Chỉ tính hạn"),
)
"""What a session may be for: citizens are received, it counts for time limits, or both."""

_ENDS = {(True, True): "both", (True, False): "public", (False, True): "counts"}
_OPEN = Pill("Mở cửa", "check", "ok")
_INSIDE = Pill("Không tiếp dân", "lock", "warn")
_CLOSED = Pill("Nghỉ", "cal", "muted")
_STAYS = "Ngày hẹn của hồ sơ đã nhận không đổi; hồ sơ nhận từ nay tính theo giờ mới."


@dataclass(frozen=True, slots=True)
class HoursSeen:
    """The week, the days that differ from it, the moment, and how many wait today."""

    week: Week
    days: Mapping[date, CalendarDay]
    now: datetime
    waiting: int


@dataclass(frozen=True, slots=True)
class TypedSession:
    """A session as it is typed; ``kind`` as in :data:`KINDS`."""

    opens: str = ""
    closes: str = ""
    kind: str = "both"


TypedDay = tuple[TypedSession, ...]


@dataclass(frozen=True, slots=True)
class TypedWeek:
    """The week as it is typed."""

    monday: TypedDay = ()
    tuesday: TypedDay = ()
    wednesday: TypedDay = ()
    thursday: TypedDay = ()
    friday: TypedDay = ()
    saturday: TypedDay = ()
    sunday: TypedDay = ()

    @property
    def days(self) -> tuple[TypedDay, ...]:
        """The seven days, Monday first."""
        return tuple(getattr(self, each.name) for each in fields(self))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A time that cannot be read: on which day, in which session, at which end."""

    day: int
    session: int
    closes: bool


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line of the week; ``key``: 0 is Monday."""

    key: str
    name: str
    public: str
    counting: str
    state: Pill


def read_time(text: str) -> time | None:
    """A time as people write it: ``7``, ``730``, ``7:30``, ``07.30``, ``7h30``; None when unclear."""
    match = re.fullmatch(r"(\d{1,2})(?:\s*[:.,hgHG]\s*(\d{2})?|(\d{2}))?", text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def tidy(text: str) -> str:
    """A time in its one form, ``07:30``; what cannot be read stays as typed."""
    at = read_time(text)
    return text.strip() if at is None else f"{at:%H:%M}"


def written(week: Week) -> TypedWeek:
    """The week as the form shows it."""
    return TypedWeek(
        *(
            tuple(
                TypedSession(
                    f"{one.opens:%H:%M}",
                    f"{one.closes:%H:%M}",
                    _ENDS.get((one.public, one.counts), "both"),
                )
                for one in day
            )
            for day in week.days
        )
    )


def read_week(typed: TypedWeek) -> Week | Unreadable:
    """The week that is meant, or the first time that cannot be read. An empty line is no session."""
    found: list[Sessions] = []
    for day, lines in enumerate(typed.days):
        sessions: list[SessionEntry] = []
        for at, line in enumerate(lines):
            if not line.opens and not line.closes:
                continue
            opens, closes = read_time(line.opens), read_time(line.closes)
            if opens is None or closes is None:
                return Unreadable(day, at, closes=opens is not None)
            sessions.append(
                SessionEntry(opens, closes, line.kind != "counts", line.kind != "public")
            )
        found.append(tuple(sorted(sessions)))
    return Week(*found)


def derive_week(typed: TypedWeek, today: date) -> tuple[DayRow, ...]:
    """A line each, as typed by now."""
    return tuple(
        DayRow(
            key=str(at),
            name=f"{WEEKDAYS[at]} (hôm nay)" if at == today.weekday() else WEEKDAYS[at],
            public=_hours(day, "counts"),
            counting=_hours(day, "public"),
            state=_state(day),
        )
        for at, day in enumerate(typed.days)
    )


def derive_question(seen: HoursSeen, week: Week) -> Question | None:
    """What is asked before ``week`` is written: who waits, what closes; None where nothing does."""
    said = tuple(_consequences(seen, week))
    if not said:
        return None
    words = " ".join((*said, _STAYS, "Bấm “Hoàn tác” để trở lại giờ cũ."))
    return Question("Ghi giờ tiếp nhận mới?", words, "Xem lại", "Ghi giờ mới")


def _consequences(seen: HoursSeen, week: Week) -> Iterator[str]:
    here = local(seen.now).date()
    before = WorkingCalendar(seen.week.sessions, seen.days)
    after = WorkingCalendar(week.sessions, seen.days)
    was, will = before.public_sessions(here), after.public_sessions(here)
    if before.is_open(seen.now) and not after.is_open(seen.now):
        yield "Ki-ốt **đóng ngay bây giờ** và thôi cấp số."
    if was != will and seen.waiting:
        yield f"**{seen.waiting} người đang chờ** hôm nay; số đã cấp vẫn được gọi."
    closed = [
        WEEKDAYS[at]
        for at, (old, new) in enumerate(zip(seen.week.days, week.days, strict=True))
        if any(one.public for one in old) and not any(one.public for one in new)
    ]
    if closed:
        yield f"Không còn tiếp người dân: **{', '.join(closed)}**."


def _hours(day: TypedDay, without: str) -> str:
    lines = (one for one in day if one.kind != without and (one.opens or one.closes))
    shown = sorted((tidy(one.opens), tidy(one.closes)) for one in lines)
    return ", ".join(f"{opens or '…'} – {closes or '…'}" for opens, closes in shown)


def _state(day: TypedDay) -> Pill:
    kinds = {one.kind for one in day if one.opens or one.closes}
    if kinds - {"counts"}:
        return _OPEN
    return _INSIDE if kinds else _CLOSED
