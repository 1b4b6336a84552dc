"""What somebody handed in last time, so that nobody types a telephone number twice."""

from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy import bindparam, select

from kiosk.clock import office_day
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.identity import normal_tax_code
from kiosk.storage.schema import dossier
from kiosk.storage.units import ReadUnit
from kiosk.text import fold


@dataclass(frozen=True, slots=True)
class LastTime:
    """The applicant as they were entered on that day of the office."""

    on: date
    applicant: Applicant


def last_time_of(unit: ReadUnit, tax_code: str) -> LastTime | None:
    """The organisation with that code, from its newest dossier: such a code is public."""
    row = unit.row(_NEWEST_OF, the_code=normal_tax_code(tax_code) or "")
    if row is None:
        return None
    applicant = msgspec.json.decode(row.applicant, type=Applicant)
    return LastTime(office_day(row.received_at), applicant)


def last_time(unit: ReadUnit, id_number: str, name: str) -> LastTime | None:
    """The applicant with that bare number and that name, from their newest dossier.

    Both must agree, whatever the accents: who knows a number alone learns nothing of its owner.
    """
    row = unit.row(_NEWEST, the_number=id_number)
    if row is None or not name.strip():
        return None
    applicant = msgspec.json.decode(row.applicant, type=Applicant)
    if fold(applicant.name) != fold(name):
        return None
    return LastTime(office_day(row.received_at), applicant)


_NEWEST_OF = (
    select(dossier.c.applicant, dossier.c.received_at)
    .where(dossier.c.applicant_tax_code == bindparam("the_code"))
    .order_by(dossier.c.id.desc())
    .limit(1)
)
_NEWEST = (
    select(dossier.c.applicant, dossier.c.received_at)
    .where(dossier.c.applicant_id_number == bindparam("the_number"))
    .order_by(dossier.c.id.desc())
    .limit(1)
)
