"""When counters usually work: learned from when they called, to know who will still come. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kiosk.clock import local

Stretches = tuple[tuple[float, float], ...]
"""From when to when a counter called on a day, in minutes after midnight."""

_APART = 25.0
"""A counter that calls nobody for so many minutes is taken for away."""
_DAYS = 10
"""The newest working days that are looked at."""
_SOON = (1.0, 3.0, 5.0, 8.0)
"""Minutes after which somebody comes who is usually there by now."""


def staffing_of(
    legs: Iterable[tuple[str, date, datetime, datetime]],
) -> dict[str, tuple[Stretches, ...]]:
    """For each counter the stretches of every day (empty: it did not work), newest day first.

    ``legs``: counter, day, call and end of each visit.
    """
    times: dict[str, dict[date, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    days: set[date] = set()
    for counter, day, called, ended in legs:
        days.add(day)
        times[counter][day].append((_minutes(called), _minutes(ended)))
    newest = sorted(days, reverse=True)[:_DAYS]
    return {
        counter: tuple(_stretches(by_day.get(day, ())) for day in newest)
        for counter, by_day in times.items()
    }


def comes_in(days: Sequence[Stretches], now: datetime) -> tuple[float | None, ...]:
    """In how many minutes a counter where nobody sits began, had it been each of these days.

    None where it did not work any more that day.
    """
    at = _minutes(now)
    return tuple(_next(each, at, place) for place, each in enumerate(days))


def _next(stretches: Stretches, at: float, place: int) -> float | None:
    for begins, ends in stretches:
        if at < begins:
            return begins - at
        if at < ends:
            return _SOON[place % len(_SOON)]
    return None


def _stretches(times: Sequence[tuple[float, float]]) -> Stretches:
    joined: list[tuple[float, float]] = []
    for begins, ends in sorted(times):
        if joined and begins - joined[-1][1] <= _APART:
            joined[-1] = (joined[-1][0], max(ends, joined[-1][1]))
        else:
            joined.append((begins, ends))
    return tuple(joined)


def _minutes(moment: datetime) -> float:
    here = local(moment)
    return here.hour * 60 + here.minute + here.second / 60
