"""What the counters' section shows: pure."""

from dataclasses import dataclass, replace

from kiosk.office.entries import ICONS, CounterEntry, FieldEntry, FieldSeen, GroupEntry
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill

_OPEN, _CLOSED = Pill("Đang mở", "check", "ok"), Pill("Đóng", "pause", "muted")
_IDLE = Pill("Chưa có lĩnh vực", "alert", "warn")
_TAKEN, _NOT_TAKEN = Pill("Đang nhận", "check", "ok"), Pill("Thôi nhận", "pause", "muted")
_UNSERVED = Pill("Chưa quầy nào nhận", "alert", "warn")
_IN_USE, _OUT_OF_USE = Pill("Đang dùng", "check", "ok"), Pill("Thôi dùng", "pause", "muted")
_ICON_WORDS = {
    "doc": "Tờ giấy",
    "rings": "Đôi nhẫn",
    "stamp": "Con dấu",
    "map": "Bản đồ",
    "house": "Ngôi nhà",
    "build": "Công trình",
    "store": "Cửa hàng",
    "heart": "Trái tim",
    "users": "Nhiều người",
    "id": "Thẻ căn cước",
    "money": "Tiền",
    "award": "Huân chương",
    "folder": "Cặp hồ sơ",
    "globe": "Địa cầu",
    "mail": "Phong thư",
    "phone": "Điện thoại",
}


@dataclass(frozen=True, slots=True)
class CounterSeen:
    """A counter, and who sits there now (empty: nobody)."""

    entry: CounterEntry
    officer: str = ""


@dataclass(frozen=True, slots=True)
class CountersSeen:
    """All counters, all fields, all priority groups."""

    counters: tuple[CounterSeen, ...]
    fields: tuple[FieldSeen, ...]
    groups: tuple[GroupEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A line of the counters."""

    key: str
    name: str
    serves: str
    officer: str
    state: Pill


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A line of the fields."""

    key: str
    prefix: str
    name: str
    name_en: str
    counters: str
    limit: str
    state: Pill


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A line of the priority groups; ``place``: who is served first has 1."""

    key: str
    place: str
    name: str
    name_en: str
    state: Pill


def derive_counters(seen: CountersSeen) -> tuple[CounterRow, ...]:
    """A line each, in the order of their numbers."""
    names = {field.entry.prefix: field.entry.name for field in seen.fields}
    return tuple(
        CounterRow(
            key=str(one.entry.number),
            name=one.entry.name,
            serves=", ".join(names[prefix] for prefix in one.entry.fields if prefix in names),
            officer=one.officer,
            state=_CLOSED if not one.entry.active else _OPEN if one.entry.fields else _IDLE,
        )
        for one in seen.counters
    )


def derive_fields(seen: CountersSeen) -> tuple[FieldRow, ...]:
    """A line each, in the office's order."""
    left = {field.prefix for field in unserved_fields(seen)}
    return tuple(
        FieldRow(
            key=one.id,
            prefix=one.entry.prefix,
            name=one.entry.name,
            name_en=one.entry.name_en,
            counters=", ".join(
                str(counter.entry.number)
                for counter in seen.counters
                if counter.entry.active and one.entry.prefix in counter.entry.fields
            ),
            limit=limit_text(one.entry.daily_limit),
            state=_NOT_TAKEN
            if not one.entry.active
            else _UNSERVED
            if one.entry.prefix in left
            else _TAKEN,
        )
        for one in seen.fields
    )


def limit_text(limit: int | None) -> str:
    """How many numbers a day; empty where there is no limit."""
    return "" if limit is None else str(limit)


def read_limit(text: str) -> int | None:
    """What was typed as a limit: None for nothing, 0 (which is refused) for what is no number."""
    said = text.strip()
    if not said:
        return None
    return int(said) if said.isascii() and said.isdigit() else 0


def derive_groups(seen: CountersSeen) -> tuple[GroupRow, ...]:
    """A line each, in the order of service."""
    return tuple(
        GroupRow(
            one.code, str(place), one.name, one.name_en, _IN_USE if one.active else _OUT_OF_USE
        )
        for place, one in enumerate(seen.groups, 1)
    )


def unserved_fields(seen: CountersSeen) -> tuple[FieldEntry, ...]:
    """The fields offered that no open counter serves."""
    served = {prefix for one in seen.counters if one.entry.active for prefix in one.entry.fields}
    fields = (field.entry for field in seen.fields)
    return tuple(one for one in fields if one.active and one.prefix not in served)


def unserved(seen: CountersSeen) -> str:
    """Which fields no open counter serves, as a sentence; empty when all are served."""
    left = [field.name for field in unserved_fields(seen)]
    if not left:
        return ""
    return f"Chưa quầy nào nhận: {', '.join(left)}. Ki-ốt không cấp số cho lĩnh vực ấy."


def left_by(seen: CountersSeen, entry: CounterEntry) -> tuple[FieldSeen, ...]:
    """The fields that would lose their last open counter if a counter became ``entry``."""
    counters = tuple(
        replace(one, entry=entry) if one.entry.number == entry.number else one
        for one in seen.counters
    )
    before = set(unserved_fields(seen))
    after = set(unserved_fields(replace(seen, counters=counters))) - before
    return tuple(field for field in seen.fields if field.entry in after)


def icon_options(current: str) -> tuple[Option, ...]:
    """The icons to choose from, in words; one that is no longer offered stays choosable."""
    known = tuple(Option(icon, _ICON_WORDS[icon]) for icon in ICONS)
    if not current or current in ICONS:
        return known
    return (*known, Option(current, "Hình đang dùng"))
