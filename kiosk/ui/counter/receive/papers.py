"""Which papers a procedure asks for, and whether they are all there."""

from typing import TYPE_CHECKING

from kiosk.text import fold
from kiosk.ui.counter.receive.form import MOST_COPIES, PaperEntry

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Paper, Procedure


_NAMED = 40


def papers_of(
    procedure: "Procedure", case: str, before: tuple[PaperEntry, ...] = ()
) -> tuple[PaperEntry, ...]:
    """The papers of a procedure in one of its cases; what was ticked before stays ticked.

    Papers of another case are left out. A heading that names none of the cases is shown above
    its papers, and whether these are needed the officer decides. Papers added by hand stay.
    """
    kept = {paper.name: paper for paper in before if not paper.added and paper.ticked}
    entries = []
    for paper in procedure.papers:
        belongs = _belongs(procedure, paper, case)
        if belongs is None:
            continue
        entry = _entry(
            paper, required=paper.required and belongs, group="" if belongs else paper.case
        )
        known = kept.get(entry.name)
        if known is not None and known.kind == entry.kind:
            entry = PaperEntry(
                name=entry.name,
                kind=entry.kind,
                required=entry.required,
                ticked=True,
                originals=known.originals,
                copies=known.copies,
                group=entry.group,
            )
        entries.append(entry)
    return (*entries, *(paper for paper in before if paper.added))


def _belongs(procedure: "Procedure", paper: "Paper", case: str) -> bool | None:
    """Whether the paper surely belongs to the case; None when it surely does not."""
    if not paper.case:
        return True
    named = [
        one.code
        for one in procedure.cases
        if paper.case == one.code or fold(paper.case) == fold(one.name)
    ]
    if not named:
        return False
    return True if case in named else None


def _entry(paper: "Paper", *, required: bool, group: str) -> PaperEntry:
    originals, copies = min(paper.originals, MOST_COPIES), min(paper.copies, MOST_COPIES)
    return PaperEntry(
        name=paper.name,
        kind=paper.kind.value,
        required=required and paper.kind.value != "note",
        originals=originals if originals or copies else 1,
        copies=copies,
        group=group,
    )


def missing_required(papers: tuple[PaperEntry, ...]) -> int:
    """How many required papers are not ticked."""
    return sum(1 for paper in papers if paper.required and not paper.ticked)


def missing_said(papers: tuple[PaperEntry, ...]) -> str:
    """``Còn thiếu 1 giấy tờ bắt buộc``, or nothing."""
    missing = missing_required(papers)
    return f"Còn thiếu {missing} giấy tờ bắt buộc" if missing else ""


def which_missing(papers: tuple[PaperEntry, ...]) -> str:
    """``Còn thiếu: Tờ khai``, ``Còn thiếu: Tờ khai và 2 giấy tờ nữa``, or nothing."""
    names = [paper.name for paper in papers if paper.required and not paper.ticked]
    if not names:
        return ""
    more = f" và {len(names) - 1} giấy tờ nữa" if len(names) > 1 else ""
    most = _NAMED - len(more)
    first = names[0] if len(names[0]) <= most else names[0][:most].rsplit(" ", 1)[0] + "…"
    return f"Còn thiếu: {first}{more}"


def counted_said(papers: tuple[PaperEntry, ...], sets: int) -> str:
    """``Đủ 3 / 3 giấy tờ bắt buộc · 01 bộ``."""
    required = sum(1 for paper in papers if paper.required)
    there = required - missing_required(papers)
    if not papers:
        return f"{sets:02d} bộ"
    if required:
        full = "Đủ" if there == required else "Mới có"
        return f"{full} {there} / {required} giấy tờ bắt buộc · {sets:02d} bộ"
    ticked = sum(1 for paper in papers if paper.ticked)
    return f"Đã nhận {ticked} giấy tờ · {sets:02d} bộ"
