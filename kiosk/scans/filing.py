"""Filing scanned pages with their dossiers: all of a stack, or nothing of it.

NĐ 61/2018/NĐ-CP art. 17(1): papers handed in are scanned and stored electronically. The files are
written first, then one transaction says whose they are: a machine that dies in between leaves
files that nobody refers to, never a dossier without its file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, func, select

from kiosk.dossiers.finding import dossier_row
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.scans.keeping import Kept, drop
from kiosk.storage.schema import dossier, scan
from kiosk.storage.units import WriteUnit
from kiosk.text import has_control, squeeze

LONGEST_TITLE = 200


class ScanKind(StrEnum):
    """What the pages are: papers handed in, the result, or something else."""

    SUBMITTED = "submitted"
    RESULT = "result"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Pages for one dossier, already in a file of the station's folder."""

    dossier: str
    kept: Kept


@dataclass(frozen=True, slots=True)
class FileScan:
    """File what one source holds. ``looked``: a person said which dossier each page belongs to."""

    source_name: str
    source_sha256: str
    kind: ScanKind
    title: str
    looked: bool
    sheaves: tuple[Sheaf, ...]

    def without_secret(self) -> "FileScan":
        """The wish by its source alone: PDFium makes other bytes of the same pages each time."""
        none = Kept("", "", 0, 0)
        bare = tuple(
            replace(sheaf, kept=replace(none, pages=sheaf.kept.pages)) for sheaf in self.sheaves
        )
        return replace(self, sheaves=bare)


@dataclass(frozen=True, slots=True)
class FiledPages:
    """One scan that was filed."""

    scan: str
    dossier: str
    pages: int
    file: str


@dataclass(frozen=True, slots=True)
class ScanFiled:
    """What was filed, in the order of the stack."""

    scans: tuple[FiledPages, ...]


def file_scan(unit: WriteUnit, wish: FileScan) -> ScanFiled:
    """File all pages of one source.

    Raises :class:`Refused`: ``scan.already_filed``, ``scan.title_long``, ``dossier.unknown``,
    ``barcode.unreadable``; and where nobody has looked ``scan.has_scan``, ``scan.returned``.
    """
    unit.one_at_a_time()
    before = unit.row(_FILED_BEFORE, source=wish.source_sha256)
    if before is not None:
        raise Refused("scan.already_filed", dossier=before.code, at=before.filed_at)
    title = fit_title(wish.title)
    filed = []
    for sheaf in wish.sheaves:
        row = dossier_row(unit, sheaf.dossier, to_change=True)
        if not wish.looked:
            _plausible(unit, row, wish.kind)
        filed.append(
            add_scan(
                unit,
                row,
                sheaf.kept,
                kind=wish.kind,
                title=title,
                source=(wish.source_name, wish.source_sha256),
            )
        )
        unit.audit(
            "scan.filed",
            f"dossier:{row.code}",
            scan=filed[-1].scan,
            kind=wish.kind.value,
            pages=sheaf.kept.pages,
            sha256=sheaf.kept.sha256,
            looked=wish.looked,
        )
    return ScanFiled(tuple(filed))


def _plausible(unit: WriteUnit, row: Any, kind: ScanKind) -> None:
    """An old slip among the papers of another dossier must not draw pages to itself."""
    if kind is ScanKind.SUBMITTED and row.state == "returned":
        raise Refused("scan.returned", dossier=row.code)
    if unit.row(_CURRENT, dossier_id=row.id, kind=kind.value) is not None:
        raise Refused("scan.has_scan", dossier=row.code)


def fit_title(title: str) -> str:
    """The name of a paper as it is stored. Raises :class:`Refused` ``scan.title_long``."""
    fit = squeeze(title)
    if len(fit) > LONGEST_TITLE or has_control(fit):
        raise Refused("scan.title_long", most=LONGEST_TITLE)
    return fit


def add_scan(
    unit: WriteUnit,
    row: Any,
    kept: Kept,
    *,
    kind: ScanKind,
    title: str,
    source: tuple[str, str],
    position: int | None = None,
) -> FiledPages:
    """Write down a file as belonging to the dossier of ``row``; at the end, or at ``position``."""
    if position is None:
        last = unit.row(_LAST, dossier_id=row.id)
        position = 1 + (last.position or 0 if last else 0)
    made = new_id()
    unit.add(
        scan,
        id=made,
        dossier_id=row.id,
        kind=kind.value,
        title=title,
        position=position,
        pages=kept.pages,
        bytes=kept.bytes,
        sha256=kept.sha256,
        file=kept.file,
        filed_at=unit.now,
        filed_by=unit.by.officer,
        station=unit.by.station,
        source_name=squeeze(source[0].encode(errors="replace").decode())[-200:],
        source_sha256=source[1],
        superseded_by=None,
    )
    return FiledPages(made, row.code, kept.pages, kept.file)


def filed_or_dropped(
    folder: Path, made: Sequence[Kept], file: Callable[[], ScanFiled]
) -> ScanFiled:
    """Do the filing; files that it did not take (refused, or done before) go again.

    Where it is not known whether the store took them (``store.*``) they stay.
    """
    try:
        fact = file()
    except Refused as refusal:
        if not refusal.code.startswith("store."):
            for kept in made:
                drop(folder, kept)
        raise
    taken = {each.file for each in fact.scans}
    for kept in made:
        if kept.file not in taken:
            drop(folder, kept)
    return fact


_FILED_BEFORE = (
    select(dossier.c.code, scan.c.filed_at)
    .join_from(scan, dossier)
    .where(scan.c.source_sha256 == bindparam("source"))
    .order_by(scan.c.id)
    .limit(1)
)
_CURRENT = (
    select(scan.c.id)
    .where(
        scan.c.dossier_id == bindparam("dossier_id"),
        scan.c.kind == bindparam("kind"),
        scan.c.superseded_by.is_(None),
    )
    .limit(1)
)
_LAST = select(func.max(scan.c.position).label("position")).where(
    scan.c.dossier_id == bindparam("dossier_id")
)
