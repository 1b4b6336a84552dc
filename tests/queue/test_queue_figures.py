"""The queue's figures of a day."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import parse_moment
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next, finish, mark_no_show, start_serving
from kiosk.queue.figures import QueueFigures, half_hour_of, half_hours, queue_figures, share_of
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

HOURS = ((time(7, 30), time(8, 45)), (time(13, 30), time(14, 0)))


def figures(store: Store) -> QueueFigures:
    with store.read() as unit:
        return queue_figures(unit)


def take(store: Store, clock: SteppingClock, at: str, field: str = "HT") -> None:
    clock.set(at)
    store.do(take_number, TakeNumber(field), KIOSK)


def test_a_day_without_anybody(store: Store) -> None:
    told = figures(store)
    assert (told.taken, told.waiting, told.no_show, told.waits) == (0, 0, 0, ())
    assert [each.state for each in told.counters] == ["away"] * 3
    assert {each.taken for each in told.half_hours} == {0}


def test_numbers_waits_and_counters(store: Store, clock: SteppingClock) -> None:
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    for minute in ("08:05", "08:10", "08:35"):
        take(store, clock, f"2026-11-23T{minute}+07:00")
    clock.set("2026-11-23T08:45+07:00")
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(start_serving, AtCounter(1), OFFICER)
    store.do(finish, AtCounter(1), OFFICER)
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(mark_no_show, AtCounter(1), OFFICER)
    store.do(call_next, AtCounter(1), OFFICER)
    told = figures(store)
    assert (told.taken, told.waiting, told.no_show) == (3, 0, 1)
    counts = {each.start: each.taken for each in told.half_hours if each.taken}
    assert counts == {time(8, 0): 2, time(8, 30): 1}
    (wait,) = told.waits
    assert (wait.field, wait.calls, wait.median, wait.ninth) == ("Hộ tịch", 3, 35, 40)
    first = told.counters[0]
    assert (first.name, first.label, first.state) == ("Quầy 1", "HT-003", "called")
    assert first.since == clock.now()


def test_the_mean_counts_days_on_which_somebody_came(store: Store, clock: SteppingClock) -> None:
    take(store, clock, "2026-10-20T08:05+07:00")  # more than four weeks ago
    for at in ("2026-11-18T08:05+07:00", "2026-11-18T08:20+07:00", "2026-11-20T08:05+07:00"):
        take(store, clock, at)
    clock.set("2026-11-23T09:24+07:00")
    means = {each.start: each.mean for each in figures(store).half_hours}
    assert means[time(8, 0)] == pytest.approx(1.5)
    assert means[time(7, 30)] == 0


def test_half_hours_follow_the_opening_and_whoever_came_outside_it() -> None:
    early = parse_moment("2026-11-23T07:05+07:00")
    lines = half_hours(HOURS, [early], {time(8, 0): 2.5})
    assert [each.start for each in lines] == [
        time(7, 0), time(7, 30), time(8, 0), time(8, 30), time(13, 30),
    ]  # fmt: skip
    assert [each.taken for each in lines] == [1, 0, 0, 0, 0]
    assert lines[2].mean == 2.5


@given(st.integers(0, 86_399))
def test_every_moment_lies_in_its_half_hour(second: int) -> None:
    midnight = parse_moment("2026-11-23T00:00+07:00")
    start = half_hour_of(midnight + timedelta(seconds=second))
    begins = start.hour * 3600 + start.minute * 60
    assert begins <= second < begins + 1800


@given(st.lists(st.floats(0, 500), min_size=1, max_size=60))
def test_as_many_as_said_waited_no_longer(minutes: list[float]) -> None:
    for share in (0.5, 0.9):
        bound = share_of(minutes, share)
        assert sum(each <= bound + 0.5 for each in minutes) >= share * len(minutes)
        assert min(minutes) - 0.5 <= bound <= max(minutes) + 0.5
