"""Forwarding a dossier to those who decide on it (NĐ 61/2018/NĐ-CP Điều 18)."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Row

from kiosk.clock import at_office, local
from kiosk.dossiers.moving import DossierMoved, Step, finish
from kiosk.dossiers.pauses import complete_at
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.model import Office
from kiosk.storage.units import WriteUnit

_NOON = time(12)


def forward_by(received_at: datetime, cutoff: time, calendar: WorkingCalendar) -> datetime:
    """Until when a dossier is to be forwarded: the end of its working day, or "đầu giờ" of the next
    one when it came at ``cutoff`` (15:00) or later, or on a day off (Điều 18 khoản 2).

    "Đầu giờ" is taken as the first session of that day, at most until noon: nobody carries a stack
    away in the minute the doors open.
    """
    received = local(received_at)
    day, closing = received.date(), calendar.closing(received.date())
    if closing is not None and received.time() < min(cutoff, closing):
        return at_office(day, closing.hour, closing.minute)
    following = calendar.first_working_day(date.fromordinal(day.toordinal() + 1))
    opens, closes = calendar.deadline_sessions(following)[0]
    ends = min(closes, _NOON) if opens < _NOON else closes
    return at_office(following, ends.hour, ends.minute)


def forward_words(received_at: datetime, until: datetime) -> str:
    """Until when, as it is said: ``trong ngày, chậm nhất 17:00 ngày 23/11/2026``."""
    same = local(received_at).date() == local(until).date()
    when = "trong ngày" if same else "đầu giờ làm việc"
    return f"{when}, chậm nhất {local(until):%H:%M ngày %d/%m/%Y}"


def forwarded(
    unit: WriteUnit,
    step: Step,
    agency: str,
    note: str,
    office: Office,
    *,
    listed: str = "",
    list_number: str = "",
) -> DossierMoved:
    """Write down that a dossier went to ``agency``, whether that was late, and on which list
    (``listed``: the paper that is owed, by its print job).

    After a supplement the time runs from when the dossier was complete.
    """
    since = complete_at(unit, step.row)
    until = forward_by(since, office.rules.forward_cutoff, office.calendar)
    late = unit.now > until
    details = {
        "agency": agency,
        "note": note,
        "late": late,
        "list": listed,
        "list_number": list_number,
    }
    return finish(unit, step, details, {"late": late}, holder=agency)


def department_of(row: Row[Any], office: Office) -> str:
    """Who decides on a dossier as far as is known: the first listed department that answers for its
    field, else what is called after the field."""
    listed = next(iter(office.departments_for(row.field_id)), None)
    prefix = next((each.prefix for each in office.fields if each.id == row.field_id), None)
    if listed is not None and prefix in listed.fields:
        return listed.name
    field = next((each.name for each in office.fields if each.id == row.field_id), "")
    return f"Bộ phận chuyên môn lĩnh vực {field}" if field else "Bộ phận chuyên môn"
