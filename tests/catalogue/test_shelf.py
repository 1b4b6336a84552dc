"""What is remembered of the offered procedures answers as the store does."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalogue.matching import Filters, Match, ranks_matching
from kiosk.catalogue.search import ranks_found
from kiosk.catalogue.seeding import seed_procedures
from kiosk.catalogue.shelf import MOST_KEPT, Shelf
from kiosk.paths import RESOURCES
from kiosk.storage.store import Store
from kiosk.storage.units import Actor

SAMPLE = RESOURCES / "sample" / "procedures"
WORDS = ("dang", "ki", "khai", "sinh", "ket", "hon", "chung", "thuc", "c", "giay", "xay", "to", "y")
HOW = [
    dict(zip(("in_name", "as_phrase", "at_start", "finished"), each, strict=True))
    for each in product((False, True), repeat=4)
]


@pytest.fixture
def offered(store: Store) -> Store:
    with store.write(Actor("IT")) as unit:
        seed_procedures(unit, [SAMPLE / "HT-ho-tich.toml", SAMPLE / "CT-chung-thuc.toml"])
    return store


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    how=st.sampled_from(HOW),
    field=st.sampled_from((None, "HT", "CT", "KHÔNG")),
    most=st.integers(1, 40),
)
def test_it_matches_as_the_store_does(
    offered: Store, words: list[str], how: dict[str, bool], field: str | None, most: int
) -> None:
    match, filters = Match(words, **how), Filters(offered_only=True, field=field)
    with offered.read() as unit:
        here = Shelf().offered(unit).matching(match, most, filters)
        assert here == ranks_matching(unit, match, most, filters)


@pytest.mark.parametrize(
    "typed", ["khai sinh", "k", "giay doc than", "1.00", "thu tuc", "dang ky", "xin cap lai", "zzz"]
)
def test_it_finds_as_the_store_does(offered: Store, typed: str) -> None:
    filters = Filters(offered_only=True)
    with offered.read() as unit:
        shelf = Shelf().offered(unit)
        in_store = ranks_found(unit, typed, 1_000, filters)
        assert ranks_found(unit, typed, 1_000, filters, shelf.matching) == in_store


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    asked=st.lists(
        st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from(HOW)),
        min_size=1,
        max_size=12,
    )
)
def test_what_was_asked_before_changes_nothing(
    offered: Store, asked: list[tuple[list[str], dict[str, bool]]]
) -> None:
    """What is remembered from letter to letter is only a shorter way to the same lines."""
    filters = Filters(offered_only=True)
    with offered.read() as unit:
        shelf = Shelf().offered(unit)
        for words, how in asked:
            text = " ".join(words)
            for end in range(1, len(text) + 1):
                match = Match(text[:end].split() or ["c"], **how)
                fresh = replace(shelf, kept={})
                assert shelf.matching(match, 99, filters) == fresh.matching(match, 99, filters)


def test_no_more_is_remembered_than_a_few_texts(offered: Store) -> None:
    with offered.read() as unit:
        shelf = Shelf().offered(unit)
        for number in range(3 * MOST_KEPT):
            shelf.matching(Match([f"c{number}"]), 9, Filters(offered_only=True))
    assert all(len(texts) <= MOST_KEPT for texts in shelf.kept.values())


def test_it_remembers(offered: Store) -> None:
    shelf = Shelf()
    with offered.read() as unit:
        first = shelf.offered(unit)
        assert shelf.offered(unit) is first
        assert first.ranks == sorted(first.ranks)
