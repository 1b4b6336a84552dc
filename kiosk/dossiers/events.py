"""The log of a dossier: one line for every step, never changed (TT 01/2018/TT-VPCP Điều 17)."""

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import bindparam, insert, select

from kiosk.dossiers.model import ACT_WORDS, Act, DossierState
from kiosk.ids import new_id
from kiosk.office.directory import find_person
from kiosk.storage.schema import dossier_event
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who acts, as a paper names them; a station that acts by itself signs nothing."""

    code: str | None
    name: str


def signatory(unit: ReadUnit, officer: str | None) -> Signatory:
    """The officer with that code. Raises :class:`Refused` ``person.unknown``."""
    if officer is None:
        return Signatory(None, "")
    person = find_person(unit, officer)
    return Signatory(person.code, person.name)


def add_event(
    unit: WriteUnit,
    dossier_id: str,
    position: int,
    act: Act,
    state: DossierState,
    by: Signatory,
    **details: object,
) -> None:
    """Write the line at ``position`` (from 1): the revision that the dossier then has.

    Two acts upon one revision cannot both be written: UNIQUE guards the position.
    """
    unit.conn.execute(
        _ADD,
        {
            "id": new_id(),
            "dossier_id": dossier_id,
            "position": position,
            "act": act.value,
            "state": state.value,
            "at": unit.now,
            "officer": by.code,
            "officer_name": by.name or unit.by.station,
            "station": unit.by.station,
            "details": msgspec.json.encode(details).decode(),
        },
    )


def last_act(unit: ReadUnit, dossier_id: str) -> dict[str, Any]:
    """What was done to a dossier last, as a refusal tells it to who comes second: ``did`` in words,
    ``by`` whom, ``at`` when."""
    row = unit.row(_LAST, of=dossier_id)
    if row is None:
        return {}
    return {
        "did": ACT_WORDS[Act(row.act)],
        "by": said_by(row.officer, row.officer_name),
        "at": row.at,
    }


def said_by(officer: str | None, name: str) -> str:
    """Who wrote a line of the log: an officer by name, a station that acted by itself as one."""
    return name if officer is not None else f"máy {name}"


_ADD = insert(dossier_event)
_LAST = (
    select(
        dossier_event.c.act,
        dossier_event.c.officer,
        dossier_event.c.officer_name,
        dossier_event.c.at,
    )
    .where(dossier_event.c.dossier_id == bindparam("of"))
    .order_by(dossier_event.c.position.desc())
    .limit(1)
)
