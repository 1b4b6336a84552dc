"""Which ticket comes next: a pure rule, with its reason."""

from dataclasses import dataclass
from datetime import datetime, timedelta

DEFAULT_GUARD = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class Head:
    """The first waiting ticket of a class, as far as the choice needs to know it.

    ``arrival`` is its place among all of the day, ``since`` when it last came to wait, ``taken``
    when the number was given, where that was earlier.
    """

    ticket_id: str
    arrival: int
    since: datetime
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The ticket to call, why, and how many priority tickets then were called in a row."""

    ticket_id: str
    reason: str
    priority_run: int


def choose(
    priority: Head | None,
    ordinary: Head | None,
    *,
    priority_run: int,
    ratio: int,
    now: datetime,
    guard: timedelta = DEFAULT_GUARD,
) -> Choice | None:
    """The next ticket of a counter, or None when nobody waits for it.

    A priority ticket goes first, but when ``ratio`` of them were called in a row here while
    ordinary people wait, one ordinary ticket follows; and once the first ordinary person has been
    here for ``guard``, no priority person who came later goes before them: whoever stands behind
    them came later still, so the promise holds for all. So nobody waits for ever. No law
    gives an exact order at the counter (Nghị định 63/2010/NĐ-CP Điều 18 khoản 8 only asks to
    support these groups); ratio and guard are the office's rules.
    """
    if priority is None or ordinary is None:
        if priority is not None:
            return Choice(priority.ticket_id, f"ưu tiên, {_waited(priority, now)}", 0)
        if ordinary is not None:
            return Choice(ordinary.ticket_id, f"theo thứ tự, {_waited(ordinary, now)}", 0)
        return None
    here_since = ordinary.since if ordinary.taken is None else ordinary.taken
    if ordinary.arrival < priority.arrival and now - here_since >= guard:
        minutes = guard // timedelta(minutes=1)
        reason = f"đã quá mức chờ {minutes} phút, {_waited(ordinary, now)}"
        return Choice(ordinary.ticket_id, reason, 0)
    if priority_run < ratio:
        return Choice(priority.ticket_id, f"ưu tiên, {_waited(priority, now)}", priority_run + 1)
    reason = f"xen kẽ sau {priority_run} số ưu tiên, {_waited(ordinary, now)}"
    return Choice(ordinary.ticket_id, reason, 0)


def _waited(head: Head, now: datetime) -> str:
    minutes = max(now - head.since, timedelta()) // timedelta(minutes=1)
    return f"chờ {minutes} phút"
