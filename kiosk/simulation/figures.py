"""The figures of a simulation, counted from the store as any office's would be."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import and_, bindparam, func, select

from kiosk.clock import local
from kiosk.queue.accuracy import Accuracy, accuracy
from kiosk.storage.schema import ticket, ticket_call
from kiosk.storage.store import Store

ORDINARY, PRIORITY = "ordinary", "priority"


@dataclass(frozen=True, slots=True)
class Waits:
    """Minutes from taking a number to its first call."""

    people: int
    p50: float
    p90: float
    longest: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of a simulation.

    ``half_hours``: waits of those who came in each half hour (``09:00``); ``idle``: the share of
    time that officers sat with nobody before them; ``acts``: how often anybody did something, and
    every rule was looked at after it; ``faults``: how often each happened.
    """

    days: int
    counters: int
    taken: int
    served: int
    no_shows: int
    expired: int
    refused: int
    waits: dict[str, Waits]
    half_hours: dict[str, Waits]
    idle: float
    accuracy: Accuracy | None
    acts: int
    faults: dict[str, int] = field(default_factory=dict)

    @property
    def worst(self) -> str:
        """The half hour in which one person of ten waits longest; empty where nobody came."""
        return max(self.half_hours, key=lambda at: self.half_hours[at].p90, default="")


@dataclass(frozen=True, slots=True)
class Lived:
    """What the store does not tell: time sat and time busy, people sent away, acts, faults."""

    sat: timedelta
    busy: timedelta
    refused: int
    acts: int
    faults: dict[str, int]


def figures_of(store: Store, days: Sequence[date], counters: int, lived: Lived) -> Figures:
    """Count the figures of these days."""
    with store.read() as unit:
        period = {"since": days[0], "until": days[-1]}
        states = {row.state: row.many for row in unit.rows(_STATES, **period)}
        rows = unit.rows(_WAITED, **period)
        judged = accuracy(unit, days[0], days[-1])
    by_class: dict[str, list[float]] = defaultdict(list)
    by_half_hour: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        minutes = max(0.0, (row.at - row.issued_at).total_seconds() / 60)
        by_class[PRIORITY if row.rank else ORDINARY].append(minutes)
        here = local(row.issued_at)
        by_half_hour[f"{here.hour:02d}:{here.minute // 30 * 30:02d}"].append(minutes)
    return Figures(
        days=len(days),
        counters=counters,
        taken=sum(states.values()),
        served=states.get("done", 0),
        no_shows=states.get("no_show", 0),
        expired=states.get("expired", 0),
        refused=lived.refused,
        waits={kind: waits_of(by_class[kind]) for kind in (ORDINARY, PRIORITY) if by_class[kind]},
        half_hours={at: waits_of(by_half_hour[at]) for at in sorted(by_half_hour)},
        idle=1 - lived.busy / lived.sat if lived.sat else 0.0,
        accuracy=judged,
        acts=lived.acts,
        faults=lived.faults,
    )


def waits_of(minutes: Sequence[float]) -> Waits:
    """The spread of some waits, at least one.

    >>> waits_of([4.0, 1.0, 2.0])
    Waits(people=3, p50=2.0, p90=4.0, longest=4.0)
    """
    ordered = sorted(minutes)
    last = len(ordered) - 1
    return Waits(
        len(ordered), ordered[round(last * 0.5)], ordered[round(last * 0.9)], ordered[last]
    )


_PERIOD = (ticket.c.day >= bindparam("since"), ticket.c.day <= bindparam("until"))
_STATES = (
    select(ticket.c.state, func.count().label("many")).where(*_PERIOD).group_by(ticket.c.state)
)
_WAITED = (
    select(ticket.c.issued_at, ticket.c.rank, ticket_call.c.at)
    .join(ticket_call, and_(ticket_call.c.ticket_id == ticket.c.id, ticket_call.c.turn == 1))
    .where(*_PERIOD, ticket_call.c.day == ticket.c.day)
)
