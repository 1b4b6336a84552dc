"""The dossiers of an office that press now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, func, null, select

from kiosk.dossiers.lost import LostPapers, lost_now
from kiosk.dossiers.model import OPEN_STATES, Act, DossierState
from kiosk.dossiers.pressing import ORDER, PRESSING_STATES, Pressure, Standing, pressures
from kiosk.dossiers.steps_at_work import StepAtWork, pressing_steps
from kiosk.office.legal import legal_profile
from kiosk.office.reading import office_now
from kiosk.storage.schema import dossier, dossier_event, dossier_pause
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class PressingDossier:
    """A dossier that presses, with all that presses of it; without any name."""

    id: str
    code: str
    procedure_code: str
    procedure_name: str
    state: DossierState
    holder: str
    due_at: datetime | None
    original_due_at: datetime | None
    pressures: tuple[Pressure, ...]


def pressing_dossiers(unit: ReadUnit, within: int = 1) -> tuple[PressingDossier, ...]:
    """Every dossier that presses now, the most pressing first; ``within`` in working days."""
    office, gone = office_now(unit), lost_of_open(unit)
    steps = {one.dossier_id: one for one in pressing_steps(unit)}
    found = []
    for row in [*unit.rows(_OPEN), *unit.rows(_WAITING, wanted=list(gone))]:
        pressed = pressures(
            _standing(row, gone.get(row.id), steps.get(row.id)),
            unit.now,
            office.calendar,
            legal_profile(row.legal_profile).rules,
            cutoff=office.rules.forward_cutoff,
            within=within,
        )
        if pressed:
            found.append(
                PressingDossier(
                    row.id,
                    row.code,
                    row.procedure_code,
                    row.procedure_name,
                    DossierState(row.state),
                    row.holder,
                    row.due_at,
                    row.original_due_at,
                    pressed,
                )
            )
    return tuple(sorted(found, key=_urgency))


def lost_of_open(unit: ReadUnit) -> dict[str, LostPapers]:
    """What is lost of the dossiers that are not returned yet, by their ids."""
    logs: dict[str, list[LoggedLine]] = {}
    for row in unit.rows(_LOST):
        line = LoggedLine(Act(row.act), row.at, msgspec.json.decode(row.details))
        logs.setdefault(row.dossier_id, []).append(line)
    return {of: gone for of, log in logs.items() if (gone := lost_now(log)) is not None}


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """A line of a log that tells of lost papers."""

    act: Act
    at: datetime
    details: dict[str, Any]


def _standing(row: Row[Any], gone: LostPapers | None, step: StepAtWork | None) -> Standing:
    return Standing(
        state=DossierState(row.state),
        complete_at=row.until or row.received_at,
        due_at=row.due_at,
        extensions=row.extensions,
        waiting_since=row.since,
        withdrawn_at=row.withdrawn_at,
        lost=gone,
        step=step,
    )


def _urgency(one: PressingDossier) -> tuple[int, datetime, str]:
    first = one.pressures[0]
    return ORDER[first.demand], first.at, one.id


_PAUSED = (
    select(
        dossier_pause.c.dossier_id,
        func.max(dossier_pause.c.since).label("since"),
        func.max(dossier_pause.c.until).label("until"),
    )
    .group_by(dossier_pause.c.dossier_id)
    .subquery()
)
# Only where it waits for an answer is its wish asked for: the whole log would be read otherwise.
_WITHDRAWN = (
    select(dossier_event.c.dossier_id, func.max(dossier_event.c.at).label("withdrawn_at"))
    .join(dossier, dossier.c.id == dossier_event.c.dossier_id)
    .where(
        dossier.c.state == DossierState.WITHDRAWING.value,
        dossier_event.c.act == Act.WITHDRAW.value,
    )
    .group_by(dossier_event.c.dossier_id)
    .subquery()
)
_DOSSIER = (
    dossier.c.id,
    dossier.c.code,
    dossier.c.procedure_code,
    dossier.c.procedure_name,
    dossier.c.state,
    dossier.c.holder,
    dossier.c.legal_profile,
    dossier.c.received_at,
    dossier.c.due_at,
    dossier.c.original_due_at,
    dossier.c.extensions,
)
_PRESSING = [state.value for state in PRESSING_STATES]
_OPEN = (
    select(*_DOSSIER, _PAUSED.c.since, _PAUSED.c.until, _WITHDRAWN.c.withdrawn_at)
    .outerjoin(_PAUSED, _PAUSED.c.dossier_id == dossier.c.id)
    .outerjoin(_WITHDRAWN, _WITHDRAWN.c.dossier_id == dossier.c.id)
    .where(dossier.c.state.in_(_PRESSING))
)
_WAITING = select(
    *_DOSSIER,
    null().label("since"),
    null().label("until"),
    null().label("withdrawn_at"),
).where(dossier.c.id.in_(bindparam("wanted", expanding=True)), dossier.c.state.not_in(_PRESSING))
"""Dossiers that wait to be given out: they press only for what is lost of them."""

_LOST = (
    select(
        dossier_event.c.dossier_id, dossier_event.c.act, dossier_event.c.at, dossier_event.c.details
    )
    .join(dossier, dossier.c.id == dossier_event.c.dossier_id)
    .where(
        dossier.c.state.in_([state.value for state in OPEN_STATES]),
        dossier_event.c.act.in_([Act.LOSE.value, Act.FIND.value]),
    )
    .order_by(dossier_event.c.dossier_id, dossier_event.c.position)
)
