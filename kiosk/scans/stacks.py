"""From a file on disk to pages filed: what the command, the watched folder and the counter do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.refusal import Refused
from kiosk.scans.filing import FileScan, ScanFiled, ScanKind, Sheaf, filed_or_dropped
from kiosk.scans.keeping import Sheet, drop, keep_pages
from kiosk.scans.pages import ScanFile, pictures, read_scan
from kiosk.scans.progress import Progress, Steps, ended
from kiosk.scans.separators import PageSeen, page_seen
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


def looking(source: ScanFile) -> Steps[tuple[PageSeen, ...]]:
    """Every page of a file, one a step. Raises :class:`Refused` ``scan.not_a_scan``."""
    seen: list[PageSeen] = []
    yield Progress("look", 0, source.pages)
    for picture in pictures(source):
        seen.append(page_seen(picture))
        yield Progress("look", len(seen), source.pages)
    return tuple(seen)


def sorting(source: ScanFile, told: Told, unit_code: str) -> Steps[tuple[Pile, ...]]:
    """The piles of a source, by its codes or by what a person said.

    Raises :class:`Refused`: ``scan.one_way``, ``scan.count_wanted``, and as
    :func:`sort_pages`, :func:`piles_told` and :func:`looking` do.
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
    seen = yield from looking(source)
    return sort_pages(seen, told.dossiers, unit_code)


def keeping(source: ScanFile, piles: tuple[Pile, ...], folder: Path) -> Steps[tuple[Sheaf, ...]]:
    """Write each pile to a file; none is left where one cannot be written, or nobody waits for it.

    Raises :class:`Refused` as :func:`keep_pages` does.
    """
    made: list[Sheaf] = []
    try:
        for pile in piles:
            yield Progress("keep", len(made), len(piles))
            sheets = [Sheet(page) for page in pile.pages]
            made.append(Sheaf(pile.code, keep_pages(source, sheets, folder)))
    except (Refused, GeneratorExit):
        for sheaf in made:
            drop(folder, sheaf.kept)
        raise
    return tuple(made)


def filing(
    file: Path,
    told: Told,
    *,
    unit_code: str,
    folder: Path,
    do: Callable[[FileScan], ScanFiled],
    kind: ScanKind = ScanKind.SUBMITTED,
    title: str = "",
) -> Steps[ScanFiled]:
    """Read, sort and keep a file, and file it through ``do`` (the store's door), step by step.

    The file itself stays as it is. Raises :class:`Refused` as its parts do; nothing is filed then,
    nor where the steps are closed before their end.
    """
    yield Progress("read", 0, 0)
    source = read_scan(file)
    piles = yield from sorting(source, told, unit_code)
    return (
        yield from filing_piles(
            source, piles, looked=told.looked, folder=folder, do=do, kind=kind, title=title
        )
    )


def filing_piles(
    source: ScanFile,
    piles: tuple[Pile, ...],
    *,
    looked: bool,
    folder: Path,
    do: Callable[[FileScan], ScanFiled],
    kind: ScanKind = ScanKind.SUBMITTED,
    title: str = "",
) -> Steps[ScanFiled]:
    """Keep and file the piles of a source. ``looked``: a person said whose they are.

    Raises :class:`Refused` as :func:`keeping` and what ``do`` refuses.
    """
    sheaves = yield from keeping(source, piles, folder)
    wish = FileScan(source.name, source.sha256, kind, title, looked, sheaves)
    return filed_or_dropped(folder, [sheaf.kept for sheaf in sheaves], lambda: do(wish))


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
    """:func:`filing`, all at once."""
    return ended(
        filing(file, told, unit_code=unit_code, folder=folder, do=do, kind=kind, title=title)
    )
