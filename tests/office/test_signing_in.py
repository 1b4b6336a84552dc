"""Signing in by PIN, at the counter and at the limits."""

import pytest
from sqlalchemy import select

from kiosk.clock import parse_moment
from kiosk.ids import new_id
from kiosk.office.directory import officer_at
from kiosk.office.reading import office_now
from kiosk.office.signing_in import (
    SetPin,
    SignedIn,
    SignIn,
    SignOut,
    hashed_pin,
    set_pin,
    sign_in,
    sign_out,
)
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import OFFICER, SteppingClock

RIGHT = {"CV01": "246801", "CV02": "135790", "QL01": "998877"}
WRONG = "000000"


def enter(
    store: Store, officer: str = "CV01", pin: str | None = None, counter: int = 1
) -> SignedIn:
    wish = SignIn(counter, officer, RIGHT[officer] if pin is None else pin)
    return store.do(sign_in, wish, Actor("QUAY1"))


def refused(store: Store, officer: str = "CV01", pin: str = WRONG, counter: int = 1) -> Refused:
    with pytest.raises(Refused) as refusal:
        enter(store, officer, pin, counter)
    return refusal.value


def sitting(store: Store) -> dict[int, str]:
    with store.read() as look:
        found = {
            counter.number: officer_at(look, counter.id) for counter in office_now(look).counters
        }
    return {number: person.code for number, person in found.items() if person}


def acts(store: Store) -> list[str]:
    line = schema.audit_line.c
    with store.read() as look:
        return [row.act for row in look.rows(select(line.act).order_by(line.id))][1:]


def test_the_right_pin_seats_the_officer(store: Store) -> None:
    fact = enter(store)
    assert fact == SignedIn(
        "CV01", "Lê Minh Mẫu", "Công chức", "officer", 1, None, store.clock.now()
    )
    assert sitting(store) == {1: "CV01"}
    assert acts(store) == ["desk.signed_in"]


def test_one_officer_sits_at_one_counter_and_one_counter_has_one_officer(store: Store) -> None:
    enter(store, "CV01", counter=1)
    assert enter(store, "CV02", counter=1).replaced == "CV01"
    assert sitting(store) == {1: "CV02"}
    assert enter(store, "CV02", counter=2).replaced is None
    assert sitting(store) == {2: "CV02"}
    assert enter(store, "CV02", counter=2).replaced is None, "nobody replaces himself"


def test_signing_out_leaves_the_counter_empty(store: Store) -> None:
    enter(store)
    store.do(sign_out, SignOut(1), OFFICER)
    store.do(sign_out, SignOut(1), OFFICER)
    assert sitting(store) == {}


@pytest.mark.parametrize(
    ("officer", "counter", "code"),
    [("CV99", 1, "person.unknown"), ("CV01", 9, "counter.unknown"), ("", 1, "person.unknown")],
)
def test_who_and_where_must_be_known(store: Store, officer: str, counter: int, code: str) -> None:
    assert refused(store, officer, "246801", counter).code == code
    assert acts(store) == [], "nothing is counted against anybody"


def test_somebody_without_a_pin_cannot_enter(store: Store) -> None:
    with store.write(Actor("IT")) as unit:
        unit.run(schema.person.update().values(pin_hash=None))
    assert refused(store, "CV01", "").code == "pin.none"


@pytest.mark.parametrize(
    "pin", ["", " ", "24680", "2468011", "246801 ", "２４６８０１", "'--", "\0"]
)
def test_anything_but_the_pin_is_wrong(store: Store, pin: str) -> None:
    refusal = refused(store, pin=pin)
    assert (refusal.code, refusal.details["left"]) == ("pin.wrong", 4)
    assert sitting(store) == {}


def test_five_wrong_pins_in_a_row_lock_for_a_while(store: Store, clock: SteppingClock) -> None:
    left = [refused(store).details["left"] for _ in range(4)]
    assert left == [4, 3, 2, 1]
    fifth = refused(store)
    until = parse_moment("2026-11-23T09:39+07:00")
    assert (fifth.code, fifth.details["until"]) == ("pin.locked", until)
    assert acts(store) == ["desk.wrong_pin"] * 5
    assert refused(store, pin=RIGHT["CV01"]).code == "pin.locked", "even with the right one"
    clock.set("2026-11-23T09:38:59+07:00")
    assert refused(store, pin=RIGHT["CV01"]).details["until"] == until, "trying does not prolong it"
    assert acts(store) == ["desk.wrong_pin"] * 5
    clock.set("2026-11-23T09:39+07:00")
    assert enter(store).officer == "CV01"


def test_after_the_lock_there_are_five_attempts_again(store: Store, clock: SteppingClock) -> None:
    for _ in range(5):
        refused(store)
    clock.set("2026-11-23T09:40+07:00")
    assert refused(store).details["left"] == 4


def test_the_right_pin_forgives_the_wrong_ones(store: Store) -> None:
    for _ in range(4):
        refused(store)
    enter(store)
    assert refused(store).details["left"] == 4


def test_each_officer_is_counted_alone(store: Store) -> None:
    for _ in range(5):
        refused(store, "CV01")
    assert enter(store, "CV02").officer == "CV02"


def test_a_wrong_pin_sent_again_counts_again(store: Store) -> None:
    """No answer is stored for a refusal, and guessing must not become free."""
    request = new_id()
    lefts = []
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            store.do(sign_in, SignIn(1, "CV01", WRONG), OFFICER, request)
        lefts.append(refusal.value.details["left"])
    assert lefts == [4, 3]


def test_an_answered_request_does_not_open_the_door_with_another_pin(store: Store) -> None:
    """The PIN is no part of what is compared, so it must not matter; nothing new happens."""
    request = new_id()
    first = store.do(sign_in, SignIn(1, "CV01", RIGHT["CV01"]), OFFICER, request)
    store.do(sign_out, SignOut(1), OFFICER)
    assert store.do(sign_in, SignIn(1, "CV01", WRONG), OFFICER, request) == first
    assert sitting(store) == {}, "the stored answer seats nobody"


def test_a_new_pin_lifts_the_lock(store: Store) -> None:
    for _ in range(5):
        refused(store)
    store.do(set_pin, SetPin("cv01", "4444"), Actor("IT", "QL01"))
    assert enter(store, pin="4444").officer == "CV01"
    assert refused(store, pin=RIGHT["CV01"]).code == "pin.wrong"
    assert acts(store)[-3:] == ["person.pin_set", "desk.signed_in", "desk.wrong_pin"]


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "12 45", "١٢٣٤", "-1234"])
def test_a_pin_is_four_to_twelve_digits(store: Store, pin: str) -> None:
    with pytest.raises(Refused) as refusal:
        store.do(set_pin, SetPin("CV01", pin), OFFICER)
    assert refusal.value.code == "pin.malformed"
    assert enter(store).officer == "CV01", "the old one still holds"


def test_equal_pins_have_different_hashes() -> None:
    assert hashed_pin("246801") != hashed_pin("246801")


def test_the_wish_and_the_fact_hide_the_pin(store: Store) -> None:
    assert SignIn(1, "CV01", "246801").without_secret() == SignIn(1, "CV01", "")
    assert SetPin("CV01", "246801").without_secret() == SetPin("CV01", "")
    assert "246801" not in repr(enter(store))


def test_another_pin_under_the_same_request_sets_nothing(store: Store) -> None:
    request = new_id()
    by = Actor("QUAY1", "QL01")
    first = store.do(set_pin, SetPin("CV01", "97531864"), by, request)
    assert store.do(set_pin, SetPin("CV01", "97531864"), by, request) == first
    with pytest.raises(Refused) as refusal:
        store.do(set_pin, SetPin("CV01", "11112222"), by, request)
    assert refusal.value.code == "request.other_content"
    assert enter(store, pin="97531864").officer == "CV01"
