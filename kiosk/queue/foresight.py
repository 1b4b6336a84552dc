"""When somebody will be called: the queue ahead of them, played through many times.

Pure. The rule by which counters choose is the one of :mod:`kiosk.queue.choice`, in short: here only
places in line matter, not who stands there.
"""

import heapq
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kiosk.queue.cycles import Cycles

ROUNDS = 31
LOW, MIDDLE, HIGH = 0.2, 0.5, 0.8
"""The shares of the rounds in which somebody was called no later: the ends of what is told."""

_END = float("inf")
_NEXT_PEOPLE = 90.0
"""Minutes for which people still to come are played, and after which nobody is called any more."""
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
    """A counter: what it serves, and for how many minutes whose visit lasts.

    ``pace``: how much slower (above 1) or quicker than usual it works. ``comes``: nobody sits there
    yet; in how many minutes somebody came on days like this, None where nobody did. ``rests``: in
    how many minutes its officer rested on days like this, and for how long.
    """

    number: int
    fields: frozenset[str]
    at_work: tuple[str, float] | None = None
    priority_run: int = 0
    pace: float = 1.0
    comes: tuple[float | None, ...] = ()
    rests: tuple[tuple[float, float] | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides when somebody is called.

    ``to_come``: priority people of each field per minute, who will go before ordinary ones.
    ``reaction``: minutes that it takes a free counter to call somebody who comes. ``again``: how
    many visits a number makes until its person is done. ``unsure``: how much the pace of the next hours may
    differ from what is foreseen (sigma of its logarithm).
    """

    desks: tuple[Desk, ...]
    people: tuple[Person, ...]
    cycles: Mapping[str, Cycles]
    ratio: int = 2
    guard: float = 45.0
    to_come: Mapping[str, float] = field(default_factory=dict)
    reaction: Cycles | None = None
    again: float = 1.0
    unsure: float = 0.0


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
    play = _Play(cut, asked)
    for _ in range(ROUNDS):
        for place, minutes in enumerate(play.round(dice)):
            called[place].append(minutes * longer)
    return {one: _wait(sorted(minutes)) for one, minutes in zip(asked, called, strict=True)}


def _wait(minutes: Sequence[float]) -> Wait:
    """The shares of what comes next, of which the rounds are but a sample: hence places of n + 1."""
    found = []
    for share in (LOW, MIDDLE, HIGH):
        place = share * (len(minutes) + 1) - 1
        below = int(place)
        found.append(minutes[below] + (place - below) * (minutes[below + 1] - minutes[below]))
    return Wait(*found)


def _cut(standing: Standing) -> tuple[Standing, float]:
    """Fewer people where there are very many, and how much longer the real line is."""
    many = len(standing.people)
    if many <= _FURTHEST:
        return standing, 1.0
    step = many / _FURTHEST
    kept = tuple(standing.people[int(place * step)] for place in range(_FURTHEST))
    return replace(standing, people=kept), step


@dataclass(slots=True)
class _Hall:
    """The lines of one round, the play's own until somebody comes; ``heads``: who is first."""

    arrivals: list[list[float]]
    waited: list[list[float]]
    minutes: list[list[tuple[float, ...]]]
    heads: list[int]
    last: int = 0


class _Play:
    """All that is the same in every round, laid out for speed.

    A line is one class and field, or one class and the counter they wait for: the arrivals, the
    first one first, then an end mark. A newcomer stands at the end of a line and takes up no time:
    each of them would come alone.
    """

    def __init__(self, standing: Standing, newcomers: Sequence[Newcomer]) -> None:
        self._standing = standing
        self._known: dict[tuple[bool, str | int], int] = {}
        self._arrivals: list[list[float]] = []
        self._waited: list[list[float]] = []
        self._minutes: list[list[tuple[float, ...]]] = []
        self._asked: dict[tuple[int, int], int] = {}
        self._last = max((one.arrival for one in standing.people), default=0) + 1
        for one in standing.people:
            self._add(one)
        for place, (of, priority) in enumerate(newcomers):
            line = self._add(Person(of, priority, self._last))
            self._asked[line, len(self._arrivals[line]) - 1] = place
        rates = {of: rate for of, rate in standing.to_come.items() if rate > 0}
        self._come, self._rates = list(rates), list(rates.values())
        self._rate = sum(self._rates)
        for of in rates:
            self._line(True, of)
        self._likely_free = self._frees()
        self._rests = [
            (at, desk.rests) for at, desk in enumerate(standing.desks) if any(desk.rests)
        ]
        self._paces = [desk.pace for desk in standing.desks]
        for arrivals in self._arrivals:
            arrivals.append(_END)
        self._first, self._then = (
            [self._seen(desk, priority) for desk in standing.desks] for priority in (True, False)
        )

    def round(self, dice: random.Random) -> list[float]:
        """When each newcomer is called, in minutes from now."""
        toss = dice.random
        here = _Hall(self._arrivals, self._waited, self._minutes, [0] * len(self._arrivals))
        runs = [desk.priority_run for desk in self._standing.desks]
        free = self._free(dice)
        called = [_NEXT_PEOPLE] * len(self._asked)
        left = len(called)
        comes = dice.expovariate(self._rate) if self._rate else _END
        rests = {spot: each for spot, likely in self._rests if (each := _either(likely, dice))}
        slow = self._standing.again * dice.lognormvariate(0.0, self._standing.unsure)
        while free and left:
            now, spot = free[0]
            if spot in rests and now >= rests[spot][0]:
                heapq.heapreplace(free, (now + rests.pop(spot)[1], spot))
                continue
            while comes <= now:
                self._join(here, dice.choices(self._come, self._rates)[0])
                comes += dice.expovariate(self._rate)
            line, run = self._choose(here, spot, runs[spot], now)
            if line < 0:
                heapq.heappop(free)
                continue
            head = here.heads[line]
            here.heads[line] = head + 1
            place = self._asked.get((line, head), -1)
            if place >= 0:
                left -= 1
                called[place] = now or self._at_once(dice)
                continue
            runs[spot] = run
            likely = here.minutes[line][head]
            spent = slow * self._paces[spot] * likely[int(toss() * len(likely))]
            heapq.heapreplace(free, (now + spent, spot))
        return called

    def _choose(self, here: "_Hall", spot: int, run: int, now: float) -> tuple[int, int]:
        """The line whose first a desk calls, and how many priority people it then has called in
        a row; -1 where nobody stands in any of its lines."""
        arrivals, heads = here.arrivals, here.heads
        one = other = _END
        line = behind = -1
        for each in self._first[spot]:
            at = arrivals[each][heads[each]]
            if at < one:
                one, line = at, each
        for each in self._then[spot]:
            at = arrivals[each][heads[each]]
            if at < other:
                other, behind = at, each
        if line < 0 or behind < 0:
            return max(line, behind), 0
        long = other < one and here.waited[behind][heads[behind]] + now >= self._standing.guard
        if long or run >= self._standing.ratio:
            return behind, 0
        return line, run + 1

    def _join(self, here: "_Hall", of: str) -> None:
        """Somebody with priority comes, after all others."""
        if here.last == 0:
            here.arrivals, here.waited, here.minutes = (
                _own(here.arrivals),
                _own(here.waited),
                _own(here.minutes),
            )
            here.last = self._last
        here.last += 1
        line = self._known[True, of]
        here.arrivals[line][-1:] = (here.last, _END)
        here.waited[line].append(0.0)
        here.minutes[line].append(self._cycles(of).minutes)

    def _add(self, one: Person) -> int:
        line = self._line(one.priority, one.field if one.only_at is None else one.only_at)
        self._arrivals[line].append(one.arrival)
        self._waited[line].append(one.waited)
        self._minutes[line].append(self._cycles(one.field).minutes)
        return line

    def _line(self, priority: bool, where: str | int) -> int:
        line = self._known.setdefault((priority, where), len(self._arrivals))
        if line == len(self._arrivals):
            for each in (self._arrivals, self._waited, self._minutes):
                each.append([])
        return line

    def _seen(self, desk: Desk, priority: bool) -> tuple[int, ...]:
        places: tuple[str | int, ...] = (*sorted(desk.fields), desk.number)
        found = (self._known.get((priority, where)) for where in places)
        return tuple(line for line in found if line is not None)

    def _frees(self) -> list[tuple[int, tuple[float | None, ...]]]:
        """For each desk the equally likely minutes in which it is free for the first time."""
        frees: list[tuple[int, tuple[float | None, ...]]] = []
        for spot, desk in enumerate(self._standing.desks):
            if desk.at_work is None:
                frees.append((spot, desk.comes or (0.0,)))
                continue
            served, elapsed = desk.at_work
            rests = self._cycles(served).rests(elapsed / desk.pace)
            frees.append((spot, tuple(desk.pace * rest for rest in rests)))
        return frees

    def _free(self, dice: random.Random) -> list[tuple[float, int]]:
        toss = dice.random
        drawn = [(likely[int(toss() * len(likely))], spot) for spot, likely in self._likely_free]
        free = [(minutes, spot) for minutes, spot in drawn if minutes is not None]
        heapq.heapify(free)
        return free

    def _at_once(self, dice: random.Random) -> float:
        likely = self._standing.reaction
        return likely.minutes[int(dice.random() * len(likely.minutes))] if likely else 0.0

    def _cycles(self, of: str) -> Cycles:
        return self._standing.cycles.get(of) or next(iter(self._standing.cycles.values()))


T = TypeVar("T")


def _either(likely: Sequence[T | None], dice: random.Random) -> T | None:
    return likely[int(dice.random() * len(likely))]


def _own(lines: list[list[T]]) -> list[list[T]]:
    return [line.copy() for line in lines]
