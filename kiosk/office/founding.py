"""Founding an office in an empty store."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import func, insert, select

from kiosk.ids import new_id
from kiosk.office.holiday_seed import seed_days
from kiosk.office.model import Profile, Rules
from kiosk.office.plan import Plan, clock_time
from kiosk.office.signing_in import hashed_pin
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.units import WriteUnit
from kiosk.text import squeeze

YEARS_BACK, YEARS_AHEAD = 1, 2


@dataclass(frozen=True, slots=True)
class OfficeFounded:
    """The office made, and how much of it.

    ``without_pin``: the codes of those who cannot sign in yet, managers first.
    """

    office_id: str
    name: str
    unit_code: str
    sample: bool
    fields: int
    counters: int
    people: int
    calendar_days: int
    without_pin: tuple[str, ...] = ()


def found_office(unit: WriteUnit, plan: Plan) -> OfficeFounded:
    """Write a planned office into an empty store, and seed its calendar (all unconfirmed).

    Raises :class:`Refused` ``office.exists``.
    """
    if unit.conn.execute(select(func.count()).select_from(schema.office)).scalar_one():
        raise Refused("office.exists")
    unit.conn.execute(insert(schema.office), _office(unit, plan))
    unit.conn.execute(
        insert(schema.opening_session),
        [
            {
                "id": new_id(),
                "weekday": session.weekday,
                "opens": clock_time(session.opens),
                "closes": clock_time(session.closes),
                "open_for_public": session.open_for_public,
                "counts_for_deadline": session.counts_for_deadline,
            }
            for session in plan.sessions
        ],
    )
    fields = {field.prefix: new_id() for field in plan.fields}
    unit.conn.execute(
        insert(schema.service_field),
        [
            {
                "id": fields[field.prefix],
                "prefix": field.prefix,
                "name": field.name,
                "name_en": field.name_en or field.name,
                "icon": field.icon,
                "categories": msgspec.json.encode(field.categories).decode(),
                "position": position,
                "active": True,
            }
            for position, field in enumerate(plan.fields)
        ],
    )
    counters = _counters(unit, plan, fields)
    _departments(unit, plan, fields)
    _people(unit, plan, counters)
    if plan.priority_groups:
        unit.conn.execute(
            insert(schema.priority_group),
            [
                {
                    "code": group.code,
                    "name": group.name,
                    "name_en": group.name_en or group.name,
                    "rank": group.rank,
                    "active": True,
                }
                for group in plan.priority_groups
            ],
        )
    days = seed_days(unit.day.year - YEARS_BACK, unit.day.year + YEARS_AHEAD)
    unit.conn.execute(
        insert(schema.calendar_day),
        [
            {
                "date": day.date,
                "kind": day.kind.value,
                "name": day.name,
                "source": day.source,
                "confirmed": day.confirmed,
            }
            for day in days
        ],
    )
    unit.audit("office.founded", unit.office_id, name=plan.office.name, sample=plan.sample)
    return OfficeFounded(
        unit.office_id,
        plan.office.name,
        plan.office.unit_code,
        plan.sample,
        len(plan.fields),
        len(plan.counters),
        len(plan.people),
        len(days),
        tuple(
            person.code
            for person in sorted(plan.people, key=lambda one: one.role != "manager")
            if not person.pin
        ),
    )


def _office(unit: WriteUnit, plan: Plan) -> dict[str, object]:
    told = plan.office
    profile = Profile(
        name=told.name,
        parent=told.parent,
        short_name=told.short_name or told.name,
        place=told.place,
        address=told.address,
        hotline=told.hotline,
        motto=told.motto,
        legal_profile=told.legal_profile,
        feedback_address=told.feedback_address,
        code_pattern=told.code_pattern,
    )
    rules = Rules(
        forward_cutoff=clock_time(plan.rules.forward_cutoff),
        after_cutoff_counts_as_next_day=plan.rules.after_cutoff_counts_as_next_day,
        priority_ratio=plan.rules.priority_ratio,
        wait_guard_minutes=plan.rules.wait_guard_minutes,
        recall_limit=plan.rules.recall_limit,
        no_show_return_minutes=plan.rules.no_show_return_minutes,
        entries_per_volume=plan.rules.entries_per_volume,
        backup_keep_days=plan.rules.backup_keep_days,
        pin_lock_minutes=plan.rules.pin_lock_minutes,
        ticket_validity_note=plan.rules.ticket_validity_note,
    )
    return {
        "id": unit.office_id,
        "revision": 1,
        "sample": plan.sample,
        "unit_code": told.unit_code,
        "profile": msgspec.json.encode(profile).decode(),
        "rules": msgspec.json.encode(rules).decode(),
    }


def _counters(unit: WriteUnit, plan: Plan, fields: dict[str, str]) -> dict[int, str]:
    counters = {counter.number: new_id() for counter in plan.counters}
    unit.conn.execute(
        insert(schema.counter),
        [
            {"id": counters[c.number], "number": c.number, "name": c.name, "active": True}
            for c in plan.counters
        ],
    )
    served = [
        {"counter_id": counters[c.number], "field_id": fields[prefix]}
        for c in plan.counters
        for prefix in c.fields
    ]
    if served:
        unit.conn.execute(insert(schema.counter_field), served)
    unit.conn.execute(
        insert(schema.desk),
        [{"counter_id": key, "priority_run": 0} for key in counters.values()],
    )
    return counters


def _departments(unit: WriteUnit, plan: Plan, fields: dict[str, str]) -> None:
    for position, one in enumerate(plan.departments):
        key = new_id()
        unit.conn.execute(
            insert(schema.department),
            {
                "id": key,
                "name": squeeze(one.name),
                "parent": one.parent,
                "head_name": one.head_name,
                "head_title": one.head_title,
                "phone": one.phone,
                "position": position,
                "active": True,
            },
        )
        for prefix in one.fields:
            answers = {"department_id": key, "field_id": fields[prefix]}
            unit.conn.execute(insert(schema.department_field), answers)


def _people(unit: WriteUnit, plan: Plan, counters: dict[int, str]) -> None:
    if not plan.people:
        return
    unit.conn.execute(
        insert(schema.person),
        [
            {
                "id": new_id(),
                "code": person.code,
                "name": person.name,
                "title": person.title,
                "field": person.field,
                "phone": person.phone,
                "public": person.public,
                "is_head": person.is_head,
                "role": person.role,
                "counter_id": None if person.counter is None else counters[person.counter],
                "position": position,
                "active": True,
                "pin_hash": hashed_pin(person.pin) if person.pin else None,
                "wrong_pins": 0,
            }
            for position, person in enumerate(plan.people)
        ],
    )
