"""From what was scanned or typed to the dossier's row."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from kiosk.dossiers.codes import parse_code, spellings
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier
from kiosk.storage.units import ReadUnit

_BY_CODE = select(dossier).where(dossier.c.code.in_(bindparam("spelled", expanding=True)))
_TO_CHANGE = _BY_CODE.with_for_update()


def dossier_row(unit: ReadUnit, scanned: str, *, to_change: bool = False) -> Row[Any]:
    """The row of the dossier with that code; ``to_change`` locks it until the unit ends.

    Raises :class:`Refused`: ``barcode.unreadable`` for a text that is no dossier code (what it
    was is not repeated: it may be somebody's card), ``dossier.unknown`` (``dossier``).
    """
    code = parse_code(scanned)
    if code is None:
        raise Refused("barcode.unreadable")
    row = unit.row(_TO_CHANGE if to_change else _BY_CODE, spelled=spellings(code))
    if row is None:
        raise Refused("dossier.unknown", dossier=code)
    return row
