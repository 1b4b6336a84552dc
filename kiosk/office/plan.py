"""An office as somebody writes it down in TOML, read and checked."""

import re
from collections.abc import Iterator
from datetime import time
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from kiosk.office.entries import UNIT_CODE
from kiosk.paths import RESOURCES
from kiosk.refusal import Refused
from kiosk.text import code_point, fold, has_control, squeeze, unprintable
from kiosk.toml_file import UnreadableTomlError, WrongTomlError, read_toml, shaped

Short = Annotated[str, Meta(min_length=1, max_length=120)]
Optional = Annotated[str, Meta(max_length=300)]


class OfficePlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[office]``: name, address, and the unit code that heads every dossier code."""

    name: Short
    parent: Short
    place: Short
    unit_code: Annotated[str, Meta(pattern=f"^{UNIT_CODE}")]
    short_name: Optional = ""
    address: Optional = ""
    hotline: Optional = ""
    motto: Optional = ""
    feedback_address: Optional = ""
    legal_profile: Annotated[str, Meta(pattern=r"^ND[0-9]+_[0-9]{4}\Z")] = "ND118_2025"
    code_pattern: Annotated[str, Meta(pattern=r"^\{unit\}[-.]\{yymmdd\}[-.]\{nnnn\}\Z")] = (
        "{unit}-{yymmdd}-{nnnn}"
    )


class RulesPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[rules]``: what the office decides itself."""

    forward_cutoff: str = "15:00"
    after_cutoff_counts_as_next_day: bool = False
    priority_ratio: Annotated[int, Meta(ge=1, le=20)] = 2
    recall_limit: Annotated[int, Meta(ge=1, le=20)] = 3
    entries_per_volume: Annotated[int, Meta(ge=50, le=100000)] = 1000
    backup_keep_days: Annotated[int, Meta(ge=1, le=3650)] = 14
    pin_lock_minutes: Annotated[int, Meta(ge=1, le=1440)] = 15
    ticket_validity_note: Optional = ""


class SessionPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[sessions]]``: one opening session; weekday 1 is Monday, 7 is Sunday."""

    weekday: Annotated[int, Meta(ge=1, le=7)]
    opens: str
    closes: str
    open_for_public: bool = True
    counts_for_deadline: bool = True


class FieldPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[fields]]``: a field served, with the prefix of its ticket numbers."""

    prefix: Annotated[str, Meta(pattern=r"^[A-Z]{1,4}\Z")]
    name: Short
    name_en: Optional = ""
    icon: Optional = "doc"
    categories: tuple[str, ...] = ()


class CounterPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[counters]]``: a counter and the prefixes of the fields it serves."""

    number: Annotated[int, Meta(ge=1, le=99)]
    name: Annotated[str, Meta(min_length=1, max_length=40)]
    fields: tuple[str, ...]


class PersonPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[people]]``: somebody who works here; what is shown of them follows Điều 9 khoản 7."""

    code: Annotated[str, Meta(pattern=r"^[A-Z0-9]{1,20}\Z")]
    name: Short
    title: Short
    field: Optional = ""
    phone: Annotated[str, Meta(max_length=40)] = ""
    public: bool = True
    is_head: bool = False
    role: Annotated[str, Meta(pattern=r"^(officer|manager|it)\Z")] = "officer"
    counter: int | None = None
    pin: Annotated[str, Meta(pattern=r"^[0-9]{4,12}\Z")] | None = None


class PriorityPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[priority_groups]]``: a group served earlier; rank 1 first."""

    code: Annotated[str, Meta(pattern=r"^[a-z0-9_]{1,20}\Z")]
    name: Short
    name_en: Optional = ""
    rank: Annotated[int, Meta(ge=1, le=99)]


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole office, as a file tells it."""

    office: OfficePlan
    sessions: tuple[SessionPlan, ...]
    fields: tuple[FieldPlan, ...]
    counters: tuple[CounterPlan, ...]
    people: tuple[PersonPlan, ...] = ()
    rules: RulesPlan = RulesPlan()
    priority_groups: tuple[PriorityPlan, ...] = ()
    sample: bool = False
    mark: str = ""


def read_plan(file: Path) -> Plan:
    """Read an office out of a TOML file.

    Raises :class:`Refused`: ``plan.unreadable`` (no such file, or not TOML), ``plan.wrong`` (a
    value is missing or absurd; ``where`` and ``why`` say which).
    """
    try:
        plan = shaped(read_toml(file), Plan)
    except FileNotFoundError as error:
        raise Refused("plan.unreadable", file=str(file), why="không có tệp này") from error
    except UnreadableTomlError as error:
        raise Refused("plan.unreadable", file=str(file), why=str(error)) from error
    except WrongTomlError as error:
        raise Refused("plan.wrong", file=str(file), why=str(error)) from error
    _check(plan, file)
    return plan


class _Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    priority_groups: tuple[PriorityPlan, ...]


def with_usual_priority_groups(plan: Plan) -> Plan:
    """The plan with the groups of ``resources/priority_groups.toml``, for an office that names none.

    Raises :class:`Refused` ``plan.unreadable`` when that file is damaged.
    """
    file = RESOURCES / "priority_groups.toml"
    try:
        groups = shaped(read_toml(file), _Groups).priority_groups
    except (OSError, UnreadableTomlError, WrongTomlError) as error:
        raise Refused("plan.unreadable", file=str(file), why=str(error)) from error
    return msgspec.structs.replace(plan, priority_groups=groups)


def clock_time(text: str) -> time:
    """``"07:30"`` as a time of day. Raises :class:`ValueError`."""
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", text):
        raise ValueError(text)
    return time.fromisoformat(text)


def _check(plan: Plan, file: Path) -> None:
    for why in (*_unprintable(plan), *_repeated(plan), *_dangling(plan), *_times_wrong(plan)):
        raise Refused("plan.wrong", file=str(file), why=why)


def _unprintable(plan: Plan) -> Iterator[str]:
    for kind, part in _texts(msgspec.to_builtins(plan)):
        if has_control(part):
            yield f"{kind}: có ký tự không in được"
        elif letter := unprintable(part):
            yield f"{kind}: có chữ “{letter}” ({code_point(letter)}) mà giấy in ra không có"


def _texts(found: Any, where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, str):
        yield where, found
    elif isinstance(found, dict):
        for name, part in found.items():
            yield from _texts(part, f"{where}.{name}".removeprefix("."))
    elif isinstance(found, tuple | list):
        for part in found:
            yield from _texts(part, where)


def _repeated(plan: Plan) -> Iterator[str]:
    each: list[tuple[str, list[str] | list[int]]] = [
        ("fields.prefix", [field.prefix for field in plan.fields]),
        # As they are looked for, whatever their accents.
        ("fields.name", [fold(squeeze(field.name)) for field in plan.fields]),
        ("counters.number", [counter.number for counter in plan.counters]),
        ("people.code", [person.code for person in plan.people]),
        ("priority_groups.rank", [group.rank for group in plan.priority_groups]),
        ("priority_groups.code", [group.code for group in plan.priority_groups]),
    ]
    each += [(f"counters {c.number} fields", list(c.fields)) for c in plan.counters]
    for name, values in each:
        if len(set(values)) != len(values):
            yield f"{name}: trùng nhau"


def _dangling(plan: Plan) -> Iterator[str]:
    if not plan.fields or not plan.counters or not plan.sessions:
        yield "fields, counters, sessions: phải có ít nhất một"
    prefixes = {field.prefix for field in plan.fields}
    for counter in plan.counters:
        for prefix in sorted(set(counter.fields) - prefixes):
            yield f"counters {counter.number}: không có lĩnh vực {prefix}"
    numbers = {counter.number for counter in plan.counters}
    for person in plan.people:
        if person.counter is not None and person.counter not in numbers:
            yield f"people {person.code}: không có quầy {person.counter}"


def _times_wrong(plan: Plan) -> Iterator[str]:
    for session in plan.sessions:
        try:
            in_order = clock_time(session.opens) < clock_time(session.closes)
        except ValueError:
            in_order = False
        if not in_order:
            yield f"sessions: {session.opens} – {session.closes}"
            return
    in_turn = sorted((s.weekday, clock_time(s.opens), clock_time(s.closes)) for s in plan.sessions)
    for (day, _, closes), (next_day, opens, _) in pairwise(in_turn):
        if day == next_day and opens < closes:
            yield f"sessions: {opens:%H:%M} chồng lên buổi trước cùng ngày"
    try:
        clock_time(plan.rules.forward_cutoff)
    except ValueError:
        yield f"rules.forward_cutoff: {plan.rules.forward_cutoff}"
