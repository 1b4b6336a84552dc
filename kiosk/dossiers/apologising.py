"""The letter of apology (Mẫu 04): for a result that will be late, for one that was wrong, for papers
that are lost."""

from datetime import datetime

from kiosk.dossiers.forwarding import department_of
from kiosk.dossiers.issuing import Issued, addressee_of, issue
from kiosk.dossiers.moving import Step
from kiosk.office.legal import FormKind
from kiosk.office.model import Office
from kiosk.storage.units import WriteUnit


def apologise(
    unit: WriteUnit,
    step: Step,
    office: Office,
    *,
    reason: str,
    new_due_at: datetime | None = None,
    agency: str = "",
    signer_title: str = "",
    signer_name: str = "",
    mistake: bool = False,
    lost_papers: str = "",
    remedy: str = "",
) -> Issued:
    """Issue the apology of a step; without an ``agency`` the department of the dossier's field
    apologises. Without a signer the head of a listed department signs, and for a body that is not
    listed the paper leaves room for one. ``lost_papers`` and ``remedy`` tell what is lost and how
    the office makes up for it; then no other day is appointed.

    Raises :class:`Refused`: ``form.not_in_profile``, ``person.unknown``.
    """
    row = step.row
    agency = agency or department_of(row, office)
    listed = office.department_named(agency)
    above = {"office_parent": listed.parent} if listed is not None and listed.parent else {}
    if listed is not None and not (signer_title or signer_name):
        signer_title, signer_name = listed.head_title, listed.head_name
    return issue(
        unit,
        FormKind.APOLOGY,
        step.profile,
        addressee_of(row),
        field_name=next((each.name for each in office.fields if each.id == row.field_id), ""),
        received_at=row.received_at,
        due_at=row.due_at,
        new_due_at=new_due_at,
        reason=reason,
        agency_name=agency,
        signer_title=signer_title,
        signer_name=signer_name,
        mistake=mistake,
        lost_papers=lost_papers,
        remedy=remedy,
        **above,
    )
