"""The appointment slip again, with another day: after a supplement."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, select

from kiosk.dossiers.application import Paper
from kiosk.dossiers.appointment import COPIES, FORM_01, slip_papers
from kiosk.dossiers.events import signatory
from kiosk.dossiers.reprinting import slip_of
from kiosk.storage import print_jobs
from kiosk.storage.schema import dossier_paper
from kiosk.storage.units import WriteUnit


def owe_renewed_slip(unit: WriteUnit, row: Row[Any], due_at: datetime) -> str:
    """Owe the slip of a dossier with what has changed: papers, day of completion, day appointed.

    Code, register line and look-up secret stay.

    Raises :class:`Refused` ``slip.missing``.
    """
    papers = [
        Paper(name=one.name, originals=one.originals, copies=one.copies)
        for one in unit.rows(_PAPERS, of=row.id)
    ]
    renewed = replace(
        slip_of(unit, row.code, due_at),
        papers=tuple(slip_papers(papers)),
        received_at=unit.now,
        due_at=due_at,
        officer_name=signatory(unit, unit.by.officer).name,
        note="hồ sơ đã bổ sung đủ, thay giấy hẹn trước",
    )
    return print_jobs.owe(
        unit,
        kind=FORM_01,
        title=f"Giấy hẹn {row.code}",
        subject=row.id,
        paper=msgspec.json.encode(renewed),
        copies=COPIES,
    )


_PAPERS = (
    select(dossier_paper)
    .where(dossier_paper.c.dossier_id == bindparam("of"))
    .order_by(dossier_paper.c.position)
)
