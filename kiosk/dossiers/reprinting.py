"""The slip of a dossier once more: to look at, or on paper as a reprint."""

from dataclasses import dataclass

import msgspec

from kiosk.dossiers.appointment import FORM_01
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintAgain, PrintJob, print_again
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class ReprintSlip:
    """The slip of a dossier, by its code as scanned or typed, to be printed once more."""

    code: str


@dataclass(frozen=True, slots=True)
class SlipOwed:
    """A slip owed as a reprint ("bản in lại")."""

    code: str
    print_job: str


def slip_of(unit: ReadUnit, scanned: str) -> AppointmentSlip:
    """What the slip of a dossier says, word for word as it was given out last.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``slip.missing``.
    """
    row = dossier_row(unit, scanned)
    job = _slips(unit, row.id, row.code)[-1]
    return msgspec.json.decode(job.paper, type=AppointmentSlip)


def reprint_slip(unit: WriteUnit, wish: ReprintSlip) -> SlipOwed:
    """Owe the slip once more at the acting station.

    Raises :class:`Refused` as :func:`slip_of`, and ``print.still_owed`` while the last one has
    yet to come out.
    """
    row = dossier_row(unit, wish.code)
    last = _slips(unit, row.id, row.code)[-1]
    return SlipOwed(row.code, print_again(unit, PrintAgain(last.id)).job)


def _slips(unit: ReadUnit, dossier_id: str, code: str) -> list[PrintJob]:
    """The papers owed of that form, the oldest first; a store may drop old ones one day."""
    jobs = [job for job in print_jobs.of_subject(unit, dossier_id) if job.kind == FORM_01]
    if not jobs:
        raise Refused("slip.missing", dossier=code)
    return jobs
