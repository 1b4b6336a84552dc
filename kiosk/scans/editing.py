"""New versions of what was filed: pages split, turned, put in order, named, moved to their dossier.

A filed scan is never changed. What is done to it makes new scans of its pages, as they are, and
marks it as replaced; no page is lost on the way.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import bindparam

from kiosk.dossiers.finding import dossier_row
from kiosk.refusal import Refused
from kiosk.scans.filing import (
    FiledPages,
    ScanFiled,
    ScanKind,
    add_scan,
    filed_or_dropped,
    fit_title,
)
from kiosk.scans.keeping import TURNS, Kept, Sheet, drop, keep_pages
from kiosk.scans.pages import ScanFile
from kiosk.scans.reading import ScanView, one_scan
from kiosk.storage.schema import scan
from kiosk.storage.units import WriteUnit

Sheets = tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes of some pages: whose they are, what they are called, and what they are now
    (None: as before)."""

    dossier: str
    title: str
    sheets: Sheets
    kept: Kept | None = None
    kind: ScanKind | None = None


@dataclass(frozen=True, slots=True)
class RemakeScan:
    """Put ``parts`` in the place of a scan; ``act``: split, rotate, order, name, kind or move."""

    scan: str
    act: str
    parts: tuple[Part, ...]

    def without_secret(self) -> "RemakeScan":
        """By what is done alone: PDFium makes other bytes of the same pages each time."""
        return replace(self, parts=tuple(replace(part, kept=None) for part in self.parts))


def remake_scan(unit: WriteUnit, wish: RemakeScan) -> ScanFiled:
    """Carry out what :func:`remade` prepared.

    Raises :class:`Refused`: ``scan.unknown``, ``scan.superseded``, ``scan.no_page``,
    ``scan.title_long``, ``dossier.unknown``, ``barcode.unreadable``.
    """
    unit.one_at_a_time()
    old = one_scan(unit, wish.scan)
    if old.superseded_by is not None:
        raise Refused("scan.superseded", scan=old.id)
    require_every_page(old.pages, wish.parts)
    made: list[FiledPages] = []
    place = old.position
    home = dossier_row(unit, old.dossier, to_change=True)
    staying = sum(dossier_row(unit, part.dossier).id == home.id for part in wish.parts)
    if staying > 1:
        unit.run(_ROOM, home=home.id, place=place, more=staying - 1)
    for part in wish.parts:
        if part.kept is None:
            raise ValueError("a part without its file")
        row = dossier_row(unit, part.dossier, to_change=True)
        stays = row.id == home.id
        made.append(
            add_scan(
                unit,
                row,
                part.kept,
                kind=part.kind or old.kind,
                title=fit_title(part.title),
                source=(old.source_name, old.source_sha256),
                position=place if stays else None,
            )
        )
        place += stays
    unit.run(_REPLACED, old_id=old.id, new_id=made[0].scan)
    for filed in made:
        unit.audit(
            f"scan.{wish.act}",
            f"dossier:{filed.dossier}",
            before=old.id,
            scan=filed.scan,
            pages=filed.pages,
        )
    if all(filed.dossier != old.dossier for filed in made):
        unit.audit(f"scan.{wish.act}", f"dossier:{old.dossier}", before=old.id, pages=0)
    return ScanFiled(tuple(made))


def remade(
    old: ScanView,
    content: bytes,
    act: str,
    parts: Sequence[Part],
    *,
    folder: Path,
    do: Callable[[RemakeScan], ScanFiled],
) -> ScanFiled:
    """Write the files of ``parts`` out of a scan's own file, and file them through ``do``.

    Raises :class:`Refused` as :func:`remake_scan` and :func:`keep_pages` do.
    """
    require_every_page(old.pages, parts)
    source = ScanFile(old.file, "pdf", old.sha256, old.pages, content)
    made: list[Kept] = []
    try:
        for part in parts:
            made.append(keep_pages(source, part.sheets, folder))  # noqa: PERF401
    except Refused:
        for kept in made:
            drop(folder, kept)
        raise
    ready = tuple(replace(part, kept=kept) for part, kept in zip(parts, made, strict=True))
    return filed_or_dropped(folder, made, lambda: do(RemakeScan(old.id, act, ready)))


def require_every_page(pages: int, parts: Sequence[Part]) -> None:
    """Each page once, in exactly one part. Raises :class:`Refused` ``scan.no_page``."""
    named = Counter(sheet.page for part in parts for sheet in part.sheets)
    if named != Counter(range(1, pages + 1)) or not all(part.sheets for part in parts):
        raise Refused("scan.no_page", pages=pages)


def split(old: ScanView, before: int) -> tuple[Part, ...]:
    """Two scans: the second begins with page ``before``. Raises ``scan.no_page``."""
    if not 2 <= before <= old.pages:
        raise Refused("scan.no_page", pages=old.pages)
    sheets = _all(old)
    return (
        Part(old.dossier, old.title, sheets[: before - 1]),
        Part(old.dossier, "", sheets[before - 1 :]),
    )


def rotated(old: ScanView, pages: frozenset[int], turn: int) -> tuple[Part, ...]:
    """Some pages turned clockwise by ``turn`` degrees. Raises ``scan.turn``, ``scan.no_page``."""
    if turn not in TURNS[1:]:
        raise Refused("scan.turn")
    _known(old, pages)
    sheets = tuple(replace(each, turn=turn if each.page in pages else 0) for each in _all(old))
    return (Part(old.dossier, old.title, sheets),)


def ordered(old: ScanView, order: Sequence[int]) -> tuple[Part, ...]:
    """The pages in another order; all are named. Raises ``scan.no_page``."""
    part = Part(old.dossier, old.title, tuple(Sheet(page) for page in order))
    require_every_page(old.pages, [part])
    return (part,)


def named(old: ScanView, title: str) -> tuple[Part, ...]:
    """The same pages under the name of the paper they are."""
    return (Part(old.dossier, title, _all(old)),)


def arranged(old: ScanView, sheets: Sequence[Sheet]) -> tuple[Part, ...]:
    """Every page once, in this order, each turned as it says. Raises ``scan.no_page``."""
    part = Part(old.dossier, old.title, tuple(sheets))
    require_every_page(old.pages, [part])
    return (part,)


def called(old: ScanView, title: str, kind: ScanKind) -> tuple[Part, ...]:
    """The same pages under another name: papers handed in, the result, or something else."""
    return (Part(old.dossier, title, _all(old), kind=kind),)


def moved(old: ScanView, pages: frozenset[int], dossier: str) -> tuple[Part, ...]:
    """Some pages, or all, to the dossier they belong to. Raises ``scan.no_page``."""
    _known(old, pages)
    stay = tuple(each for each in _all(old) if each.page not in pages)
    go = tuple(each for each in _all(old) if each.page in pages)
    staying = (Part(old.dossier, old.title, stay),) if stay else ()
    return (*staying, Part(dossier, old.title, go))


def _all(old: ScanView) -> Sheets:
    return tuple(Sheet(page) for page in range(1, old.pages + 1))


def _known(old: ScanView, pages: frozenset[int]) -> None:
    if not pages or not pages <= set(range(1, old.pages + 1)):
        raise Refused("scan.no_page", pages=old.pages)


_ROOM = (
    scan.update()
    .where(scan.c.dossier_id == bindparam("home"), scan.c.position > bindparam("place"))
    .values(position=scan.c.position + bindparam("more"))
)
_REPLACED = (
    scan.update().where(scan.c.id == bindparam("old_id")).values(superseded_by=bindparam("new_id"))
)
