"""How a dossier ends without a result: refused, withdrawn, stopped."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.issuing import Issued, addressee_of, issue
from kiosk.dossiers.model import Act, DossierState, Outcome
from kiosk.dossiers.moving import DossierMoved, Step, begin, finish
from kiosk.dossiers.pauses import end_pause, pauses_of
from kiosk.dossiers.progress import Timeliness, timeliness_of
from kiosk.dossiers.wishes import needed_text
from kiosk.office.legal import FormKind
from kiosk.storage.units import WriteUnit

WITHDRAWN = "Người nộp hồ sơ đề nghị rút hồ sơ"


@dataclass(frozen=True, slots=True)
class EndDossier:
    """A dossier that ends without a result, or goes on after all, and why."""

    code: str
    reason: str = ""


def refuse(unit: WriteUnit, wish: EndDossier) -> DossierMoved:
    """Refuse a dossier after appraisal: Mẫu 03 with the reason, to be given out like a result.

    The notice counts as in time by the day it is written (NĐ 61/2018/NĐ-CP Điều 19 khoản 8). Where
    the dossier was past its day by then, it says so and apologises.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed``, ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.REFUSE)
    reason = needed_text("reason", wish.reason)
    to, late_since = addressee_of(step.row), _late_since(unit, step.row)
    sent = issue(
        unit,
        FormKind.REFUSAL,
        step.profile,
        to,
        reason=reason,
        submitter_name=to.person.name,
        after_appraisal=True,
        late_since_at=late_since,
    )
    return finish(
        unit,
        step,
        {"reason": reason, "late_since": late_since},
        {"late": late_since is not None},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        ready_at=unit.now,
        outcome=Outcome.REFUSED.value,
        holder="",
    )


def withdraw(unit: WriteUnit, wish: EndDossier) -> DossierMoved:
    """The citizen takes the dossier back (national status 7, then 8).

    What lies at the office is stopped at once; what is being decided on waits for those who decide
    (:func:`stop`, or :func:`resume` where it goes on after all).

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses, ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.WITHDRAW)
    reason = checked_text("reason", wish.reason)
    if step.after is DossierState.STOPPED:
        return _stopped(unit, step, reason, withdrawn=True)
    return finish(unit, step, {"reason": reason}, {})


def resume(unit: WriteUnit, wish: EndDossier) -> DossierMoved:
    """A dossier goes on though its citizen wanted it back: it was decided on already, or the wish
    was taken back.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed``, ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.RESUME)
    return finish(unit, step, {"reason": needed_text("reason", wish.reason)}, {})


def stop(unit: WriteUnit, wish: EndDossier) -> DossierMoved:
    """Stop a dossier, with a notice where the decree has one (TT 03/2025/TT-VPCP form 05).

    What was already past its day is told so, with an apology, and judged as late: to stop a dossier
    must not wash its lateness away.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed`` (the citizen's own wish needs none), ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.STOP)
    withdrawn = step.row.state == DossierState.WITHDRAWING.value
    said = checked_text("reason", wish.reason) if withdrawn else needed_text("reason", wish.reason)
    return _stopped(unit, step, said, withdrawn=withdrawn)


def _stopped(unit: WriteUnit, step: Step, reason: str, *, withdrawn: bool) -> DossierMoved:
    sent, late_since = Issued("", "", ()), _late_since(unit, step.row)
    end_pause(unit, step.row.id)
    if any(form.kind is FormKind.STOP for form in step.profile.forms):
        sent = issue(
            unit,
            FormKind.STOP,
            step.profile,
            addressee_of(step.row),
            received_at=step.row.received_at,
            withdrawn=withdrawn,
            reason=reason or WITHDRAWN,
            late_since_at=late_since,
        )
    return finish(
        unit,
        step,
        {"reason": reason, "withdrawn": withdrawn, "late_since": late_since},
        {"withdrawn": withdrawn, "late": late_since is not None},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        due_at=None,
        ready_at=unit.now if late_since else None,
        outcome=Outcome.STOPPED.value,
        holder="",
    )


def _late_since(unit: WriteUnit, row: Row[Any]) -> datetime | None:
    """Since when a dossier was late as it ended; what waits for its citizen, as it began to
    wait."""
    until, judged = unit.now, row.original_due_at
    if row.state == DossierState.SUPPLEMENTING.value:
        until = pauses_of(unit, row.id)[-1].since
    late = timeliness_of(until, judged) is Timeliness.OVERDUE
    return judged if late else None
