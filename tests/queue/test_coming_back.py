"""Whoever was not there when called comes back once, soon, and keeps the place."""

import pytest

from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next, mark_no_show
from kiosk.queue.coming_back import ComeBack, come_back, missed_now
from kiosk.queue.model import TicketState
from kiosk.queue.picking import Pick, look_at
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import counter_queue, find_ticket
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def taken(store: Store, count: int) -> list[str]:
    return [store.do(take_number, TakeNumber("HT"), KIOSK).label for _ in range(count)]


def missed(store: Store) -> str:
    called = store.do(call_next, AtCounter(1), OFFICER).ticket
    assert called is not None
    store.do(mark_no_show, AtCounter(1), OFFICER)
    return called.label


def refusal_of(store: Store, said: str) -> str:
    with pytest.raises(Refused) as caught:
        store.do(come_back, ComeBack(said), KIOSK)
    return caught.value.code


def test_the_place_is_kept_and_nobody_is_called_by_itself(store: Store) -> None:
    first, second, third = taken(store, 3)
    assert missed(store) == first
    assert missed(store) == second
    back = store.do(come_back, ComeBack(second), KIOSK).ticket
    assert (back.state, back.counter, back.returns) == (TicketState.WAITING, None, 1)
    with store.read() as unit:
        queue = counter_queue(unit, office_now(unit).find_counter(1))
        assert queue.active is None
        assert [one.label for one in queue.upcoming] == [second, third]
    called = store.do(call_next, AtCounter(1), OFFICER)
    assert called.ticket is not None
    assert called.ticket.label == second


def test_once_and_soon(store: Store, clock: SteppingClock) -> None:
    first, second, waiting = taken(store, 3)
    missed(store)
    clock.forward(minutes=15)
    store.do(come_back, ComeBack(first), KIOSK)
    assert missed(store) == first
    assert refusal_of(store, first) == "ticket.came_back_before"
    assert missed(store) == second
    clock.forward(minutes=15, seconds=1)
    assert refusal_of(store, second) == "ticket.back_too_late"
    assert refusal_of(store, waiting) == "ticket.not_missed"
    assert refusal_of(store, "HT-900") == "ticket.unknown"
    with store.read() as unit:
        assert find_ticket(unit, second).state is TicketState.NO_SHOW


def test_a_clock_that_ran_backwards_takes_nothing_away(store: Store, clock: SteppingClock) -> None:
    (only,) = taken(store, 1)
    missed(store)
    clock.forward(minutes=-40)
    assert store.do(come_back, ComeBack(only), KIOSK).ticket.state is TicketState.WAITING


def pick(store: Store, said: str) -> Pick:
    with store.read() as unit:
        counter = office_now(unit).find_counter(1)
        return look_at(unit, counter, find_ticket(unit, said), ())


def listed(store: Store) -> list[str]:
    with store.read() as unit:
        return [one.label for one in missed_now(unit)]


def test_who_may_come_back_is_listed_and_offered(store: Store, clock: SteppingClock) -> None:
    first, second, waiting = taken(store, 3)
    assert (pick(store, first).back, pick(store, first).why_not_back) == (False, None)
    missed(store)
    clock.forward(minutes=10)
    missed(store)
    assert listed(store) == [second, first]
    assert pick(store, first).back
    clock.forward(minutes=10)
    assert listed(store) == [second]
    late = pick(store, first)
    assert (late.back, late.can_call) == (False, True)
    assert late.why_not_back is not None
    assert late.why_not_back.code == "ticket.back_too_late"
    store.do(come_back, ComeBack(second), KIOSK)
    assert listed(store) == []
    assert pick(store, waiting).back is False
    clock.forward(hours=24)
    assert listed(store) == []
