"""The internal process of a procedure: who works on a dossier how long, step after step.

Each procedure has one (Plan row II.6; NĐ 61/2018/NĐ-CP Điều 19). The manager sets it; it holds for the
dossiers received from its first day on, and an older one stays for those before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, select

from kiosk.catalogue.limits import limit_in_words, parse_limit
from kiosk.catalogue.reading import procedure as find_procedure
from kiosk.clock import office_day
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.deadlines import due_date
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.process_sum import limits_of, process_sum
from kiosk.ids import new_id
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.managers import only_manager
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier_event, procedure, process_template
from kiosk.storage.units import ReadUnit, WriteUnit

MOST_STEPS = 20
_LONGEST = 120
_LEAVING = (Act.ASK_SUPPLEMENT, Act.READY, Act.REFUSE, Act.STOP)


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """One step: what is done, by whom (a department, an office), within what limit (``2wd``)."""

    name: str
    responsible: str
    limit: str


@dataclass(frozen=True, slots=True)
class SetProcess:
    """The steps of a procedure from a day on (today where none is said); no steps: no process.

    ``seen``: the steps that held on that day when somebody looked; None where nobody did.
    """

    procedure: str
    steps: tuple[ProcessStep, ...]
    first_day: date | None = None
    seen: tuple[ProcessStep, ...] | None = None


@dataclass(frozen=True, slots=True)
class ProcessSet:
    """A process that was set. ``longer_than_limit``: its steps take longer than the procedure."""

    procedure: str
    first_day: date
    steps: tuple[ProcessStep, ...]
    longer_than_limit: bool


@dataclass(frozen=True, slots=True)
class DatedProcess:
    """The steps from a day on."""

    first_day: date
    steps: tuple[ProcessStep, ...]


@dataclass(frozen=True, slots=True)
class StepStanding:
    """A step of a dossier: until when, when it was done, whether it is or was late.

    ``now``: it is the one being worked on; ``soon``: that one is to be done today.
    """

    name: str
    responsible: str
    limit: str
    due_at: datetime
    done_at: datetime | None
    now: bool
    late: bool
    soon: bool


def set_process(unit: WriteUnit, wish: SetProcess) -> ProcessSet:
    """Set the process of a procedure. The ones of earlier days stay for their dossiers, also for
    those received earlier on the same day.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``procedure.unknown``, ``process.too_many`` (``most``),
    ``process.past`` (``day``), ``process.changed_meanwhile`` (``procedure``, ``day``),
    ``process.step_unfit`` (``place``), ``limit.malformed``, ``limit.out_of_range``,
    ``dossier.unfit``.
    """
    only_manager(unit)
    found = find_procedure(unit, wish.procedure)
    if wish.seen is not None:
        unit.one_at_a_time()
    if len(wish.steps) > MOST_STEPS:
        raise Refused("process.too_many", most=MOST_STEPS)
    first_day = wish.first_day or unit.day
    if first_day < unit.day:
        raise Refused("process.past", day=first_day)
    if wish.seen is not None and process_on(unit, found.code, first_day) != wish.seen:
        raise Refused("process.changed_meanwhile", procedure=found.code, day=first_day)
    steps = tuple(_sound(step, place) for place, step in enumerate(wish.steps, start=1))
    unit.add(
        process_template,
        id=new_id(),
        office_id=unit.office_id,
        procedure_code=found.code,
        first_day=first_day,
        steps=msgspec.json.encode(steps).decode(),
        set_at=unit.now,
        officer=unit.by.officer,
    )
    unit.audit("process.set", found.code, first_day=first_day, steps=len(steps))
    asked = process_sum((parse_limit(step.limit) for step in steps), limits_of(found))
    return ProcessSet(found.code, first_day, steps, asked.longer)


def process_on(
    unit: ReadUnit, procedure_code: str, day: date, until: datetime | None = None
) -> tuple[ProcessStep, ...]:
    """The steps that hold from a day on, of those set until a moment; none where none was set."""
    row = unit.row(_HOLDING, of=procedure_code, on=day, until=until or unit.now)
    return msgspec.json.decode(row.steps, type=tuple[ProcessStep, ...]) if row else ()


def processes_of(unit: ReadUnit, procedure_code: str) -> tuple[DatedProcess, ...]:
    """All processes that were set for a procedure, the latest first day first; of several for one
    day the one that holds."""
    found: dict[date, DatedProcess] = {}
    for row in unit.rows(_SET, of=procedure_code):
        steps = msgspec.json.decode(row.steps, type=tuple[ProcessStep, ...])
        found.setdefault(row.first_day, DatedProcess(row.first_day, steps))
    return tuple(found.values())


def procedures_with_process(unit: ReadUnit, day: date) -> tuple[tuple[str, str], ...]:
    """The code and name of every procedure that has steps on a day, by code."""
    rows = unit.rows(_WITH_ANY)
    return tuple((row.code, row.name) for row in rows if process_on(unit, row.code, day))


def steps_of(unit: ReadUnit, row: Row[Any]) -> tuple[StepStanding, ...]:
    """Where a dossier's row stands in its process; none while it lies at the office.

    A dossier that is forwarded again, after a supplement, begins again.
    """
    received = row.received_at
    steps = process_on(unit, row.procedure_code, office_day(received), received)
    return standing_at(unit, row, steps, unit.rows(_MOVES, of=row.id) if steps else ())


def standing_at(
    unit: ReadUnit, row: Row[Any], steps: tuple[ProcessStep, ...], log: Iterable[Row[Any]]
) -> tuple[StepStanding, ...]:
    """The same of steps and a log (``act``, ``at``) that were read already."""
    events = list(log) if steps else []
    began = [place for place, event in enumerate(events) if event.act == Act.FORWARD]
    if not began or row.state == DossierState.RECEIVED:
        return ()
    taken_up, left = [], None
    for event in events[began[-1] :]:
        if event.act in (Act.FORWARD, Act.TAKE_OVER):
            taken_up.append(event.at)
        elif event.act in _LEAVING and left is None:
            left = Left(event.at, finished=event.act in (Act.READY, Act.REFUSE))
    return standing_of(steps, taken_up, left, unit.now, office_now(unit).calendar)


def step_days(
    steps: Sequence[ProcessStep], began: datetime, calendar: WorkingCalendar
) -> tuple[datetime, ...]:
    """Until when each step is to be done: the limits count one after the other."""
    days: list[datetime] = []
    for step in steps:
        start = days[-1] if days else began
        days.append(due_date(start, parse_limit(step.limit), calendar).due_at)
    return tuple(days)


@dataclass(frozen=True, slots=True)
class Left:
    """When a dossier left its process, and whether it was ``finished`` or sent back undone."""

    at: datetime
    finished: bool


def standing_of(
    steps: Sequence[ProcessStep],
    taken_up: Sequence[datetime],
    left: Left | None,
    now: datetime,
    calendar: WorkingCalendar,
) -> tuple[StepStanding, ...]:
    """The steps of a dossier: ``taken_up`` tells when each was begun, the first by being forwarded.

    Limits count one after the other from the first, so that time lost in one is not given to the
    next. Once more hands than steps had it, the last step goes on.
    """
    found: list[StepStanding] = []
    days, current = step_days(steps, taken_up[0], calendar), min(len(taken_up), len(steps)) - 1
    for place, (step, due_at) in enumerate(zip(steps, days, strict=True)):
        reached = place <= current or (left is not None and left.finished)
        done_at = left.at if left is not None and reached else None
        if place < current:
            done_at = taken_up[place + 1]
        here = place == current and left is None
        late = reached and (done_at or now) > due_at
        found.append(
            StepStanding(
                step.name,
                step.responsible,
                limit_in_words(parse_limit(step.limit)),
                due_at,
                done_at,
                here,
                late,
                here and not late and office_day(due_at) == office_day(now),
            )
        )
    return tuple(found)


def _sound(step: ProcessStep, place: int) -> ProcessStep:
    name, who = checked_text("name", step.name), checked_text("agency", step.responsible)
    if not name or not who or max(len(name), len(who)) > _LONGEST:
        raise Refused("process.step_unfit", place=place, most=_LONGEST)
    return ProcessStep(name, who, str(parse_limit(step.limit)))


_HOLDING = (
    select(process_template.c.steps)
    .where(
        process_template.c.procedure_code == bindparam("of"),
        process_template.c.first_day <= bindparam("on"),
        process_template.c.set_at <= bindparam("until"),
    )
    .order_by(process_template.c.first_day.desc(), process_template.c.id.desc())
    .limit(1)
)
_SET = (
    select(process_template.c.first_day, process_template.c.steps)
    .where(process_template.c.procedure_code == bindparam("of"))
    .order_by(process_template.c.first_day.desc(), process_template.c.id.desc())
)
_WITH_ANY = (
    select(procedure.c.code, procedure.c.name)
    .where(procedure.c.code.in_(select(process_template.c.procedure_code)))
    .order_by(procedure.c.code)
)
_MOVES = (
    select(dossier_event.c.act, dossier_event.c.at)
    .where(dossier_event.c.dossier_id == bindparam("of"))
    .order_by(dossier_event.c.position)
)
