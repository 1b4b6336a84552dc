"""The times a dossier waited for its citizen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from kiosk.storage.schema import dossier_pause
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class Pause:
    """One time a dossier waited for its citizen, and what the due date then became.

    ``late``: it was asked for later than the decree allows. ``due_before``: the day that was told until then. ``due_restarted`` counts the limit from zero,
    ``due_shifted`` moves the day it is judged by on by the working days of waiting: both are kept, whichever the decree lets count.
    """

    since: datetime
    until: datetime | None
    due_before: datetime | None
    due_restarted: datetime | None
    due_shifted: datetime | None
    late: bool


def pauses_of(unit: ReadUnit, dossier_id: str) -> tuple[Pause, ...]:
    """The times a dossier waited, the first one first."""
    return tuple(
        Pause(row.since, row.until, row.due_before, row.due_restarted, row.due_shifted, row.late)
        for row in unit.rows(_PAUSES, of=dossier_id)
    )


def waiting_since(unit: ReadUnit, dossier_ids: Sequence[str]) -> dict[str, datetime]:
    """Since when those of the dossiers wait that wait now."""
    if not dossier_ids:
        return {}
    return {row.dossier_id: row.since for row in unit.rows(_WAITING, ids=list(dossier_ids))}


def begin_pause(
    unit: WriteUnit, dossier_id: str, due_before: datetime | None, *, late: bool
) -> None:
    """The dossier waits from now on."""
    values = {
        "dossier_id": dossier_id,
        "position": len(pauses_of(unit, dossier_id)) + 1,
        "since": unit.now,
        "due_before": due_before,
        "late": late,
    }
    unit.conn.execute(insert(dossier_pause), values)


def end_pause(
    unit: WriteUnit,
    dossier_id: str,
    *,
    restarted: datetime | None = None,
    shifted: datetime | None = None,
) -> None:
    """The dossier waits no more; without any due date where it ends here."""
    unit.run(_END, of=dossier_id, ended=unit.now, restarted=restarted, moved=shifted)


def complete_at(unit: ReadUnit, row: Row[Any]) -> datetime:
    """Since when a dossier is complete: its reception, or when what was missing last had come."""
    ended = [pause.until for pause in pauses_of(unit, row.id) if pause.until is not None]
    moment: datetime = max(ended, default=row.received_at)
    return moment


_PAUSES = (
    select(dossier_pause)
    .where(dossier_pause.c.dossier_id == bindparam("of"))
    .order_by(dossier_pause.c.position)
)
_WAITING = select(dossier_pause.c.dossier_id, dossier_pause.c.since).where(
    dossier_pause.c.dossier_id.in_(bindparam("ids", expanding=True)),
    dossier_pause.c.until.is_(None),
)
_END = (
    update(dossier_pause)
    .where(dossier_pause.c.dossier_id == bindparam("of"), dossier_pause.c.until.is_(None))
    .values(
        until=bindparam("ended"),
        due_restarted=bindparam("restarted"),
        due_shifted=bindparam("moved"),
    )
)
