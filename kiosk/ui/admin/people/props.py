"""What the people's section shows: pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import clock_time

if TYPE_CHECKING:
    from kiosk.office.people_keeping import Colleague

ROLES = {"officer": "Công chức", "manager": "Lãnh đạo", "it": "Công nghệ thông tin"}
_GONE = Pill("Đã nghỉ", "pause", "muted")
_AT_WORK = Pill("Đang làm", "check", "ok")
_NO_PIN = Pill("Chưa có PIN", "lock", "warn")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the table."""

    code: str
    name: str
    title: str
    role: str
    counter: str
    phone: str
    public: bool
    active: bool
    state: Pill


def derive_people(seen: "tuple[Colleague, ...]") -> tuple[PersonRow, ...]:
    """The lines: who works here first."""
    return tuple(
        PersonRow(
            code=one.code,
            name=one.name,
            title=one.title,
            role=ROLES.get(one.role, one.role),
            counter=f"Quầy {one.counter}" if one.counter is not None else "",
            phone=one.phone,
            public=one.public,
            active=one.active,
            state=_state(one),
        )
        for one in seen
    )


def _state(one: "Colleague") -> Pill:
    if not one.active:
        return _GONE
    if one.locked_until is not None:
        return Pill(f"Khóa đến {clock_time(one.locked_until)}", "lock", "err")
    return _AT_WORK if one.has_pin else _NO_PIN
