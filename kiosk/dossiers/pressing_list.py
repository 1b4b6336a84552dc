"""The dossiers of an office that press now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from kiosk.dossiers.model import Act, DossierState
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
    office = office_now(unit)
    steps = {one.dossier_id: one for one in pressing_steps(unit)}
    found = []
    for row in unit.rows(_OPEN):
        pressed = pressures(
            _standing(row, steps.get(row.id)),
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


def _standing(row: Row[Any], step: StepAtWork | None) -> Standing:
    return Standing(
        state=DossierState(row.state),
        complete_at=row.until or row.received_at,
        due_at=row.due_at,
        extensions=row.extensions,
        waiting_since=row.since,
        withdrawn_at=row.withdrawn_at,
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
_WITHDRAWN = (
    select(dossier_event.c.dossier_id, func.max(dossier_event.c.at).label("withdrawn_at"))
    .where(dossier_event.c.act == Act.WITHDRAW.value)
    .group_by(dossier_event.c.dossier_id)
    .subquery()
)
_OPEN = (
    select(
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
        _PAUSED.c.since,
        _PAUSED.c.until,
        _WITHDRAWN.c.withdrawn_at,
    )
    .outerjoin(_PAUSED, _PAUSED.c.dossier_id == dossier.c.id)
    .outerjoin(_WITHDRAWN, _WITHDRAWN.c.dossier_id == dossier.c.id)
    .where(dossier.c.state.in_([state.value for state in PRESSING_STATES]))
)
