"""Papers of a full record: groups with a heading, each with papers and remarks among them."""

from collections.abc import Iterable

from kiosk.catalogue.cleaning import listed, members, name_of_paper, whole_number
from kiosk.catalogue.procedure import Paper, PaperKind
from kiosk.catalogue.unreadable import Unreadable, quantity_unreadable
from kiosk.text import fold

_PART = "Thành phần hồ sơ"
_MOST = 999


def read_papers(groups: Iterable[object]) -> tuple[tuple[Paper, ...], list[Unreadable]]:
    """The papers of all groups, the same one once.

    A heading that only says what is done with its papers ("* Giấy tờ phải xuất trình:") gives
    them their kind; any other heading names a case. What has no quantity is a remark.
    """
    complaints: list[Unreadable] = []
    papers: dict[Paper, None] = {}
    for group in groups:
        heading = name_of_paper(members(group, "name"))
        kind = _kind_by_heading(heading)
        for component in listed(members(group, "profileComponents")):
            name = name_of_paper(members(component, "name"))
            if not name:
                continue
            originals = _quantity(members(component, "originalQty"), complaints)
            copies = _quantity(members(component, "copyQty"), complaints)
            papers.setdefault(
                Paper(
                    name=name,
                    originals=originals,
                    copies=copies,
                    kind=(kind or PaperKind.SUBMIT) if originals or copies else PaperKind.NOTE,
                    required=members(component, "required") is True,
                    case="" if kind else heading,
                )
            )
    return tuple(papers), complaints


def _kind_by_heading(heading: str) -> PaperKind | None:
    folded = fold(heading)
    if len(folded) > 60:
        return None
    if "luu y" in folded or "ghi chu" in folded:
        return PaperKind.NOTE
    if "phai xuat trinh" in folded or folded.startswith("xuat trinh"):
        return PaperKind.PRESENT
    if not folded or "phai nop" in folded or folded in _PLAIN_HEADINGS:
        return PaperKind.SUBMIT
    return None


_PLAIN_HEADINGS = {
    "thanh phan ho so",
    "ho so",
    "ho so gom",
    "ho so bao gom",
    "giay to nop",
    "thanh phan ho so gom",
    "thanh phan ho so bao gom",
}


def _quantity(value: object, complaints: list[Unreadable]) -> int:
    if value is None:
        return 0
    number = whole_number(value)
    if number is None or not 0 <= number <= _MOST:
        complaints.append(Unreadable(_PART, quantity_unreadable(str(value)[:40])))
        return 0
    return number
