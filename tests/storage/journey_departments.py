"""The departments of the day: added, changed, ordered; they apologise by their head."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.office.departments_keeping import (
    AddDepartment,
    ChangeDepartment,
    OrderDepartments,
    add_department,
    change_department,
    order_departments,
)
from kiosk.office.entries import DepartmentEntry

Do = Callable[..., Any]
JUSTICE = DepartmentEntry(
    "Phòng Tư pháp", "", "Hoàng Văn Mẫu", "Trưởng phòng", "0200 355 5190", ("HT",)
)


def departments(do: Do) -> None:
    """Each once as it should be, and once as it is refused."""
    other = DepartmentEntry("Phòng Kinh tế", fields=("CT",))
    for entry in (JUSTICE, other, JUSTICE, replace(other, name="")):
        do(add_department, AddDepartment(entry))
    retired = replace(other, active=False)
    for _ in range(2):
        do(change_department, ChangeDepartment(retired, other))
    names = (other.name, JUSTICE.name)
    for _ in range(2):
        do(order_departments, OrderDepartments(names, names[::-1]))
