"""The working calendar: when the office is open, and which days count for a time limit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from itertools import pairwise

from kiosk.clock import at_office, local
from kiosk.refusal import Refused

SEARCH_DAYS = 400
"""How many days ahead a working day or an opening is looked for."""

Hours = tuple[time, time]
"""From and to, on the office's wall clock."""

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
    """

    sessions: tuple[Session, ...]
    days: Mapping[date, CalendarDay]

    def __post_init__(self) -> None:
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

        A year without any confirmed row, or with an unconfirmed one inside the span.
        """
        vouched = {row.date.year for row in self.days.values() if row.confirmed}
        doubted = {
            row.date.year
            for row in self.days.values()
            if not row.confirmed and first <= row.date <= last
        }
        years = range(first.year, last.year + 1)
        return tuple(year for year in years if year in doubted or year not in vouched)

    def _weekly(self, weekday: int) -> tuple[Session, ...]:
        own = (session for session in self.sessions if session.weekday == weekday)
        return tuple(sorted(own, key=lambda session: (session.opens, session.closes)))

    def _sessions(self, day: date) -> tuple[Session, ...]:
        row = self.days.get(day)
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
        row = self.days.get(day)
        if row is None:
            return "ngày làm việc" if counts else _weekly_rest(day)
        phrase = _as_named(row, day, counts)
        return phrase if row.confirmed else f"{phrase} (chưa xác nhận)"


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
