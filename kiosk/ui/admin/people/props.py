"""What the people's section shows: pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import clock_time

if TYPE_CHECKING:
    from kiosk.office.people_keeping import Colleague

ROLES = {"officer": "Công chức", "manager": "Lãnh đạo", "it": "Công nghệ thông tin"}
ROLE_OPTIONS = tuple(Option(role, words) for role, words in ROLES.items())
_GONE = Pill("Đã nghỉ", "pause", "muted")
_AT_WORK = Pill("Đang làm", "check", "ok")
_NO_PIN = Pill("Chưa có PIN", "lock", "warn")


@dataclass(frozen=True, slots=True)
class PeopleSeen:
    """Everybody, the counters that there are (number, name), and the number each one has now."""

    people: "tuple[Colleague, ...]"
    counters: tuple[tuple[int, str], ...]
    tickets: dict[int, str]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the table, and what can be done for this person now.

    ``pin``: how it stands with the PIN, never the PIN itself. ``sits``: the counter where they
    have signed in, in words; empty where nowhere. ``serves``: the number at that counter.
    """

    key: str
    name: str
    title: str
    role: str
    counter: str
    state: Pill
    active: bool
    locked: bool
    sits: str
    serves: str
    pin: str


def derive_people(seen: PeopleSeen) -> tuple[PersonRow, ...]:
    """The lines: who works here first."""
    names = dict(seen.counters)
    return tuple(_row(one, names, seen.tickets) for one in seen.people)


def counter_options(seen: PeopleSeen) -> tuple[Option, ...]:
    """Where somebody may usually sit."""
    return (
        Option("", "Không ngồi quầy"),
        *(Option(str(number), name) for number, name in seen.counters),
    )


def _row(one: "Colleague", names: dict[int, str], tickets: dict[int, str]) -> PersonRow:
    entry = one.entry
    return PersonRow(
        key=entry.code,
        name=entry.name,
        title=entry.title,
        role=ROLES.get(entry.role, entry.role),
        counter=names.get(entry.counter, "") if entry.counter is not None else "",
        state=_state(one),
        active=one.active,
        locked=one.locked_until is not None,
        sits=names.get(one.sits_at, "") if one.sits_at is not None else "",
        serves=tickets.get(one.sits_at, "") if one.sits_at is not None else "",
        pin=_pin(one),
    )


def _state(one: "Colleague") -> Pill:
    if not one.active:
        return _GONE
    if one.locked_until is not None:
        return Pill(f"Khóa đến {clock_time(one.locked_until)}", "lock", "err")
    return _AT_WORK if one.has_pin else _NO_PIN


def _pin(one: "Colleague") -> str:
    if not one.active:
        return "Đã nghỉ nên mã PIN không dùng được."
    if one.locked_until is not None:
        return f"Gõ sai nhiều lần nên tạm khóa đến {clock_time(one.locked_until)}."
    if not one.has_pin:
        return "Chưa có mã PIN nên chưa đăng nhập được."
    return "Đã có mã PIN. Mã không hiện ở đâu, kể cả với lãnh đạo."
