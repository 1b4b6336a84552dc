"""From a file on disk to pages filed: what the command and the watched folder both do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.refusal import Refused
from kiosk.scans.filing import FileScan, ScanFiled, ScanKind, filed_or_dropped, keep_piles
from kiosk.scans.pages import ScanFile, read_scan
from kiosk.scans.separators import pages_seen
from kiosk.scans.sorting import Pile, piles_told, sort_pages


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer says of a stack: how many dossiers, or which one, or which pages are whose."""

    dossiers: int | None = None
    dossier: str | None = None
    piles: tuple[Pile, ...] = ()

    @property
    def looked(self) -> bool:
        """Whether a person, not the codes, says where the pages belong."""
        return self.dossiers is None


def piles_of(source: ScanFile, told: Told, unit_code: str) -> tuple[Pile, ...]:
    """The piles of a source, by its codes or by what a person said.

    Raises :class:`Refused`: ``scan.one_way``, ``scan.count_wanted``, and as
    :func:`sort_pages`, :func:`piles_told` and :func:`pages_seen` do.
    """
    ways = (told.dossiers is not None, told.dossier is not None, bool(told.piles))
    if sum(ways) > 1:
        raise Refused("scan.one_way")
    if told.piles:
        return piles_told(told.piles, source.pages)
    if told.dossier is not None:
        return (Pile(told.dossier, tuple(range(1, source.pages + 1))),)
    if told.dossiers is None:
        raise Refused("scan.count_wanted")
    return sort_pages(pages_seen(source), told.dossiers, unit_code)


def file_stack(
    file: Path,
    told: Told,
    *,
    unit_code: str,
    folder: Path,
    do: Callable[[FileScan], ScanFiled],
    kind: ScanKind = ScanKind.SUBMITTED,
    title: str = "",
) -> ScanFiled:
    """Read, sort and keep a file, and file it through ``do`` (the store's door).

    The file itself stays as it is. Raises :class:`Refused` as its parts do; nothing is filed then.
    """
    source = read_scan(file)
    piles = piles_of(source, told, unit_code)
    sheaves = keep_piles(source, piles, folder)
    wish = FileScan(source.name, source.sha256, kind, title, told.looked, sheaves)
    return filed_or_dropped(folder, [sheaf.kept for sheaf in sheaves], lambda: do(wish))
