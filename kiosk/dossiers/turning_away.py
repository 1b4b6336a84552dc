"""Papers that are not taken in: asked to be completed, or refused (NĐ 61/2018/NĐ-CP Điều 17(1)).

No dossier comes of it and no limit begins; the letter has a number of its own.
"""

from dataclasses import dataclass
from datetime import datetime

from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import procedure as find_procedure
from kiosk.clock import office_day
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.asked_before import asked_before
from kiosk.dossiers.checking import checked_person, checked_text
from kiosk.dossiers.issuing import Addressee, issue
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.wishes import acts_as_manager, checked_papers, needed_text, usual_reason
from kiosk.office.legal import FormKind, LegalProfile
from kiosk.office.reading import profile_now
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class AskBeforeReception:
    """Papers that are not complete: whose, what for, and what exactly is missing.

    ``exception``: why a manager asks the same person again.
    """

    procedure: str
    person: Applicant
    papers: tuple[MissingPaper, ...]
    reason: str = ""
    exception: str = ""


@dataclass(frozen=True, slots=True)
class RefuseReception:
    """Papers that are not accepted at all, and why.

    ``submitter`` is who handed them in for that person, and signs for it; else it is they.
    """

    procedure: str
    person: Applicant
    reason: str
    submitter: str = ""


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A letter instead of a reception: its number (``12/HDHS``), and what is owed on paper.

    ``again``: the same person had been asked for the same procedure before.
    """

    kind: FormKind
    number: str
    procedure_code: str
    procedure_name: str
    at: datetime
    again: bool
    print_jobs: tuple[str, ...]


def ask_before_reception(unit: WriteUnit, wish: AskBeforeReception) -> TurnedAway:
    """Hand over Mẫu 02 at the counter: all that is missing, once (Điều 11 khoản 2 điểm c, Điều 15
    khoản 3, Điều 17 khoản 1 điểm a).

    Who was asked for the same procedure within :data:`kiosk.dossiers.asked_before.REMEMBERED` is asked again only by a manager
    who gives the reason. The same person is known by number, else by name and telephone; a name
    alone is nobody in particular.

    Raises :class:`Refused`: ``procedure.unknown``, ``procedure.not_offered``, ``dossier.unfit``,
    ``supplement.nothing``, ``supplement.too_many``, ``supplement.absurd_count``,
    ``supplement.asked_before`` (``number``, ``day``), ``legal.*``, ``person.unknown``.
    """
    found = find_procedure(unit, wish.procedure)
    if not found.offered:
        raise Refused("procedure.not_offered", procedure=found.code, name=found.name)
    papers, reason = checked_papers(wish.papers), checked_text("reason", wish.reason)
    exception = checked_text("exception", wish.exception)
    to, profile = _to(unit, found, wish.person), _profile(unit)
    unit.one_at_a_time()
    earlier = asked_before(unit, to, unit.now)
    again = len(earlier) >= profile.rules.requests_at_most
    if again and not (exception and acts_as_manager(unit)):
        last = earlier[-1]
        raise Refused("supplement.asked_before", number=last.number, day=office_day(last.at))
    sent = issue(
        unit, FormKind.SUPPLEMENT, profile, to, papers=papers, reason=reason or usual_reason(papers)
    )
    unit.audit(
        "reception.supplement_asked",
        sent.id,
        number=sent.number,
        procedure=found.code,
        papers=len(papers),
        again=again,
    )
    return _turned(unit, FormKind.SUPPLEMENT, found, sent.number, sent.print_jobs, again=again)


def refuse_reception(unit: WriteUnit, wish: RefuseReception) -> TurnedAway:
    """Hand over Mẫu 03 at the counter: the papers are not accepted, and why (Điều 17 khoản 1 điểm b).

    Also for a procedure that is known but not offered here: that may be the very reason.

    Raises :class:`Refused`: ``procedure.unknown``, ``act.reason_needed``, ``dossier.unfit``,
    ``legal.*``, ``person.unknown``.
    """
    found = find_procedure(unit, wish.procedure)
    reason, to = needed_text("reason", wish.reason), _to(unit, found, wish.person)
    submitter = checked_text("submitter", wish.submitter)
    sent = issue(
        unit,
        FormKind.REFUSAL,
        _profile(unit),
        to,
        reason=reason,
        submitter_name=submitter or to.person.name,
        after_appraisal=False,
    )
    unit.audit("reception.refused", sent.id, number=sent.number, procedure=found.code)
    return _turned(unit, FormKind.REFUSAL, found, sent.number, sent.print_jobs, again=False)


def _to(unit: WriteUnit, found: Procedure, person: Applicant) -> Addressee:
    return Addressee(checked_person(person, unit.day), found.code, found.name)


def _profile(unit: WriteUnit) -> LegalProfile:
    return profile_now(unit)


def _turned(
    unit: WriteUnit,
    kind: FormKind,
    found: Procedure,
    number: str,
    print_jobs: tuple[str, ...],
    *,
    again: bool,
) -> TurnedAway:
    return TurnedAway(kind, number, found.code, found.name, unit.now, again, print_jobs)
