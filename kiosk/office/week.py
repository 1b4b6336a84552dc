"""The week's opening sessions as the manager keeps them, weekday by weekday."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import time

from kiosk.office.calendar import WEEKDAYS, Session

MOST_A_DAY = 6


@dataclass(frozen=True, slots=True, order=True)
class SessionEntry:
    """From and to, whole minutes; ``public``: citizens are received; ``counts``: for time limits."""

    opens: time
    closes: time
    public: bool = True
    counts: bool = True


Sessions = tuple[SessionEntry, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """The sessions of each weekday, in order; none: closed on that day."""

    monday: Sessions = ()
    tuesday: Sessions = ()
    wednesday: Sessions = ()
    thursday: Sessions = ()
    friday: Sessions = ()
    saturday: Sessions = ()
    sunday: Sessions = ()

    @property
    def days(self) -> tuple[Sessions, ...]:
        """The seven days, Monday first."""
        return (
            self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday,
            self.sunday,
        )  # fmt: skip

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions, for a calendar. Raises as :class:`~kiosk.office.calendar.Session` does."""
        return tuple(
            Session(weekday, *astuple(one)) for weekday, day in enumerate(self.days) for one in day
        )


def week_of(sessions: Iterable[Session]) -> Week:
    """The week that has these sessions."""
    days: list[list[SessionEntry]] = [[] for _ in WEEKDAYS]
    for one in sessions:
        entry = SessionEntry(one.opens, one.closes, one.open_for_public, one.counts_for_deadline)
        days[one.weekday].append(entry)
    return Week(*(tuple(sorted(day)) for day in days))
