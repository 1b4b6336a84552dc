"""The range of a wait: what is told of it, and what the queue as it stands makes of it."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue import foresight
from kiosk.queue.calling import AtCounter, call_next, finish, start_serving
from kiosk.queue.foresight import Newcomer, Standing, Wait
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket
from kiosk.queue.waits import expected, shown_range, wait_of
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (Wait(0, 0, 0), (0, 5)),
        (Wait(11, 14, 16.2), (10, 20)),
        (Wait(5, 5, 5), (5, 10)),
        (Wait(24.9, 30, 50), (20, 50)),
    ],
)
def test_a_wait_is_told_in_whole_fives(wait: Wait, said: tuple[int, int]) -> None:
    assert shown_range(wait) == said
    assert shown_range(None) is None


@given(st.lists(st.floats(0, 300), min_size=3, max_size=3).map(sorted))
def test_the_range_told_holds_the_one_foreseen(minutes: list[float]) -> None:
    shown = shown_range(Wait(*minutes))
    assert shown is not None
    low, high = shown
    assert low <= minutes[0] <= minutes[2] <= high + 1e-6
    assert low < high
    assert low % 5 == high % 5 == 0


def fields(store: Store) -> set[str]:
    with store.read() as unit:
        return {field for field, _ in expected(unit).waits}


def test_a_field_whose_counters_rest_while_others_work_promises_nothing(store: Store) -> None:
    assert fields(store) == {"HT", "CT"}, "nobody sits yet: the counters open shortly"
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    assert fields(store) == {"HT"}
    taken = store.do(take_number, TakeNumber("CT"), KIOSK)
    assert taken.wait_minutes is None
    store.do(call_next, AtCounter(3), OFFICER)
    assert fields(store) == {"HT", "CT"}, "who serves is there, signed in or not"


def test_what_counters_have_needed_is_learned(store: Store, clock: SteppingClock) -> None:
    first = store.do(take_number, TakeNumber("HT"), KIOSK)
    assert first.wait_minutes == (0, 5)
    for at in range(12):
        clock.set(f"2026-11-23T09:{24 + at * 3:02d}+07:00")
        store.do(take_number, TakeNumber("HT"), KIOSK)
        store.do(call_next, AtCounter(1), OFFICER)
        store.do(start_serving, AtCounter(1), OFFICER)
        clock.forward(minutes=2)
        store.do(finish, AtCounter(1), OFFICER)
    with store.read() as unit:
        cycles = expected(unit).standing.cycles
    assert cycles["HT"].mean < 4.5, "twelve visits of two minutes, beside the stated ones"
    assert cycles["CT"].mean > cycles["HT"].mean
    taken = [store.do(take_number, TakeNumber("HT"), KIOSK) for _ in range(8)]
    assert [one.people_ahead for one in taken] == list(range(1, 9))
    lows = [one.wait_minutes[0] for one in taken if one.wait_minutes]
    assert lows == sorted(lows)
    assert taken[-1].wait_minutes is not None
    assert taken[-1].wait_minutes[1] <= 30
    with store.read() as unit:
        early, late = (wait_of(unit, find_ticket(unit, taken[place].label)) for place in (0, -1))
    assert early is not None
    assert late is not None
    assert early.median < late.median


def test_who_has_priority_waits_less(store: Store) -> None:
    for _ in range(10):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    with store.read() as unit:
        look = expected(unit)
        first, ordinary = look.wait("HT", priority=True), look.wait("HT")
    assert first is not None
    assert ordinary is not None
    assert first.high < ordinary.low


def test_more_people_than_when_one_looked_make_it_longer(store: Store) -> None:
    with store.read() as unit:
        look = expected(unit)
    one, two = look.wait("HT", waiting=1), look.wait("HT", waiting=4)
    assert one is not None
    assert two is not None
    assert one.median < two.median


def test_one_look_ahead_serves_until_the_queue_is_another(
    store: Store, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[int] = []
    play = foresight.foresee

    def counted(standing: Standing, asked: Sequence[Newcomer], dice: Random) -> dict[Any, Wait]:
        played.append(len(standing.people))
        return play(standing, asked, dice)

    monkeypatch.setattr(foresight, "foresee", counted)
    for _ in range(3):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    assert played == [0, 1, 2], "in a short line each one counts"
    for _ in range(19):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    played.clear()
    for _ in range(9):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    assert len(played) <= 4, "in a long line the look before is believed"
    store.do(take_number, TakeNumber("HT"), KIOSK)
    played.clear()
    store.do(take_number, TakeNumber("CT"), KIOSK)
    assert len(played) == 1, "another field is foreseen from the same look"
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(take_number, TakeNumber("HT"), KIOSK)
    assert len(played) == 2, "a call changes everything"
    clock.forward(seconds=21)
    store.do(take_number, TakeNumber("HT"), KIOSK)
    assert len(played) == 3, "so does time"
