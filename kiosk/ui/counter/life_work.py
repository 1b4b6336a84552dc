"""What the acts of a dossier's life ask of the store. Imported only in the store's lane."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kiosk.catalogue.reading import procedures_of
from kiosk.clock import office_day
from kiosk.dossiers.ending import EndDossier, refuse, resume, stop, withdraw
from kiosk.dossiers.extending import ExtendDossier, extend
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.handing_over import (
    MOST_AT_ONCE,
    ControlOwed,
    HandOver,
    PrintControl,
    TakeOver,
    hand_over,
    print_control,
    take_over,
)
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.losing import FindPapers, LosePapers, report_found, report_loss
from kiosk.dossiers.lost import kept_names
from kiosk.dossiers.mending import CorrectDossier, correct
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.reading import DossierView, find_dossier, list_dossiers
from kiosk.dossiers.supplementing import (
    AskSupplement,
    RestartDossier,
    ask_supplement,
    last_day_to_ask,
    restart,
    times_asked,
)
from kiosk.office.directory import find_person
from kiosk.office.legal import legal_profile
from kiosk.office.managers import MANAGING_ROLES
from kiosk.office.reading import office_now, profile_now
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.counter.life_seen import ActEntry, Before, Body, Waiting

Plan = tuple[UseCase[Any, Any], Any]


def before(unit: ReadUnit, code: str, officer: str) -> Before:
    """How things stand before an act upon a dossier; without a code before a batch.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``legal.*``.
    """
    office = office_now(unit)
    view = find_dossier(unit, code) if code else None
    profile = legal_profile(view.legal_profile) if view else profile_now(unit)
    rules = profile.rules
    lost = view.lost.names if view and view.lost else ()
    row = dossier_row(unit, code) if code else None
    return Before(
        view=view,
        rules=rules,
        today=unit.day,
        calendar=office.calendar,
        manager=find_person(unit, officer).role in MANAGING_ROLES,
        last_to_ask=last_day_to_ask(unit, row, rules.request_within_days) if row else None,
        asked=times_asked(unit, row) if row else 0,
        papers=_papers(unit, view) if view else (),
        kept=tuple(name for name in kept_names(view.papers) if name not in lost) if view else (),
        waiting=_waiting(unit, view),
        copies={form.kind.value: form.copies for form in profile.forms},
        bodies=tuple(
            Body(one.name, one.head_title, one.head_name)
            for one in office.departments_for(row.field_id if row else "")
        ),
    )


def planned(act: str, code: str, entry: ActEntry, day: date | None) -> Plan:
    """An act as it was entered; ``day`` is the one that was appointed."""
    reason = _line(entry.reason)
    if act == "supplement_asked":
        papers = tuple(
            MissingPaper(one.name, one.originals, one.certified, one.copies, one.what)
            for one in entry.papers
        )
        return ask_supplement, AskSupplement(code, papers, reason, _line(entry.exception))
    if act == "extended" and day is not None:
        signer = (entry.signer_title, entry.signer_name)
        return extend, ExtendDossier(code, day, reason, entry.agency, *signer)
    if act == "correction_begun" and day is not None:
        return correct, CorrectDossier(code, day, reason, _line(entry.exception))
    if act == "papers_lost":
        signer = (entry.signer_title, entry.signer_name)
        gone, remedy = entry.chosen, _line(entry.remedy)
        return report_loss, LosePapers(code, reason, gone, remedy, entry.agency, *signer)
    if act == "papers_found":
        return report_found, FindPapers(code, reason, entry.chosen)
    if act == "taken_over":
        return take_over, TakeOver(code, entry.agency, reason)
    if act == "hand_over":
        return hand_over, HandOver(entry.codes, entry.agency, reason)
    ends = {"refused": refuse, "withdrawn": withdraw, "stopped": stop, "resumed": resume}
    return ends[act], EndDossier(code, reason)


def restarting(code: str) -> tuple[UseCase[RestartDossier, DossierMoved], RestartDossier]:
    """What was missing is there."""
    return restart, RestartDossier(code)


def controlling(code: str) -> tuple[UseCase[PrintControl, ControlOwed], PrintControl]:
    """The control sheet as it stands."""
    return print_control, PrintControl(code)


def _line(text: str) -> str:
    return " ".join(text.split())


def _papers(unit: ReadUnit, view: DossierView) -> tuple[str, ...]:
    names: Iterable[str] = [paper.name for paper in view.papers]
    known = procedures_of(unit, [view.procedure_code])
    required = [paper.name for one in known for paper in one.papers if paper.kind == "submit"]
    return tuple(dict.fromkeys([*names, *required]))


def _waiting(unit: ReadUnit, view: DossierView | None) -> tuple[Waiting, ...]:
    """Those that lie at the counter; the one that is shown is always among them."""
    lines = tuple(
        Waiting(
            line.code, line.applicant, line.procedure_name, office_day(line.received_at) == unit.day
        )
        for line in list_dossiers(unit, DossierState.RECEIVED, MOST_AT_ONCE)
    )
    if view is None or view.state is not DossierState.RECEIVED:
        return lines
    fresh = office_day(view.received_at) == unit.day
    shown = Waiting(view.code, view.applicant.name, view.procedure_name, fresh)
    return lines if any(one.code == view.code for one in lines) else (shown, *lines)
