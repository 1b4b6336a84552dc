"""A new PIN from the manager."""

import pytest
from sqlalchemy import select

from kiosk.office.people_keeping import GivePin, give_pin
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
