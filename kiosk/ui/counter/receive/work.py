"""What receiving asks of the rooms. Imported only in the lanes: it brings the store's library."""

from dataclasses import replace
from datetime import date

from kiosk.catalogue.highlight import highlight
from kiosk.catalogue.limits import limit_in_words
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import offered_in
from kiosk.catalogue.reading import procedure as find_procedure
from kiosk.catalogue.search import search
from kiosk.clock import local
from kiosk.dossiers.application import Application
from kiosk.dossiers.appointment import appointment_slip
from kiosk.dossiers.checking import checked, doubts_about
from kiosk.dossiers.events import signatory
from kiosk.dossiers.receiving import DossierReceived, ReceiveDossier, receive_dossier
from kiosk.dossiers.reception import Reception
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.dossiers.terms import Terms, needs_slip, terms_of
from kiosk.office.model import Office
from kiosk.office.reading import office_now, profile_now
from kiosk.refusal import Refused
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.counter.receive.outlook import Hit, Outlook, Problem, TermsSeen

MOST_HITS = 8
_STAND_IN = "a"
HOW = frozenset({"again", "slip"})


def hits(unit: ReadUnit, typed: str, field: str) -> tuple[Hit, ...]:
    """What the office offers that fits what was typed; before a letter, what a field offers."""
    if typed.strip():
        return tuple(
            Hit(one.code, one.name, one.field, highlight(one.name, typed))
            for one in search(unit, typed, MOST_HITS, offered_only=True)
        )
    if not field:
        return ()
    try:
        known = office_now(unit).find_field(field)
    except Refused:
        return ()
    return tuple(
        Hit(one.code, one.name, known.name) for one in offered_in(unit, known.prefix)[:MOST_HITS]
    )


def procedure(unit: ReadUnit, code: str) -> Procedure:
    """A procedure. Raises :class:`Refused` ``procedure.unknown``."""
    return find_procedure(unit, code)


def look(unit: ReadUnit, values: dict[str, object], officer: str | None) -> Outlook:
    """What the rules say of a form as it stands (values of a dossier file)."""
    application, problems = sound_part(values, unit.day)
    if application is None:
        return Outlook(problems)
    office = office_now(unit)
    doubts = [(doubt.where, doubt.code) for doubt in doubts_about(application)]
    today = _forwarded_today(office, unit)
    if application.procedure == _STAND_IN:
        return Outlook(problems, tuple(doubts), forwarded_today=today)
    try:
        known = find_procedure(unit, application.procedure)
        terms = terms_of(office, known, application, unit.now)
    except Refused as refusal:
        return Outlook(problems, tuple(doubts), refused=refusal, forwarded_today=today)
    if terms.by_rule is not None and terms.due.due_at > terms.by_rule:
        doubts.append(("due.day", "due.late"))
    return Outlook(
        problems,
        tuple(doubts),
        terms=TermsSeen(
            limit_in_words(terms.limit),
            terms.source,
            terms.due.due_at,
            terms.due.reason,
            terms.due.days,
            needs_slip(terms, unit.day),
        ),
        slip=_slip(unit, office, known, application, terms, officer),
        forwarded_today=today,
    )


def _forwarded_today(office: Office, unit: ReadUnit) -> bool:
    closing = office.calendar.closing(unit.day)
    return closing is not None and local(unit.now).time() < min(
        closing, office.rules.forward_cutoff
    )


def _slip(
    unit: ReadUnit,
    office: Office,
    known: Procedure,
    application: Application,
    terms: Terms,
    officer: str | None,
) -> AppointmentSlip:
    by = signatory(unit, officer)
    return appointment_slip(
        Reception(office, known, application, terms, unit.now, by, profile_now(unit))
    )


def sound_part(
    values: dict[str, object], today: date
) -> tuple[Application | None, tuple[Problem, ...]]:
    """The application without what is wrong in it, and what that is.

    A name that is missing is left empty, as on the slip; a stand-in is there for the procedure
    until one is chosen.
    """
    try:
        return checked(values, today), ()
    except Refused as refusal:
        problems: tuple[Problem, ...] = tuple(refusal.details["problems"])  # type: ignore[arg-type]
    rest, nameless = _without(values, {str(problem["where"]) for problem in problems})
    try:
        application = checked(rest, today)
    except Refused:
        return None, problems
    if nameless:
        application = replace(application, applicant=replace(application.applicant, name=""))
    other = application.submitter
    if other is not None and other.name == _STAND_IN:
        application = replace(application, submitter=replace(other, name=""))
    return application, problems


def _without(values: dict[str, object], wrong: set[str]) -> tuple[dict[str, object], bool]:
    rest = dict(values)
    applicant, submitter = values.get("applicant"), values.get("submitter")
    if isinstance(applicant, dict):
        rest["applicant"] = _kept(applicant, "applicant", wrong)
    if isinstance(submitter, dict):
        rest["submitter"] = _kept(submitter, "submitter", wrong)
    _without_submitter(rest, wrong)
    papers = values.get("papers")
    if isinstance(papers, list):
        rest["papers"] = [
            paper
            for at, paper in enumerate(papers)
            if not any(where.startswith(f"papers[{at}]") for where in wrong)
        ]
    for where in wrong:
        if where.partition(".")[0] in ("limit", "due", "fee", "case", "note", "ticket"):
            rest[where.partition(".")[0]] = None
    due = values.get("due")
    if isinstance(due, dict) and "due.reason" in wrong and "due.day" not in wrong:
        # The day can be looked at already; dots stand for the reason until it is given.
        rest["due"] = due | {"reason": "…"}
    if "procedure" in wrong:
        rest["procedure"] = _STAND_IN
    nameless = "applicant.name" in wrong
    if nameless and isinstance(rest["applicant"], dict):
        rest["applicant"]["name"] = _STAND_IN
    return rest, nameless


def _without_submitter(rest: dict[str, object], wrong: set[str]) -> None:
    applicant, kept = rest.get("applicant"), rest.get("submitter")
    if isinstance(applicant, dict) and applicant.get("kind") == "organisation":
        if "submitter.name" in wrong and isinstance(kept, dict):
            # An organisation always has somebody who hands in for it.
            rest["submitter"] = kept | {"name": _STAND_IN}
    elif "submitter" in wrong or "submitter.name" in wrong:
        rest["submitter"] = None
        if rest.get("channel") == "authorized":
            # The same limit and the same fee hold for both.
            rest["channel"] = "direct"


def _kept(part: dict[str, object], where: str, wrong: set[str]) -> dict[str, object]:
    return {key: value for key, value in part.items() if f"{where}.{key}" not in wrong}


def receiving(
    values: dict[str, object], counter: int, today: date
) -> tuple[UseCase[ReceiveDossier, DossierReceived], ReceiveDossier]:
    """Receive the dossier; ``again`` and ``slip`` among the values say how, not what.

    Raises :class:`Refused` ``dossier.unfit``.
    """
    what = {key: value for key, value in values.items() if key not in HOW}
    slip = True if values.get("slip") else None
    again = bool(values.get("again"))
    return receive_dossier, ReceiveDossier(checked(what, today), counter, again, slip)
