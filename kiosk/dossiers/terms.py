"""On what terms a dossier is taken in: its case, its time limit, its due date and its fee."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.catalogue.limits import TimeLimit, limit_in_words, parse_limit
from kiosk.catalogue.procedure import Case, Procedure
from kiosk.clock import office_day
from kiosk.dossiers.application import Application
from kiosk.dossiers.deadlines import DueDate, appointed, due_date
from kiosk.office.model import Office
from kiosk.refusal import Refused
from kiosk.text import fold

BY_OFFICER = "officer"
_CASE_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms agreed at the counter.

    ``source`` tells where the limit comes from: ``officer``, ``channel`` or ``case``;
    ``fee_amount`` (đồng) is None where only words say what is to be paid. ``by_rule`` is when the
    result were due had the officer not appointed another day.
    """

    case: Case | None
    limit: TimeLimit
    source: str
    due: DueDate
    fee_text: str
    fee_amount: int | None
    by_rule: datetime | None = None


def terms_of(
    office: Office, procedure: Procedure, application: Application, received_at: datetime
) -> Terms:
    """The terms for a checked application that comes in at ``received_at``.

    The limit the officer entered goes before the published one, which is the channel's or, where
    that has none, the case's (NĐ 61/2018 Điều 19; the Civil Code's counting: ``deadlines``).

    Raises :class:`Refused`: ``case.unknown``, ``dossier.case_needed`` (``cases``),
    ``dossier.limit_needed``, ``calendar.no_working_day``, ``deadline.reception_absurd``, and
    what :func:`kiosk.dossiers.deadlines.appointed` refuses.
    """
    case = _case(procedure, application.case) if application.case else None
    limit, source = _limit(procedure, application, case)
    due = due_date(
        received_at,
        limit,
        office.calendar,
        after_cutoff_counts_as_next_day=office.rules.after_cutoff_counts_as_next_day,
        cutoff=office.rules.forward_cutoff,
    )
    fee, change = _fee(procedure, application), application.due
    if change is None:
        return Terms(case, limit, source, due, *fee)
    moved = appointed(received_at, due, change.day, change.reason, office.calendar)
    return Terms(case, limit, source, moved, *fee, by_rule=due.due_at)


def needs_slip(terms: Terms, today: date) -> bool:
    """Whether a slip goes with the dossier: not where the result is given at once, unless it is
    asked for (Điều 17 khoản 4). What comes in too late for that has another day on it."""
    return terms.limit.amount > 0 or office_day(terms.due.due_at) > today


def in_dong(amount: int) -> str:
    """An amount as a slip says it: ``15.000 đồng``, ``Không thu``."""
    return f"{amount:,} đồng".replace(",", ".") if amount else "Không thu"


def _case(procedure: Procedure, said: str) -> Case:
    """The case with that code, or the only one of that name, whatever its accents."""
    found = procedure.find_case(said)
    named = [one for one in procedure.cases if fold(one.name) == fold(said)]
    if found is None and len(named) == 1:
        return named[0]
    if found is None:
        raise Refused("case.unknown", said=said[:80], known=_listed(procedure))
    return found


def _limit(
    procedure: Procedure, application: Application, case: Case | None
) -> tuple[TimeLimit, str]:
    if application.limit:
        return parse_limit(application.limit), BY_OFFICER
    limit, source = procedure.limit_for(application.channel, case.code if case else None)
    if limit is not None:
        return limit, source.value
    if case is None and any(one.limit is not None for one in procedure.cases):
        raise Refused("dossier.case_needed", procedure=procedure.name, cases=_listed(procedure))
    raise Refused("dossier.limit_needed", procedure=procedure.name)


def _fee(procedure: Procedure, application: Application) -> tuple[str, int | None]:
    fee = application.fee
    if fee is None:
        return procedure.fee_for(application.channel)
    if fee.text or fee.amount is None:
        return fee.text, fee.amount
    return in_dong(fee.amount), fee.amount


def _listed(procedure: Procedure) -> list[str]:
    return [
        f"{one.code} ({name if len(name := one.name) <= _CASE_SHOWN else name[:_CASE_SHOWN] + '…'}"
        f"{f': {limit_in_words(one.limit)}' if one.limit else ''})"
        for one in procedure.cases
    ]
