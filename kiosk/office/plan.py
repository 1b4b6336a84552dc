"""An office as somebody writes it down in TOML, read and checked."""

import re
from collections.abc import Iterator, Sequence
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
Name = Annotated[Short, Meta(title="tên")]
Optional = Annotated[str, Meta(max_length=300)]
ClockTime = Annotated[
    str,
    Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z", description="viết giờ và phút, như 07:30"),
]


class OfficePlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[office]``: name, address, and the unit code that heads every dossier code."""

    name: Name
    parent: Annotated[Short, Meta(title="cơ quan chủ quản")]
    place: Annotated[Short, Meta(title="địa danh")]
    unit_code: Annotated[
        str,
        Meta(
            pattern=f"^{UNIT_CODE}",
            title="mã đơn vị",
            description="mã do cấp trên giao, như H15.50.05",
        ),
    ]
    short_name: Optional = ""
    address: Optional = ""
    hotline: Optional = ""
    motto: Optional = ""
    feedback_address: Optional = ""
    legal_profile: Annotated[
        str, Meta(pattern=r"^ND[0-9]+_[0-9]{4}\Z", description="như ND118_2025")
    ] = "ND118_2025"
    code_pattern: Annotated[
        str,
        Meta(
            pattern=r"^\{unit\}[-.]\{yymmdd\}[-.]\{nnnn\}\Z",
            description="như {unit}-{yymmdd}-{nnnn}",
        ),
    ] = "{unit}-{yymmdd}-{nnnn}"


class RulesPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[rules]``: what the office decides itself."""

    forward_cutoff: ClockTime = "15:00"
    after_cutoff_counts_as_next_day: bool = False
    priority_ratio: Annotated[int, Meta(ge=1, le=20)] = 2
    wait_guard_minutes: Annotated[int, Meta(ge=5, le=480)] = 45
    recall_limit: Annotated[int, Meta(ge=1, le=20)] = 3
    no_show_return_minutes: Annotated[int, Meta(ge=0, le=480)] = 15
    entries_per_volume: Annotated[int, Meta(ge=50, le=100000)] = 1000
    backup_keep_days: Annotated[int, Meta(ge=1, le=3650)] = 14
    pin_lock_minutes: Annotated[int, Meta(ge=1, le=1440)] = 15
    ticket_validity_note: Optional = ""


class SessionPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[sessions]]``: one opening session; weekday 1 is Monday, 7 is Sunday."""

    weekday: Annotated[int, Meta(ge=1, le=7)]
    opens: ClockTime
    closes: ClockTime
    open_for_public: bool = True
    counts_for_deadline: bool = True


class FieldPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[fields]]``: a field served, with the prefix of its ticket numbers."""

    prefix: Annotated[
        str,
        Meta(
            pattern=r"^[A-Z]{1,4}\Z",
            title="ký hiệu",
            description="1 đến 4 chữ in hoa không dấu, như HT",
        ),
    ]
    name: Name
    name_en: Optional = ""
    icon: Optional = "doc"
    categories: tuple[str, ...] = ()


class DepartmentPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[departments]]``: a body that decides on dossiers, and the prefixes it answers for."""

    name: Name
    parent: Annotated[str, Meta(max_length=120)] = ""
    head_name: Annotated[str, Meta(max_length=120)] = ""
    head_title: Annotated[str, Meta(max_length=120)] = ""
    phone: Annotated[str, Meta(max_length=40)] = ""
    fields: tuple[str, ...] = ()


class CounterPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[counters]]``: a counter and the prefixes of the fields it serves."""

    number: Annotated[int, Meta(ge=1, le=99)]
    name: Annotated[str, Meta(min_length=1, max_length=40, title="tên")]
    fields: tuple[str, ...]


class PersonPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[people]]``: somebody who works here; what is shown of them follows Điều 9 khoản 7."""

    code: Annotated[
        str,
        Meta(
            pattern=r"^[A-Z0-9]{1,20}\Z",
            title="mã",
            description="chữ in hoa không dấu và chữ số, như CV01",
        ),
    ]
    name: Name
    title: Annotated[Short, Meta(title="chức danh")]
    field: Optional = ""
    phone: Annotated[str, Meta(max_length=40)] = ""
    public: bool = True
    is_head: bool = False
    role: Annotated[
        str, Meta(pattern=r"^(officer|manager|it)\Z", description="officer, manager hoặc it")
    ] = "officer"
    counter: int | None = None
    pin: Annotated[
        Annotated[str, Meta(pattern=r"^[0-9]{4,12}\Z")] | None,
        Meta(description="4 đến 12 chữ số trong ngoặc kép"),
    ] = None


class PriorityPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[priority_groups]]``: a group served earlier; rank 1 first."""

    code: Annotated[
        str,
        Meta(
            pattern=r"^[a-z0-9_]{1,20}\Z",
            title="mã",
            description="chữ thường không dấu, chữ số và dấu _",
        ),
    ]
    name: Name
    name_en: Optional = ""
    rank: Annotated[int, Meta(ge=1, le=99)]


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole office, as a file tells it."""

    office: Annotated[OfficePlan, Meta(title="[office]")]
    sessions: Annotated[tuple[SessionPlan, ...], Meta(title="buổi làm việc")]
    fields: Annotated[tuple[FieldPlan, ...], Meta(title="lĩnh vực", extra={"by": "prefix"})]
    counters: Annotated[tuple[CounterPlan, ...], Meta(title="quầy", extra={"by": "number"})]
    departments: Annotated[
        tuple[DepartmentPlan, ...], Meta(title="cơ quan giải quyết", extra={"by": "name"})
    ] = ()
    people: Annotated[tuple[PersonPlan, ...], Meta(title="cán bộ", extra={"by": "code"})] = ()
    rules: Annotated[RulesPlan, Meta(title="[rules]")] = RulesPlan()
    priority_groups: Annotated[
        tuple[PriorityPlan, ...], Meta(title="diện ưu tiên", extra={"by": "code"})
    ] = ()
    sample: bool = False
    mark: str = ""


def read_plan(file: Path) -> Plan:
    """Read an office out of a TOML file.

    Raises :class:`Refused`: ``plan.unreadable`` (no such file, or not TOML), ``plan.wrong``
    (values are missing or absurd; ``why`` names every one of them).
    """
    try:
        found = read_toml(file)
    except FileNotFoundError as error:
        raise Refused("plan.unreadable", file=str(file), why="không có tệp này") from error
    except UnreadableTomlError as error:
        raise Refused("plan.unreadable", file=str(file), why=str(error)) from error
    ill_fitting = (*_unprintable(found), *_repeated(found), *_dangling(found), *_ill_timed(found))
    try:
        plan = shaped(found, Plan)
    except WrongTomlError as error:
        why = (*error.args, *ill_fitting)
        raise Refused("plan.wrong", file=str(file), why=why) from error
    if ill_fitting:
        raise Refused("plan.wrong", file=str(file), why=ill_fitting)
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


# What does not fit together is looked for in the file as it was read, whatever else is wrong in it.


def _unprintable(found: dict[str, Any]) -> Iterator[str]:
    for kind, part in _texts(found):
        if has_control(part):
            yield f"{kind}: có ký tự không in được"
        elif letter := unprintable(part):
            yield f"{kind} “{part}”: có chữ “{letter}” ({code_point(letter)}) mà giấy in ra không có"


def _texts(found: Any, where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, str):
        yield where, found
    elif isinstance(found, dict):
        for name, part in found.items():
            yield from _texts(part, f"{where}.{name}".removeprefix("."))
    elif isinstance(found, list):
        for part in found:
            yield from _texts(part, where)


def _items(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    items = found.get(kind)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _said(found: dict[str, Any], kind: str, part: str) -> list[str | int]:
    values = [item.get(part) for item in _items(found, kind)]
    return [value for value in values if isinstance(value, str | int) and value != ""]


def _served(counter: dict[str, Any]) -> list[str]:
    fields = counter.get("fields")
    return [one for one in fields if isinstance(one, str)] if isinstance(fields, list) else []


def _repeated(found: dict[str, Any]) -> Iterator[str]:
    # Names as they are looked for, whatever their accents.
    names, bodies = (
        [fold(squeeze(str(name))) for name in _said(found, kind, "name")]
        for kind in ("fields", "departments")
    )
    each: list[tuple[str, Sequence[str | int]]] = [
        ("lĩnh vực, ký hiệu (prefix)", _said(found, "fields", "prefix")),
        ("lĩnh vực, tên (name)", names),
        ("cơ quan giải quyết, tên (name)", bodies),
        ("quầy, số (number)", _said(found, "counters", "number")),
        ("cán bộ, mã (code)", _said(found, "people", "code")),
        ("diện ưu tiên, thứ tự (rank)", _said(found, "priority_groups", "rank")),
        ("diện ưu tiên, mã (code)", _said(found, "priority_groups", "code")),
    ]
    for kind, told, part in (("counters", "quầy", "number"), ("departments", "cơ quan", "name")):
        each += [(f"{told} {one.get(part)}, fields", _served(one)) for one in _items(found, kind)]
    for name, values in each:
        for twice in sorted({value for value in values if values.count(value) > 1}, key=str):
            yield f"{name}: {twice} ghi hơn một lần"


def _dangling(found: dict[str, Any]) -> Iterator[str]:
    for kind in ("fields", "counters", "sessions"):
        if found.get(kind) == []:
            yield f"[[{kind}]]: phải có ít nhất một"
    for kind, told, part in (("counters", "quầy", "number"), ("departments", "cơ quan", "name")):
        for one in _items(found, kind):
            for prefix in sorted(set(_served(one)) - set(_said(found, "fields", "prefix"))):
                yield f"{told} {one.get(part)}: không có lĩnh vực {prefix} trong [[fields]]"
    if found.get("sample") is not True and "manager" not in _said(found, "people", "role"):
        yield '[[people]]: cần ít nhất một lãnh đạo (role = "manager") để điều hành văn phòng'
    numbers = _said(found, "counters", "number")
    for person in _items(found, "people"):
        if (sits := person.get("counter")) is not None and sits not in numbers:
            yield f"cán bộ {person.get('code')}: không có quầy {sits} trong [[counters]]"


def _ill_timed(found: dict[str, Any]) -> Iterator[str]:
    in_turn = sorted(_times(_items(found, "sessions")))
    told = [
        f"buổi {opens:%H:%M} – {closes:%H:%M} (weekday = {day})" for day, opens, closes in in_turn
    ]
    for (_, opens, closes), session in zip(in_turn, told, strict=True):
        if opens >= closes:
            yield f"{session}: giờ bắt đầu phải trước giờ kết thúc"
    for (earlier, before), (later, after) in pairwise(zip(in_turn, told, strict=True)):
        if earlier[0] == later[0] and later[1] < earlier[2]:
            yield f"{after} chồng lên {before}"


def _times(sessions: list[dict[str, Any]]) -> Iterator[tuple[int, time, time]]:
    for session in sessions:
        try:
            read = msgspec.convert(session, SessionPlan)
        except msgspec.ValidationError:
            continue
        yield read.weekday, clock_time(read.opens), clock_time(read.closes)
