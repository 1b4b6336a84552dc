"""One number through several counters: it keeps its number and its place, and each visit is kept."""

from sqlalchemy import select

from kiosk.queue.calling import AtCounter, call_next, finish, start_serving
from kiosk.queue.passing import PassOn, pass_on
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.schema import ticket_leg
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def test_each_counter_is_a_visit(store: Store, clock: SteppingClock) -> None:
    first = store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(take_number, TakeNumber("CT"), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(start_serving, AtCounter(1), OFFICER)
    clock.forward(minutes=5)
    passed = store.do(pass_on, PassOn(1, to_field="CT"), OFFICER).ticket
    assert (passed.label, passed.field) == (first.label, "Chứng thực")
    again = store.do(call_next, AtCounter(3), OFFICER).ticket
    assert again is not None
    assert (again.label, again.calls) == (first.label, 2), "it came before the other of that field"
    clock.forward(minutes=3)
    store.do(finish, AtCounter(3), OFFICER)
    with store.read() as unit:
        visits = unit.rows(select(ticket_leg).order_by(ticket_leg.c.called_at))
    assert [(row.ticket_id, row.how) for row in visits] == [
        (first.ticket_id, "passed"),
        (first.ticket_id, "done"),
    ]
    assert len({row.counter_id for row in visits}) == 2
    assert [(row.ended_at - row.called_at).seconds for row in visits] == [300, 180]
    assert [row.serving_at is not None for row in visits] == [True, False]
