"""Counters in the manager's hand: named, given fields, closed, added; guarded and written down."""

from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import select

from kiosk.office.counters_keeping import (
    AddCounter,
    ChangeCounter,
    add_counter,
    change_counter,
    entry_of,
)
from kiosk.office.entries import CounterEntry
from kiosk.office.reading import office_now
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next, finish
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, MANAGER, OFFICER


def kept(store: Store, number: int) -> CounterEntry:
    with store.read() as unit:
        return next(entry_of(one) for one in office_now(unit).counters if one.number == number)


def test_a_change_is_kept_and_written_down(store: Store) -> None:
    before = kept(store, 1)
    wanted = replace(before, name="  Quầy   Một ", fields=("CT", "HT", "HT"))
    fact = store.do(change_counter, ChangeCounter(wanted, before), MANAGER)
    after = CounterEntry(1, "Quầy Một", ("HT", "CT"), True)
    assert fact.entry == kept(store, 1) == after
    with store.read() as unit:
        line = unit.rows(select(audit_line).where(audit_line.c.act == "counter.changed"))[-1]
    told = msgspec.json.decode(line.details, type=dict[str, CounterEntry])
    assert told == {"before": before, "after": after}
    store.do(change_counter, ChangeCounter(before, after), MANAGER)
    assert kept(store, 1) == before


def test_who_serves_a_field_last_is_told(store: Store) -> None:
    left: tuple[str, ...] = ()
    for number in (1, 2):
        now = kept(store, number)
        wish = ChangeCounter(replace(now, fields=()), now)
        left = store.do(change_counter, wish, MANAGER).unserved
    assert "HT" in left


def test_two_managers_at_once(store: Store) -> None:
    seen = kept(store, 1)
    store.do(change_counter, ChangeCounter(replace(seen, name="Quầy Một"), seen), MANAGER)
    with pytest.raises(Refused, match=r"counter\.changed_meanwhile"):
        store.do(change_counter, ChangeCounter(replace(seen, name="Quầy A"), seen), MANAGER)
    assert kept(store, 1).name == "Quầy Một"


def test_closing_empties_the_desk_but_never_under_a_number(store: Store) -> None:
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)
    seen = kept(store, 1)
    closed = ChangeCounter(replace(seen, active=False), seen)
    with pytest.raises(Refused, match=r"counter\.at_work") as refusal:
        store.do(change_counter, closed, MANAGER)
    assert refusal.value.details["ticket"] == "HT-001"
    store.do(finish, AtCounter(1), OFFICER)
    store.do(change_counter, closed, MANAGER)
    with pytest.raises(Refused, match=r"counter\.unknown"):
        store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)


@pytest.mark.parametrize(
    ("entry", "seen", "code"),
    [
        ({}, {"number": 77}, "counter.unknown"),
        ({"fields": ("ZZ",)}, {}, "field.unknown"),
        ({"name": "x" * 41}, {}, "counter.malformed"),
        ({"name": " "}, {}, "counter.malformed"),
        ({"name": "Quầy\t\x07"}, {}, "counter.malformed"),
    ],
)
def test_odd_wishes_change_nothing(
    store: Store, entry: dict[str, object], seen: dict[str, object], code: str
) -> None:
    now = kept(store, 1)
    wish = ChangeCounter(replace(now, **entry), replace(now, **seen))  # type: ignore[arg-type]  # by name
    with pytest.raises(Refused) as refusal:
        store.do(change_counter, wish, MANAGER)
    assert refusal.value.code == code
    assert kept(store, 1) == now


def test_numbers_are_filled_up_and_then_refused(store: Store) -> None:
    fact = store.do(add_counter, AddCounter(), MANAGER)
    assert fact.entry == kept(store, 4) == CounterEntry(4, "Quầy 4")
    for _ in range(95):
        store.do(add_counter, AddCounter(), MANAGER)
    with pytest.raises(Refused, match=r"counter\.too_many"):
        store.do(add_counter, AddCounter(), MANAGER)
