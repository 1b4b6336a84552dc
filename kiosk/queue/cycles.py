"""How long a counter needs for one number: a spread of times, learned, never one figure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

STATED = (3.0, 4.5, 5.5, 6.5, 7.5, 9.0, 11.0, 14.0, 20.0)
"""Minutes that visits take where nothing was counted yet; the program says that it assumes them."""

STATED_WEIGHT = 5.0
"""How many counted visits the stated ones are worth together."""

_SLICES = 48
"""Equally likely lengths that a spread is cut into."""
_OVER = 0.3
"""What is left of a visit that lasts longer than any that was counted, as a share of the mean."""


@dataclass(frozen=True, slots=True)
class Cycles:
    """Minutes from one call of a counter to its next: equally likely ones, the shortest first."""

    minutes: tuple[float, ...]
    counted: int = 0
    mean: float = field(init=False)
    """In minutes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "mean", sum(self.minutes) / len(self.minutes))

    def rests(self, elapsed: float) -> tuple[float, ...]:
        """What is left of a visit that has lasted ``elapsed`` minutes: equally likely lengths."""
        first = bisect_right(self.minutes, elapsed)
        if first == len(self.minutes):
            return tuple(share * _OVER * self.mean for share in (0.2, 0.6, 1.0, 1.4, 1.8))
        return tuple(minutes - elapsed for minutes in self.minutes[first:])


def cycles_of(counted: Iterable[tuple[float, float]], pace: float = 1.0) -> Cycles:
    """The spread of visits given as minutes and weight, beside the :data:`STATED` ones.

    ``pace``: how much slower (above 1) or quicker the counters are today.
    """
    mine = [one for one in counted if one[0] > 0 and one[1] > 0]
    each = STATED_WEIGHT / len(STATED)
    ordered = sorted([*mine, *((minutes, each) for minutes in STATED)])
    return Cycles(tuple(pace * minutes for minutes in _sliced(ordered)), len(mine))


def _sliced(ordered: Sequence[tuple[float, float]]) -> list[float]:
    """The means of slices of equal weight, so that the mean of all of them is the real one."""
    size = sum(weight for _, weight in ordered) / _SLICES
    slices: list[float] = []
    room, held = size, 0.0
    for minutes, weight in ordered:
        while weight >= room and len(slices) < _SLICES - 1:
            slices.append((held + minutes * room) / size)
            weight, room, held = weight - room, size, 0.0
        held += minutes * weight
        room -= weight
    return [*slices, held / (size - room)] if size > room else slices
