"""What the store's rules say of a form that is still being filled in, as frozen values."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.refusal import Refused
from kiosk.ui.counter.receive import said
from kiosk.ui.words import clock_time

if TYPE_CHECKING:
    from kiosk.dossiers.deadlines import CountedDay
    from kiosk.dossiers.slips import AppointmentSlip

Problem = dict[str, object]
"""``where``, ``code`` and the details of its sentence, as ``dossier.unfit`` tells them."""


@dataclass(frozen=True, slots=True)
class TermsSeen:
    """The terms the dossier would be taken in on now. ``source``: officer, channel or case;
    ``needs_slip`` is false where the result is given at once."""

    limit_text: str
    source: str
    due_at: "datetime"
    reason: str
    days: "tuple[CountedDay, ...]"
    needs_slip: bool = True


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that can be told of a form.

    ``refused`` is why there are no terms yet; ``slip`` the slip as it would be printed, without
    what is still wrong; ``forwarded_today`` whether it would still be passed on today.
    """

    problems: tuple[Problem, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    terms: TermsSeen | None = None
    refused: Refused | None = None
    slip: "AppointmentSlip | None" = None
    forwarded_today: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A procedure found, with the ranges of its name to mark."""

    code: str
    name: str
    field: str
    marks: tuple[tuple[int, int], ...] = ()


def after(refusal: Refused, outlook: Outlook) -> Outlook | None:
    """What a refused F9 tells of the form; None where it is about something else."""
    problems = refusal.details.get("problems")
    if refusal.code == "dossier.unfit" and isinstance(problems, list):
        return replace(outlook, problems=tuple(problems))
    if refusal.code.startswith("due.") or refusal.code in _OF_TERMS:
        return replace(outlook, refused=refusal, terms=None, slip=None)
    return None


def twin_said(refusal: Refused) -> str | None:
    """Which dossier there is already, where that is why another one was refused."""
    told = refusal.details
    if refusal.code == "dossier.just_received":
        at = told["at"]
        assert isinstance(at, datetime)
        return said.TWIN_IN_VISIT.format(code=told["dossier"], time=clock_time(at))
    if refusal.code == "dossier.record_known":
        return said.TWIN_OF_RECORD.format(code=told["dossier"], foreign=told["foreign"])
    return None


_OF_TERMS = ("dossier.limit_needed", "dossier.case_needed", "case.unknown")
