"""What is scanned: a dossier's scans, one PDF of them, and the share of papers digitised."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, select

from kiosk.clock import at_office
from kiosk.dossiers.finding import dossier_row
from kiosk.refusal import Refused
from kiosk.scans.filing import ScanKind
from kiosk.scans.keeping import joined, kept_content
from kiosk.storage.schema import dossier, dossier_paper, person, scan
from kiosk.storage.units import ReadUnit
from kiosk.text import fold, squeeze


@dataclass(frozen=True, slots=True)
class ScanView:
    """One scan; ``superseded_by`` is the version that took its place, if any."""

    id: str
    dossier: str
    kind: ScanKind
    title: str
    position: int
    pages: int
    bytes: int
    sha256: str
    file: str
    filed_at: datetime
    filed_by: str | None
    filed_by_name: str
    station: str
    source_name: str
    source_sha256: str
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class ShareDigitised:
    """Papers handed in on the days from ``since`` to ``until``, and how many of them are scanned.

    A paper is digitised when its dossier has a scan that bears the paper's name, or one without a
    name: that is the whole of what was handed in.
    """

    since: date
    until: date
    dossiers: int
    scanned_dossiers: int
    papers: int
    digitised: int

    @property
    def percent(self) -> float | None:
        """Per cent of the papers; None where none was handed in."""
        return 100 * self.digitised / self.papers if self.papers else None


@dataclass(frozen=True, slots=True)
class DossierOnPaper:
    """A dossier of which only ``digitised`` of ``papers`` are; without any name of a person."""

    code: str
    procedure_name: str
    received_at: datetime
    papers: int
    digitised: int


def scans_of(unit: ReadUnit, scanned: str, *, former: bool = False) -> tuple[ScanView, ...]:
    """The scans of the dossier with that code, in their order; ``former``: replaced ones too.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``.
    """
    row = dossier_row(unit, scanned)
    found = (_view(each) for each in unit.rows(_OF_DOSSIER, dossier_id=row.id))
    return tuple(each for each in found if former or each.superseded_by is None)


def one_scan(unit: ReadUnit, scan_id: str) -> ScanView:
    """One scan by its id. Raises :class:`Refused` ``scan.unknown``."""
    row = unit.row(_ONE, scan_id=scan_id)
    if row is None:
        raise Refused("scan.unknown", scan=scan_id[:40])
    return _view(row)


def files_of(unit: ReadUnit, station: str) -> dict[str, int]:
    """Every file that a station filed, replaced ones too, with its bytes."""
    return {row.file: row.bytes for row in unit.rows(_FILES, station=station)}


def content_of(view: ScanView, folder: Path, station: str) -> bytes:
    """The file of a scan, unaltered.

    Raises :class:`Refused`: ``scan.elsewhere``, ``scan.file_missing``, ``scan.altered``.
    """
    if view.station != station and not (folder / view.file).exists():
        raise Refused("scan.elsewhere", station=view.station)
    return kept_content(folder, view.file, view.sha256)


def whole_scan(unit: ReadUnit, scanned: str, folder: Path, station: str) -> tuple[bytes, int]:
    """All current scans of a dossier as one PDF, and how many pages it has.

    Raises :class:`Refused` as :func:`content_of`, and ``scan.none``.
    """
    views = scans_of(unit, scanned)
    if not views:
        raise Refused("scan.none", dossier=dossier_row(unit, scanned).code)
    contents = [(view.file, content_of(view, folder, station)) for view in views]
    return joined(contents), sum(view.pages for view in views)


def share_digitised(unit: ReadUnit, since: date) -> ShareDigitised:
    """The share among the papers of dossiers received from ``since`` to today.

    Papers of which neither an original nor a copy was handed in are not counted.
    """
    span = _span(unit, since)
    papers, titles = list(unit.rows(_PAPERS, **span)), _titles(unit, span)
    dossiers = list(unit.rows(_RECEIVED, **span))
    digitised = sum(_is_digitised(row, titles) for row in papers)
    return ShareDigitised(since, unit.day, len(dossiers), len(titles), len(papers), digitised)


def not_digitised(unit: ReadUnit, since: date) -> tuple[DossierOnPaper, ...]:
    """The dossiers received from ``since`` to today of which not all papers are digitised, the
    oldest first."""
    span = _span(unit, since)
    titles = _titles(unit, span)
    counted: dict[str, list[int]] = {}
    for row in unit.rows(_PAPERS, **span):
        count = counted.setdefault(row.dossier_id, [0, 0])
        count[0] += 1
        count[1] += _is_digitised(row, titles)
    found = []
    for row in unit.rows(_RECEIVED, **span):
        papers, done = counted.get(row.id, (0, 0))
        if done < papers:
            found.append(
                DossierOnPaper(row.code, row.procedure_name, row.received_at, papers, done)
            )
    return tuple(found)


def _span(unit: ReadUnit, since: date) -> dict[str, datetime]:
    return {"begin": at_office(since), "end": at_office(unit.day + timedelta(days=1))}


def _titles(unit: ReadUnit, span: dict[str, datetime]) -> dict[str, set[str]]:
    titles: dict[str, set[str]] = {}
    for row in unit.rows(_TITLES, **span):
        titles.setdefault(row.dossier_id, set()).add(_alike(row.title))
    return titles


def _is_digitised(paper: Any, titles: dict[str, set[str]]) -> bool:
    """A paper is when a scan bears its name; a scan without a name holds all of its dossier."""
    return bool({"", _alike(paper.name)} & titles.get(paper.dossier_id, set()))


def _alike(name: str) -> str:
    return fold(squeeze(name))


def _view(row: Any) -> ScanView:
    return ScanView(
        id=row.id,
        dossier=row.code,
        kind=ScanKind(row.kind),
        title=row.title,
        position=row.position,
        pages=row.pages,
        bytes=row.bytes,
        sha256=row.sha256,
        file=row.file,
        filed_at=row.filed_at,
        filed_by=row.filed_by,
        filed_by_name=row.filed_by_name or "",
        station=row.station,
        source_name=row.source_name,
        source_sha256=row.source_sha256,
        superseded_by=row.superseded_by,
    )


_SCANS = (
    select(scan, dossier.c.code, person.c.name.label("filed_by_name"))
    .join_from(scan, dossier)
    .outerjoin(person, person.c.code == scan.c.filed_by)
)
_OF_DOSSIER = _SCANS.where(scan.c.dossier_id == bindparam("dossier_id")).order_by(
    scan.c.position, scan.c.id
)
_ONE = _SCANS.where(scan.c.id == bindparam("scan_id"))
_FILES = select(scan.c.file, scan.c.bytes).where(scan.c.station == bindparam("station"))
_SPAN = (dossier.c.received_at >= bindparam("begin"), dossier.c.received_at < bindparam("end"))
_RECEIVED = (
    select(dossier.c.id, dossier.c.code, dossier.c.procedure_name, dossier.c.received_at)
    .where(*_SPAN)
    .order_by(dossier.c.received_at, dossier.c.id)
)
_PAPERS = (
    select(dossier_paper.c.dossier_id, dossier_paper.c.name)
    .join_from(dossier_paper, dossier)
    .where(*_SPAN, dossier_paper.c.originals + dossier_paper.c.copies > 0)
)
_TITLES = (
    select(scan.c.dossier_id, scan.c.title)
    .join_from(scan, dossier)
    .where(*_SPAN, scan.c.superseded_by.is_(None), scan.c.kind == ScanKind.SUBMITTED.value)
)
