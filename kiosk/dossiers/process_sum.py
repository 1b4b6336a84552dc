"""How long the steps of an internal process take together, beside the procedure's limits: pure.

A day counts eight working hours, a calendar day like a working day: the sum says whether a process
can hold, not on which day it ends. A month is counted for the process: as 20 working days in a
step, as 23 in a limit, so that only what is certainly longer is told to be.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.catalogue.limits import LimitUnit, TimeLimit, limit_in_words
from kiosk.catalogue.procedure import Procedure

DAY_HOURS = 8
_LEAST_MONTH, _LONGEST_MONTH = 20, 23


@dataclass(frozen=True, slots=True)
class ProcessSum:
    """``words``: how long the steps take, empty where there is none; ``limits``: in which the
    procedure is to be done, each once. ``longer``: the steps take longer than the longest limit,
    ``longer_than_some``: than one of them."""

    words: str
    limits: tuple[str, ...]
    longer: bool
    longer_than_some: bool


def limits_of(found: Procedure) -> tuple[TimeLimit, ...]:
    """The limits of a procedure, each once: by its ways of handing in and by its cases."""
    said = [channel.limit for channel in found.channels] + [case.limit for case in found.cases]
    return tuple(dict.fromkeys(limit for limit in said if limit is not None))


def process_sum(steps: Iterable[TimeLimit], limits: Iterable[TimeLimit]) -> ProcessSum:
    """The steps' limits together, beside those of the procedure."""
    asked, allowed = tuple(steps), tuple(limits)
    total = sum(_hours(limit, _LEAST_MONTH) for limit in asked)
    passes = [total > _hours(limit, _LONGEST_MONTH) for limit in allowed]
    return ProcessSum(
        _words(asked),
        tuple(limit_in_words(limit) for limit in allowed),
        bool(passes) and all(passes),
        any(passes),
    )


def _hours(limit: TimeLimit, month: int) -> int:
    if limit.unit is LimitUnit.HOUR:
        return limit.amount
    days = limit.amount * month if limit.unit is LimitUnit.MONTH else max(limit.amount, 1)
    return days * DAY_HOURS


def _words(asked: tuple[TimeLimit, ...]) -> str:
    months = sum(limit.amount for limit in asked if limit.unit is LimitUnit.MONTH)
    short = (limit for limit in asked if limit.unit is not LimitUnit.MONTH)
    days, rest = divmod(sum(_hours(limit, 0) for limit in short), DAY_HOURS)
    parts = (
        f"{months} tháng" if months else "",
        f"{days} ngày làm việc" if days else "",
        f"{rest} giờ làm việc" if rest else "",
    )
    return " ".join(part for part in parts if part)
