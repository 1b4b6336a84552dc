"""Which ticket comes next: a pure rule, with its reason."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Head:
    """The first waiting ticket of a class, as far as the choice needs to know it."""

    ticket_id: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """The ticket to call, why, and how many priority tickets then were called in a row."""

    ticket_id: str
    reason: str
    priority_run: int


def choose(
    priority: Head | None, ordinary: Head | None, *, priority_run: int, ratio: int, now: datetime
) -> Choice | None:
    """The next ticket of a counter, or None when nobody waits for it.

    A priority ticket goes first, but when ``ratio`` of them were called in a row here while
    ordinary people wait, one ordinary ticket follows: nobody waits for ever. No law gives an
    exact order at the counter (Nghị định 63/2010/NĐ-CP Điều 18 khoản 8 only asks to support
    these groups); the ratio is the office's rule.
    """
    if priority is not None and (ordinary is None or priority_run < ratio):
        run = priority_run + 1 if ordinary is not None else 0
        return Choice(priority.ticket_id, f"ưu tiên, {_waited(priority, now)}", run)
    if ordinary is not None:
        if priority is not None:
            reason = f"xen kẽ sau {priority_run} số ưu tiên, {_waited(ordinary, now)}"
        else:
            reason = f"theo thứ tự, {_waited(ordinary, now)}"
        return Choice(ordinary.ticket_id, reason, 0)
    return None


def _waited(head: Head, now: datetime) -> str:
    minutes = max(now - head.issued_at, timedelta()) // timedelta(minutes=1)
    return f"chờ {minutes} phút"
