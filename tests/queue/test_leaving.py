"""Somebody leaves the office's work: the number at their counter waits at the head of its line."""

import pytest

from kiosk.office.people_keeping import RetirePerson
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next, start_serving
from kiosk.queue.leaving import WorkLeft, leave_work
from kiosk.queue.model import TicketState
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket, numbers_at_counters
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, SteppingClock


@pytest.fixture
def busy(store: Store) -> Store:
    """CV01 sits at counter 1 with HT-001; HT-002 waits."""
    for _ in range(2):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    store.do(call_next, AtCounter(1), OFFICER)
    return store


@pytest.mark.parametrize("begin", [False, True])
def test_the_number_waits_at_the_head_of_its_line(busy: Store, begin: bool) -> None:
    if begin:
        busy.do(start_serving, AtCounter(1), OFFICER)
    assert busy.do(leave_work, RetirePerson("cv01"), MANAGER) == WorkLeft("CV01", "HT-001")
    with busy.read() as unit:
        assert find_ticket(unit, "HT-001").state is TicketState.WAITING
        assert numbers_at_counters(unit) == {}
    called = busy.do(call_next, AtCounter(2), OFFICER).ticket
    assert called is not None
    assert called.label == "HT-001"


def test_whoever_sits_nowhere_leaves_every_number_alone(busy: Store) -> None:
    assert busy.do(leave_work, RetirePerson("CV02"), MANAGER) == WorkLeft("CV02", None)
    with busy.read() as unit:
        assert numbers_at_counters(unit) == {1: "HT-001"}


def test_a_number_of_yesterday_does_not_wait_anew(busy: Store, clock: SteppingClock) -> None:
    clock.set("2026-11-24T09:00+07:00")
    assert busy.do(leave_work, RetirePerson("CV01"), MANAGER).put_back is None


def test_who_comes_back_finds_nothing_changed(busy: Store) -> None:
    busy.do(leave_work, RetirePerson("CV01"), MANAGER)
    back = busy.do(leave_work, RetirePerson("CV01", back=True), MANAGER)
    assert back == WorkLeft("CV01", None)


def test_what_is_refused_moves_no_number(store: Store) -> None:
    store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(sign_in, SignIn(1, "QL01", "998877"), OFFICER)
    store.do(call_next, AtCounter(1), OFFICER)
    for code, why in (("QL01", "last_manager"), ("ZZ99", "unknown")):
        with pytest.raises(Refused, match=why):
            store.do(leave_work, RetirePerson(code), MANAGER)
    with store.read() as unit:
        assert numbers_at_counters(unit) == {1: "HT-001"}
