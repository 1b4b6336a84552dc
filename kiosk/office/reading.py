"""Reading the office out of the store."""

from datetime import date

import msgspec
from sqlalchemy import select, update

from kiosk.office.calendar import CalendarDay, DayKind, Session, WorkingCalendar
from kiosk.office.legal import LegalProfile, profile_on
from kiosk.office.model import (
    Counter,
    Department,
    Field,
    Office,
    Pause,
    PriorityGroup,
    Profile,
    Rules,
)
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.units import ReadUnit, WriteUnit


def office_now(unit: ReadUnit) -> Office:
    """The office as it stands in this unit's view of the store.

    It is read anew only when its revision has moved since the last look: numbers are taken and
    called far more often than an office changes.

    Raises :class:`Refused` ``office.missing``.
    """
    known = unit.memory.get(_MEMORY)
    if not isinstance(known, Office) or known.revision != unit.office_revision:
        known = _read(unit)
        # What this very unit has changed is remembered once it holds, not before.
        if known.revision == unit.office_revision:
            unit.memory[_MEMORY] = known
    return known


def profile_now(unit: ReadUnit) -> LegalProfile:
    """The decree in force on the unit's day: what is received, refused or handed over then.

    Raises :class:`Refused`: ``office.missing``, and as :func:`kiosk.office.legal.profile_on`.
    """
    return profile_on(unit.day, office_now(unit).profile.legal_profile)


def office_held(unit: WriteUnit) -> Office:
    """The office for changing it: nobody else changes it until this unit ends.

    Whoever waited here for another manager's change sees it, so a guard compares with what stands.

    Raises :class:`Refused` ``office.missing``.
    """
    unit.one_at_a_time()
    return _read(unit)


def office_changed(unit: WriteUnit) -> None:
    """Say that something of the office was changed in this unit: every station reads it anew."""
    unit.run(_NEXT_REVISION)
    unit.memory.pop(_MEMORY, None)


_MEMORY = "office"
_NEXT_REVISION = update(schema.office).values(revision=schema.office.c.revision + 1)


def _read(unit: ReadUnit) -> Office:
    row = unit.row(select(schema.office))
    if row is None:
        raise Refused("office.missing")
    return Office(
        id=row.id,
        revision=row.revision,
        sample=row.sample,
        unit_code=row.unit_code,
        profile=msgspec.json.decode(row.profile, type=Profile),
        rules=msgspec.json.decode(row.rules, type=Rules),
        calendar=WorkingCalendar(_sessions(unit), _days(unit)),
        fields=_fields(unit),
        counters=_counters(unit),
        priority_groups=_priority_groups(unit),
        pause=Pause(row.paused_at, row.paused_why or "") if row.paused_at else None,
        departments=_departments(unit),
    )


def _sessions(unit: ReadUnit) -> tuple[Session, ...]:
    table = schema.opening_session
    return tuple(
        Session(
            weekday=row.weekday - 1,
            opens=row.opens,
            closes=row.closes,
            open_for_public=row.open_for_public,
            counts_for_deadline=row.counts_for_deadline,
        )
        for row in unit.rows(select(table).order_by(table.c.weekday, table.c.opens))
    )


def _days(unit: ReadUnit) -> dict[date, CalendarDay]:
    return {
        row.date: CalendarDay(row.date, DayKind(row.kind), row.name, row.source, row.confirmed)
        for row in unit.rows(select(schema.calendar_day))
    }


def _fields(unit: ReadUnit) -> tuple[Field, ...]:
    table = schema.service_field
    return tuple(
        Field(
            id=row.id,
            prefix=row.prefix,
            name=row.name,
            name_en=row.name_en,
            icon=row.icon,
            categories=msgspec.json.decode(row.categories, type=tuple[str, ...]),
            active=row.active,
            daily_limit=row.daily_limit,
        )
        for row in unit.rows(select(table).order_by(table.c.position))
    )


def _counters(unit: ReadUnit) -> tuple[Counter, ...]:
    served: dict[str, list[str]] = {}
    for row in unit.rows(
        select(schema.counter_field.c.counter_id, schema.service_field.c.prefix)
        .join(schema.service_field, schema.service_field.c.id == schema.counter_field.c.field_id)
        .order_by(schema.service_field.c.position)
    ):
        served.setdefault(row.counter_id, []).append(row.prefix)
    return tuple(
        Counter(row.id, row.number, row.name, tuple(served.get(row.id, ())), row.active)
        for row in unit.rows(select(schema.counter).order_by(schema.counter.c.number))
    )


def _priority_groups(unit: ReadUnit) -> tuple[PriorityGroup, ...]:
    table = schema.priority_group
    return tuple(
        PriorityGroup(row.code, row.name, row.name_en, row.rank, row.active)
        for row in unit.rows(select(table).order_by(table.c.rank))
    )


def _departments(unit: ReadUnit) -> tuple[Department, ...]:
    table, link = schema.department, schema.department_field
    answers: dict[str, list[str]] = {}
    for row in unit.rows(
        select(link.c.department_id, schema.service_field.c.prefix)
        .join(schema.service_field, schema.service_field.c.id == link.c.field_id)
        .order_by(schema.service_field.c.position)
    ):
        answers.setdefault(row.department_id, []).append(row.prefix)
    return tuple(
        Department(
            row.id,
            row.name,
            row.parent,
            row.head_name,
            row.head_title,
            row.phone,
            tuple(answers.get(row.id, ())),
            row.active,
        )
        for row in unit.rows(select(table).order_by(table.c.position))
    )
