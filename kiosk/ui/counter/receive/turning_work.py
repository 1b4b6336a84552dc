"""What a letter instead of a reception asks of the rooms. Imported only in the lanes."""

from datetime import date
from typing import Any

from kiosk.catalogue.reading import procedure as find_procedure
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.asked_before import asked_before
from kiosk.dossiers.checking import checked_person
from kiosk.dossiers.issuing import Addressee, drafted
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.turning_away import (
    AskBeforeReception,
    RefuseReception,
    TurnedAway,
    ask_before_reception,
    refuse_reception,
)
from kiosk.dossiers.wishes import checked_papers, usual_reason
from kiosk.office.directory import find_person
from kiosk.office.legal import FormKind
from kiosk.office.managers import MANAGING_ROLES
from kiosk.office.reading import profile_now
from kiosk.refusal import Refused
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.counter.life_seen import ActEntry
from kiosk.ui.counter.receive.turning_props import SUPPLEMENT, Kind, TurningSeen
from kiosk.ui.counter.receive.work import sound_part

Values = dict[str, Any]


def look(
    unit: ReadUnit, kind: Kind, values: Values, entry: ActEntry, officer: str | None
) -> TurningSeen:
    """The letter as it would be printed now, and what stands against it."""
    application, problems = sound_part(values, unit.day)
    if application is None:
        return TurningSeen(problems=problems)
    form = FormKind(kind)
    try:
        found = find_procedure(unit, application.procedure)
        profile = profile_now(unit)
        to = Addressee(application.applicant, found.code, found.name)
        earlier = asked_before(unit, to, unit.now) if kind == SUPPLEMENT else ()
        said = _supplement(entry) if kind == SUPPLEMENT else _refusal(values, entry)
        letter = drafted(unit, form, profile, to, officer, **said)
    except Refused as refusal:
        return TurningSeen(problems=problems, refused=refusal)
    return TurningSeen(
        letter,
        profile.form(form).copies,
        earlier,
        len(earlier) >= profile.rules.requests_at_most,
        officer is not None and find_person(unit, officer).role in MANAGING_ROLES,
        problems,
    )


def turning(
    kind: Kind, values: Values, entry: ActEntry, today: date
) -> tuple[UseCase[Any, TurnedAway], Any]:
    """Write the letter. Raises :class:`Refused` ``dossier.unfit``."""
    person: Applicant = checked_person(values["applicant"], today)
    reason = _line(entry.reason)
    if kind == SUPPLEMENT:
        exception = _line(entry.exception)
        wish = AskBeforeReception(values["procedure"], person, _papers(entry), reason, exception)
        return ask_before_reception, wish
    submitter = _submitter(values)
    return refuse_reception, RefuseReception(values["procedure"], person, reason, submitter)


def _supplement(entry: ActEntry) -> dict[str, Any]:
    try:
        papers = checked_papers(_papers(entry))
    except Refused:
        papers = ()
    reason = _line(entry.reason) or (usual_reason(papers) if papers else "")
    return {"papers": papers, "reason": reason}


def _refusal(values: Values, entry: ActEntry) -> dict[str, Any]:
    submitter = _submitter(values) or _line(values["applicant"]["name"])
    return {
        "reason": _line(entry.reason),
        "submitter_name": submitter,
        "after_appraisal": False,
    }


def _papers(entry: ActEntry) -> tuple[MissingPaper, ...]:
    return tuple(
        MissingPaper(one.name, one.originals, one.certified, one.copies, _line(one.what))
        for one in entry.papers
    )


def _submitter(values: Values) -> str:
    other = values.get("submitter")
    return _line(other["name"]) if other else ""


def _line(text: str) -> str:
    return " ".join(text.split())
