"""A counter of the invented office as its officer lives it, and those who come to it."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.simulation.people import Visitor


@dataclass(slots=True)
class Guest:
    """A visitor with a number: what is left of their business."""

    visitor: Visitor
    ticket_id: str
    label: str
    left: float
    here: bool = True
    passed: bool = False
    was_away: bool = False


@dataclass(slots=True)
class Desk:
    """A counter under way. ``slow``: its officer's slowness; ``back``: held people who came back."""

    number: int
    fields: frozenset[str]
    slow: float
    sitting: bool = False
    idle: bool = False
    ends: datetime | None = None
    guest: Guest | None = None
    rests: list[datetime] = field(default_factory=list)
    back: deque[str] = field(default_factory=deque)
    sat_since: datetime | None = None
    called_at: datetime | None = None
    sat: timedelta = timedelta()
    busy: timedelta = timedelta()

    def free(self, now: datetime) -> None:
        """Nobody stands here any more."""
        if self.called_at is not None:
            self.busy += now - self.called_at
        self.called_at, self.guest = None, None

    def stand_up(self, now: datetime) -> None:
        """The officer goes."""
        if self.sat_since is not None:
            self.sat += now - self.sat_since
        self.sitting, self.idle, self.sat_since = False, False, None
