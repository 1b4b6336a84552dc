"""From what was scanned or typed to the dossier's row."""

import re
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, select

from kiosk.dossiers.application import Applicant, Submitter
from kiosk.dossiers.codes import parse_code, spellings
from kiosk.dossiers.identity import normal_tax_code
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier
from kiosk.storage.units import ReadUnit
from kiosk.text import squeeze

FEWEST_FIGURES = 4
"""So many last figures of a telephone number are asked for: fewer would fit half the office."""
_LOOKED_AT = 5_000

_BY_CODE = select(dossier).where(dossier.c.code.in_(bindparam("spelled", expanding=True)))
_TO_CHANGE = _BY_CODE.with_for_update()
_BY_FOREIGN = select(dossier.c.code).where(
    dossier.c.foreign_code.in_(bindparam("said", expanding=True))
)
_BY_NUMBER = (
    select(dossier.c.code)
    .where(
        (dossier.c.applicant_tax_code == bindparam("tax"))
        | (dossier.c.foreign_code == bindparam("foreign"))
    )
    .order_by(dossier.c.id.desc())
    .limit(bindparam("most"))
)
_REACHED = (
    select(dossier.c.code, dossier.c.applicant, dossier.c.submitter)
    .order_by(dossier.c.id.desc())
    .limit(_LOOKED_AT)
)


def dossier_row(unit: ReadUnit, scanned: str, *, to_change: bool = False) -> Row[Any]:
    """The row of the dossier with that code, or of the only one that the national portal knows by
    it; ``to_change`` locks it until the unit ends.

    Raises :class:`Refused`: ``barcode.unreadable`` for a text that is no dossier code (what it
    was is not repeated: it may be somebody's card), ``dossier.unknown`` (``dossier``).
    """
    code = parse_code(scanned)
    query = _TO_CHANGE if to_change else _BY_CODE
    row = unit.row(query, spelled=spellings(code)) if code is not None else None
    if row is not None:
        return row
    said = [squeeze(scanned), *([code] if code is not None else [])]
    own = unit.rows(_BY_FOREIGN, said=said)
    if len(own) == 1 and (row := unit.row(query, spelled=[own[0].code])) is not None:
        return row
    if code is None:
        raise Refused("barcode.unreadable")
    raise Refused("dossier.unknown", dossier=code)


def codes_by_phone(unit: ReadUnit, typed: str) -> frozenset[str]:
    """The newest dossiers whose applicant, or who handed them in, has a telephone number that ends
    with these figures; none where they are fewer than :data:`FEWEST_FIGURES`."""
    figures = _national(typed)
    if len(figures) < FEWEST_FIGURES:
        return frozenset()
    return frozenset(
        row.code
        for row in unit.rows(_REACHED)
        if any(_national(phone).endswith(figures) for phone in _phones(row))
    )


def codes_by_number(unit: ReadUnit, typed: str) -> frozenset[str]:
    """The dossiers of the organisation with that tax code, and the one with that code of the
    national portal."""
    tax_code, said = normal_tax_code(typed), squeeze(typed)
    rows = unit.rows(_BY_NUMBER, tax=tax_code or said, foreign=said, most=_LOOKED_AT)
    return frozenset(row.code for row in rows) if said else frozenset()


def _phones(row: Row[Any]) -> tuple[str, ...]:
    own = msgspec.json.decode(row.applicant, type=Applicant).phone
    other = msgspec.json.decode(row.submitter, type=Submitter).phone if row.submitter else None
    return tuple(phone for phone in (own, other) if phone)


def _national(phone: str) -> str:
    """The figures alone, as one dials them within the country: ``+84 912`` is ``0912``."""
    figures = re.sub(r"[^0-9]", "", phone)
    return f"0{figures[2:]}" if phone.strip().startswith("+84") else figures
