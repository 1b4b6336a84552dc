"""How good the promises were: what was foreseen when a number was taken, and when it was called.

Beside two rules that need no past: the one of ZMS (a constant mean times the people ahead, by the
open counters) and people ahead times the mean. Both get the mean of the very period judged, which
a real office would not have known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from sqlalchemy import and_, bindparam, select

from kiosk.office.reading import office_now
from kiosk.storage.schema import ticket, ticket_call, ticket_leg
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class Promise:
    """What one number was told, and how long it waited. All times in minutes."""

    low: float
    median: float
    high: float
    waited: float
    ahead: int
    counters: int


@dataclass(frozen=True, slots=True)
class Rule:
    """How far a rule was from the truth: median of the absolute errors, and mean of the errors.

    ``bias`` is positive where the rule promised more than came. In minutes.
    """

    error: float
    bias: float


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The promises of a period; ``covered``: the share that was called within the range told."""

    promises: int
    covered: float
    ours: Rule
    zms: Rule
    ahead: Rule
    mean_visit: float

    @property
    def better(self) -> float:
        """How much smaller our error is than that of ZMS's rule, as a share of it."""
        return 1 - self.ours.error / self.zms.error if self.zms.error else 0.0


def accuracy(unit: ReadUnit, since: date, until: date) -> Accuracy | None:
    """The accuracy over a period, both days included; None where nothing was promised."""
    days = {"here": office_now(unit).id, "since": since, "until": until}
    promises = [
        Promise(
            row.told_low / 60,
            row.told_median / 60,
            row.told_high / 60,
            max(0.0, (row.at - row.issued_at).total_seconds() / 60),
            row.ahead,
            row.counters_open,
        )
        for row in unit.rows(_PROMISES, **days)
    ]
    visits = [
        (row.ended_at - row.called_at).total_seconds() / 60 for row in unit.rows(_VISITS, **days)
    ]
    return accuracy_of(promises, visits)


def accuracy_of(promises: Sequence[Promise], visits: Sequence[float]) -> Accuracy | None:
    """The accuracy of promises where visits took so many minutes each; None without any."""
    if not promises:
        return None
    mean = fmean(visits) if visits else 0.0
    return Accuracy(
        len(promises),
        fmean(one.low <= one.waited <= one.high for one in promises),
        _rule((one.median - one.waited) for one in promises),
        _rule(mean * one.ahead / max(1, one.counters) - one.waited for one in promises),
        _rule(mean * one.ahead - one.waited for one in promises),
        mean,
    )


def _rule(errors: Iterable[float]) -> Rule:
    each = list(errors)
    return Rule(median(map(abs, each)), fmean(each))


_PERIOD = (
    ticket.c.office_id == bindparam("here"),
    ticket.c.day >= bindparam("since"),
    ticket.c.day <= bindparam("until"),
)
_PROMISES = (
    select(
        ticket.c.told_low,
        ticket.c.told_median,
        ticket.c.told_high,
        ticket.c.ahead,
        ticket.c.counters_open,
        ticket.c.issued_at,
        ticket_call.c.at,
    )
    .join(ticket_call, and_(ticket_call.c.ticket_id == ticket.c.id, ticket_call.c.turn == 1))
    .where(*_PERIOD, ticket.c.told_median.is_not(None), ticket_call.c.day == ticket.c.day)
)
_VISITS = select(ticket_leg.c.called_at, ticket_leg.c.ended_at).where(
    ticket_leg.c.office_id == bindparam("here"),
    ticket_leg.c.day >= bindparam("since"),
    ticket_leg.c.day <= bindparam("until"),
    ticket_leg.c.how.in_(("done", "passed")),
    ticket_leg.c.ended_at >= ticket_leg.c.called_at,
)
