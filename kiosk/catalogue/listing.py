"""The whole catalogue as the manager sees it: short lines of everything known, one in full."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from kiosk.catalogue.correction import FIELD
from kiosk.catalogue.keeping import composed
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import procedure as one_procedure
from kiosk.storage.schema import person, procedure, procedure_correction, service_field
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class KnownProcedure:
    """A line: ``field`` is the prefix under which the office files it, or empty.

    ``corrected``: the office has corrected a part of it; filing it is no correction.
    """

    code: str
    name: str
    category: str
    field: str
    offered: bool
    corrected: bool


@dataclass(frozen=True, slots=True)
class CorrectionSeen:
    """A correction in force: its value (JSON) and who made it when."""

    part: str
    value: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProcedureSeen:
    """A procedure as it stands, as its sources announce it, and what the office said over that.

    ``filed_by_hand`` is the correction that files it, where somebody chose the field.
    """

    now: Procedure
    announced: Procedure
    corrections: tuple[CorrectionSeen, ...]
    filed_by_hand: CorrectionSeen | None


def known_procedures(unit: ReadUnit) -> tuple[KnownProcedure, ...]:
    """Everything known, what is offered first, then by the search's own order."""
    corrected = set(unit.conn.execute(_CORRECTED_CODES).scalars())
    return tuple(
        KnownProcedure(
            row.code, row.name, row.category, row.prefix or "", row.offered, row.code in corrected
        )
        for row in unit.rows(_KNOWN)
    )


def catalogue_mark(unit: ReadUnit) -> str:
    """A mark that is another one once anything in the list may be another."""
    told = unit.row(_MARK)
    corrections = unit.row(_CORRECTIONS_MARK)
    return f"{told}{corrections}{unit.office_revision}"


def procedure_seen(unit: ReadUnit, code: str) -> ProcedureSeen:
    """One procedure in full. Raises :class:`Refused` ``procedure.unknown``."""
    now = one_procedure(unit, code)
    announced = composed(unit, [now.code], corrected=False).get(now.code, now)
    said = {
        row.part: CorrectionSeen(row.part, row.value, row.name or row.officer or "", row.at)
        for row in unit.rows(_CORRECTIONS.where(procedure_correction.c.code == now.code))
    }
    filed = said.pop(FIELD, None)
    return ProcedureSeen(now, announced, tuple(said.values()), filed)


_KNOWN = (
    select(
        procedure.c.code,
        procedure.c.name,
        procedure.c.category,
        procedure.c.offered,
        service_field.c.prefix,
    )
    .outerjoin(service_field, service_field.c.id == procedure.c.field_id)
    .order_by(procedure.c.rank_key)
)
_CORRECTED_CODES = (
    select(procedure_correction.c.code).where(procedure_correction.c.part != FIELD).distinct()
)
_MARK = select(func.count(), func.max(procedure.c.changed_at)).select_from(procedure)
_CORRECTIONS_MARK = select(func.count(), func.max(procedure_correction.c.at))
_CORRECTIONS = (
    select(
        procedure_correction.c.part,
        procedure_correction.c.value,
        procedure_correction.c.officer,
        procedure_correction.c.at,
        person.c.name,
    )
    .outerjoin(person, person.c.code == procedure_correction.c.officer)
    .order_by(procedure_correction.c.part)
)
