"""What the page of the search says: pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.highlight import highlight
from kiosk.ui.citizen.pager import PagerProps, derive_pager
from kiosk.ui.citizen.procedures.fees import fee_forms
from kiosk.ui.citizen.procedures.limits import counter_limit_said, name_said
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.view import named
from kiosk.ui.language import Language

if TYPE_CHECKING:
    from kiosk.catalogue.browsing import Browsed

_SOMEWHAT_LARGER = 1.1
_ROWS = {
    (False, "plain", True): 4,
    (False, "plain", False): 6,
    (False, "larger", True): 3,
    (False, "larger", False): 5,
    (False, "large", True): 3,
    (False, "large", False): 5,
    (True, "plain", True): 2,
    (True, "plain", False): 5,
    (True, "larger", True): 2,
    (True, "larger", False): 4,
    (True, "large", True): 1,
    (True, "large", False): 4,
}
"""Lines of the list: on a standing or lying screen, by the size of type, with the keyboard or not.

A station may ask for type somewhat larger than the design's; from 1.1 on a line less has room.
"""
_FIELDS = {
    (False, False, True): 8,
    (False, False, False): 10,
    (False, True, True): 5,
    (False, True, False): 8,
    (True, False, True): 4,
    (True, False, False): 10,
    (True, True, True): 0,
    (True, True, False): 6,
}
"""Fields beside it, the key to others among them; more are leafed through.

On a lying screen two stand side by side. In large text the keyboard leaves no room for them there:
they come back with "Ẩn phím".
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody has asked for so far. ``prefix``: one field only; ``keys``: the keyboard is out."""

    typed: str = ""
    prefix: str = ""
    page: int = 0
    fields_from: int = 0
    keys: bool = True


@dataclass(frozen=True, slots=True)
class FieldChip:
    """A field to keep to, and how many fit in it; an empty prefix is all of them."""

    prefix: str
    name: str
    count: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RowFace:
    """A procedure of the list; ``marks`` are the ranges of its name that were typed.

    ``fee_forms`` say the fee in fewer and fewer words, for a line without room for all of it.
    """

    code: str
    name: str
    marks: tuple[tuple[int, int], ...]
    limit: str
    fee: str
    fee_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListProps:
    """The page: the search, the fields, the lines."""

    title: str
    typed: str
    hint: str
    found: str
    empty: str
    chips: tuple[FieldChip, ...]
    other: str
    rows: tuple[RowFace, ...]
    most: int
    most_fields: int
    pager: PagerProps
    keys: bool
    show_keys: str

    @property
    def variant(self) -> tuple[bool, int, bool, int]:
        """What makes the page another one."""
        return self.keys, self.most, bool(self.other), len(self.chips)


def rows_of(*, wide: bool, large: bool, keys: bool, text: float = 1.0) -> int:
    """How many lines the list has; ``text`` is how much larger type is than the design's."""
    size = "large" if large else "larger" if text > _SOMEWHAT_LARGER else "plain"
    return _ROWS[wide, size, keys]


def leafed(*, wide: bool, large: bool, keys: bool) -> int:
    """How many fields one press of the key to others moves on: as many as it shows."""
    return max(1, _FIELDS[wide, large, keys] - 2)


def derive_list(
    asked: Asked,
    browsed: "Browsed | None",
    known: Known,
    language: Language,
    *,
    wide: bool,
    large: bool,
    text: float = 1.0,
) -> ListProps:
    """The page; ``browsed`` is None until the store has answered once."""
    tr = language.tr
    most = rows_of(wide=wide, large=large, keys=asked.keys, text=text)
    total = browsed.total if browsed is not None else 0
    pager = derive_pager(asked.page, -(-total // most), language)
    rows = browsed.lines if browsed is not None else ()
    chips = _chips(asked, browsed, known, language)
    room = _FIELDS[wide, large, asked.keys]
    paged = len(chips) > room
    if not room:
        chips, paged = (), False
    elif paged:
        every, *fields = chips
        step = leafed(wide=wide, large=large, keys=asked.keys)
        pages = -(-len(fields) // step)
        start = asked.fields_from // step % pages * step
        chips = (every, *fields[start : start + step])
    return ListProps(
        title=tr("Thủ tục hành chính"),
        typed=asked.typed,
        hint=tr("Không cần gõ dấu"),
        found=_found(browsed, language),
        empty=(
            tr("Không có thủ tục khớp. Thử bớt từ, hoặc hỏi bàn hướng dẫn.")
            if browsed is not None and not total
            else ""
        ),
        chips=chips,
        other=tr("Lĩnh vực khác") if paged else "",
        rows=tuple(
            RowFace(
                row.code,
                name_said(row, language),
                highlight(name_said(row, language), asked.typed),
                counter_limit_said(row.limit, language) or tr("Hỏi tại quầy"),
                row.fee or tr("Hỏi tại quầy"),
                fee_forms(row.fee or tr("Hỏi tại quầy"), language),
            )
            for row in rows[:most]
        ),
        most=most,
        most_fields=room,
        pager=pager,
        keys=asked.keys,
        show_keys=tr("Hiện phím"),
    )


def _found(browsed: "Browsed | None", language: Language) -> str:
    if browsed is None:
        return language.tr("Đang tìm…")
    return language.trn("Tìm thấy **{n}** thủ tục", "Tìm thấy **{n}** thủ tục", browsed.total)


def _chips(
    asked: Asked, browsed: "Browsed | None", known: Known, language: Language
) -> tuple[FieldChip, ...]:
    counts = dict(browsed.counts) if browsed is not None else {}
    fields = known.view.fields if known.view is not None else ()
    every = FieldChip(
        "", language.tr("Tất cả lĩnh vực"), str(sum(counts.values())), not asked.prefix
    )
    return (
        every,
        *(
            FieldChip(
                field.prefix,
                named(field, language),
                str(counts.get(field.prefix, 0)),
                field.prefix == asked.prefix,
            )
            for field in fields
        ),
    )
