"""Passing a number on, holding it, calling one very number: tables on a real store."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from kiosk.ids import new_id
from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next, finish, mark_no_show, recall, start_serving
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.passing import PassOn, TicketPassed, hold, pass_on
from kiosk.queue.picking import CallThis, call_this, look_at
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.queue.views import CounterQueue, counter_queue, find_ticket
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def take(store: Store, field: str = "HT", priority: str | None = None) -> NumberTaken:
    return store.do(take_number, TakeNumber(field, priority), KIOSK)


def called(store: Store, counter: int = 1) -> str | None:
    ticket = store.do(call_next, AtCounter(counter), OFFICER).ticket
    return ticket.label if ticket else None


def passed(store: Store, **to: object) -> TicketPassed:
    return store.do(pass_on, PassOn(1, **to), OFFICER)  # type: ignore[arg-type]


def queue(store: Store, counter: int = 1) -> CounterQueue:
    with store.read() as unit:
        return counter_queue(unit, office_now(unit).find_counter(counter))


def upcoming(store: Store, counter: int = 1) -> list[str]:
    return [one.label for one in queue(store, counter).upcoming]


def there(store: Store, said: str) -> Ticket:
    with store.read() as unit:
        return find_ticket(unit, said)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.code


@pytest.mark.parametrize("begin", [False, True])
def test_a_number_goes_to_another_field_and_keeps_number_and_place(
    store: Store, begin: bool
) -> None:
    take(store)
    take(store, "CT")
    called(store)
    if begin:
        store.do(start_serving, AtCounter(1), OFFICER)
    fact = passed(store, to_field="chứng thực")
    assert (fact.to, fact.ticket.label, fact.ticket.field) == ("Chứng thực", "HT-001", "Chứng thực")
    assert fact.ticket.state is TicketState.WAITING
    assert fact.ticket.counter is None
    assert queue(store).active is None
    assert upcoming(store, 1) == []
    # It came before CT-001, and it still does.
    assert upcoming(store, 3) == ["HT-001", "CT-001"]
    assert called(store, 3) == "HT-001"
    assert there(store, "HT-001").field == "Chứng thực"


def test_a_number_for_one_counter_is_called_by_no_other(store: Store) -> None:
    take(store)
    called(store)
    assert passed(store, to_counter=3).to == "Quầy 3"
    assert there(store, "HT-001").only_at == 3
    assert called(store, 1) is None
    assert called(store, 2) is None
    assert [field.waiting for field in queue(store).fields] == [1, 0, 0]
    assert called(store, 3) == "HT-001"
    assert there(store, "HT-001").only_at is None


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ({}, "ticket.pass_where"),
        ({"to_field": "CT", "to_counter": 2}, "ticket.pass_where"),
        ({"to_field": "HT"}, "ticket.pass_same"),
        ({"to_counter": 1}, "ticket.pass_same"),
        ({"to_counter": 77}, "counter.unknown"),
        ({"to_field": "thủy lợi"}, "field.unknown"),
        ({"to_field": "XD"}, "field.not_served"),
    ],
)
def test_where_a_number_cannot_be_passed_to(store: Store, to: dict[str, object], code: str) -> None:
    take(store)
    called(store)
    before = there(store, "HT-001")
    assert refused(lambda: passed(store, **to)) == code
    assert there(store, "HT-001") == before


def test_nothing_in_hand_is_neither_passed_on_nor_held(store: Store) -> None:
    assert refused(lambda: passed(store, to_field="CT")) == "ticket.none_active"
    assert refused(lambda: store.do(hold, AtCounter(1), OFFICER)) == "ticket.none_active"


def test_a_held_number_is_called_by_nobody_until_it_is_asked_for(store: Store) -> None:
    for _ in range(3):
        take(store)
    called(store)
    held = store.do(hold, AtCounter(1), OFFICER).ticket
    assert (held.state, held.held_by, held.counter) == (TicketState.WAITING, 1, None)
    assert [one.label for one in queue(store, 1).held] == ["HT-001"]
    assert queue(store, 2).held == ()
    assert queue(store).waiting_here == 2
    assert [field.waiting for field in queue(store).fields] == [2, 0, 0]
    assert called(store, 2) == "HT-002"
    assert called(store, 1) == "HT-003"
    assert called(store, 2) is None
    fact = store.do(call_this, CallThis(1, held.id), OFFICER)
    assert fact.reason == "gọi lại số tạm giữ"
    assert fact.ticket is not None
    assert (fact.ticket.counter, fact.ticket.held_by, fact.ticket.calls) == (1, None, 2)
    assert fact.finished == there(store, "HT-003").id
    assert queue(store).held == ()


def test_one_very_number_needs_its_turn_or_a_reason(store: Store) -> None:
    for _ in range(3):
        take(store)
    wish = CallThis(1, "HT-002")
    assert refused(lambda: store.do(call_this, wish, OFFICER)) == "ticket.reason_needed"
    assert there(store, "HT-002").state is TicketState.WAITING
    told = store.do(call_this, CallThis(1, "ht 2", " quay lại  bổ sung "), OFFICER)
    assert told.reason == "ngoài lượt: quay lại bổ sung"
    with store.read() as unit:
        why = select(schema.ticket.c.call_reason).where(schema.ticket.c.number == 2)
        assert unit.conn.execute(why).scalar_one() == told.reason
    in_turn = store.do(call_this, CallThis(2, "HT-001", "nhầm"), OFFICER)
    assert in_turn.reason == "theo thứ tự, chờ 0 phút"


def test_a_number_in_turn_counts_as_the_next_one(store: Store) -> None:
    for priority in ("elderly", "elderly", "elderly", None):
        take(store, priority=priority)
    for label in ("HT-001", "HT-002"):
        store.do(call_this, CallThis(1, label), OFFICER)
    assert upcoming(store) == ["HT-004", "HT-003"]


@pytest.mark.parametrize("state", ["called", "serving", "done"])
def test_a_number_that_somebody_has_is_not_called_again(store: Store, state: str) -> None:
    take(store)
    called(store, 2)
    for act in {"called": (), "serving": (start_serving,), "done": (finish,)}[state]:
        store.do(act, AtCounter(2), OFFICER)
    before = there(store, "HT-001")
    wish = CallThis(1, "HT-001", "lý do")
    assert refused(lambda: store.do(call_this, wish, OFFICER)) == "ticket.not_callable"
    assert there(store, "HT-001") == before


def test_who_was_absent_may_be_called_by_another_counter(store: Store) -> None:
    take(store)
    called(store, 2)
    store.do(mark_no_show, AtCounter(2), OFFICER)
    wish = CallThis(1, "HT-001", "lỡ lượt, nay có mặt")
    back = store.do(call_this, wish, OFFICER).ticket
    assert back is not None
    assert (back.state, back.counter, back.calls) == (TicketState.CALLED, 1, 2)
    assert refused(lambda: store.do(recall, AtCounter(2), OFFICER)) == "ticket.none_active"


def test_a_number_of_yesterday_is_told_apart(store: Store, clock: SteppingClock) -> None:
    old = take(store)
    clock.set("2026-11-24T09:00+07:00")
    wish = CallThis(1, old.ticket_id, "x")
    assert refused(lambda: store.do(call_this, wish, OFFICER)) == "ticket.of_other_day"


@pytest.mark.parametrize("reason", ["x" * 161, "a\x07b"])
def test_odd_reasons_are_refused(store: Store, reason: str) -> None:
    take(store)
    wish = CallThis(1, "HT-001", reason)
    assert refused(lambda: store.do(call_this, wish, OFFICER)) == "ticket.reason_unfit"


def test_calls_of_another_counter_do_not_use_up_the_recalls(
    store: Store, clock: SteppingClock
) -> None:
    take(store)
    called(store)
    for _ in range(3):
        store.do(recall, AtCounter(1), OFFICER)
    assert refused(lambda: store.do(recall, AtCounter(1), OFFICER)) == "ticket.recall_limit"
    passed(store, to_counter=2)
    clock.set("2026-11-23T09:30+07:00")
    called(store, 2)
    for turn in (6, 7, 8):
        assert store.do(recall, AtCounter(2), OFFICER).ticket.calls == turn
    assert refused(lambda: store.do(recall, AtCounter(2), OFFICER)) == "ticket.recall_limit"


def test_a_request_passed_on_twice_is_done_once(store: Store) -> None:
    for _ in range(2):
        take(store)
    called(store)
    request = new_id()
    wish = PassOn(1, to_field="CT")
    first = store.do(pass_on, wish, OFFICER, request)
    called(store)
    assert store.do(pass_on, wish, OFFICER, request) == first
    active = queue(store).active
    assert active is not None
    assert active.label == "HT-002"
    lines = schema.audit_line
    with store.read() as unit:
        acts = [row.act for row in unit.rows(select(lines.c.act).order_by(lines.c.id))]
    assert acts.count("ticket.passed") == 1


@pytest.mark.parametrize(
    ("said", "callable_", "reason"),
    [("HT-001", False, True), ("HT-002", True, False), ("HT-003", True, True)],
)
def test_how_a_number_stands_for_a_counter(
    store: Store, said: str, callable_: bool, reason: bool
) -> None:
    for _ in range(3):
        take(store)
    called(store, 2)
    with store.read() as unit:
        place = office_now(unit).find_counter(1)
        pick = look_at(unit, place, find_ticket(unit, said), counter_queue(unit, place).upcoming)
    assert (pick.can_call, pick.needs_reason) == (callable_, reason)
    assert (pick.today, pick.next_label) == (True, "HT-002")
