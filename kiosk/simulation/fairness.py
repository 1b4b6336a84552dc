"""Whether a call was fair: the office's promises said once more, apart from the code that calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.office.model import Rules
from kiosk.queue.model import label_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket as the store holds it; ``since``: when it last came to wait."""

    id: str
    day: str
    series: str
    number: int
    arrival: int
    field: str
    rank: int
    state: str
    counter: int | None
    calls: int
    since: datetime
    reason: str
    revision: int
    held_by: int | None
    only_at: int | None

    @property
    def label(self) -> str:
        """What is printed on the slip."""
        return label_of(self.series, self.number)

    def callable_at(self, counter: int, fields: frozenset[str]) -> bool:
        """Whether a counter may call it as its next one."""
        if self.state != "waiting" or self.held_by is not None:
            return False
        return self.field in fields if self.only_at is None else self.only_at == counter


def wrong_call(
    called: Waiting,
    reason: str,
    others: Iterable[Waiting],
    *,
    counter: int,
    fields: frozenset[str],
    run: int,
    rules: Rules,
    now: datetime,
) -> str:
    """What is wrong with a call, or nothing; ``called`` as it was before, among those who wait.

    ``run``: how many priority tickets the counter has called in a row while ordinary ones waited.
    """
    if reason.startswith("ngoài lượt: "):
        return ""
    if called.state != "waiting":
        return "số vắng mặt tự được gọi"
    if called.held_by is not None:
        return "" if called.held_by == counter else "số tạm giữ tự được gọi"
    if not called.callable_at(counter, fields):
        return "quầy gọi số không phải của mình"
    mine = [one for one in others if one.callable_at(counter, fields)]
    passed = [
        one
        for one in mine
        if (one.rank > 0) == (called.rank > 0)
        and (one.rank, one.arrival) < (called.rank, called.arrival)
    ]
    if passed:
        return f"vượt {passed[0].label} cùng diện"
    ordinary = [one for one in mine if one.rank == 0]
    if called.rank and ordinary:
        guard = timedelta(minutes=rules.wait_guard_minutes)
        first = min(ordinary, key=lambda one: one.since)
        for one in ordinary:
            if one.arrival < called.arrival and now - one.since >= guard:
                return f"{one.label} đã chờ quá mức mà số ưu tiên đến sau được gọi"
        if run >= rules.priority_ratio:
            return f"gọi liền {run + 1} số ưu tiên khi {first.label} đang chờ"
    return ""
