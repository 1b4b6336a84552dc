"""Who comes to the invented office on a day, with all that chance decides about them."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.clock import at_office
from kiosk.simulation.profile import FieldLife, Profile

_HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who comes. Times in minutes; a visit's length is that of a usual officer.

    ``walks``: from the call until they stand at the counter. ``returns_after``: a missed call,
    None when they do not come back. ``away``: they leave for a while when half served.
    ``passes_to``: they have something to do in another field too, for ``more`` minutes.
    """

    at: datetime
    field: str
    group: str | None
    minutes: float
    walks: float
    shows: bool = True
    returns_after: float | None = None
    away: float | None = None
    passes_to: str = ""
    more: float = 0.0


def visitors_of(
    profile: Profile, groups: Sequence[str], day: date, dice: random.Random
) -> Iterator[Visitor]:
    """The day's visitors, in the order in which they come."""
    many = profile.a_day * spread(dice, profile.day_spread)
    weights = [
        [weight * spread(dice, profile.half_hour_spread) for weight in session]
        for session in profile.half_hours
    ]
    usual = sum(map(sum, profile.half_hours))
    moments: list[datetime] = []
    for (opens, closes), session in zip(profile.sessions, weights, strict=True):
        start, end = moment(day, opens), moment(day, closes)
        for place, weight in enumerate(session):
            begins = start + place * _HALF_HOUR
            length = min(end - begins, _HALF_HOUR)
            expected = many * weight / usual
            moments += [begins + length * dice.random() for _ in range(_poisson(dice, expected))]
    for at in sorted(moments):
        yield _visitor(profile, groups, at.replace(microsecond=0), dice)


def moment(day: date, wall: str) -> datetime:
    """A wall-clock time such as ``07:30`` on a day."""
    hour, minute = wall.split(":")
    return at_office(day, int(hour), int(minute))


def spread(dice: random.Random, sigma: float) -> float:
    """A factor about 1."""
    return dice.lognormvariate(-sigma * sigma / 2, sigma) if sigma else 1.0


def _poisson(dice: random.Random, expected: float) -> int:
    count, at = 0, dice.expovariate(1.0)
    while at < expected:
        count += 1
        at += dice.expovariate(1.0)
    return count


def _visitor(profile: Profile, groups: Sequence[str], at: datetime, dice: random.Random) -> Visitor:
    field = dice.choices(profile.fields, [one.share for one in profile.fields])[0]
    by_prefix = {one.prefix: one for one in profile.fields}
    group = dice.choice(groups) if dice.random() < profile.priority_share else None
    shows = dice.random() >= profile.no_show_share
    returns = dice.uniform(1, 14) if dice.random() < profile.return_share else None
    away = dice.uniform(3, 12) if dice.random() < profile.hold_share else None
    passes = bool(field.passes_to) and dice.random() < profile.pass_share
    minutes, more = _minutes(field, dice), 0.0
    if passes:
        more = _minutes(by_prefix[field.passes_to], dice) * 0.6
    return Visitor(
        at,
        field.prefix,
        group,
        minutes,
        dice.uniform(0.25, 1.1),
        shows,
        None if shows else returns,
        away,
        field.passes_to if passes else "",
        more,
    )


def _minutes(field: FieldLife, dice: random.Random) -> float:
    if field.shape == "gamma":
        shape = 1 / field.spread**2
        taken = dice.gammavariate(shape, field.minutes / shape)
    else:
        taken = dice.lognormvariate(math.log(field.minutes) - field.spread**2 / 2, field.spread)
    return max(0.5, taken)
