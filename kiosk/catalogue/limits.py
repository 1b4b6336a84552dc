"""The time limit of a procedure: an amount and its unit, written ``5wd``, ``10d``, ``8h``, ``2mo``."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.refusal import Refused


class LimitUnit(StrEnum):
    """What a limit is counted in; hours are working hours."""

    WORKING_DAY = "wd"
    DAY = "d"
    HOUR = "h"
    MONTH = "mo"


_ALLOWED = {
    LimitUnit.WORKING_DAY: range(3651),
    LimitUnit.DAY: range(3651),
    LimitUnit.HOUR: range(1, 3651),
    LimitUnit.MONTH: range(1, 121),
}
_WORDS = {
    LimitUnit.WORKING_DAY: "ngày làm việc",
    LimitUnit.DAY: "ngày",
    LimitUnit.HOUR: "giờ làm việc",
    LimitUnit.MONTH: "tháng",
}


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit set by the procedure; an amount of 0 days means "in the day" (giải quyết ngay).

    Up to 3650 days, 1 to 3650 hours, 1 to 120 months; anything else is refused with
    ``limit.out_of_range``.
    """

    amount: int
    unit: LimitUnit

    def __post_init__(self) -> None:
        if self.amount not in _ALLOWED[self.unit]:
            raise Refused("limit.out_of_range", limit=str(self))

    def __str__(self) -> str:
        return f"{self.amount}{self.unit.value}"

    @property
    def in_the_day(self) -> bool:
        """Whether the result is owed on the very day of reception."""
        return self.amount == 0


def parse_limit(text: str) -> TimeLimit:
    """Read ``5wd``, ``10d``, ``8h``, ``2mo`` or ``0wd``.

    Raises :class:`Refused` ``limit.malformed`` or ``limit.out_of_range``.
    """
    match = re.fullmatch(r"([0-9]{1,6})(wd|d|h|mo)", text.strip())
    if match is None:
        raise Refused("limit.malformed", text=text[:80])
    return TimeLimit(int(match[1]), LimitUnit(match[2]))


def limit_in_words(limit: TimeLimit) -> str:
    """The limit as a slip says it: ``03 ngày làm việc``; numbers below 10 with a leading zero."""
    if limit.in_the_day:
        return "trong ngày"
    return f"{limit.amount:02d} {_WORDS[limit.unit]}"
