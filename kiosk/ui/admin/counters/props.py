"""What the counters' section shows: pure."""

from dataclasses import dataclass

from kiosk.ui.parts.pill import Pill

_OPEN, _CLOSED = Pill("Đang mở", "check", "ok"), Pill("Đóng", "pause", "muted")
_IDLE = Pill("Chưa nhận lĩnh vực nào", "alert", "warn")


@dataclass(frozen=True, slots=True)
class CounterSeen:
    """A counter as the store has it."""

    number: int
    name: str
    fields: tuple[str, ...]
    active: bool

    @property
    def as_seen(self) -> tuple[str, tuple[str, ...], bool]:
        """What a change must find unchanged."""
        return self.name, self.fields, self.active


@dataclass(frozen=True, slots=True)
class FieldSeen:
    """A field that can be served."""

    prefix: str
    name: str


@dataclass(frozen=True, slots=True)
class CountersSeen:
    """All counters, all fields."""

    counters: tuple[CounterSeen, ...]
    fields: tuple[FieldSeen, ...]


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A line of the table."""

    number: int
    key: str
    name: str
    serves: str
    state: Pill


def derive_counters(seen: CountersSeen) -> tuple[CounterRow, ...]:
    """A line each, in the order of their numbers."""
    names = {field.prefix: field.name for field in seen.fields}
    return tuple(
        CounterRow(
            number=one.number,
            key=str(one.number),
            name=one.name,
            serves=", ".join(names[prefix] for prefix in one.fields if prefix in names),
            state=_CLOSED if not one.active else _OPEN if one.fields else _IDLE,
        )
        for one in sorted(seen.counters, key=lambda one: one.number)
    )


def unserved(seen: CountersSeen) -> str:
    """Which fields no open counter serves, as a sentence; empty when all are served."""
    served = {prefix for one in seen.counters if one.active for prefix in one.fields}
    left = [field.name for field in seen.fields if field.prefix not in served]
    if not left:
        return ""
    return f"Chưa quầy nào nhận: {', '.join(left)}. Ki-ốt không cấp số cho lĩnh vực ấy."
