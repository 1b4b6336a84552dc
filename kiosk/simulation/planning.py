"""How many counters an office needs: the same days lived with each number of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.simulation.figures import Figures
from kiosk.simulation.profile import with_counters
from kiosk.simulation.run import Wish, simulate

_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Option:
    """An office with so many counters: waits of its worst half hour in minutes, and idle share."""

    counters: int
    worst: str
    p50: float
    p90: float
    idle: float
    left_over: int


def options(
    wish: Wish, counters: Sequence[int], told: Callable[[int], None] | None = None
) -> list[Option]:
    """Live the days with each number of counters; ``told`` hears of each that is done.

    Raises :class:`Refused` ``simulation.rule_broken``.
    """
    found = []
    for many in counters:
        profile = with_counters(wish.profile, many)
        found.append(option_of(many, simulate(Wish(profile, wish.days, wish.seed, wish.faults))))
        if told is not None:
            told(many)
    return found


def option_of(many: int, figures: Figures) -> Option:
    """What the figures say of an office with so many counters."""
    worst = figures.worst
    waits = figures.half_hours.get(worst)
    return Option(
        many,
        worst,
        waits.p50 if waits else 0.0,
        waits.p90 if waits else 0.0,
        figures.idle,
        figures.expired,
    )


def plot(found: Sequence[Option]) -> list[str]:
    """A bar for each option up to its P90, filled up to its P50.

    >>> plot([Option(4, "09:00", 30.0, 60.0, 0.1, 0), Option(5, "09:00", 6.0, 12.0, 0.3, 0)])[1]
    '  5 ████░░░░ 12'
    """
    longest = max((one.p90 for one in found), default=0.0) or 1.0
    lines = []
    for one in found:
        half, whole = (round(minutes / longest * _WIDTH) for minutes in (one.p50, one.p90))
        lines.append(f"{one.counters:3d} {'█' * half}{'░' * (whole - half)} {one.p90:.0f}")
    return lines
