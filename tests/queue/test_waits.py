"""The range of a wait: the rule over plain values, and what the counters' visits make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next, finish, start_serving
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.waits import (
    USUAL_MINUTES,
    Pace,
    load_at,
    paces,
    visit_minutes,
    wait_of,
    wait_range,
)
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

ONE_EACH = {"HT": frozenset({1, 2}), "CT": frozenset({2, 3}), "XD": frozenset[int]()}


@pytest.mark.parametrize(
    ("load", "each", "said"),
    [
        (0, (5, 10), (0, 5)),
        (2.5, (6, 8), (15, 20)),
        (5, (5, 10), (25, 50)),
        (1, (7, 7), (5, 10)),
        (1, (5, 5), (5, 10)),
    ],
)
def test_a_wait_is_a_range_of_whole_fives(
    load: float, each: tuple[float, float], said: tuple[int, int]
) -> None:
    assert wait_range(load, each) == said


@given(
    st.floats(0, 300),
    st.tuples(st.floats(0.5, 60), st.floats(0.5, 60)).map(lambda two: (min(two), max(two))),
)
def test_the_range_holds_what_it_is_made_from(load: float, each: tuple[float, float]) -> None:
    low, high = wait_range(load, each)
    assert low <= load * each[0] + 1e-6
    assert high >= load * each[1] - 1e-6
    assert low < high
    assert low % 5 == high % 5 == 0


@pytest.mark.parametrize(
    ("field", "waiting", "load"),
    [
        ("HT", {"HT": 4}, (2.0, 2)),
        ("HT", {"HT": 4, "CT": 4}, (3.0, 2)),
        ("CT", {}, (0.0, 2)),
        ("XD", {"XD": 3}, (0.0, 0)),
    ],
)
def test_counters_of_two_fields_have_both_before_them(
    field: str, waiting: dict[str, int], load: tuple[float, int]
) -> None:
    assert load_at(field, ONE_EACH, waiting) == load


def test_few_visits_say_nothing() -> None:
    assert visit_minutes([1.0] * 11) == USUAL_MINUTES
    assert visit_minutes([float(at) for at in range(1, 14)]) == (4.0, 10.0)


def test_who_comes_first_waits_less() -> None:
    pace = Pace(4.0, 2, (5.0, 10.0))
    assert wait_of(pace, ahead=4, waiting=4) == (20, 40)
    assert wait_of(pace, ahead=0, waiting=4) == (10, 20)
    assert wait_of(Pace(0.0, 0, USUAL_MINUTES), 0, 0) is None
    assert wait_of(None, 0, 0) is None


def test_a_field_whose_counters_rest_while_others_work_promises_nothing(store: Store) -> None:
    with store.read() as unit:
        assert set(paces(unit)) == {"HT", "CT"}, "nobody sits yet: the counters open shortly"
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    with store.read() as unit:
        known = paces(unit)
        assert set(known) == {"HT"}
        assert wait_of(known.get("CT"), 0, 0) is None
    store.do(take_number, TakeNumber("CT"), KIOSK)
    store.do(call_next, AtCounter(3), OFFICER)
    with store.read() as unit:
        assert set(paces(unit)) == {"HT", "CT"}, "who serves is there, signed in or not"


def test_the_visits_of_the_last_days_set_the_pace(store: Store, clock: SteppingClock) -> None:
    with store.read() as unit:
        before = paces(unit)
    assert before["HT"].each == USUAL_MINUTES
    assert "XD" not in before
    for at in range(12):
        clock.set(f"2026-11-23T09:{at * 4:02d}+07:00")
        store.do(take_number, TakeNumber("HT"), KIOSK)
        store.do(call_next, AtCounter(1), OFFICER)
        store.do(start_serving, AtCounter(1), OFFICER)
        clock.set(f"2026-11-23T09:{at * 4 + 3:02d}+07:00")
        store.do(finish, AtCounter(1), OFFICER)
    with store.read() as unit:
        assert paces(unit)["HT"].each == (3.0, 3.0)
        assert paces(unit)["CT"].each == USUAL_MINUTES
    taken = [store.do(take_number, TakeNumber("HT"), KIOSK) for _ in range(5)]
    assert [one.people_ahead for one in taken] == [0, 1, 2, 3, 4]
    assert taken[-1].wait_minutes == (5, 10)
