"""How long a counter needs for one number: a spread of times, learned, never one figure."""

import random
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

STATED = (3.0, 4.5, 5.5, 6.5, 7.5, 9.0, 11.0, 14.0, 20.0)
"""Minutes that visits take where nothing was counted yet; the program says that it assumes them."""

STATED_WEIGHT = 5.0
"""How many counted visits the stated ones are worth together."""

_OVER = 0.3
"""What is left of a visit that lasts longer than any that was counted, as a share of the mean."""


@dataclass(frozen=True, slots=True)
class Cycles:
    """Minutes from one call of a counter to its next, the shortest first, with growing weights.

    ``pace``: how much slower (above 1) or quicker the counters are today.
    """

    minutes: tuple[float, ...]
    weights: tuple[float, ...]
    counted: int = 0
    pace: float = 1.0

    @property
    def mean(self) -> float:
        """The weighted mean in minutes."""
        total, last = 0.0, 0.0
        for minutes, upto in zip(self.minutes, self.weights, strict=True):
            total += minutes * (upto - last)
            last = upto
        return self.pace * total / self.weights[-1]

    def draw(self, dice: random.Random) -> float:
        """A visit's minutes."""
        return self.pace * self.minutes[self._at(dice.random() * self.weights[-1])]

    def draw_rest(self, dice: random.Random, elapsed: float) -> float:
        """What is left of a visit that has lasted ``elapsed`` minutes."""
        first = bisect_right(self.minutes, elapsed / self.pace)
        below = self.weights[first - 1] if first else 0.0
        left = self.weights[-1] - below
        if left <= 0:
            return dice.random() * 2 * _OVER * self.mean
        return self.pace * self.minutes[self._at(below + dice.random() * left)] - elapsed

    def _at(self, weight: float) -> int:
        return min(bisect_right(self.weights, weight), len(self.minutes) - 1)


def cycles_of(counted: Iterable[tuple[float, float]], pace: float = 1.0) -> Cycles:
    """The spread of visits given as minutes and weight, beside the :data:`STATED` ones."""
    mine = [(minutes, weight) for minutes, weight in counted if minutes > 0 and weight > 0]
    each = STATED_WEIGHT / len(STATED)
    ordered = sorted([*mine, *((minutes, each) for minutes in STATED)])
    weights = tuple(accumulate(weight for _, weight in ordered))
    return Cycles(tuple(minutes for minutes, _ in ordered), weights, len(mine), pace)
