"""What an invented office is like: who comes when, how long they take, who serves them."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.office.plan import (
    CounterPlan,
    FieldPlan,
    OfficePlan,
    PersonPlan,
    Plan,
    RulesPlan,
    SessionPlan,
    with_usual_priority_groups,
)
from kiosk.paths import RESOURCES
from kiosk.refusal import Refused
from kiosk.toml_file import UnreadableTomlError, WrongTomlError, read_toml, shaped

PROFILES = ("ward", "centre", "rush")
PIN = "246800"
"""Everybody's; the people are invented and the store is thrown away."""

Share = Annotated[float, Meta(ge=0, le=1)]
Minutes = Annotated[float, Meta(ge=0)]
_WORKING_DAYS = range(1, 6)


class FieldLife(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[fields]]``: how large a share of the people it has, and how long they are served.

    ``spread``: the sigma of a lognormal shape, or one over the root of a gamma's.
    """

    prefix: str
    name: str
    share: Annotated[float, Meta(gt=0)]
    minutes: Annotated[float, Meta(gt=0)]
    shape: Annotated[str, Meta(pattern=r"^(lognormal|gamma)\Z")] = "lognormal"
    spread: Annotated[float, Meta(gt=0, le=2)] = 0.5
    passes_to: str = ""


class CounterLife(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[counters]]``: the fields it serves, when in the day, and when its officer rests."""

    fields: tuple[str, ...]
    sessions: tuple[int, ...] = (0, 1)
    rests_at: tuple[str, ...] = ()
    rest_minutes: Minutes = 10


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of ``resources/simulation``.

    ``half_hours``: how many come in each half hour of opening, in proportion. Spreads are sigmas
    of lognormal factors: of a day's people, of a half hour's, of an officer's and a day's slowness.
    """

    a_day: Annotated[int, Meta(ge=1, le=5000)]
    sessions: tuple[tuple[str, str], ...]
    half_hours: tuple[tuple[float, ...], ...]
    fields: tuple[FieldLife, ...]
    counters: tuple[CounterLife, ...]
    day_spread: Minutes = 0.1
    half_hour_spread: Minutes = 0.15
    officer_spread: Minutes = 0.12
    pace_spread: Minutes = 0.1
    priority_share: Share = 0.1
    no_show_share: Share = 0.04
    return_share: Share = 0.5
    hold_share: Share = 0.02
    pass_share: Share = 0.04
    sits_late_minutes: Minutes = 4
    stays_minutes: Minutes = 45


def read_profile(name: str) -> Profile:
    """The profile of that name. Raises :class:`Refused` ``simulation.profile`` when damaged."""
    file = folder() / f"{name}.toml"
    try:
        return shaped(read_toml(file), Profile)
    except (OSError, UnreadableTomlError, WrongTomlError) as error:
        raise Refused("simulation.profile", file=str(file), why=str(error)) from error


def folder() -> Path:
    """Where the profiles lie."""
    return RESOURCES / "simulation"


def with_counters(profile: Profile, many: int) -> Profile:
    """The office with so many counters: the first ones of the profile, then such as serve all.

    A field that none of them would serve is given to one of them.
    """
    everything = CounterLife(
        fields=tuple(one.prefix for one in profile.fields),
        sessions=tuple(range(len(profile.sessions))),
    )
    kept = [*profile.counters, *[everything] * many][:many]
    served = {prefix for counter in kept for prefix in counter.fields}
    for place, field in enumerate(one for one in profile.fields if one.prefix not in served):
        at = place % many
        kept[at] = msgspec.structs.replace(kept[at], fields=(*kept[at].fields, field.prefix))
    return msgspec.structs.replace(profile, counters=tuple(kept))


def plan_of(profile: Profile) -> Plan:
    """The office as it is founded: its fields, counters and one officer for each counter."""
    plan = Plan(
        sample=True,
        office=OfficePlan(
            name="Văn phòng mô phỏng",
            parent="Ủy ban nhân dân phường An Bình",
            place="An Bình",
            unit_code="H99.12.08",
        ),
        sessions=tuple(
            SessionPlan(weekday=weekday, opens=opens, closes=closes)
            for weekday in _WORKING_DAYS
            for opens, closes in profile.sessions
        ),
        rules=RulesPlan(),
        fields=tuple(FieldPlan(prefix=one.prefix, name=one.name) for one in profile.fields),
        counters=tuple(
            CounterPlan(number=number, name=f"Quầy {number}", fields=one.fields)
            for number, one in enumerate(profile.counters, 1)
        ),
        people=tuple(
            PersonPlan(
                code=officer_of(number),
                name=f"Cán bộ mô phỏng {number}",
                title="Công chức",
                counter=number,
            )
            for number in range(1, len(profile.counters) + 1)
        ),
    )
    return with_usual_priority_groups(plan)


def officer_of(number: int) -> str:
    """The code of who sits at a counter."""
    return f"CV{number:02d}"
