"""What the pages of scans ask of the store, of files and of scanners. Imported only in the lanes."""

import importlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.dossiers.reading import find_dossier
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.scans.editing import Part, RemakeScan, remade, remake_scan
from kiosk.scans.filing import FileScan, ScanFiled, ScanKind, file_scan
from kiosk.scans.inbox import Inbox, settle
from kiosk.scans.pages import ScanFile, read_scan
from kiosk.scans.piles import Heaps, as_piles, proposed
from kiosk.scans.progress import Progress, Steps
from kiosk.scans.reading import ScanView, content_of, scans_of
from kiosk.scans.scanner import ScanAsked, Scanner, chosen, scanned
from kiosk.scans.sorting import piles_told, sort_pages
from kiosk.scans.stacks import Told, filing, filing_piles, looking
from kiosk.scans.thumbs import thumbs
from kiosk.station import Station
from kiosk.storage.units import ReadUnit
from kiosk.ui.counter.scans.seen import InboxSeen, ScansSeen, StackSeen
from kiosk.wording import sentence

NOT_LOOKED_AT = ("scan.already_filed", "scan.unwritable", "file.")
"""Refusals of a stack that looking at its piles would not mend."""


def scans_seen(unit: ReadUnit, code: str) -> ScansSeen:
    """Raises :class:`Refused` ``dossier.unknown``, ``barcode.unreadable``."""
    view = find_dossier(unit, code)
    papers = tuple(dict.fromkeys(paper.name for paper in view.papers))
    scans = scans_of(unit, view.code, former=True)
    return ScansSeen(view.code, view.procedure_name, papers, scans)


def inbox_seen(inbox: Inbox) -> InboxSeen:
    """One look at the folder. Raises :class:`Refused` ``file.unreadable``."""
    # Reading pages takes large packages: they come while the officer looks, not at F9.
    for package in ("PIL.Image", "pypdfium2", "zxingcpp"):
        importlib.import_module(package)
    return InboxSeen(str(inbox.folder), inbox.look())


def pictures(
    opened: Callable[[], ScanFile], pages: tuple[int, ...], wide: int, high: int
) -> Iterator[tuple[int, QImage]]:
    """The pictures of some pages, one a step."""
    for thumb in thumbs(opened(), pages, wide, high):
        row = thumb.width * 3
        image = QImage(thumb.rgb, thumb.width, thumb.height, row, QImage.Format.Format_RGB888)
        yield thumb.page, image.copy()


def opened_scan(station: Station, view: ScanView) -> ScanFile:
    """A filed scan, read again. Raises :class:`Refused` as :func:`content_of`."""
    content = content_of(view, station.folder.scans, station.settings.name)
    return ScanFile(view.file, "pdf", view.sha256, view.pages, content)


def filing_one(
    station: Station, officer: str, file: Path, told: Told, kind: ScanKind, title: str
) -> Steps[ScanFiled]:
    """A file filed, and set aside where it came from the inbox."""
    if not file.exists():
        raise Refused("scan.source_gone", file=file.name)
    steps = filing(
        file,
        told,
        unit_code=_unit_code(station),
        folder=station.folder.scans,
        do=_door(station, officer),
        kind=kind,
        title=title,
    )
    fact = yield from steps
    settle(file, station.inbox)
    return fact


def filing_stack(
    station: Station, officer: str, file: Path, dossiers: int
) -> Steps[ScanFiled | StackSeen]:
    """A stack filed by its slips; where anything does not fit, its heaps for a person to look at.

    Raises :class:`Refused` where there is nothing to look at: ``scan.already_filed`` and what
    :func:`read_scan` refuses.
    """
    if not file.exists():
        raise Refused("scan.source_gone", file=file.name)
    yield Progress("read", 0, 0)
    source, unit_code = read_scan(file), _unit_code(station)
    seen = yield from looking(source)
    try:
        piles = sort_pages(seen, dossiers, unit_code)
        fact = yield from filing_piles(
            source,
            piles,
            looked=False,
            folder=station.folder.scans,
            do=_door(station, officer),
        )
    except Refused as refusal:
        if refusal.code.startswith((*NOT_LOOKED_AT, "store.")):
            raise
        return StackSeen(source, proposed(seen, unit_code), sentence(refusal))
    settle(file, station.inbox)
    return fact


def filing_heaps(
    station: Station, officer: str, file: Path, stack: StackSeen, heaps: Heaps
) -> Steps[ScanFiled]:
    """A stack as a person has sorted it. Raises :class:`Refused`, ``scan.heap_unnamed`` among them."""
    piles = piles_told(as_piles(heaps), stack.source.pages)
    fact = yield from filing_piles(
        stack.source,
        piles,
        looked=True,
        folder=station.folder.scans,
        do=_door(station, officer),
    )
    if file.exists():
        settle(file, station.inbox)
    return fact


def remaking(
    station: Station, officer: str, view: ScanView, act: str, parts: tuple[Part, ...]
) -> Steps[ScanFiled]:
    """A scan made anew; the one before is kept. Raises :class:`Refused` as :func:`remade`."""
    yield Progress("keep", 0, len(parts))

    def do(wish: RemakeScan) -> ScanFiled:
        return station.store.do(remake_scan, wish, station.actor(officer))

    content = content_of(view, station.folder.scans, station.settings.name)
    return remade(view, content, act, parts, folder=station.folder.scans, do=do)


def scanning(station: Station, scanner: Scanner, asked: ScanAsked) -> Steps[Path]:
    """All that lies in the scanner, as a file of the inbox."""
    yield Progress("scan", 0, 0)
    settings = station.settings.scans
    device = settings.scanner or chosen(scanner.devices(), "").key
    with tempfile.TemporaryDirectory() as work:
        return (
            yield from scanned(
                scanner,
                device,
                asked,
                inbox=station.inbox,
                now=station.store.clock.now(),
                work=Path(work),
            )
        )


def _unit_code(station: Station) -> str:
    with station.store.read() as unit:
        return office_now(unit).unit_code


def _door(station: Station, officer: str) -> Callable[[FileScan], ScanFiled]:
    def do(wish: FileScan) -> ScanFiled:
        return station.store.do(file_scan, wish, station.actor(officer))

    return do
