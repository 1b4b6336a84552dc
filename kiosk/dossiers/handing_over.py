"""Paper dossiers going from hand to hand (NĐ 61/2018/NĐ-CP Điều 18): forwarded in batches, taken
over, and the control sheet that travels along."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row

from kiosk.clock import office_day
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.appointed_days import last_appointed
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.control_rows import control_rows
from kiosk.dossiers.events import signatory
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.forwarding import department_of, forwarded
from kiosk.dossiers.identity import display_phone
from kiosk.dossiers.letters import ControlSheet, HandoverLine, HandoverList
from kiosk.dossiers.model import Act, Outcome
from kiosk.dossiers.moving import DossierMoved, Step, begin, finish
from kiosk.dossiers.process import process_on
from kiosk.dossiers.reading import DossierEvent, events_of
from kiosk.dossiers.wishes import needed_text
from kiosk.office.legal import FormKind, legal_profile
from kiosk.office.model import Office
from kiosk.office.reading import office_now, profile_now
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.units import ReadUnit, WriteUnit

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class HandOver:
    """A batch of dossiers for one department; without one each goes to that of its field."""

    codes: tuple[str, ...]
    agency: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """A dossier goes on to the next who works on it."""

    code: str
    agency: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintControl:
    """The control sheet of a dossier, as it stands now."""

    code: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A batch that was forwarded: the list's number, what moved, what is owed on paper."""

    number: str
    agency: str
    moved: tuple[DossierMoved, ...]
    print_jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlOwed:
    """A control sheet owed on paper."""

    code: str
    print_jobs: tuple[str, ...]


def hand_over(unit: WriteUnit, wish: HandOver) -> HandedOver:
    """Forward a batch of dossiers and owe the list that both sides sign. All of them or none.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses, ``handover.empty``,
    ``handover.too_many`` (``most``), ``handover.twice`` (``dossier``),
    ``handover.several_agencies`` (no agency named and the fields differ), ``dossier.unfit``.
    """
    if not wish.codes:
        raise Refused("handover.empty")
    if len(wish.codes) > MOST_AT_ONCE:
        raise Refused("handover.too_many", most=MOST_AT_ONCE)
    office = office_now(unit)
    steps = _steps(unit, wish.codes)
    agency = checked_text("agency", wish.agency) or _one_agency(steps, office)
    note = checked_text("note", wish.note)
    profile = profile_now(unit)
    form = profile.form(FormKind.HANDOVER)
    place = unit.next_number("letter:handover", str(unit.day.year))
    number = form.numbered(place)
    job = print_jobs.owe(
        unit,
        kind=FormKind.HANDOVER.value,
        title=f"{form.name} {number}",
        subject=steps[0].row.id,
        paper=msgspec.json.encode(
            HandoverList(
                profile=profile.code,
                office_parent=office.profile.parent,
                office_name=office.profile.name,
                place=office.profile.place,
                number=number,
                issued_at=unit.now,
                agency_name=agency,
                lines=tuple(_line(step.row, note) for step in steps),
                giver_name=signatory(unit, unit.by.officer).name,
                sample=office.sample,
            )
        ),
        copies=form.copies,
    )
    moved = tuple(
        forwarded(unit, step, agency, note, office, listed=job, list_number=number)
        for step in steps
    )
    unit.audit("dossiers.handed_over", job, number=number, dossiers=[one.code for one in moved])
    return HandedOver(number, agency, moved, (job,))


def take_over(unit: WriteUnit, wish: TakeOver) -> DossierMoved:
    """The paper dossier goes on to the next who works on it; a line of its control sheet.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``act.reason_needed`` (nobody named), ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.TAKE_OVER)
    agency = needed_text("agency", wish.agency)
    details = {
        "from": step.row.holder,
        "agency": agency,
        "note": checked_text("note", wish.note),
    }
    return finish(unit, step, details, {}, holder=agency)


def control_sheet(unit: ReadUnit, scanned: str) -> ControlSheet:
    """The hand-overs of a dossier so far, as its control sheet tells them (Mẫu 05).

    One that was stopped keeps the day it was last appointed for.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``.
    """
    row, office = dossier_row(unit, scanned), office_now(unit)
    events, received = events_of(unit, row.id), row.received_at
    steps = process_on(unit, row.procedure_code, office_day(received), received)
    stopped = row.outcome == Outcome.STOPPED.value
    return ControlSheet(
        code=row.code,
        profile=row.legal_profile,
        office_parent=office.profile.parent,
        office_name=office.profile.name,
        place=office.profile.place,
        issued_at=unit.now,
        agency_name=row.holder or department_of(row, office),
        procedure_name=row.procedure_name,
        received_at=received,
        due_at=last_appointed(events) if stopped else row.due_at,
        rows=tuple(control_rows(events, row, office.profile.name, steps, office.calendar)),
        sample=office.sample,
    )


def print_control(unit: WriteUnit, wish: PrintControl) -> ControlOwed:
    """Owe the control sheet of a dossier as it stands now.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``legal.*``.
    """
    sheet = control_sheet(unit, wish.code)
    row = dossier_row(unit, wish.code)
    form = legal_profile(sheet.profile).form(FormKind.CONTROL)
    job = print_jobs.owe(
        unit,
        kind=FormKind.CONTROL.value,
        title=f"{form.name} {sheet.code}",
        subject=row.id,
        paper=msgspec.json.encode(sheet),
        copies=form.copies,
    )
    unit.audit("dossier.control_printed", row.id, dossier=row.code)
    return ControlOwed(row.code, (job,))


def _steps(unit: WriteUnit, codes: Sequence[str]) -> list[Step]:
    steps: list[Step] = []
    for code in codes:
        step = begin(unit, code, Act.FORWARD)
        if any(one.row.id == step.row.id for one in steps):
            raise Refused("handover.twice", dossier=step.row.code)
        steps.append(step)
    return steps


def _one_agency(steps: Iterable[Step], office: Office) -> str:
    named = {department_of(step.row, office) for step in steps}
    if len(named) != 1 or not (only := named.pop()):
        raise Refused("handover.several_agencies")
    return only


def _line(row: Row[Any], note: str) -> HandoverLine:
    person = msgspec.json.decode(row.applicant, type=Applicant)
    return HandoverLine(
        code=row.code,
        procedure_name=row.procedure_name,
        sets=row.sets,
        applicant_name=person.name,
        address=person.address,
        phone=display_phone(person.phone or ""),
        received_at=row.received_at,
        due_at=row.due_at,
        note=note,
    )


def deciding_agency(log: Iterable[DossierEvent], row: Row[Any], office: Office) -> str:
    """Who decided on a dossier: whom it was handed to last, else the department of its field."""
    handed = [event for event in log if event.act in (Act.FORWARD, Act.TAKE_OVER)]
    last = str(handed[-1].details.get("agency", "")) if handed else ""
    return last or department_of(row, office)
