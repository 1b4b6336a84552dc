"""The office's own mistakes: a wrong result corrected, papers lost (NĐ 61/2018/NĐ-CP Điều 21)."""

from dataclasses import dataclass
from datetime import date

from kiosk.dossiers.apologising import apologise
from kiosk.dossiers.extending import FURTHEST
from kiosk.dossiers.model import Act, Outcome
from kiosk.dossiers.moving import DossierMoved, begin, finish
from kiosk.dossiers.wishes import needed_text, working_day_end
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class CorrectDossier:
    """A result that is wrong: what is wrong with it, and the day the right one is promised for."""

    code: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class LosePapers:
    """Papers of a dossier that cannot be found, and what is done about it."""

    code: str
    reason: str


def correct(unit: WriteUnit, wish: CorrectDossier) -> DossierMoved:
    """Take up a result again that the office got wrong, with an apology and a new day.

    The office bears the cost (Điều 21). Whether the dossier came in time stays as it was told.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed``, ``due.day_off``, ``correction.past``, ``due.too_far`` (more than a year
    from today), ``correction.stopped`` (there is no result to correct), ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.CORRECT)
    row, office = step.row, office_now(unit)
    if row.outcome == Outcome.STOPPED:
        raise Refused("correction.stopped", dossier=row.code)
    reason = needed_text("reason", wish.reason)
    if wish.day < unit.day:
        raise Refused("correction.past", day=wish.day)
    if wish.day > unit.day + FURTHEST:
        raise Refused("due.too_far", day=wish.day)
    new_due = working_day_end(wish.day, office.calendar)
    sent = apologise(unit, step, office, new_due_at=new_due, reason=reason, mistake=True)
    return finish(
        unit,
        step,
        {"reason": reason, "due_at": new_due},
        {"due_at": new_due},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        due_at=new_due,
        due_reason=f"Sửa kết quả: {reason}.",
        returned_at=None,
    )


def report_loss(unit: WriteUnit, wish: LosePapers) -> DossierMoved:
    """Write down that papers of a dossier are lost; its state and its day stay.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed``, ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.LOSE)
    return finish(unit, step, {"reason": needed_text("reason", wish.reason)}, {})
