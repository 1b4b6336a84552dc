"""A whole simulation: an office, its days, and what came of them."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.office.model import Office
from kiosk.simulation.day import Day, DayPlan
from kiosk.simulation.desks import Desk
from kiosk.simulation.figures import Figures, Lived, figures_of
from kiosk.simulation.hands import Hands
from kiosk.simulation.people import spread, visitors_of
from kiosk.simulation.premises import FIRST_DAY, Premises, premises
from kiosk.simulation.profile import Profile
from kiosk.simulation.watch import Watch


@dataclass(frozen=True, slots=True)
class Wish:
    """What to simulate: so many working days of an office, with or without faults."""

    profile: Profile
    days: int
    seed: int
    faults: bool = False


def simulate(wish: Wish, told: Callable[[int], None] | None = None) -> Figures:
    """Live the days through and look at every rule after everything that happens.

    The same wish gives the same figures. ``told`` hears of each day that is over.

    Raises :class:`Refused` ``simulation.rule_broken``.
    """
    with premises(wish.profile) as place:
        watch = Watch(place.store)
        try:
            return _lived(wish, place, watch, told)
        finally:
            watch.close()


def _lived(
    wish: Wish, place: Premises, watch: Watch, told: Callable[[int], None] | None
) -> Figures:
    hands = _hands(wish, place, watch)
    nature = _dice(wish.seed, "office")
    desks = [
        Desk(number, frozenset(one.fields), spread(nature, wish.profile.officer_spread))
        for number, one in enumerate(wish.profile.counters, 1)
    ]
    groups = [one.code for one in watch.office.priority_groups]
    days = working_days(watch.office, wish.days)
    refused = 0
    for nth, day in enumerate(days, 1):
        dice = _dice(wish.seed, f"people {day}")
        pace = spread(dice, wish.profile.pace_spread)
        people = tuple(visitors_of(wish.profile, groups, day, dice))
        for desk in desks:
            desk.back.clear()
        at_work = Day(
            wish.profile, desks, hands, DayPlan(day, people, pace), _dice(wish.seed, f"day {day}")
        )
        hands.begin(day, at_work.rouse)
        at_work.run()
        hands.over()
        watch.forget(day)
        refused += at_work.refused
        if told is not None:
            told(nth)
    lived = Lived(
        sum((desk.sat for desk in desks), timedelta()),
        sum((desk.busy for desk in desks), timedelta()),
        refused,
        hands.done,
        hands.faults,
    )
    return figures_of(place.store, days, len(desks), lived)


def _hands(wish: Wish, place: Premises, watch: Watch) -> Hands:
    if not wish.faults:
        return Hands(place, watch, wish.seed)
    from kiosk.simulation.faults import ClumsyHands

    return ClumsyHands(place, watch, wish.seed)


def working_days(office: Office, many: int) -> list[date]:
    """The first ``many`` days on which the office is open."""
    days: list[date] = []
    day = FIRST_DAY
    while len(days) < many:
        if office.calendar.public_sessions(day):
            days.append(day)
        day += timedelta(days=1)
    return days


def _dice(seed: int, what: str) -> random.Random:
    return random.Random(f"{what} {seed}")  # noqa: S311 - invented people, no secret
