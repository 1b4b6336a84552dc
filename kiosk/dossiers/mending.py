"""The office's own mistakes: a wrong result corrected (NĐ 61/2018/NĐ-CP Điều 21)."""

from dataclasses import dataclass
from datetime import date

from kiosk.dossiers.apologising import apologise
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.events import last_act
from kiosk.dossiers.extending import FURTHEST
from kiosk.dossiers.handing_over import deciding_agency
from kiosk.dossiers.model import Act, Outcome
from kiosk.dossiers.moving import DossierMoved, begin, finish
from kiosk.dossiers.reading import events_of
from kiosk.dossiers.wishes import acts_as_manager, needed_text, working_day_end
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class CorrectDossier:
    """A result that is wrong: what is wrong with it, and the day the right one is promised for.

    ``exception``: why a manager lets it be corrected again.
    """

    code: str
    day: date
    reason: str
    exception: str = ""


def correct(unit: WriteUnit, wish: CorrectDossier) -> DossierMoved:
    """Take up a result again that the office got wrong, with an apology and a new day.

    The office bears the cost (Điều 21). Whether the dossier came in time stays as it was told. The
    paper dossier goes back to the agency that decided. More often than the decree's rules allow a
    manager gives the reason, and the dossier's log tells so.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed``, ``due.day_off``, ``correction.past``, ``due.too_far`` (more than a year
    from today), ``correction.stopped`` (there is no result to correct), ``correction.again``
    (``most``), ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.CORRECT)
    row, office = step.row, office_now(unit)
    if row.outcome == Outcome.STOPPED:
        raise Refused("correction.stopped", dossier=row.code)
    reason = needed_text("reason", wish.reason)
    log, most = events_of(unit, row.id), step.profile.rules.corrections_at_most
    exception = checked_text("exception", wish.exception)
    again = sum(event.act is Act.CORRECT for event in log) >= most
    if again and not (exception and acts_as_manager(unit)):
        raise Refused("correction.again", dossier=row.code, most=most, **last_act(unit, row.id))
    if wish.day < unit.day:
        raise Refused("correction.past", day=wish.day)
    if wish.day > unit.day + FURTHEST:
        raise Refused("due.too_far", day=wish.day)
    new_due, agency = working_day_end(wish.day, office.calendar), deciding_agency(log, row, office)
    sent = apologise(
        unit, step, office, new_due_at=new_due, reason=reason, agency=agency, mistake=True
    )
    return finish(
        unit,
        step,
        {
            "reason": reason,
            "due_at": new_due,
            "agency": agency,
            "again": again,
            "exception": exception if again else "",
        },
        {"due_at": new_due, "again": again},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        due_at=new_due,
        due_reason=f"Sửa kết quả: {reason}.",
        returned_at=None,
        holder=agency,
    )
