"""Piles of a stack that a person has to look at: what is proposed, and how a hand changes it.

Pure. What is proposed is never filed by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.dossiers.codes import issuer_of
from kiosk.refusal import Refused
from kiosk.scans.separators import PageSeen
from kiosk.scans.sorting import Pile


@dataclass(frozen=True, slots=True)
class Heap:
    """Pages that lie together, counted from 1, and whose they are: ``code`` is empty while nobody
    knows. ``doubtful``: its first page has a code that could not be read; ``read``: the codes that
    were read there and are not proposed, of another office, or two on one page."""

    code: str
    pages: tuple[int, ...]
    doubtful: bool = False
    read: tuple[str, ...] = ()


Heaps = tuple[Heap, ...]


def proposed(pages: Sequence[PageSeen], unit_code: str) -> Heaps:
    """A heap begins with each page that bears a code other than the one before, or seems to.

    The code of another office, and one of two codes on one page, are not proposed.
    """
    heaps: list[Heap] = []
    for number, page in enumerate(pages, start=1):
        codes = sorted(code for code in page.codes if issuer_of(code) == unit_code)
        code = codes[0] if len(page.codes) == 1 and codes else ""
        same = bool(code and heaps and heaps[-1].code == code)
        begins = bool(page.codes or page.doubtful) and not same
        if begins or not heaps:
            read = () if code else tuple(sorted(page.codes))
            heaps.append(Heap(code, (number,), page.doubtful and not code and not read, read))
        else:
            heaps[-1] = replace(heaps[-1], pages=(*heaps[-1].pages, number))
    return tuple(heaps)


def assigned(heaps: Heaps, at: int, code: str) -> Heaps:
    """One heap belongs to the dossier of ``code``."""
    return _put(heaps, at, (replace(heaps[at], code=code, doubtful=False, read=()),))


def joined_up(heaps: Heaps, at: int) -> Heaps:
    """One heap goes to the one before it; the first stays as it is."""
    if not 0 < at < len(heaps):
        return heaps
    before = heaps[at - 1]
    whole = replace(before, pages=(*before.pages, *heaps[at].pages))
    return (*heaps[: at - 1], whole, *heaps[at + 1 :])


def split_at(heaps: Heaps, page: int) -> Heaps:
    """A new heap begins with ``page``; where one begins there already nothing changes."""
    for at, heap in enumerate(heaps):
        place = heap.pages.index(page) if page in heap.pages else 0
        if place:
            halves = (
                replace(heap, pages=heap.pages[:place]),
                Heap("", heap.pages[place:]),
            )
            return _put(heaps, at, halves)
    return heaps


def as_piles(heaps: Heaps) -> tuple[Pile, ...]:
    """What is filed: the heaps of one dossier together.

    Raises :class:`Refused` ``scan.heap_unnamed`` where nobody said whose a heap is.
    """
    piles: dict[str, tuple[int, ...]] = {}
    for heap in heaps:
        if not heap.code:
            raise Refused("scan.heap_unnamed", page=heap.pages[0])
        piles[heap.code] = (*piles.get(heap.code, ()), *heap.pages)
    return tuple(Pile(code, pages) for code, pages in piles.items())


def _put(heaps: Heaps, at: int, instead: Heaps) -> Heaps:
    return (*heaps[:at], *instead, *heaps[at + 1 :])
