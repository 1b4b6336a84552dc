"""What a ticket on paper says: the values alone, as they are owed to the printer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """One 80 mm ticket.

    ``label`` is the number as people read it (``HT-022``), ``counters`` the names of the counters
    that may call it, ``wait_minutes`` a range or nothing where no honest estimate exists.
    ``priority`` is only ever printed as a word: the reason stays off the paper.
    """

    ticket_id: str
    label: str
    field_name: str
    counters: tuple[str, ...]
    priority: bool
    people_ahead: int
    taken_at: Moment
    office_parent: str
    office_name: str
    motto: str
    hotline: str
    valid_note: str
    sample: bool
    wait_minutes: tuple[int, int] | None = None
