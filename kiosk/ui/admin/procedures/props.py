"""What the procedures' section shows: frozen values and pure filters, without the rooms below."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kiosk.refusal import Refused
from kiosk.text import squeeze
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill

ALL, OFFERED, CORRECTED = "all", "offered", "corrected"
EVERY_FIELD, UNFILED = "", "-"
BY_OFFICER = "none"
UNITS = (
    Option("wd", "ngày làm việc"),
    Option("d", "ngày"),
    Option("h", "giờ làm việc"),
    Option("mo", "tháng"),
    Option(BY_OFFICER, "Cán bộ nhập khi tiếp nhận"),
)
"""The units of a limit; with the last one it is not settled."""
EMPTY = {
    ALL: "Chưa có thủ tục nào. Bấm “Nhập danh mục” để nhập tệp tải về từ Cổng Dịch vụ công quốc gia.",
    OFFERED: "Văn phòng chưa nhận thủ tục nào ở đây.",
    CORRECTED: "Văn phòng chưa sửa thủ tục nào ở đây.",
}
NOT_FOUND = "Không thấy thủ tục nào như vậy. Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc."

IS_OFFERED = Pill("Đang nhận", "check", "ok")
NOT_OFFERED = Pill("Chưa nhận", "pause", "muted")
IS_CORRECTED = Pill("Đã sửa", "edit", "act")


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A line of the list; ``field`` is the prefix, ``field_name`` what is shown for it."""

    code: str
    name: str
    field: str
    field_name: str
    offered: bool
    corrected: bool

    @property
    def state(self) -> Pill:
        """Offered or not."""
        return IS_OFFERED if self.offered else NOT_OFFERED


@dataclass(frozen=True, slots=True)
class Known:
    """The whole list, the office's fields, and the mark by which a newer list is told."""

    rows: tuple[KnownRow, ...] = ()
    fields: tuple[Option, ...] = ()
    mark: str = ""


PartKind = Literal["line", "lines", "money", "limit", "papers", "process"]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part that may be corrected.

    ``shown`` is what stands now, in one line; ``announced`` what the sources say; ``typed`` what
    the editor begins with (``5 wd`` for a limit); ``by`` who corrected it and when, or empty.
    """

    part: str
    title: str
    kind: PartKind
    shown: str
    announced: str
    typed: str
    by: str = ""

    @property
    def state(self) -> Pill | None:
        """The mark of a correction."""
        return IS_CORRECTED if self.by else None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A required paper in the manager's hands."""

    name: str
    originals: int = 0
    copies: int = 0
    kind: str = "submit"
    required: bool = False
    case: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One procedure: its head, its parts, its papers now."""

    code: str
    name: str
    line: str
    field: str
    offered: bool
    parts: tuple[PartRow, ...]
    papers: tuple[PaperLine, ...]

    def part(self, key: str) -> PartRow | None:
        """A part by its key."""
        return next((one for one in self.parts if one.part == key), None)


def in_field(rows: Iterable[KnownRow], field: str) -> tuple[KnownRow, ...]:
    """The lines of a field; ``UNFILED`` those in none, ``EVERY_FIELD`` all."""
    if field == EVERY_FIELD:
        return tuple(rows)
    wanted = "" if field == UNFILED else field
    return tuple(row for row in rows if row.field == wanted)


def of_state(rows: Iterable[KnownRow], state: str) -> tuple[KnownRow, ...]:
    """The lines that are offered, corrected, or all."""
    if state == OFFERED:
        return tuple(row for row in rows if row.offered)
    if state == CORRECTED:
        return tuple(row for row in rows if row.corrected)
    return tuple(rows)


def count_states(rows: tuple[KnownRow, ...]) -> tuple[Option, ...]:
    """The three filters with how many each holds."""
    return (
        Option(ALL, "Tất cả", len(rows)),
        Option(OFFERED, "Đang nhận", sum(row.offered for row in rows)),
        Option(CORRECTED, "Đã sửa", sum(row.corrected for row in rows)),
    )


def picked_by(rows: tuple[KnownRow, ...], codes: tuple[str, ...]) -> tuple[KnownRow, ...]:
    """The lines of some codes, in the order of the codes: what a search has found."""
    by_code = {row.code: row for row in rows}
    return tuple(by_code[code] for code in codes if code in by_code)


def money_typed(text: str) -> int | None:
    """An amount in đồng as typed (``15.000``); None for an empty line.

    Raises :class:`Refused` ``correction.value`` for anything else.
    """
    said = squeeze(text)
    if not said:
        return None
    digits = said.removesuffix("đ").replace(".", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_FIGURES):
        raise Refused("correction.value", part="fee_amount", why="number", most="1.000.000.000")
    return int(digits)


def limit_typed(amount: str, unit: str) -> str | None:
    """A limit as it is kept (``5wd``), or None where the officer enters it.

    Raises :class:`Refused` ``limit.no_number``.
    """
    if unit == BY_OFFICER:
        return None
    said = amount.strip()
    if not (said.isascii() and said.isdigit() and len(said) <= _LONGEST_AMOUNT):
        raise Refused("limit.no_number")
    return f"{said}{unit}"


_MOST_FIGURES = 12
_LONGEST_AMOUNT = 6
