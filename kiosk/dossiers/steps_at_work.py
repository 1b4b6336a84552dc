"""The steps that dossiers stand at now, where one ends today or is late: seen before it is late."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from kiosk.dossiers.model import DossierState
from kiosk.dossiers.process import StepStanding, steps_of
from kiosk.storage.schema import dossier, process_template
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class StepAtWork:
    """The step that a dossier stands at: the ``place``-th of so many; without any name of a person.

    ``holder`` has the dossier now, whoever the step says is to work on it.
    """

    dossier_id: str
    code: str
    procedure_name: str
    holder: str
    place: int
    of: int
    step: StepStanding

    @property
    def words(self) -> str:
        """``Bước 2/3 “Ký duyệt”``"""
        return f"Bước {self.place}/{self.of} “{self.step.name}”"

    @property
    def due_at(self) -> datetime:
        """Until when it is to be done."""
        return self.step.due_at


def current_step(steps: tuple[StepStanding, ...]) -> tuple[int, StepStanding] | None:
    """The step that is worked on, by its place from 1; None where none is."""
    return next(((place, step) for place, step in enumerate(steps, 1) if step.now), None)


def pressing_steps(unit: ReadUnit) -> tuple[StepAtWork, ...]:
    """Every step that is late or ends today, the one that ended first before the others."""
    found = [
        step
        for row in unit.rows(_AT_WORK)
        if (step := at_work(row, steps_of(unit, row))) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.due_at, one.dossier_id)))


def at_work(row: Row[Any], steps: tuple[StepStanding, ...]) -> StepAtWork | None:
    """The step that a dossier's row stands at, where it is late or ends today."""
    current = current_step(steps)
    if current is None or not (current[1].late or current[1].soon):
        return None
    place, step = current
    return StepAtWork(row.id, row.code, row.procedure_name, row.holder, place, len(steps), step)


_AT_WORK = select(
    dossier.c.id,
    dossier.c.code,
    dossier.c.procedure_code,
    dossier.c.procedure_name,
    dossier.c.holder,
    dossier.c.state,
    dossier.c.received_at,
).where(
    dossier.c.state == DossierState.PROCESSING.value,
    dossier.c.procedure_code.in_(select(process_template.c.procedure_code)),
)
