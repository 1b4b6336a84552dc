"""``kiosk department …``: the bodies that decide on dossiers"""

import argparse
from dataclasses import replace
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.office.departments_keeping import (
    AddDepartment,
    ChangeDepartment,
    OrderDepartments,
    add_department,
    change_department,
    entry_of,
    find_department,
    order_departments,
)
from kiosk.office.entries import DepartmentEntry
from kiosk.office.reading import office_now
from kiosk.storage.units import ReadUnit

_PARTS = {
    "name": "name",
    "parent": "parent",
    "head": "head_name",
    "title": "head_title",
    "phone": "phone",
}


def add(args: argparse.Namespace) -> None:
    """``department add NAME [--title T] [--head H] [--parent P] [--phone N] [--field F]…``"""
    with at_work(args) as work:
        with work.store.read() as unit:
            wish = AddDepartment(_said(unit, args, DepartmentEntry(args.department)))
        done = work.do(add_department, wish)
    say(args, {"department": _document(done.entry)}, f"Đã thêm {_line(done.entry)}")


def listed(args: argparse.Namespace) -> None:
    """``department list [--all]``: without ``--all`` only those in use"""
    with at_work(args) as work, work.store.read() as unit:
        found = [entry_of(one) for one in office_now(unit).departments if args.all or one.active]
    say(
        args,
        {"departments": [_document(one) for one in found]},
        *([_line(one) for one in found] or ["Chưa có cơ quan giải quyết nào trong danh sách."]),
    )


def change(args: argparse.Namespace) -> None:
    """``department change NAME``: what is not named stays"""
    with at_work(args) as work:
        with work.store.read() as unit:
            seen = entry_of(find_department(office_now(unit), args.department))
            entry = _said(unit, args, seen)
        done = work.do(change_department, ChangeDepartment(entry, seen))
    say(
        args,
        {"before": _document(seen), "department": _document(done.entry)},
        f"Đã sửa {_line(done.entry)}",
    )


def retire(args: argparse.Namespace) -> None:
    """``department retire NAME [--back]``"""
    with at_work(args) as work:
        with work.store.read() as unit:
            seen = entry_of(find_department(office_now(unit), args.department))
        done = work.do(change_department, ChangeDepartment(replace(seen, active=args.back), seen))
    told = (
        f"Dùng lại {done.entry.name}."
        if args.back
        else f"Thôi dùng {done.entry.name}; hồ sơ và giấy tờ đã có vẫn giữ tên này."
    )
    say(args, {"department": _document(done.entry)}, told)


def order(args: argparse.Namespace) -> None:
    """``department order NAME…``: those not named follow in the order they had"""
    with at_work(args) as work:
        with work.store.read() as unit:
            office = office_now(unit)
            before = tuple(one.name for one in office.departments)
            first = dict.fromkeys(find_department(office, said).name for said in args.departments)
        names = (*first, *(name for name in before if name not in first))
        done = work.do(order_departments, OrderDepartments(names, before))
    told = (f"{place}. {name}" for place, name in enumerate(done.names, 1))
    say(args, {"before": done.before, "after": done.names}, *told)


def _said(unit: ReadUnit, args: argparse.Namespace, entry: DepartmentEntry) -> DepartmentEntry:
    """Raises :class:`Refused` ``field.unknown``."""
    told: dict[str, Any] = {}
    for option, part in _PARTS.items():
        value = getattr(args, option, None)
        if value is not None:
            told[part] = value
    if args.field is not None:
        office = office_now(unit)
        told["fields"] = tuple(office.find_field(said).prefix for said in args.field if said)
    return replace(entry, **told)


def _document(one: DepartmentEntry) -> dict[str, Any]:
    return {
        "name": one.name,
        "parent": one.parent,
        "head_name": one.head_name,
        "head_title": one.head_title,
        "phone": one.phone,
        "fields": list(one.fields),
        "active": one.active,
    }


def _line(one: DepartmentEntry) -> str:
    head = " ".join(part for part in (one.head_title, one.head_name) if part)
    parts = (head, ", ".join(one.fields), one.phone, "" if one.active else "thôi dùng")
    return "  ".join((one.name, *(part for part in parts if part)))
