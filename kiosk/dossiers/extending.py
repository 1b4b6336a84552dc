"""Apologising for a result that will be late, and appointing another day, once (Điều 19(9))."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.clock import office_day
from kiosk.dossiers.apologising import apologise
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.events import last_act
from kiosk.dossiers.forwarding import department_of
from kiosk.dossiers.model import Act
from kiosk.dossiers.moving import DossierMoved, begin, finish
from kiosk.dossiers.wishes import needed_text, working_day_end
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit

FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class ExtendDossier:
    """Another day for the result, and why. The late agency's head signs the apology, the one on the
    list of departments where no other is named."""

    code: str
    day: date
    reason: str
    agency: str = ""
    signer_title: str = ""
    signer_name: str = ""


def extend(unit: WriteUnit, wish: ExtendDossier) -> DossierMoved:
    """Write down the agency's apology and the day it asks for: Mẫu 04.

    At the latest one day before the day appointed at first, and never a second time (NĐ
    61/2018/NĐ-CP Điều 19 khoản 9). Whether the result came in time is still told by that first day.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``extension.used_up``, ``extension.no_day``, ``extension.too_late`` (``last``),
    ``extension.not_later`` (``due``), ``due.day_off``, ``due.too_far``, ``act.reason_needed``.
    """
    step = begin(unit, wish.code, Act.EXTEND)
    row, rules, office = step.row, step.profile.rules, office_now(unit)
    if row.extensions >= rules.extensions_at_most:
        most = rules.extensions_at_most
        raise Refused("extension.used_up", dossier=row.code, most=most, **last_act(unit, row.id))
    if row.due_at is None:
        raise Refused("extension.no_day", dossier=row.code)
    appointed = office_day(row.due_at)
    last = appointed - timedelta(days=rules.extension_days_before)
    if unit.day > last:
        raise Refused("extension.too_late", dossier=row.code, last=last)
    if wish.day <= appointed:
        raise Refused("extension.not_later", due=appointed)
    if wish.day > appointed + FURTHEST:
        raise Refused("due.too_far", day=wish.day)
    new_due = working_day_end(wish.day, office.calendar)
    reason = needed_text("reason", wish.reason)
    agency = checked_text("agency", wish.agency) or row.holder or department_of(row, office)
    sent = apologise(
        unit,
        step,
        office,
        new_due_at=new_due,
        reason=reason,
        agency=agency,
        signer_title=checked_text("signer_title", wish.signer_title),
        signer_name=checked_text("signer_name", wish.signer_name),
    )
    return finish(
        unit,
        step,
        {"reason": reason, "agency": agency, "due_before": row.due_at, "due_at": new_due},
        {"due_before": row.due_at, "due_at": new_due},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        due_at=new_due,
        due_reason=f"Hẹn lại một lần vì {reason}.",
        extensions=row.extensions + 1,
    )
