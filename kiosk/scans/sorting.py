"""A stack of several dossiers becomes piles, or it is said why a person must look first.

Pure. Nothing is guessed: where anything does not fit, no page of the stack is filed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.dossiers.codes import issuer_of
from kiosk.refusal import Refused
from kiosk.scans.separators import PageSeen


@dataclass(frozen=True, slots=True)
class Pile:
    """The pages of one dossier, counted from 1, its own slip among them."""

    code: str
    pages: tuple[int, ...]


def sort_pages(pages: Sequence[PageSeen], dossiers: int, unit_code: str) -> tuple[Pile, ...]:
    """The piles of a stack in their order; every page is in exactly one.

    A page with a code opens its dossier; what follows belongs there. The same code once more
    within its own pile changes nothing (a slip of two sheets); the last sheet of a slip has no
    bars, and where it would open its dossier the first one was lost among the pages before. ``dossiers`` is how many the
    officer says the stack holds: a code that nobody could read is found out by that.

    Raises :class:`Refused`: ``scan.two_codes``, ``scan.foreign``, ``scan.unreadable_code``,
    ``scan.first_sheet``, ``scan.before_first``, ``scan.twice``, ``scan.no_papers``, ``scan.count``,
    ``scan.count_more``.
    """
    piles: dict[str, list[int]] = {}
    current = ""
    for number, page in enumerate(pages, start=1):
        code = _only(page, number, unit_code)
        if code and code != current:
            if code in piles:
                raise Refused("scan.twice", page=number, dossier=code)
            if not page.barred:
                raise Refused("scan.first_sheet", page=number, dossier=code)
            current, piles[code] = code, []
        if not current:
            raise Refused("scan.before_first", page=number)
        piles[current].append(number)
    counted = {"found": len(piles), "said": dossiers, "codes": list(piles)}
    if len(piles) > dossiers:
        raise Refused("scan.count_more", **counted)
    if len(piles) < dossiers:
        raise Refused("scan.count", **counted)
    for code, held in piles.items():
        if all(pages[number - 1].codes for number in held):
            raise Refused("scan.no_papers", dossier=code, page=held[0])
    return tuple(Pile(code, tuple(held)) for code, held in piles.items())


def _only(page: PageSeen, number: int, unit_code: str) -> str:
    """The page's code, or none."""
    if len(page.codes) > 1:
        raise Refused("scan.two_codes", page=number, codes=sorted(page.codes))
    for code in page.codes:
        if issuer_of(code) != unit_code:
            raise Refused("scan.foreign", page=number, dossier=code)
        return code
    if page.doubtful:
        raise Refused("scan.unreadable_code", page=number)
    return ""


def piles_told(told: Sequence[Pile], pages: int) -> tuple[Pile, ...]:
    """What a person sorted who has looked: every page must be named exactly once.

    Raises :class:`Refused` ``scan.pages_left`` (``pages``: those named never or twice).
    """
    named = [number for pile in told for number in pile.pages]
    wrong = {number for number in named if named.count(number) > 1 or not 1 <= number <= pages}
    wrong |= set(range(1, pages + 1)) - set(named)
    if wrong:
        raise Refused("scan.pages_left", pages=[str(each) for each in sorted(wrong)][:20])
    return tuple(told)
