"""Filling in Mẫu số 01 from what was agreed at the counter."""

from collections.abc import Iterable, Iterator

from kiosk.catalogue.limits import limit_in_words
from kiosk.dossiers.application import Application, Paper
from kiosk.dossiers.codes import RegisterPlace
from kiosk.dossiers.identity import display_phone
from kiosk.dossiers.reception import Issued, Reception
from kiosk.dossiers.slips import AppointmentSlip, SlipPaper, addressed, mask_id

FORM_01 = "form01"
COPIES = 2
"""One for the person who hands in, one that stays with the dossier."""

_NOT_YET = Issued("", "", RegisterPlace(0, 0, 0), "")


def appointment_slip(reception: Reception, issued: Issued = _NOT_YET) -> AppointmentSlip:
    """The slip of a reception; before anything was issued it is a preview without a code.

    The person who signs is the submitter, or the applicant who came in person.
    """
    office, procedure = reception.office, reception.procedure
    application, terms = reception.application, reception.terms
    person, profile = application.applicant, office.profile
    field_names = {field.prefix: field.name for field in office.fields}
    return AppointmentSlip(
        code=issued.code,
        profile=reception.profile.code,
        office_parent=profile.parent,
        office_name=profile.name,
        place=profile.place,
        field_name=field_names.get(procedure.field_prefix or "", procedure.category),
        applicant_name=person.name,
        id_number_masked=mask_id(person.id_number or ""),
        address=person.address,
        phone=display_phone(person.phone or ""),
        email=person.email or "",
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        papers=tuple(slip_papers(application.papers)),
        sets=application.sets,
        limit_text=limit_in_words(terms.limit),
        received_at=reception.received_at,
        due_at=terms.due.due_at,
        deliver_at_place=application.deliver_to or profile.name,
        fee_text=terms.fee_text,
        volume=issued.place.volume,
        entry=issued.place.entry,
        lookup_secret=issued.secret,
        hotline=profile.hotline,
        officer_name=reception.by.name,
        submitter_name=(application.submitter or person).name,
        sample=office.sample,
        note=slip_note(application),
        addressed=addressed(person),
        tax_code=person.tax_code or "",
    )


def slip_note(application: Application) -> str:
    """What the slip remarks: the officer's note, and why another day was appointed."""
    change = application.due
    said = f"hẹn trả ngày {change.day:%d/%m/%Y} vì {change.reason}" if change else ""
    return "; ".join(part for part in (application.note, said) if part)


def slip_papers(papers: Iterable[Paper]) -> Iterator[SlipPaper]:
    """One line for the originals and one for the copies; what was only shown is not handed in."""
    for paper in papers:
        if paper.originals:
            yield SlipPaper(paper.name, "Bản chính", paper.originals)
        if paper.copies:
            yield SlipPaper(paper.name, "Bản sao", paper.copies)
