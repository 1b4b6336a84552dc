"""Which fields have given all the numbers of a day: exactly those that would refuse."""

from dataclasses import replace

import pytest

from kiosk.office.fields_keeping import ChangeField, change_field, kept_fields
from kiosk.queue.daily_limits import fields_full
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, MANAGER, SteppingClock


def limit(store: Store, most: int | None) -> None:
    with store.read() as unit:
        seen = next(one.entry for one in kept_fields(unit) if one.entry.prefix == "HT")
    store.do(change_field, ChangeField(replace(seen, daily_limit=most), seen), MANAGER)


def full(store: Store) -> frozenset[str]:
    with store.read() as unit:
        return fields_full(unit)


def test_a_field_is_full_when_the_next_number_would_be_refused(
    store: Store, clock: SteppingClock
) -> None:
    assert full(store) == frozenset()
    limit(store, 2)
    for _ in range(2):
        assert full(store) == frozenset()
        store.do(take_number, TakeNumber("HT"), KIOSK)
    assert full(store) == {"HT"}
    with pytest.raises(Refused) as caught:
        store.do(take_number, TakeNumber("HT"), KIOSK)
    assert caught.value.code == "ticket.field_full"
    limit(store, 3)
    assert full(store) == frozenset()
    limit(store, 1)
    assert full(store) == {"HT"}
    clock.forward(hours=24)
    assert full(store) == frozenset()
