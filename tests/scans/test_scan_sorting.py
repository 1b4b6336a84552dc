"""Piles out of a stack: tables, properties, and 400 stacks with everything that goes wrong."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.refusal import Refused
from kiosk.scans.separators import PageSeen
from kiosk.scans.sorting import Pile, piles_told, sort_pages

UNIT = "H99.12.08"
A, B, C = (f"{UNIT}-261123-000{n}" for n in (1, 2, 3))
ELSEWHERE = "H99.12.09-261123-0001"
PAPER = PageSeen()
DOUBT = PageSeen(doubtful=True)


def sheet(*codes: str) -> PageSeen:
    return PageSeen(frozenset(codes), barred=True)


def last_sheet(code: str) -> PageSeen:
    return PageSeen(frozenset([code]))


@pytest.mark.parametrize(
    ("pages", "dossiers", "piles"),
    [
        ([sheet(A), PAPER], 1, [(A, (1, 2))]),
        ([sheet(A), PAPER, sheet(B), PAPER, PAPER], 2, [(A, (1, 2)), (B, (3, 4, 5))]),
        # A slip of three sheets: bars on the first, nothing on the second, QR on the third.
        ([sheet(A), PAPER, last_sheet(A), PAPER], 1, [(A, (1, 2, 3, 4))]),
        ([sheet(A), last_sheet(A), PAPER, sheet(B), PAPER], 2, [(A, (1, 2, 3)), (B, (4, 5))]),
    ],
)
def test_what_fits(
    pages: list[PageSeen], dossiers: int, piles: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert sort_pages(pages, dossiers, UNIT) == tuple(Pile(*each) for each in piles)


@pytest.mark.parametrize(
    ("pages", "dossiers", "code"),
    [
        ([sheet(A), PAPER], 2, "scan.count"),
        ([sheet(A), PAPER, sheet(B), PAPER], 1, "scan.count_more"),
        ([PAPER, sheet(A), PAPER], 1, "scan.before_first"),
        ([PAPER], 0, "scan.before_first"),
        ([], 1, "scan.count"),
        ([sheet(A), PAPER, sheet(ELSEWHERE), PAPER], 2, "scan.foreign"),
        ([sheet(A), PAPER, sheet(B), PAPER, sheet(A), PAPER], 2, "scan.twice"),
        ([sheet(A), PAPER, sheet(A, B), PAPER], 2, "scan.two_codes"),
        ([sheet(A), PAPER, DOUBT, PAPER], 1, "scan.unreadable_code"),
        ([DOUBT, sheet(A), PAPER], 1, "scan.unreadable_code"),
        ([sheet(A), PAPER, PAPER, last_sheet(B), PAPER], 2, "scan.first_sheet"),
        ([sheet(A), sheet(B), PAPER], 2, "scan.no_papers"),
        ([sheet(A), PAPER, sheet(B)], 2, "scan.no_papers"),
    ],
)
def test_what_a_person_must_see(pages: list[PageSeen], dossiers: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        sort_pages(pages, dossiers, UNIT)
    assert refused.value.code == code


seen = st.sampled_from([sheet(A), sheet(B), sheet(C), sheet(A, B), sheet(ELSEWHERE), PAPER, DOUBT])


@given(st.lists(seen, max_size=12), st.integers(0, 4))
def test_every_page_once_and_under_the_code_before_it(pages: list[PageSeen], dossiers: int) -> None:
    try:
        piles = sort_pages(pages, dossiers, UNIT)
    except Refused:
        return
    assert [n for pile in piles for n in pile.pages] == list(range(1, len(pages) + 1))
    assert len({pile.code for pile in piles}) == len(piles) == dossiers
    for pile in piles:
        assert pages[pile.pages[0] - 1].codes == {pile.code}
        assert all(pages[number - 1].codes <= {pile.code} for number in pile.pages)


def a_stack(chance: random.Random) -> tuple[list[tuple[str, PageSeen]], int]:
    """Pages with whose they are in truth, and how many dossiers; faults thrown in."""
    many = chance.randint(1, 8)
    stack: list[tuple[str, PageSeen]] = []
    for number in range(many):
        code = f"{UNIT}-261123-{number + 1:04d}"
        slip = chance.choice([[sheet(code)], [sheet(code), last_sheet(code)]])
        papers = [PAPER] * chance.randint(1, 6)
        stack += [(code, page) for page in (*slip, *papers)]
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
        place = chance.randrange(len(stack))
        owner, page = stack[place]
        fault = chance.choice(["silent", "silent", "seen", "strayed", "foreign", "swap", "both"])
        if fault == "silent" and page.codes:
            stack[place] = (owner, PAPER)
        elif fault == "seen" and page.codes:
            stack[place] = (owner, DOUBT)
        elif fault == "strayed":
            stack.append(stack.pop(place))
        elif fault == "foreign":
            stack[place] = (owner, sheet(ELSEWHERE))
        elif fault == "both":
            stack[place] = (owner, sheet(A, C))
        elif fault == "swap":
            other = chance.randrange(len(stack))
            stack[place], stack[other] = stack[other], stack[place]
    return stack, many


def in_order(stack: list[tuple[str, PageSeen]]) -> bool:
    """Dossier after dossier, each under the first sheet that bears its code, if any does."""
    owners = [owner for owner, _ in stack]
    coded = {owner for owner, page in stack if page.codes == {owner} and page.barred}
    firsts = {owner: stack[owners.index(owner)][1] for owner in coded}
    return owners == sorted(owners) and all(page.codes for page in firsts.values())


def right(piles: tuple[Pile, ...], stack: list[tuple[str, PageSeen]]) -> bool:
    return all(stack[number - 1][0] == pile.code for pile in piles for number in pile.pages)


def test_no_page_in_the_wrong_dossier_in_400_stacks() -> None:
    chance = random.Random(309)
    filed = looked_at = 0
    for _ in range(400):
        stack, many = a_stack(chance)
        # A paper that was laid before its own slip, or in another pile, bears no sign of it.
        laid_right = in_order(stack)
        try:
            piles = sort_pages([page for _, page in stack], many, UNIT)
        except Refused:
            looked_at += 1
            continue
        if laid_right:
            filed += 1
            assert right(piles, stack)
    assert filed > 100
    assert looked_at > 150


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ([(A, (1, 2)), (B, (3,))], None),
        ([(A, (1, 2))], ["3"]),
        ([(A, (1, 2, 3)), (B, (3,))], ["3"]),
        ([(A, (1, 2, 3, 4))], ["4"]),
    ],
)
def test_what_a_person_sorted(
    told: list[tuple[str, tuple[int, ...]]], left: list[str] | None
) -> None:
    piles = tuple(Pile(*each) for each in told)
    if left is None:
        assert piles_told(piles, 3) == piles
        return
    with pytest.raises(Refused) as refused:
        piles_told(piles, 3)
    assert refused.value.details == {"pages": left}
