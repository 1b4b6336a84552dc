"""What the page of stacks shows: a stack that was named, or its heaps for a person to look at. Pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.counter.scans.props import Act
from kiosk.ui.counter.scans.seen import StackSeen
from kiosk.ui.parts.page_grid import PageCell

if TYPE_CHECKING:
    from kiosk.scans.filing import ScanFiled
    from kiosk.scans.piles import Heap, Heaps

MOST_DOSSIERS = 100
_BUSY = "Chờ việc đang làm xong, hoặc Esc để thôi."
_NO_HEAPS = "Chưa có chồng nào phải xem."
_TWO, _FOREIGN = "Hai mã hồ sơ trên một trang", "cơ quan khác"
_UNKNOWN, _UNREAD = "Chưa rõ hồ sơ", "Có mã, không đọc được"


@dataclass(frozen=True, slots=True)
class StackProps:
    """The page. ``heaps``: a person has to look."""

    heaps: tuple[PageCell, ...]
    count: str
    heading: str
    pages: tuple[PageCell, ...]
    why: str
    file: str
    save: Act
    join: Act
    split: Act
    give_up: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class StackAt:
    """What the page depends on: the heaps as they were changed, what is chosen and entered.

    ``heap`` is the place of the chosen heap, ``page`` the page chosen in it, 0 for none.
    """

    stack: StackSeen | None = None
    heaps: "Heaps" = ()
    heap: int = 0
    page: int = 0
    file: str = ""
    dossiers: str = ""
    busy: bool = False


def derive_stack(at: StackAt) -> StackProps:
    """The page's props."""
    laid = at.stack is not None
    shut = _BUSY if at.busy else "" if laid else _NO_HEAPS
    chosen = at.heaps[at.heap] if 0 <= at.heap < len(at.heaps) else None
    codes = {heap.code for heap in at.heaps if heap.code}
    return StackProps(
        heaps=tuple(_cell(heap) for heap in at.heaps),
        count=f"{len(at.heaps)} chồng, {len(codes)} hồ sơ" if laid else "",
        heading=f"Chồng {at.heap + 1}: {_whose(chosen)}" if chosen is not None else "",
        pages=tuple(PageCell(page, f"Trang {page}") for page in chosen.pages) if chosen else (),
        why=at.stack.why if at.stack is not None else "",
        file=at.stack.source.name if at.stack is not None else "",
        save=_save(at),
        join=Act("Nhập vào chồng trước", shut or ("" if at.heap > 0 else "Đang ở chồng đầu.")),
        split=Act("Tách từ trang này", shut or _unsplit(chosen, at.page)),
        give_up=Act("Thôi xem chồng này", shut),
    )


def count_said(text: str) -> int | None:
    """How many dossiers a stack holds, as it was typed; None where it is no such figure."""
    bare = text.strip()
    if not (bare.isascii() and bare.isdigit()):
        return None
    count = int(bare[:6])
    return count if 1 <= count <= MOST_DOSSIERS else None


def filed_said(fact: "ScanFiled") -> str:
    """``Đã lưu 30 trang vào 5 hồ sơ.``"""
    pages = sum(each.pages for each in fact.scans)
    return f"Đã lưu {pages} trang vào {len(fact.scans)} hồ sơ."


def codes_said(fact: "ScanFiled") -> str:
    """Each dossier with its pages."""
    told = (f"{each.dossier} · {each.pages} trang" for each in fact.scans)
    return "\n".join(("Đã lưu:", *told))


def _cell(heap: "Heap") -> PageCell:
    many = f"{len(heap.pages)} trang, từ trang {heap.pages[0]}"
    return PageCell(heap.pages[0], _whose(heap), more=many)


def _whose(heap: "Heap") -> str:
    if heap.code:
        return heap.code
    if len(heap.read) > 1:
        return _TWO
    if heap.read:
        return f"{heap.read[0]}, {_FOREIGN}"
    return _UNREAD if heap.doubtful else _UNKNOWN


def _save(at: StackAt) -> Act:
    if at.busy:
        return Act("Lưu theo các chồng" if at.stack is not None else "Chia và lưu", _BUSY)
    if at.stack is None:
        reason = "" if count_said(at.dossiers) else "Gõ số hồ sơ trong chồng, từ 1 đến 100."
        return Act("Chia và lưu", reason if at.file else "Chọn một tệp, hoặc gõ đường dẫn.")
    unnamed = next((n for n, heap in enumerate(at.heaps, 1) if not heap.code), 0)
    codes = {heap.code for heap in at.heaps}
    why = f"Chồng {unnamed} chưa có mã hồ sơ." if unnamed else _miscounted(at, len(codes))
    return Act(f"Lưu vào {len(codes)} hồ sơ" if not unnamed else "Lưu theo các chồng", why)


def _miscounted(at: StackAt, found: int) -> str:
    said = count_said(at.dossiers)
    if said is None:
        return "Gõ số hồ sơ trong chồng, từ 1 đến 100."
    return "" if said == found else f"Báo có {said} hồ sơ, đang chia thành {found}."


def _unsplit(heap: "Heap | None", page: int) -> str:
    if heap is None or page not in heap.pages[1:]:
        return "Chọn trang đầu của chồng mới."
    return ""
