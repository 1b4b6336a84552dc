"""What the page of departments shows: pure."""

from dataclasses import dataclass

from kiosk.office.entries import DepartmentEntry, FieldEntry
from kiosk.ui.parts.pill import Pill

_IN_USE, _OUT_OF_USE = Pill("Đang dùng", "check", "ok"), Pill("Thôi dùng", "pause", "muted")
_HEADLESS = Pill("Chưa có người ký", "alert", "warn")


@dataclass(frozen=True, slots=True)
class DepartmentsSeen:
    """All departments by their keys, in order, and all fields of work."""

    departments: tuple[tuple[str, DepartmentEntry], ...]
    fields: tuple[FieldEntry, ...]


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A line of the departments; ``fields`` by their prefixes."""

    key: str
    name: str
    head: str
    fields: str
    state: Pill


def derive_departments(seen: DepartmentsSeen) -> tuple[DepartmentRow, ...]:
    """A line each, in the order in which they are offered."""
    return tuple(
        DepartmentRow(
            key=key,
            name=one.name,
            head=one.head_name or one.head_title,
            fields=", ".join(one.fields),
            state=_OUT_OF_USE if not one.active else _IN_USE if one.head_title else _HEADLESS,
        )
        for key, one in seen.departments
    )


def unanswered(seen: DepartmentsSeen) -> str:
    """The fields in use that no department answers for, as a sentence; empty where there are none,
    or where no list is kept at all."""
    listed = [one for _, one in seen.departments if one.active]
    answered = {prefix for one in listed for prefix in one.fields}
    left = [one.name for one in seen.fields if one.active and one.prefix not in answered]
    if not listed or not left:
        return ""
    return f"{', '.join(left)}. Khi bàn giao, công chức tự chọn nơi nhận."
