"""What the page of internal processes asks of the store. Imported only in the store's lane."""

from datetime import date
from typing import Any

from kiosk.catalogue.reading import procedure
from kiosk.dossiers.process import (
    DatedProcess,
    ProcessStep,
    SetProcess,
    procedures_with_process,
    process_on,
    processes_of,
    set_process,
)
from kiosk.dossiers.process_sum import limits_of
from kiosk.office.reading import office_now
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.procedures.process_props import ProcessSeen, StepLine, Version
from kiosk.ui.parts.choice import Option


def look(unit: ReadUnit, code: str) -> ProcessSeen:
    """The processes of a procedure, and what its steps may be made of."""
    found, office = procedure(unit, code), office_now(unit)
    field = next((one.id for one in office.fields if one.prefix == found.field_prefix), "")
    others = procedures_with_process(unit, unit.day)
    return ProcessSeen(
        found.code,
        found.name,
        unit.day,
        tuple(_version(one) for one in processes_of(unit, code)),
        limits_of(found),
        (*(one.name for one in office.departments_for(field)), office.profile.name),
        tuple(Option(other, f"{other} · {name}") for other, name in others if other != code),
    )


def steps_now(unit: ReadUnit, code: str) -> tuple[StepLine, ...]:
    """The steps of a procedure today."""
    return _lines(process_on(unit, code, unit.day))


def setting(
    code: str, steps: tuple[StepLine, ...], first_day: date, seen: tuple[StepLine, ...]
) -> tuple[UseCase[Any, Any], Any]:
    """The steps of a procedure from a day on."""
    return set_process, SetProcess(code, _steps(steps), first_day, _steps(seen))


def _version(one: DatedProcess) -> Version:
    return Version(one.first_day, _lines(one.steps))


def _lines(steps: tuple[ProcessStep, ...]) -> tuple[StepLine, ...]:
    return tuple(StepLine(one.name, one.responsible, one.limit) for one in steps)


def _steps(lines: tuple[StepLine, ...]) -> tuple[ProcessStep, ...]:
    return tuple(ProcessStep(one.name, one.responsible, one.limit) for one in lines)
