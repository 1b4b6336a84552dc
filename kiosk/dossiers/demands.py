"""What presses of the dossiers that are looked at now: each is looked up by its id, none sought."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Row, bindparam, func, select

from kiosk.clock import office_day
from kiosk.dossiers.lost import LostPapers, lost_now
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.pressing import Pressure, Standing, pressures
from kiosk.dossiers.pressing_list import LoggedLine
from kiosk.dossiers.process import ProcessStep, process_on, standing_at
from kiosk.dossiers.steps_at_work import StepAtWork, at_work
from kiosk.office.legal import legal_profile
from kiosk.office.reading import office_now
from kiosk.storage.schema import dossier, dossier_event, dossier_pause, process_template
from kiosk.storage.units import ReadUnit

Demands = dict[str, tuple[Pressure, ...]]


def demands_of(unit: ReadUnit, ids: Sequence[str], within: int = 1) -> Demands:
    """What presses of each of these dossiers, the most pressing first, by their ids; ``within`` in
    working days. Those of which nothing presses are left out."""
    if not ids:
        return {}
    of = list(ids)
    office = office_now(unit)
    rows = list(unit.rows(_ROWS, ids=of))
    paused = {row.dossier_id: row for row in unit.rows(_PAUSED, ids=of)}
    asked_back = {row.dossier_id: row.at for row in unit.rows(_WITHDRAWN, ids=of)}
    lost, steps = _lost(unit, of), _steps(unit, rows)
    found: Demands = {}
    for row in rows:
        pause = paused.get(row.id)
        standing = Standing(
            state=DossierState(row.state),
            complete_at=(pause.until if pause is not None else None) or row.received_at,
            due_at=row.due_at,
            extensions=row.extensions,
            waiting_since=pause.since if pause is not None else None,
            withdrawn_at=asked_back.get(row.id),
            lost=lost.get(row.id),
            step=steps.get(row.id),
        )
        pressed = pressures(
            standing,
            unit.now,
            office.calendar,
            legal_profile(row.legal_profile).rules,
            cutoff=office.rules.forward_cutoff,
            within=within,
        )
        if pressed:
            found[row.id] = pressed
    return found


def _lost(unit: ReadUnit, ids: list[str]) -> dict[str, LostPapers]:
    logs: dict[str, list[LoggedLine]] = {}
    for row in unit.rows(_LOST, ids=ids):
        line = LoggedLine(Act(row.act), row.at, msgspec.json.decode(row.details))
        logs.setdefault(row.dossier_id, []).append(line)
    return {of: gone for of, log in logs.items() if (gone := lost_now(log)) is not None}


def _steps(unit: ReadUnit, rows: Sequence[Row[Any]]) -> dict[str, StepAtWork]:
    """The step of each that is late or ends today; a process is read once for all that go by it."""
    with_steps = {row.procedure_code for row in unit.rows(_PROCEDURES)}
    at_the_office = [
        row
        for row in rows
        if row.state == DossierState.PROCESSING and row.procedure_code in with_steps
    ]
    if not at_the_office:
        return {}
    moves: dict[str, list[Row[Any]]] = {}
    for move in unit.rows(_MOVES, ids=[row.id for row in at_the_office]):
        moves.setdefault(move.dossier_id, []).append(move)
    processes: dict[tuple[str, date, datetime], tuple[ProcessStep, ...]] = {}
    found = {}
    for row in at_the_office:
        key = (row.procedure_code, office_day(row.received_at), row.received_at)
        if key not in processes:
            processes[key] = process_on(unit, *key)
        steps = standing_at(unit, row, processes[key], moves.get(row.id, []))
        if (step := at_work(row, steps)) is not None:
            found[row.id] = step
    return found


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ROWS = select(
    dossier.c.id,
    dossier.c.code,
    dossier.c.procedure_code,
    dossier.c.procedure_name,
    dossier.c.state,
    dossier.c.holder,
    dossier.c.legal_profile,
    dossier.c.received_at,
    dossier.c.due_at,
    dossier.c.extensions,
).where(dossier.c.id.in_(_IDS))
_PAUSED = (
    select(
        dossier_pause.c.dossier_id,
        func.max(dossier_pause.c.since).label("since"),
        func.max(dossier_pause.c.until).label("until"),
    )
    .where(dossier_pause.c.dossier_id.in_(_IDS))
    .group_by(dossier_pause.c.dossier_id)
)
_WITHDRAWN = (
    select(dossier_event.c.dossier_id, func.max(dossier_event.c.at).label("at"))
    .where(dossier_event.c.dossier_id.in_(_IDS), dossier_event.c.act == Act.WITHDRAW.value)
    .group_by(dossier_event.c.dossier_id)
)
_LOST = (
    select(
        dossier_event.c.dossier_id, dossier_event.c.act, dossier_event.c.at, dossier_event.c.details
    )
    .where(
        dossier_event.c.dossier_id.in_(_IDS),
        dossier_event.c.act.in_([Act.LOSE.value, Act.FIND.value]),
    )
    .order_by(dossier_event.c.dossier_id, dossier_event.c.position)
)
_PROCEDURES = select(process_template.c.procedure_code).distinct()
_MOVES = (
    select(dossier_event.c.dossier_id, dossier_event.c.act, dossier_event.c.at)
    .where(dossier_event.c.dossier_id.in_(_IDS))
    .order_by(dossier_event.c.dossier_id, dossier_event.c.position)
)
