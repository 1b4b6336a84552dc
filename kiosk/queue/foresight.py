"""When somebody will be called: the queue ahead of them, played through many times.

Pure. The rule by which counters choose is the one of :mod:`kiosk.queue.choice`, in short: here only
places in line matter, not who stands there.
"""

import heapq
import random
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.queue.cycles import Cycles

ROUNDS = 60
LOW, MIDDLE, HIGH = 0.2, 0.5, 0.8
"""The shares of the rounds in which somebody was called no later: the ends of what is told."""

_FURTHEST = 60
"""People before a newcomer that are played through; behind them waits are drawn out in proportion."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who waits; ``only_at``: a counter that alone may call them; ``waited`` in minutes."""

    field: str
    priority: bool
    arrival: int
    only_at: int | None = None
    waited: float = 0.0


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter with somebody at it: what it serves, and for how many minutes whose visit lasts."""

    number: int
    fields: frozenset[str]
    at_work: tuple[str, float] | None = None
    priority_run: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides when somebody is called.

    ``to_come``: priority people of each field per minute, who will go before ordinary ones.
    ``reaction``: minutes that it takes a free counter to call somebody who comes.
    """

    desks: tuple[Desk, ...]
    people: tuple[Person, ...]
    cycles: Mapping[str, Cycles]
    ratio: int = 2
    guard: float = 45.0
    to_come: Mapping[str, float] = field(default_factory=dict)
    reaction: Cycles | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Minutes until somebody is called: one of five is called before ``low``, four before ``high``."""

    low: float
    median: float
    high: float


Newcomer = tuple[str, bool]
"""Somebody who would come now: for which field, and whether with priority."""


def foresee(
    standing: Standing, newcomers: Iterable[Newcomer], dice: random.Random
) -> dict[Newcomer, Wait]:
    """The wait of each of these if they came now, alone.

    Left out where no counter serves the field: nothing honest can be said.
    """
    asked = tuple(one for one in newcomers if any(one[0] in desk.fields for desk in standing.desks))
    if not asked:
        return {}
    cut, longer = _cut(standing)
    called: list[list[float]] = [[] for _ in asked]
    for _ in range(ROUNDS):
        for place, minutes in enumerate(_round(cut, asked, dice)):
            called[place].append(minutes * longer)
    return {one: _wait(sorted(minutes)) for one, minutes in zip(asked, called, strict=True)}


def _wait(minutes: Sequence[float]) -> Wait:
    last = len(minutes) - 1
    return Wait(*(minutes[round(last * share)] for share in (LOW, MIDDLE, HIGH)))


def _cut(standing: Standing) -> tuple[Standing, float]:
    """Fewer people where there are very many, and how much longer the real line is."""
    many = len(standing.people)
    if many <= _FURTHEST:
        return standing, 1.0
    step = many / _FURTHEST
    kept = tuple(standing.people[int(place * step)] for place in range(_FURTHEST))
    return replace(standing, people=kept), step


_Entry = tuple[int, float, int]
"""Arrival, minutes waited before now, and the newcomer's place or -1."""
_First = tuple[int, float, int, deque[_Entry], str]
"""An entry, the line it stands in, and its field."""


class _Line:
    """Who waits in a round, by class and field; each desk sees the first of those it serves."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.waiting: dict[tuple[bool, str], deque[_Entry]] = {}
        self.own: dict[tuple[bool, int], deque[_Entry]] = {}
        for one in people:
            self.add(one, -1)

    def add(self, one: Person, place: int) -> None:
        entry = (one.arrival, one.waited, place)
        if one.only_at is None:
            self.waiting.setdefault((one.priority, one.field), deque()).append(entry)
        else:
            self.own.setdefault((one.priority, one.only_at), deque()).append(entry)

    def first(self, desk: Desk, priority: bool) -> _First | None:
        best: _First | None = None
        for of in desk.fields:
            line = self.waiting.get((priority, of))
            if line and (best is None or line[0][0] < best[0]):
                best = (*line[0], line, of)
        line = self.own.get((priority, desk.number))
        if line and (best is None or line[0][0] < best[0]):
            best = (*line[0], line, next(iter(desk.fields), ""))
        return best


def _round(standing: Standing, newcomers: Sequence[Newcomer], dice: random.Random) -> list[float]:
    """One play: when each newcomer is called, in minutes from now.

    A newcomer takes up no time: each of them would come alone.
    """
    line = _Line(standing.people)
    last = max((one.arrival for one in standing.people), default=0) + 1
    for place, (of, priority) in enumerate(newcomers):
        line.add(Person(of, priority, last), place)
    come = _arrivals(standing, dice)
    called = [0.0] * len(newcomers)
    left = len(newcomers)
    free = [(_first_free(standing, desk, dice), spot) for spot, desk in enumerate(standing.desks)]
    heapq.heapify(free)
    runs = [desk.priority_run for desk in standing.desks]
    while free and left:
        now, spot = heapq.heappop(free)
        while come and come[-1][0] <= now:
            last += 1
            line.add(Person(come.pop()[1], True, last), -1)
        found = _chosen(line, standing, now, runs[spot], spot)
        if found is None:
            continue
        (_, _, place, queue, served), run = found
        queue.popleft()
        if place < 0:
            runs[spot] = run
            now += _cycles(standing, served).draw(dice)
        else:
            left -= 1
            called[place] = now
            if now == 0 and standing.reaction is not None:
                called[place] = standing.reaction.draw(dice)
        heapq.heappush(free, (now, spot))
    return called


def _cycles(standing: Standing, served: str) -> Cycles:
    return standing.cycles.get(served) or next(iter(standing.cycles.values()))


def _first_free(standing: Standing, desk: Desk, dice: random.Random) -> float:
    if desk.at_work is None:
        return 0.0
    served, elapsed = desk.at_work
    return max(0.0, _cycles(standing, served).draw_rest(dice, elapsed))


def _chosen(
    line: _Line, standing: Standing, now: float, run: int, spot: int
) -> tuple[_First, int] | None:
    """Whom a desk calls, and how many priority people it then called in a row."""
    desk = standing.desks[spot]
    first, ordinary = line.first(desk, True), line.first(desk, False)
    if first is None or ordinary is None:
        only = first or ordinary
        return None if only is None else (only, 0)
    waited_long = ordinary[0] < first[0] and ordinary[1] + now >= standing.guard
    if waited_long or run >= standing.ratio:
        return ordinary, 0
    return first, run + 1


def _arrivals(standing: Standing, dice: random.Random) -> list[tuple[float, str]]:
    """The priority people of the next hours, the last one first."""
    come: list[tuple[float, str]] = []
    for of, rate in standing.to_come.items():
        at = 0.0
        while rate > 0 and len(come) < _FURTHEST:
            at += dice.expovariate(rate)
            if at > standing.guard:
                break
            come.append((at, of))
    return sorted(come, reverse=True)
