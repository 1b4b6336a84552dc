"""When counters usually work: learned from past days, to know who will come and who will rest. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise

from kiosk.clock import local, office_day

Stretches = tuple[tuple[float, float], ...]
"""From when to when somebody was at a counter on a day, in minutes after midnight."""

_APART = 25.0
"""A counter that calls nobody for so many minutes is taken for away, where nobody signs in."""
_REST = 40.0
"""A shorter absence is a rest: whoever is there now will take it too. Longer ones wait for the
end of the line."""
_DAYS = 10
"""The newest working days that are looked at."""
_SOON = (0.5, 1.5, 3.0, 5.0)
"""Minutes after which somebody comes who is usually there by now."""
_MIDNIGHT = 24 * 60.0


def staffing_of(
    signs: Iterable[tuple[str, bool, datetime]],
    legs: Iterable[tuple[str, date, datetime, datetime]],
) -> dict[str, tuple[Stretches, ...]]:
    """For each counter the stretches of every day (empty: it did not work), newest day first.

    ``signs``: counter, whether somebody came (or went) and when, the earliest first. ``legs``:
    counter, day, call and end of each visit; they tell of counters where nobody signs in.
    """
    called: dict[str, dict[date, list[tuple[float, float]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    days: set[date] = set()
    for counter, day, begins, ends in legs:
        days.add(day)
        called[counter][day].append((_minutes(begins), _minutes(ends)))
    there = _there(signs)
    newest = sorted(days, reverse=True)[:_DAYS]
    return {
        counter: tuple(
            tuple(there[counter][day])
            if day in there.get(counter, {})
            else _stretches(called[counter].get(day, ()))
            for day in newest
        )
        for counter in {*called, *there}
    }


def comes_in(days: Sequence[Stretches], now: datetime) -> tuple[float | None, ...]:
    """In how many minutes a counter where nobody sits began, had it been each of these days.

    None where it did not work any more that day.
    """
    at = _minutes(now)
    return tuple(_next(each, at, place) for place, each in enumerate(days))


def rests_in(days: Sequence[Stretches], now: datetime) -> tuple[tuple[float, float] | None, ...]:
    """In how many minutes a counter rested, and for how long, had it been each of these days."""
    at = _minutes(now)
    return tuple(
        next(
            (
                (ends - at, begins - ends)
                for (_, ends), (begins, _) in pairwise(each)
                if ends > at and begins - ends <= _REST
            ),
            None,
        )
        for each in days
    )


def _next(stretches: Stretches, at: float, place: int) -> float | None:
    for begins, ends in stretches:
        if at < begins:
            return begins - at
        if at < ends:
            return _SOON[place % len(_SOON)]
    return None


def _there(
    signs: Iterable[tuple[str, bool, datetime]],
) -> Mapping[str, Mapping[date, list[tuple[float, float]]]]:
    found: dict[str, dict[date, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    since: dict[tuple[str, date], float] = {}
    for counter, comes, moment in signs:
        day, at = office_day(moment), _minutes(moment)
        if comes:
            since.setdefault((counter, day), at)
        elif (began := since.pop((counter, day), None)) is not None:
            found[counter][day].append((began, at))
    for (counter, day), began in since.items():
        found[counter][day].append((began, _MIDNIGHT))
    return found


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
