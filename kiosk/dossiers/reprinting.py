"""The slip of a dossier once more: to look at, or on paper as a reprint."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from kiosk.dossiers.appointment import COPIES, FORM_01
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.slip_again import slip_of_row
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintAgain, PrintJob, print_again
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class ReprintSlip:
    """The slip of a dossier, by its code as scanned or typed, to be printed once more."""

    code: str


@dataclass(frozen=True, slots=True)
class SlipOwed:
    """A slip owed as a reprint ("bản in lại"); ``first``: there was none before, so it is none."""

    code: str
    print_job: str
    first: bool = False


def slip_of(unit: ReadUnit, scanned: str, due_at: datetime | None = None) -> AppointmentSlip:
    """What the slip of a dossier says, word for word as it was given out last; where none was, as
    it would have been, or with the day ``due_at`` that is being appointed.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``slip.missing``.
    """
    row = dossier_row(unit, scanned)
    jobs = _slips(unit, row.id)
    if not jobs:
        return slip_of_row(unit, row, due_at)
    return msgspec.json.decode(jobs[-1].paper, type=AppointmentSlip)


def reprint_slip(unit: WriteUnit, wish: ReprintSlip) -> SlipOwed:
    """Owe the slip once more at the acting station; for the first time where it was not wanted at
    the reception and is asked for now (Điều 17 khoản 4).

    Raises :class:`Refused` as :func:`slip_of`, and ``print.still_owed`` while the last one has
    yet to come out.
    """
    row = dossier_row(unit, wish.code)
    slips = _slips(unit, row.id)
    if slips:
        return SlipOwed(row.code, print_again(unit, PrintAgain(slips[-1].id)).job)
    job = print_jobs.owe(
        unit,
        kind=FORM_01,
        title=f"Giấy hẹn {row.code}",
        subject=row.id,
        paper=msgspec.json.encode(slip_of_row(unit, row)),
        copies=COPIES,
    )
    unit.audit("dossier.slip_asked_for", row.id, dossier=row.code)
    return SlipOwed(row.code, job, first=True)


def _slips(unit: ReadUnit, dossier_id: str) -> list[PrintJob]:
    """The papers owed of that form, the oldest first; a store may drop old ones one day."""
    return [job for job in print_jobs.of_subject(unit, dossier_id) if job.kind == FORM_01]
