"""Heaps that a person looks at: what is proposed, and that no hand loses a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.refusal import Refused
from kiosk.scans.piles import Heap, Heaps, as_piles, assigned, joined_up, proposed, split_at
from kiosk.scans.separators import PageSeen
from kiosk.scans.sorting import Pile, piles_told

UNIT = "H99.12.08"
A, B = (f"{UNIT}-261123-000{n}" for n in (1, 2))
ELSEWHERE = "H99.12.09-261123-0001"
PAPER = PageSeen()
DOUBT = PageSeen(doubtful=True)


def sheet(*codes: str) -> PageSeen:
    return PageSeen(frozenset(codes), barred=True)


@pytest.mark.parametrize(
    ("pages", "heaps"),
    [
        ([sheet(A), PAPER, sheet(B), PAPER], [Heap(A, (1, 2)), Heap(B, (3, 4))]),
        ([sheet(A), PAPER, sheet(A), PAPER], [Heap(A, (1, 2, 3, 4))]),
        ([PAPER, sheet(A), PAPER], [Heap("", (1,)), Heap(A, (2, 3))]),
        ([sheet(A), PAPER, DOUBT, PAPER], [Heap(A, (1, 2)), Heap("", (3, 4), doubtful=True)]),
        ([sheet(ELSEWHERE), PAPER], [Heap("", (1, 2), read=(ELSEWHERE,))]),
        ([sheet(A, B), PAPER], [Heap("", (1, 2), read=tuple(sorted((A, B))))]),
        ([sheet(A), sheet(B), sheet(A)], [Heap(A, (1,)), Heap(B, (2,)), Heap(A, (3,))]),
    ],
)
def test_what_is_proposed(pages: list[PageSeen], heaps: list[Heap]) -> None:
    assert proposed(pages, UNIT) == tuple(heaps)


def test_a_lost_slip_is_mended_by_hand() -> None:
    heaps = proposed([sheet(A), PAPER, PAPER, PAPER], UNIT)
    heaps = split_at(heaps, 3)
    assert heaps == (Heap(A, (1, 2)), Heap("", (3, 4)))
    with pytest.raises(Refused) as refused:
        as_piles(heaps)
    assert refused.value.code == "scan.heap_unnamed"
    assert refused.value.details == {"page": 3}
    assert as_piles(assigned(heaps, 1, B)) == (Pile(A, (1, 2)), Pile(B, (3, 4)))
    assert as_piles(joined_up(heaps, 1)) == (Pile(A, (1, 2, 3, 4)),)


def test_two_heaps_of_one_dossier_are_filed_together() -> None:
    heaps = (Heap(A, (1,)), Heap(B, (2,)), Heap(A, (3,)))
    assert as_piles(heaps) == (Pile(A, (1, 3)), Pile(B, (2,)))


acts = st.lists(st.tuples(st.sampled_from("jsa"), st.integers(0, 12)), max_size=20)


@given(st.lists(st.sampled_from([sheet(A), sheet(B), PAPER, DOUBT]), min_size=1, max_size=10), acts)
def test_no_hand_loses_or_doubles_a_page(
    pages: list[PageSeen], done: list[tuple[str, int]]
) -> None:
    heaps: Heaps = proposed(pages, UNIT)
    for act, at in done:
        if act == "j":
            heaps = joined_up(heaps, at)
        elif act == "s":
            heaps = split_at(heaps, at)
        elif at < len(heaps):
            heaps = assigned(heaps, at, B)
    assert sorted(page for heap in heaps for page in heap.pages) == list(range(1, len(pages) + 1))
    assert all(heap.pages for heap in heaps)
    for at in range(len(heaps)):
        heaps = assigned(heaps, at, A)
    assert piles_told(as_piles(heaps), len(pages))
