"""The end of the day closes what is open, outside the figures; clocks that jump lose nothing."""

import pytest
from sqlalchemy import select

from kiosk.queue.calling import AtCounter, call_next, finish
from kiosk.queue.day_end import CloseDay, close_day
from kiosk.queue.figures import queue_figures
from kiosk.queue.model import TicketState
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket, newest_calls, tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage.schema import ticket_leg
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, SteppingClock

EVENING, NEXT_MORNING = "2026-11-23T18:00+07:00", "2026-11-25T08:00+07:00"


def take(store: Store, field: str = "HT") -> str:
    return store.do(take_number, TakeNumber(field), KIOSK).label


def call(store: Store) -> str | None:
    called = store.do(call_next, AtCounter(1), OFFICER).ticket
    return called.label if called else None


def states(store: Store) -> list[str]:
    with store.read() as unit:
        return [one.state.value for one in tickets_of_day(unit)]


def visits(store: Store) -> list[str]:
    with store.read() as unit:
        return [row.how for row in unit.rows(select(ticket_leg).order_by(ticket_leg.c.id))]


def test_what_is_open_is_closed(store: Store, clock: SteppingClock) -> None:
    labels = [take(store) for _ in range(4)]
    call(store)
    store.do(finish, AtCounter(1), OFFICER)
    assert call(store) == labels[1]
    with pytest.raises(Refused, match=r"day\.still_open"):
        store.do(close_day, CloseDay(), MANAGER)
    clock.set(EVENING)
    closed = store.do(close_day, CloseDay(), MANAGER)
    assert (closed.waiting, closed.at_counters) == (2, 1)
    assert states(store) == ["done", "expired", "expired", "expired"]
    assert visits(store) == ["done", "expired"]
    with store.read() as unit:
        figures = queue_figures(unit)
        assert (figures.taken, figures.waiting, figures.expired) == (4, 0, 3)
        assert sum(line.calls for line in figures.waits) == 1
    again = store.do(close_day, CloseDay(), MANAGER)
    assert (again.waiting, again.at_counters) == (0, 0)


def test_a_new_day_begins_clean_whether_or_not_anybody_closed(
    store: Store, clock: SteppingClock
) -> None:
    left = [take(store) for _ in range(2)]
    assert call(store) == left[0]
    clock.set(NEXT_MORNING)
    assert call(store) is None
    assert take(store) == "HT-001"
    assert call(store) == "HT-001"
    clock.set(EVENING)
    assert states(store) == ["expired", "expired"]
    assert visits(store) == ["expired"]


def test_an_early_end_is_said_to_be_one(store: Store) -> None:
    take(store)
    assert store.do(close_day, CloseDay(early=True), MANAGER).waiting == 1
    assert take(store) == "HT-002"
    assert states(store) == ["expired", "waiting"]


def test_a_clock_put_right_gives_the_waiting_their_place_back(
    store: Store, clock: SteppingClock
) -> None:
    first, second = take(store), take(store)
    right = clock.now()
    clock.set(NEXT_MORNING)
    assert call(store) is None
    assert find(store, first, right, clock) is TicketState.EXPIRED
    assert call(store) == first
    assert find(store, second, right, clock) is TicketState.WAITING
    assert take(store) == "HT-003"


def find(store: Store, label: str, at: object, clock: SteppingClock) -> TicketState:
    clock.at = at  # type: ignore[assignment]
    with store.read() as unit:
        return find_ticket(unit, label).state


def test_calls_keep_their_order_when_the_clock_runs_back(
    store: Store, clock: SteppingClock
) -> None:
    labels = [take(store) for _ in range(3)]
    for minutes in (0, -30, -30):
        clock.forward(minutes=minutes)
        call(store)
    with store.read() as unit:
        told = newest_calls(unit)
    assert [one.label for one in told] == labels[::-1]
    assert [one.id for one in told] == sorted((one.id for one in told), reverse=True)


def test_numbers_past_nine_hundred_and_ninety_nine_grow(store: Store) -> None:
    with store.write(KIOSK) as unit:
        for _ in range(999):
            unit.next_number("ticket:HT", unit.day.isoformat())
    assert take(store) == "HT-1000"
    assert call(store) == "HT-1000"
    with store.read() as unit:
        assert find_ticket(unit, "ht 1000").number == 1000
