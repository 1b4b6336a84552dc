"""Reading the catalogue out of the store."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from sqlalchemy import bindparam, func, select

from kiosk.catalogue.procedure import Procedure
from kiosk.refusal import Refused
from kiosk.storage.schema import procedure as procedure_table
from kiosk.storage.schema import procedure_correction, procedure_source, service_field
from kiosk.storage.units import ReadUnit
from kiosk.text import squeeze


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How many procedures are known in a field, and how many of them are offered."""

    prefix: str
    known: int
    offered: int


@dataclass(frozen=True, slots=True)
class CorrectionInForce:
    """A correction of the office: the part, its value (JSON), whose it is and since when."""

    part: str
    value: str
    officer: str | None
    at: str


def procedure(unit: ReadUnit, code: str) -> Procedure:
    """The procedure with that code. Raises :class:`Refused` ``procedure.unknown``."""
    for wanted in dict.fromkeys((code, squeeze(code))):
        row = unit.row(_DETAILS, code=wanted)
        if row is not None:
            return msgspec.json.decode(row.details, type=Procedure)
    raise Refused("procedure.unknown", procedure=code[:40])


def procedures_of(unit: ReadUnit, codes: Iterable[str]) -> tuple[Procedure, ...]:
    """Those of some procedures that are known, by code."""
    rows = unit.rows(_SOME, codes=list(codes))
    return tuple(msgspec.json.decode(row.details, type=Procedure) for row in rows)


def offered_in(unit: ReadUnit, field_prefix: str) -> tuple[Procedure, ...]:
    """What the office offers in a field, shorter names first."""
    rows = unit.rows(_OFFERED, prefix=field_prefix)
    return tuple(msgspec.json.decode(row.details, type=Procedure) for row in rows)


def counts_by_field(unit: ReadUnit) -> tuple[FieldCount, ...]:
    """For every field of the office how many procedures it has, in the office's order."""
    return tuple(FieldCount(row.prefix, row.known, row.offered) for row in unit.rows(_COUNTS))


def raw_sources(unit: ReadUnit, code: str) -> dict[str, str]:
    """The raw sources of a procedure, by kind, untouched as they came."""
    return {row.kind: row.raw for row in unit.rows(_RAW, code=code)}


def corrections_in_force(unit: ReadUnit, code: str) -> tuple[CorrectionInForce, ...]:
    """What the office has corrected in a procedure."""
    return tuple(
        CorrectionInForce(row.part, row.value, row.officer, row.at.isoformat())
        for row in unit.rows(_CORRECTED, code=code)
    )


_DETAILS = select(procedure_table.c.details).where(procedure_table.c.code == bindparam("code"))
_SOME = (
    select(procedure_table.c.details)
    .where(procedure_table.c.code.in_(bindparam("codes", expanding=True)))
    .order_by(procedure_table.c.code)
)
_OFFERED = (
    select(procedure_table.c.details)
    .join(service_field, service_field.c.id == procedure_table.c.field_id)
    .where(procedure_table.c.offered, service_field.c.prefix == bindparam("prefix"))
    .order_by(procedure_table.c.rank_key)
)
_COUNTS = (
    select(
        service_field.c.prefix,
        func.count(procedure_table.c.code).label("known"),
        func.count(procedure_table.c.code).filter(procedure_table.c.offered).label("offered"),
    )
    .outerjoin(procedure_table, procedure_table.c.field_id == service_field.c.id)
    .group_by(service_field.c.id, service_field.c.prefix, service_field.c.position)
    .order_by(service_field.c.position)
)
_RAW = select(procedure_source.c.kind, procedure_source.c.raw).where(
    procedure_source.c.code == bindparam("code")
)
_CORRECTED = (
    select(procedure_correction)
    .where(procedure_correction.c.code == bindparam("code"))
    .order_by(procedure_correction.c.part)
)
