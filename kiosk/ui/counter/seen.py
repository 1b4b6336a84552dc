"""What the counter last saw of the store, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kiosk.dossiers.fees import FeeStanding
    from kiosk.dossiers.pressing import Pressure
    from kiosk.dossiers.reading import DossierLine, DossierView
    from kiosk.dossiers.telling import TellStanding
    from kiosk.office.directory import Person
    from kiosk.office.legal import ProfileRules
    from kiosk.office.model import Pause
    from kiosk.office.staff_calls import StaffCall
    from kiosk.queue.model import Ticket
    from kiosk.queue.views import CounterQueue
    from kiosk.storage.print_jobs import PrintJob
    from kiosk.ui.counter.print_jobs_props import PaperSeen

MOST_LINES = 500
UPCOMING = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at the store.

    ``sitting`` is the code of who sits at the counter, ``since`` when; ``back`` the ticket that was last reported
    absent here and may be called again; ``counters`` all counters (number, name); ``unprinted`` what this station failed to
    print, ``papers`` all that it owed since this morning; ``calls``: kiosks that need somebody;
    ``to_call``: how many citizens are to be told what became of their dossier; ``demands``: what
    presses of the ``lines``, by their ids; ``missed``: whoever was called in vain and may come back;
    ``kept``: what waits for this counter alone; ``pause``: the whole office pauses.
    """

    office: str
    counter: str
    fields: tuple[str, ...]
    people: "tuple[Person, ...]"
    sitting: str | None
    queue: "CounterQueue"
    back: "Ticket | None"
    recall_limit: int
    lines: "tuple[DossierLine, ...]"
    returned: "tuple[DossierLine, ...]"
    unprinted: "tuple[PrintJob, ...]"
    sample: bool = False
    counters: tuple[tuple[int, str], ...] = ()
    station: str = ""
    papers: "tuple[PaperSeen, ...]" = ()
    calls: "tuple[StaffCall, ...]" = ()
    since: "datetime | None" = None
    to_call: int = 0
    missed: "tuple[Ticket, ...]" = ()
    kept: "tuple[Ticket, ...]" = ()
    pause: "Pause | None" = None
    demands: "Mapping[str, tuple[Pressure, ...]]" = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LifeSeen:
    """What the decree lets be done with a dossier, on which day that was asked, and how often
    papers were asked for already, before the reception too; ``last_to_ask`` is the last day of it."""

    rules: "ProfileRules"
    today: "date"
    asked: int
    last_to_ask: "date | None" = None


@dataclass(frozen=True, slots=True)
class FeesSeen:
    """How a dossier's fees stand, and the receipt of the last sum that came in."""

    standing: "FeeStanding"
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class DossierSeen:
    """A dossier, and the share (0 to 1) of its time that has gone by; None without a due date.

    ``scanned``: each scan in force, by the name of the paper it is and its pages; ``pressures``:
    what presses of it, the most pressing first."""

    view: "DossierView"
    used: float | None
    life: LifeSeen | None = None
    fees: "FeesSeen | None" = None
    telling: "TellStanding | None" = None
    scanned: tuple[tuple[str, int], ...] = ()
    pressures: "tuple[Pressure, ...]" = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought."""

    text: str
    lines: "tuple[DossierLine, ...]"
