"""What an act of a dossier's life needs to know before it is asked for, and what was entered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kiosk.dossiers.reading import DossierView
    from kiosk.office.calendar import WorkingCalendar
    from kiosk.office.legal import ProfileRules


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dossier that lies at the counter; ``fresh``: it came today."""

    code: str
    applicant: str
    procedure: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A department on the office's list, and how its head signs."""

    name: str
    head_title: str
    head_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How things stand before an act. ``view`` is None for a batch begun at the main page.

    ``papers`` are those that may be missing, the dossier's own first; ``last_to_ask`` the last day
    of asking for them, ``asked`` how often that was done, before the reception too; ``kept`` are
    those that the office has, and may have lost; ``copies`` how many of each kind of paper are
    printed; ``bodies`` are the departments, those that answer for the dossier's field first.
    """

    view: "DossierView | None"
    rules: "ProfileRules"
    today: "date"
    calendar: "WorkingCalendar"
    manager: bool
    last_to_ask: "date | None" = None
    asked: int = 0
    papers: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    copies: Mapping[str, int] = field(default_factory=dict)
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A paper that is missing or wrong: how many of each kind, and what is wrong."""

    name: str
    originals: int = 1
    certified: int = 0
    copies: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """What the officer entered; what an act does not ask for stays empty."""

    papers: tuple[Missing, ...] = ()
    codes: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    remedy: str = ""
    day: str = ""
    agency: str = ""
    signer_title: str = ""
    signer_name: str = ""
    reason: str = ""
    exception: str = ""
