"""Leaving a counter with numbers open: nothing is left that nobody may call."""

import pytest

from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.leaving_counter import kept_at, put_back_here, release_kept
from kiosk.queue.model import Ticket
from kiosk.queue.passing import PassOn, hold, pass_on
from kiosk.queue.picking import CallThis, call_this
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER


def taken(store: Store, count: int, field: str = "HT") -> list[str]:
    return [store.do(take_number, TakeNumber(field), KIOSK).label for _ in range(count)]


def called(store: Store, counter: int = 1) -> Ticket:
    ticket = store.do(call_next, AtCounter(counter), OFFICER).ticket
    assert ticket is not None
    return ticket


def kept(store: Store, counter: int) -> list[str]:
    with store.read() as unit:
        return [one.label for one in kept_at(unit, office_now(unit).find_counter(counter))]


def test_the_number_at_hand_goes_back_to_its_place(store: Store) -> None:
    first, second = taken(store, 2)
    assert called(store).label == first
    again = store.do(put_back_here, AtCounter(1), OFFICER).ticket
    assert (again.label, again.state, again.counter, again.held_by) == (
        first, "waiting", None, None,
    )  # fmt: skip
    assert called(store).label == first
    assert called(store).label == second


def test_without_a_number_nothing_goes_back(store: Store) -> None:
    for act, code in ((put_back_here, "ticket.none_active"), (release_kept, "ticket.none_kept")):
        with pytest.raises(Refused) as caught:
            store.do(act, AtCounter(1), OFFICER)
        assert caught.value.code == code


def test_what_was_held_or_kept_for_one_counter_is_free_for_all(store: Store) -> None:
    first, second, _third = taken(store, 3)
    called(store)
    store.do(pass_on, PassOn(1, to_counter=2), OFFICER)
    store.do(call_this, CallThis(2, first), OFFICER)
    store.do(hold, AtCounter(2), OFFICER)
    called(store)
    store.do(pass_on, PassOn(1, to_counter=2), OFFICER)
    assert kept(store, 2) == [first, second]
    assert kept(store, 1) == []
    assert store.do(release_kept, AtCounter(2), OFFICER).labels == (first, second)
    assert kept(store, 2) == []
    with store.read() as unit:
        for label in (first, second):
            one = find_ticket(unit, label)
            assert (one.state, one.held_by, one.only_at) == ("waiting", None, None)
    assert called(store).label == first
    assert called(store).label == second


def test_why_it_was_called_stays_with_the_number(store: Store) -> None:
    first, _, second = taken(store, 3)
    assert called(store).reason == "theo thứ tự, chờ 0 phút"
    store.do(call_this, CallThis(1, second, "Cần hỗ trợ sớm"), OFFICER)
    with store.read() as unit:
        assert find_ticket(unit, second).reason == "ngoài lượt: Cần hỗ trợ sớm"
        assert find_ticket(unit, first).reason == "theo thứ tự, chờ 0 phút"
