"""Who was asked for missing papers before: by the person and the procedure, whatever dossier."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import bindparam, select

from kiosk.clock import at_office, office_day
from kiosk.dossiers.issuing import Addressee
from kiosk.dossiers.letters import SupplementLetter
from kiosk.office.legal import FormKind
from kiosk.storage.schema import letter
from kiosk.storage.units import ReadUnit

REMEMBERED = timedelta(days=90)
"""How long a request counts for the same person and procedure: the program's own rule, no law's."""


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """An earlier request; ``at_reception``: it was made before any dossier. ``by`` is the name of
    the officer; empty where a station wrote it."""

    number: str
    at: datetime
    at_reception: bool
    by: str = ""


def asked_before(unit: ReadUnit, to: Addressee, until: datetime) -> tuple[AskedBefore, ...]:
    """The requests to that person for that procedure within :data:`REMEMBERED` up to a moment,
    the oldest first.

    The same person or organisation is known by number, else by name and telephone; a name alone is nobody in
    particular.
    """
    if not (to.person.tax_code or to.person.id_number or to.person.phone):
        return ()
    since = at_office(office_day(until) - REMEMBERED)
    rows = unit.rows(_ASKED, who=to.key, what=to.procedure_code, since=since, until=until)
    said = (msgspec.json.decode(row.content, type=SupplementLetter) for row in rows)
    return tuple(
        AskedBefore(one.number, row.issued_at, row.dossier_id is None, one.officer_name)
        for one, row in zip(said, rows, strict=True)
    )


_ASKED = (
    select(letter.c.content, letter.c.issued_at, letter.c.dossier_id)
    .where(
        letter.c.person == bindparam("who"),
        letter.c.procedure_code == bindparam("what"),
        letter.c.kind == FormKind.SUPPLEMENT.value,
        letter.c.issued_at >= bindparam("since"),
        letter.c.issued_at <= bindparam("until"),
    )
    .order_by(letter.c.id)
)
