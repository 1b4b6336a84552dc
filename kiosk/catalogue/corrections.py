"""The office's own word about a procedure: what it corrects, where it files it, what it offers."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from kiosk.catalogue.correction import FIELD, Value, checked
from kiosk.catalogue.keeping import recompose
from kiosk.catalogue.reading import procedure
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import procedure as procedure_table
from kiosk.storage.schema import procedure_correction
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class CorrectProcedure:
    """The wish to correct a part; for parts and values see :func:`correction.checked`."""

    code: str
    part: str
    value: Value


@dataclass(frozen=True, slots=True)
class DropCorrection:
    """The wish to let the sources speak again about a part."""

    code: str
    part: str


@dataclass(frozen=True, slots=True)
class OfferProcedure:
    """The wish to file a procedure in a field (prefix or name; None keeps its field) and to
    show it to citizens or not.
    """

    code: str
    field_prefix: str | None
    offered: bool


@dataclass(frozen=True, slots=True)
class ProcedureCorrected:
    """A part corrected, or left to the sources again: the correction (JSON) before and now."""

    code: str
    part: str
    before: str | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True)
class ProcedureOffered:
    """Where a procedure is filed now, and whether citizens see it.

    ``filed_before`` and ``filed_now`` are the corrections (JSON) that file it.
    """

    code: str
    name: str
    field_prefix: str | None
    offered: bool
    filed_before: str | None = None
    filed_now: str | None = None
    offered_before: bool = False


def correct_procedure(unit: WriteUnit, wish: CorrectProcedure) -> ProcedureCorrected:
    """Correct a part of a procedure; the correction outlives every later import.

    Raises :class:`Refused`: ``procedure.unknown``, ``correction.part_unknown``,
    ``correction.value``, ``limit.malformed``, ``limit.out_of_range``.
    """
    known = procedure(unit, wish.code)
    value = checked(wish.part, wish.value)
    before = correction_of(unit, known.code, wish.part)
    put_correction(unit, known.code, wish.part, value)
    recompose(unit, [known.code])
    unit.audit("procedure.corrected", known.code, part=wish.part, value=msgspec.Raw(value.encode()))
    return ProcedureCorrected(known.code, wish.part, before, value)


def drop_correction(unit: WriteUnit, wish: DropCorrection) -> ProcedureCorrected:
    """Drop a correction. Raises :class:`Refused` ``procedure.unknown``, ``correction.none``."""
    known = procedure(unit, wish.code)
    before = correction_of(unit, known.code, wish.part)
    if wish.part == FIELD or not forget_correction(unit, known.code, wish.part):
        raise Refused("correction.none", procedure=known.code, part=wish.part[:40])
    recompose(unit, [known.code])
    unit.audit("procedure.correction_dropped", known.code, part=wish.part)
    return ProcedureCorrected(known.code, wish.part, before)


def offer_procedure(unit: WriteUnit, wish: OfferProcedure) -> ProcedureOffered:
    """File a procedure and show it to citizens, or take it from them.

    Raises :class:`Refused`: ``procedure.unknown``, ``field.unknown``, ``procedure.no_field`` (to
    be offered it must be in a field).
    """
    known = procedure(unit, wish.code)
    prefix = known.field_prefix
    filed_before = filed_now = correction_of(unit, known.code, FIELD)
    if wish.field_prefix is not None:
        prefix = office_now(unit).find_field(wish.field_prefix).prefix
        filed_now = msgspec.json.encode(prefix).decode()
        put_correction(unit, known.code, FIELD, filed_now)
    if wish.offered and prefix is None:
        raise Refused("procedure.no_field", procedure=known.code, name=known.name)
    show_or_hide(unit, known.code, wish.offered)
    now = recompose(unit, [known.code])[known.code]
    unit.audit("procedure.offered", known.code, field=now.field_prefix, offered=now.offered)
    return ProcedureOffered(
        now.code,
        now.name,
        now.field_prefix,
        now.offered,
        filed_before,
        filed_now,
        known.offered,
    )


def correction_of(unit: ReadUnit, code: str, part: str) -> str | None:
    """The correction in force of a part, as JSON, or None."""
    row = unit.row(_KNOWN, of_code=code, of_part=part)
    return row.value if row is not None else None


def put_correction(unit: WriteUnit, code: str, part: str, value: str) -> None:
    """Write a checked value (JSON) over the one in force, if there is one."""
    if correction_of(unit, code, part) is not None:
        unit.run(_FORGET, of_code=code, of_part=part)
    unit.run(
        insert(procedure_correction),
        code=code,
        part=part,
        value=value,
        officer=unit.by.officer,
        at=unit.now,
    )


def forget_correction(unit: WriteUnit, code: str, part: str) -> bool:
    """Let the sources speak again about a part; whether anything was in force."""
    return unit.run(_FORGET, of_code=code, of_part=part) > 0


def show_or_hide(unit: WriteUnit, code: str, offered: bool) -> None:
    """Mark a procedure as offered or not, before it is put together anew."""
    unit.run(_OFFER, of_code=code, shown=offered)


_OF_PART = (
    procedure_correction.c.code == bindparam("of_code"),
    procedure_correction.c.part == bindparam("of_part"),
)
_KNOWN = select(procedure_correction.c.value).where(*_OF_PART)
_FORGET = delete(procedure_correction).where(*_OF_PART)
_OFFER = (
    update(procedure_table)
    .where(procedure_table.c.code == bindparam("of_code"))
    .values(offered=bindparam("shown"))
)
