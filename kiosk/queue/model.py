"""Tickets as frozen values."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.text import squeeze


class TicketState(StrEnum):
    """Where a ticket stands. From WAITING it can only go forward; NO_SHOW may be called again.

    EXPIRED: the day ended before anybody served it; it stands outside the figures.
    """

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    NO_SHOW = "no_show"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number in the queue (số thứ tự). ``counter`` is the counter's number once called.

    ``put_back_at``: when it last came to wait anew. ``held_by`` and ``only_at`` are numbers of
    counters: who holds it, so that nobody calls it by itself, and for whom alone it waits.
    ``returns``: how often the person came back after a no-show. ``reason``: why it was called last.
    """

    id: str
    label: str
    field: str
    number: int
    state: TicketState
    priority: bool
    counter: int | None
    calls: int
    issued_at: datetime
    called_at: datetime | None
    serving_at: datetime | None
    put_back_at: datetime | None = None
    held_by: int | None = None
    only_at: int | None = None
    arrival: int = 0
    returns: int = 0
    ended_at: datetime | None = None
    reason: str = ""

    @property
    def waits_since(self) -> datetime:
        """When it last came to wait."""
        return self.put_back_at or self.issued_at


def label_of(series: str, number: int) -> str:
    """What is printed, shown and called: ``HT-016``; past 999 the number simply grows."""
    return f"{series}-{number:03d}"


_LABEL = re.compile(r"([A-Z]{1,4})[\s.-]*(\d{1,6})")


def parse_label(text: str) -> tuple[str, int] | None:
    """Series and number of a typed ticket label, or None when it is not one."""
    match = _LABEL.fullmatch(squeeze(text).upper())
    return (match[1], int(match[2])) if match else None
