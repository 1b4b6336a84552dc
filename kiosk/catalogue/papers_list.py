"""The list of papers that a procedure asks for, owed to the kiosk's printer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

from kiosk.catalogue.browsing import published
from kiosk.catalogue.procedure import Paper, PaperKind
from kiosk.office.reading import office_now
from kiosk.storage import print_jobs
from kiosk.storage.units import WriteUnit

PAPERS80 = "papers80"
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A line of the list: the paper, and what is done with it (``Nộp 1 bản chính``)."""

    name: str
    manner: str


@dataclass(frozen=True, slots=True)
class PapersSlip:
    """What the list says: the values alone, as they are owed to the printer."""

    code: str
    name: str
    field_name: str
    counters: tuple[str, ...]
    papers: tuple[ListedPaper, ...]
    printed_at: Moment
    office_parent: str
    office_name: str
    hotline: str
    sample: bool


@dataclass(frozen=True, slots=True)
class PrintPapers:
    """The wish for the list of a procedure's papers, by its code."""

    procedure: str


@dataclass(frozen=True, slots=True)
class PapersOwed:
    """A list owed to the printer."""

    print_job: str


def print_papers(unit: WriteUnit, wish: PrintPapers) -> PapersOwed:
    """Owe the list of a procedure's papers at the acting station.

    Raises :class:`Refused` as :func:`kiosk.catalogue.browsing.published` does.
    """
    found = published(unit, wish.procedure)
    office = office_now(unit)
    slip = PapersSlip(
        code=found.procedure.code,
        name=found.procedure.name,
        field_name=found.field,
        counters=found.counters,
        papers=tuple(
            ListedPaper(paper.name, manner(paper))
            for paper in found.procedure.papers
            if paper.kind is not PaperKind.NOTE
        ),
        printed_at=unit.now,
        office_parent=office.profile.parent,
        office_name=office.profile.name,
        hotline=office.profile.hotline,
        sample=office.sample,
    )
    job = print_jobs.owe(
        unit,
        kind=PAPERS80,
        title=f"Giấy tờ {slip.code}",
        subject=f"procedure:{slip.code}"[:80],
        paper=msgspec.json.encode(slip),
    )
    unit.audit("papers_list.owed", job, procedure=slip.code)
    return PapersOwed(job)


def manner(paper: Paper) -> str:
    """What is done with a paper: ``Nộp 1 bản chính``, ``Nộp 1 bản chính, 2 bản sao``, ``Xuất trình``."""
    if paper.kind is PaperKind.PRESENT:
        return "Xuất trình"
    parts = [
        f"{many} {kind}"
        for many, kind in ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
        if many
    ]
    return f"Nộp {', '.join(parts)}" if parts else "Nộp"
