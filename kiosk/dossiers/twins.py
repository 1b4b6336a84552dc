"""A dossier that may have been received already: the same visit and procedure, or the same record."""

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, select

from kiosk.dossiers.application import Applicant
from kiosk.storage.schema import dossier
from kiosk.storage.units import ReadUnit
from kiosk.text import fold


@dataclass(frozen=True, slots=True)
class Twin:
    """The dossier that was received before."""

    code: str
    at: datetime


def twin_in_visit(unit: ReadUnit, ticket_id: str, procedure: str, person: Applicant) -> Twin | None:
    """The newest dossier of that visit for the same applicant and the same procedure.

    The same applicant is known by number where both have one, else by name.
    """
    for row in unit.rows(_IN_VISIT, the_ticket=ticket_id, what=procedure):
        if _same(person, msgspec.json.decode(row.applicant, type=Applicant)):
            return Twin(row.code, row.received_at)
    return None


def twin_of_record(unit: ReadUnit, foreign_code: str) -> Twin | None:
    """The dossier of the same record of the national portal."""
    row = unit.row(_OF_RECORD, foreign=foreign_code) if foreign_code else None
    return Twin(row.code, row.received_at) if row is not None else None


def _same(one: Applicant, other: Applicant) -> bool:
    numbers = [person.tax_code or person.id_number for person in (one, other)]
    if all(numbers):
        return numbers[0] == numbers[1]
    return one.kind == other.kind and fold(one.name) == fold(other.name)


_TOLD = select(dossier.c.code, dossier.c.received_at, dossier.c.applicant).order_by(
    dossier.c.id.desc()
)
_IN_VISIT = _TOLD.where(
    dossier.c.ticket_id == bindparam("the_ticket"), dossier.c.procedure_code == bindparam("what")
)
_OF_RECORD = _TOLD.where(dossier.c.foreign_code == bindparam("foreign")).limit(1)
