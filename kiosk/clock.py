"""The time. Nothing else in the program asks the system for it."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from kiosk.refusal import Refused

OFFICE_TZ = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, moved by ``offset`` (zero in a real office)."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset


@dataclass(frozen=True, slots=True)
class FrozenClock:
    """A clock that stands still: for a sample office and for tests."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class MovedClock:
    """A clock that is moved by hand: for the past and the day of a sample office."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def local(moment: datetime) -> datetime:
    """The same moment on the office's wall clock."""
    return moment.astimezone(OFFICE_TZ)


def office_day(moment: datetime) -> date:
    """The day at the office at that moment: numbers and codes restart with it."""
    return local(moment).date()


def at_office(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """The moment (UTC) of a wall-clock time at the office."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OFFICE_TZ).astimezone(UTC)


def parse_moment(text: str) -> datetime:
    """A moment written in ISO 8601; without an offset it is office time.

    Raises :class:`Refused` ``time.malformed``.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=OFFICE_TZ)
        # The first and last hours of the calendar exist in one zone and not in the other.
        return local(moment).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refused("time.malformed", text=text[:80]) from None


def sample_clock(text: str) -> Clock:
    """The clock of a sample office: an ISO time stands still, ``+90s`` runs ahead of the machine.

    Raises :class:`Refused` ``clock.malformed``: not one of these, or a year outside 2000 to 2999.
    """
    shift = re.fullmatch(r"([+-]\d{1,9})s", text.strip())
    if shift:
        return SystemClock(timedelta(seconds=int(shift[1])))
    try:
        moment = parse_moment(text)
    except Refused:
        raise Refused("clock.malformed", text=text[:80]) from None
    if moment.year not in _SAMPLE_YEARS:
        raise Refused("clock.malformed", text=text[:80])
    return FrozenClock(moment)


_SAMPLE_YEARS = range(2000, 3000)


TIME_VARIABLE = "KIOSK_NOW"


def told_time() -> str | None:
    """What ``KIOSK_NOW`` says, if anything; only a sample office may listen to it."""
    return os.environ.get(TIME_VARIABLE) or None


def machine_clock() -> Clock:
    """The clock of this machine, as ``KIOSK_NOW`` sets it.

    Raises :class:`Refused` ``clock.malformed``.
    """
    told = told_time()
    return sample_clock(told) if told else SystemClock()
