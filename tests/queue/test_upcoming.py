"""Who comes next at a counter, as the officer is told, is who is called."""

import pytest

from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import counter_queue
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER


def _told(store: Store, count: int) -> list[str]:
    with store.read() as unit:
        place = office_now(unit).find_counter(2)
        return [one.label for one in counter_queue(unit, place, count).upcoming]


@pytest.mark.parametrize(
    "taken", ["ooo", "ppp", "oopppppo", "pop", "ppppooo", "o", "", "oooopppppppo"]
)
def test_the_order_told_is_the_order_called(store: Store, taken: str) -> None:
    for at, kind in enumerate(taken):
        group = ("disabled", "elderly")[at % 2] if kind == "p" else None
        store.do(take_number, TakeNumber(("HT", "CT")[at % 2], group), KIOSK)
    told = _told(store, 20)
    called = []
    while (fact := store.do(call_next, AtCounter(2), OFFICER)).ticket is not None:
        called.append(fact.ticket.label)
        assert _told(store, 4) == told[len(called) : len(called) + 4]
    assert told == called
    assert len(called) == len(taken)
