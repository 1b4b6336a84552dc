"""The queue ahead played through: what hypothesis thinks of, and cases that can be counted by hand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.queue.cycles import STATED, Cycles, cycles_of
from kiosk.queue.foresight import Desk, Person, Standing, foresee

SIX = Cycles((6.0,))
"""Every visit takes six minutes."""


def standing(
    people: int, *, desks: int = 1, busy: float | None = None, first: int = 0, **more: object
) -> Standing:
    return Standing(
        tuple(
            Desk(number, frozenset({"HT"}), None if busy is None else ("HT", busy))
            for number in range(1, desks + 1)
        ),
        tuple(Person("HT", place < first, place + 1) for place in range(people)),
        {"HT": SIX},
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("at", "priority", "minutes"),
    [
        (standing(0), False, 0),
        (standing(3), False, 18),
        (standing(4, desks=2), False, 12),
        (standing(3, busy=2.0), False, 22),
        (standing(3, busy=2.0), True, 4),
        (standing(4, first=2), True, 18),  # after two of them an ordinary one
        (standing(4, first=2), False, 24),
        (standing(60), False, 360),
        (standing(600), False, 3600),
    ],
)
def test_equal_visits_can_be_counted_by_hand(at: Standing, priority: bool, minutes: float) -> None:
    wait = foresee(at, [("HT", priority)], random.Random(1))["HT", priority]
    assert wait.low == pytest.approx(minutes)
    assert wait.high == pytest.approx(minutes)


def test_whoever_has_waited_beyond_the_guard_lets_no_later_one_pass() -> None:
    people = (Person("HT", False, 1, waited=50.0), Person("HT", False, 2, waited=0.0))
    at = Standing((Desk(1, frozenset({"HT"})),), people, {"HT": SIX})
    waits = foresee(at, [("HT", True)], random.Random(1))
    assert waits["HT", True].median == pytest.approx(6)


def test_nobody_serves_it() -> None:
    assert foresee(standing(2), [("XD", False)], random.Random(1)) == {}


def test_priority_people_still_to_come_make_it_longer() -> None:
    quiet, busy = (
        foresee(standing(5, to_come=rate), [("HT", False)], random.Random(3))["HT", False]
        for rate in ({}, {"HT": 0.2})
    )
    assert busy.median > quiet.median


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(["HT", "CT"]), st.booleans()), max_size=25),
    st.lists(st.sets(st.sampled_from(["HT", "CT"]), min_size=1), min_size=1, max_size=4),
    st.integers(0, 1000),
)
def test_a_wait_is_a_range_and_nobody_is_forgotten(
    people: list[tuple[str, bool]], serve: list[set[str]], seed: int
) -> None:
    at = Standing(
        tuple(Desk(number, frozenset(fields)) for number, fields in enumerate(serve, 1)),
        tuple(Person(field, priority, at + 1) for at, (field, priority) in enumerate(people)),
        {"HT": cycles_of(()), "CT": cycles_of(())},
    )
    asked = [(field, priority) for field in ("HT", "CT") for priority in (False, True)]
    waits = foresee(at, asked, random.Random(seed))
    assert {field for field, _ in waits} == set().union(*serve)
    for (field, _), wait in waits.items():
        assert 0 <= wait.low <= wait.median <= wait.high
        if not people:
            assert wait.high == 0, field
    for field in set().union(*serve) if not any(first for _, first in people) else ():
        assert waits[field, True].low <= waits[field, False].low


def test_counted_visits_outweigh_the_stated_ones() -> None:
    assert cycles_of(()).mean == pytest.approx(sum(STATED) / len(STATED))
    many = cycles_of([(3.0, 1.0)] * 100)
    assert many.mean == pytest.approx(3.27, abs=0.05)
    assert cycles_of([(3.0, 1.0)] * 100, pace=2.0).mean == pytest.approx(2 * many.mean)


@given(st.floats(0, 100))
def test_what_is_left_of_a_visit_is_never_negative(elapsed: float) -> None:
    rests = cycles_of([(5.0, 1.0), (9.0, 2.0)]).rests(elapsed)
    assert min(rests) >= 0
    if elapsed < 19:
        assert max(rests) <= 20 - elapsed + 1e-9
