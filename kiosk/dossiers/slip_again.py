"""The slip of a dossier that never had one, as it would have been given out at the reception."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, select

from kiosk.catalogue.limits import limit_in_words, parse_limit
from kiosk.dossiers.application import Applicant, Paper, Submitter
from kiosk.dossiers.appointment import slip_papers
from kiosk.dossiers.identity import display_phone
from kiosk.dossiers.slips import AppointmentSlip, addressed, mask_id
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier_paper
from kiosk.storage.units import ReadUnit


def slip_of_row(unit: ReadUnit, row: Row[Any], due_at: datetime | None = None) -> AppointmentSlip:
    """The slip out of what is kept of a dossier; ``due_at`` is a day that is being appointed.

    Raises :class:`Refused` ``slip.missing`` where no day is appointed.
    """
    due_at = due_at or row.due_at
    if due_at is None or row.time_limit is None:
        raise Refused("slip.missing", dossier=row.code)
    office = office_now(unit)
    person = msgspec.json.decode(row.applicant, type=Applicant)
    other = msgspec.json.decode(row.submitter, type=Submitter) if row.submitter else None
    names = {field.id: field.name for field in office.fields}
    papers = [
        Paper(name=one.name, originals=one.originals, copies=one.copies)
        for one in unit.rows(_PAPERS, of=row.id)
    ]
    return AppointmentSlip(
        code=row.code,
        profile=row.legal_profile,
        office_parent=office.profile.parent,
        office_name=office.profile.name,
        place=office.profile.place,
        field_name=names.get(row.field_id, ""),
        applicant_name=person.name,
        id_number_masked=mask_id(person.id_number or ""),
        address=person.address,
        phone=display_phone(person.phone or ""),
        email=person.email or "",
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        papers=tuple(slip_papers(papers)),
        sets=row.sets,
        limit_text=limit_in_words(parse_limit(row.time_limit)),
        received_at=row.received_at,
        due_at=due_at,
        deliver_at_place=row.deliver_to or office.profile.name,
        fee_text=row.fee_text,
        volume=row.register_volume,
        entry=row.register_entry,
        lookup_secret=row.lookup_secret,
        hotline=office.profile.hotline,
        officer_name=row.received_by_name if row.received_by else "",
        submitter_name=(other or person).name,
        sample=office.sample,
        note=row.note,
        addressed=addressed(person),
        tax_code=person.tax_code or "",
    )


_PAPERS = (
    select(dossier_paper)
    .where(dossier_paper.c.dossier_id == bindparam("of"))
    .order_by(dossier_paper.c.position)
)
