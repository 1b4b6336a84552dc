"""Signing in to manage: the same PIN and lock, no counter taken, officers refused politely."""

import pytest
from sqlalchemy import select

from kiosk.office.directory import officer_at
from kiosk.office.managing import (
    ManagerSignIn,
    ManagerSignOut,
    manager_sign_in,
    manager_sign_out,
)
from kiosk.office.reading import office_now
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, command_record
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.wording import sentence

HERE = Actor("DIEU-HANH")


def refusal(store: Store, code: str, pin: str) -> Refused:
    with pytest.raises(Refused) as caught:
        store.do(manager_sign_in, ManagerSignIn(code, pin), HERE)
    return caught.value


def test_a_manager_comes_in_and_nobody_loses_a_counter(store: Store) -> None:
    store.do(sign_in, SignIn(1, "CV01", "246801"), HERE)
    fact = store.do(manager_sign_in, ManagerSignIn("ql01", "998877"), HERE)
    assert (fact.officer, fact.role) == ("QL01", "manager")
    with store.read() as unit:
        sitting = officer_at(unit, office_now(unit).find_counter(1).id)
    assert sitting is not None
    assert sitting.code == "CV01"


def test_an_officer_is_told_politely_and_only_after_the_pin(store: Store) -> None:
    assert refusal(store, "CV01", "000000").code == "pin.wrong"
    told = refusal(store, "CV01", "246801")
    assert told.code == "person.not_manager"
    assert "Lê Minh Mẫu" in sentence(told)


def test_five_wrong_pins_lock_here_and_at_the_counter(store: Store) -> None:
    codes = [refusal(store, "QL01", "000000").code for _ in range(5)]
    assert codes == ["pin.wrong"] * 4 + ["pin.locked"]
    assert refusal(store, "QL01", "998877").code == "pin.locked"
    with pytest.raises(Refused) as caught:
        store.do(sign_in, SignIn(1, "QL01", "998877"), HERE)
    assert caught.value.code == "pin.locked"


def test_both_ways_are_written_down_without_the_pin(store: Store) -> None:
    store.do(manager_sign_in, ManagerSignIn("QL01", "998877"), HERE)
    store.do(manager_sign_out, ManagerSignOut(idle=True), Actor("DIEU-HANH", "QL01"))
    with store.read() as unit:
        acts = {row.act: row.details for row in unit.rows(select(audit_line))}
        kept = " ".join(str(row) for row in unit.rows(select(command_record)))
    assert acts["admin.signed_out"] == '{"idle":true}'
    assert "admin.signed_in" in acts
    assert "998877" not in kept
