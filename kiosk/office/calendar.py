"""The working calendar: when the office is open, and which days count for a time limit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from itertools import pairwise

from kiosk.clock import at_office, local
from kiosk.refusal import Refused

SEARCH_DAYS = 400
"""How many days ahead a working day or an opening is looked for."""

Hours = tuple[time, time]
"""From and to, on the office's wall clock."""

BY_HAND = "văn phòng"
"""The source of a row that the office entered itself."""

BY_LAW = "Bộ luật Lao động 45/2019/QH14 Điều 112"

_MONDAY, _SATURDAY = 0, 5
_NOON = time(12)
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class DayKind(StrEnum):
    """How a date differs from its weekday."""

    OFF = "off"  # nghỉ lễ, nghỉ bù
    EXTRA_WORK = "extra_work"  # làm bù
    HALF = "half"  # chỉ làm việc buổi sáng


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of office hours on a weekday (0 = Monday), whole minutes, office time.

    A session may be open to the public without counting for deadlines: people are received on
    Saturday morning, yet Saturday is no working day. Raises :class:`Refused`
    ``calendar.session_malformed``.
    """

    weekday: int
    opens: time
    closes: time
    open_for_public: bool
    counts_for_deadline: bool

    def __post_init__(self) -> None:
        whole = all(t == t.replace(second=0, microsecond=0) for t in (self.opens, self.closes))
        if self.weekday not in range(7) or not whole or self.opens >= self.closes:
            raise Refused(
                "calendar.session_malformed",
                weekday=self.weekday,
                opens=str(self.opens),
                closes=str(self.closes),
            )


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A date that is not what its weekday says, and where that is known from."""

    date: date
    kind: DayKind
    name: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class DayVerdict:
    """Whether a date is a working day, with a short Vietnamese phrase saying why."""

    date: date
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The week's sessions and the dates that differ from them.

    Sessions of one weekday must not overlap: :class:`Refused` ``calendar.sessions_overlap``.
    Making up a working day (làm bù) on a weekday without one borrows Monday's sessions.
    ``drafted``: the years that somebody but a hand entered; in the others, whatever was entered by
    hand, the holidays that fall on the same date every year hold too.
    """

    sessions: tuple[Session, ...]
    days: Mapping[date, CalendarDay]
    drafted: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        drafted = {row.date.year for row in self.days.values() if row.source != BY_HAND}
        object.__setattr__(self, "drafted", frozenset(drafted))
        for weekday in range(7):
            for flag in (_public, _counting):
                hours = [(s.opens, s.closes) for s in self._weekly(weekday) if flag(s)]
                for (_, closes), (opens, _) in pairwise(hours):
                    if opens < closes:
                        raise Refused("calendar.sessions_overlap", weekday=WEEKDAYS[weekday])

    @classmethod
    def of(cls, sessions: Iterable[Session], days: Iterable[CalendarDay]) -> "WorkingCalendar":
        """The calendar of these sessions and dates; of two rows for one date the last one holds."""
        return cls(tuple(sessions), {row.date: row for row in days})

    def row(self, day: date) -> CalendarDay | None:
        """How ``day`` differs from its weekday: as entered, else by the law's fixed holidays."""
        entered = self.days.get(day)
        if entered is None and day.year not in self.drafted:
            return fixed_holiday(day)
        return entered

    def verdict(self, day: date) -> DayVerdict:
        """Whether ``day`` is a working day and why."""
        counts = bool(self.deadline_sessions(day))
        return DayVerdict(day, counts, self._why(day, counts))

    def deadline_sessions(self, day: date) -> tuple[Hours, ...]:
        """The hours of ``day`` that count for time limits, in order."""
        return tuple((s.opens, s.closes) for s in self._sessions(day) if _counting(s))

    def public_sessions(self, day: date) -> tuple[Hours, ...]:
        """The hours of ``day`` in which the public is received, in order."""
        return tuple((s.opens, s.closes) for s in self._sessions(day) if _public(s))

    def closing(self, day: date) -> time | None:
        """When ``day`` ends for time limits; none where it is no working day."""
        hours = self.deadline_sessions(day)
        return hours[-1][1] if hours else None

    def first_working_day(self, day: date) -> date:
        """``day`` itself or the first working day after it.

        Raises :class:`Refused` ``calendar.no_working_day`` when none comes in ``SEARCH_DAYS``.
        """
        for candidate in _days_from(day):
            if self.deadline_sessions(candidate):
                return candidate
        raise Refused("calendar.no_working_day", after=day.isoformat(), days=SEARCH_DAYS)

    def is_open(self, moment: datetime) -> bool:
        """Whether the public is received at that moment; the closing minute is already closed."""
        here = local(moment)
        return any(
            opens <= here.time() < closes for opens, closes in self.public_sessions(here.date())
        )

    def next_opening(self, moment: datetime) -> datetime | None:
        """The next time (UTC) the doors open, not before ``moment``; none in ``SEARCH_DAYS``."""
        for day in _days_from(local(moment).date()):
            for opens, _ in self.public_sessions(day):
                opening = at_office(day, opens.hour, opens.minute)
                if opening >= moment:
                    return opening
        return None

    def today_hours(self, day: date) -> str:
        """The public's hours as a screen shows them, ``07:30 – 11:30, 13:30 – 17:00``; or empty."""
        return ", ".join(
            f"{opens:%H:%M} – {closes:%H:%M}" for opens, closes in self.public_sessions(day)
        )

    def unconfirmed_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from ``first`` to ``last`` whose calendar nobody vouches for.

        A year that was not drafted, or in which some row is not confirmed, wherever it lies.
        """
        doubted = {row.date.year for row in self.days.values() if not row.confirmed}
        years = range(first.year, last.year + 1)
        return tuple(year for year in years if year in doubted or year not in self.drafted)

    def _weekly(self, weekday: int) -> tuple[Session, ...]:
        own = (session for session in self.sessions if session.weekday == weekday)
        return tuple(sorted(own, key=lambda session: (session.opens, session.closes)))

    def _sessions(self, day: date) -> tuple[Session, ...]:
        row = self.row(day)
        if row is None:
            return self._weekly(day.weekday())
        if row.kind is DayKind.OFF:
            return ()
        if row.kind is DayKind.EXTRA_WORK:
            return self._weekly(self._borrowed_weekday(day.weekday()))
        return tuple(
            replace(session, closes=min(session.closes, _NOON))
            for session in self._weekly(day.weekday())
            if session.opens < _NOON
        )

    def _borrowed_weekday(self, weekday: int) -> int:
        counting = {session.weekday for session in self.sessions if _counting(session)}
        return next((w for w in (weekday, *range(_MONDAY, 7)) if w in counting), weekday)

    def _why(self, day: date, counts: bool) -> str:
        row = self.row(day)
        if row is None:
            return "ngày làm việc" if counts else _weekly_rest(day)
        phrase = _as_named(row, day, counts)
        return phrase if row.confirmed else f"{phrase} (chưa xác nhận)"


_FIXED = {
    (1, 1): "Tết Dương lịch",
    (4, 30): "Ngày Chiến thắng 30/4",
    (5, 1): "Ngày Quốc tế Lao động 1/5",
    (9, 2): "Quốc khánh",
}
_CULTURE_DAY, _CULTURE_DAY_SINCE = (11, 24), 2026


def fixed_holiday(day: date) -> CalendarDay | None:
    """The public holiday that falls on this date every year (Labour Code 45/2019/QH14 Đ112(1)).

    Tết, Giỗ Tổ and the second day of Quốc khánh move: they must be entered. 24/11 since 2026.
    """
    name = _FIXED.get((day.month, day.day))
    if (day.month, day.day) == _CULTURE_DAY and day.year >= _CULTURE_DAY_SINCE:
        name = "Ngày Văn hóa Việt Nam"
    return CalendarDay(day, DayKind.OFF, name, BY_LAW, True) if name else None


def fixed_holidays(year: int) -> tuple[CalendarDay, ...]:
    """Those of one year, in order."""
    days = (fixed_holiday(date(year, month, day)) for month, day in (*_FIXED, _CULTURE_DAY))
    return tuple(day for day in days if day is not None)


def weekday_name(day: date) -> str:
    """``Thứ Hai`` … ``Chủ nhật``."""
    return WEEKDAYS[day.weekday()]


def _weekly_rest(day: date) -> str:
    name = weekday_name(day)
    return name if day.weekday() >= _SATURDAY else f"{name}, không làm việc"


def _as_named(row: CalendarDay, day: date, counts: bool) -> str:
    name = row.name.strip()
    if row.kind is DayKind.OFF:
        phrase = "nghỉ"
    elif row.kind is DayKind.HALF:
        phrase = "làm việc buổi sáng" if counts else _weekly_rest(day)
    else:
        phrase = "làm bù"
        if name.lower().startswith(phrase):
            return phrase + name[len(phrase) :]
    return f"{phrase}: {name}" if name else phrase


def _public(session: Session) -> bool:
    return session.open_for_public


def _counting(session: Session) -> bool:
    return session.counts_for_deadline


def _days_from(day: date) -> Iterator[date]:
    first = day.toordinal()
    for ordinal in range(first, min(first + SEARCH_DAYS, date.max.toordinal()) + 1):
        yield date.fromordinal(ordinal)
