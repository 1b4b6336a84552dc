"""People in the manager's hand: entries, PINs, locks, leaving and coming back."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from kiosk.office.entries import PersonEntry
from kiosk.office.people_entries import AddPerson, ChangePerson, add_person, change_person
from kiosk.office.people_keeping import (
    Colleague,
    GivePin,
    RetirePerson,
    UnlockPerson,
    everybody,
    give_pin,
    retire_person,
    unlock_person,
)
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor

HERE = Actor("QUAY1")


def test_the_new_pin_opens_and_stands_nowhere(store: Store) -> None:
    store.do(give_pin, GivePin("CV01", "258046", "258046"), HERE)
    assert store.do(sign_in, SignIn(1, "CV01", "258046"), HERE).officer == "CV01"
    with store.read() as look:
        written = [*look.rows(select(schema.audit_line)), *look.rows(select(schema.command_record))]
    assert "person.pin_set" in str(written)
    assert "258046" not in str(written)


@pytest.mark.parametrize(("pin", "again"), [("7777", "7777"), ("258046", "258047")])
def test_a_refused_pin_leaves_the_old_one(store: Store, pin: str, again: str) -> None:
    with pytest.raises(Refused):
        store.do(give_pin, GivePin("CV01", pin, again), HERE)
    assert store.do(sign_in, SignIn(1, "CV01", "246801"), HERE).officer == "CV01"


NEW = PersonEntry("CV09", "Ngô Thị Mẫu", "Công chức", "officer", 2, "Hộ tịch", "0200 355 0009")


def colleague(store: Store, code: str) -> Colleague:
    with store.read() as unit:
        return next(one for one in everybody(unit) if one.entry.code == code)


def test_somebody_new_gets_a_pin_and_signs_in(store: Store) -> None:
    told = store.do(add_person, AddPerson(replace(NEW, code=" cv09 ", name=" Ngô  Thị Mẫu")), HERE)
    assert told.entry == colleague(store, "CV09").entry == NEW
    with pytest.raises(Refused, match=r"pin\.none"):
        store.do(sign_in, SignIn(2, "CV09", "580417"), HERE)
    store.do(give_pin, GivePin("CV09", "580417", "580417"), HERE)
    store.do(sign_in, SignIn(2, "CV09", "580417"), HERE)
    assert colleague(store, "CV09").sits_at == 2


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (replace(NEW, code="CV-09"), "person.code_malformed"),
        (replace(NEW, code=" "), "person.code_missing"),
        (replace(NEW, code="cv01"), "person.code_taken"),
        (replace(NEW, name=" "), "person.name_malformed"),
        (replace(NEW, title="\x07"), "person.title_malformed"),
        (replace(NEW, phone="0" * 41), "person.line_malformed"),
        (replace(NEW, field="x" * 201), "person.line_malformed"),
        (replace(NEW, role="boss"), "person.role_unknown"),
        (replace(NEW, counter=88), "counter.unknown"),
    ],
)
def test_odd_entries_are_refused(store: Store, entry: PersonEntry, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        store.do(add_person, AddPerson(entry), HERE)
    assert refusal.value.code == code


def test_an_entry_is_changed_unless_somebody_was_faster(store: Store) -> None:
    seen = colleague(store, "CV01").entry
    wanted = replace(seen, name="Lê Minh Thử", counter=3, is_head=True, public=False)
    store.do(change_person, ChangePerson(wanted, seen), HERE)
    assert colleague(store, "CV01").entry == wanted
    with pytest.raises(Refused, match=r"person\.changed_meanwhile"):
        store.do(change_person, ChangePerson(replace(seen, title="Khác"), seen), HERE)
    gone = replace(seen, code="CV77")
    with pytest.raises(Refused, match=r"person\.unknown"):
        store.do(change_person, ChangePerson(gone, gone), HERE)


def test_the_last_manager_who_can_sign_in_stays_one(store: Store) -> None:
    seen = colleague(store, "QL01").entry
    demoted = ChangePerson(replace(seen, role="officer"), seen)
    for act, wish in ((change_person, demoted), (retire_person, RetirePerson("QL01"))):
        with pytest.raises(Refused, match=r"person\.last_manager"):
            store.do(act, wish, HERE)  # type: ignore[arg-type]  # either
    store.do(add_person, AddPerson(replace(NEW, role="manager")), HERE)
    with pytest.raises(Refused, match=r"person\.last_manager"):
        store.do(change_person, demoted, HERE)
    store.do(give_pin, GivePin("CV09", "580417", "580417"), HERE)
    store.do(change_person, demoted, HERE)
    assert colleague(store, "QL01").entry.role == "officer"


def test_a_lock_is_lifted_and_the_pin_stays(store: Store) -> None:
    for _ in range(5):
        with pytest.raises(Refused):
            store.do(sign_in, SignIn(1, "CV01", "999999"), HERE)
    assert colleague(store, "CV01").locked_until is not None
    store.do(unlock_person, UnlockPerson("CV01"), HERE)
    assert colleague(store, "CV01").locked_until is None
    store.do(sign_in, SignIn(1, "CV01", "246801"), HERE)


def test_whoever_leaves_no_longer_sits_and_may_come_back(store: Store) -> None:
    store.do(sign_in, SignIn(1, "CV01", "246801"), HERE)
    store.do(retire_person, RetirePerson("CV01"), HERE)
    gone = colleague(store, "CV01")
    assert (gone.active, gone.sits_at) == (False, None)
    store.do(retire_person, RetirePerson("CV01", back=True), HERE)
    store.do(sign_in, SignIn(1, "CV01", "246801"), HERE)
