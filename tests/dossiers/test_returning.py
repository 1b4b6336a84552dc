"""To whom a result may be given out, and on what."""

from typing import Any

import pytest

from kiosk.dossiers.model import Receiver, SlipShown
from kiosk.dossiers.returning import AUDITED, ReturnResult, receipt
from kiosk.refusal import Refused

CODE = "H99.12.08-261123-0001"
NAMED: dict[str, Any] = {
    "to": Receiver.REPRESENTATIVE,
    "name": "Trần  Thị Bình",
    "id_number": "038 190 001 234",
    "authorized": True,
}
BROUGHT, MISSING = SlipShown.BROUGHT, SlipShown.MISSING
SIGNED: dict[str, Any] = {"slip": MISSING, "compared": True, "signed": True}


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (NAMED | {"name": " "}, "return.name_needed"),
        (NAMED | {"id_number": ""}, "return.id_needed"),
        (NAMED | {"id_number": "12345"}, "dossier.unfit"),
        (NAMED | {"authorized": False}, "return.authorization_needed"),
        (NAMED | {"name": "\x1b[2J"}, "dossier.unfit"),
        (SIGNED | {"compared": False}, "return.identity_needed"),
        (SIGNED | {"signed": False}, "return.identity_needed"),
        (NAMED | SIGNED | {"signed": False}, "return.identity_needed"),
        (SIGNED | {"to": Receiver.SUBMITTER, "signed": False}, "return.identity_needed"),
        ({"note": "x" * 501}, "dossier.unfit"),
    ],
)
def test_what_was_not_seen_is_refused(wish: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refusal:
        receipt(ReturnResult(CODE, **wish))
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("wish", "kept"),
    [
        ({}, {"to": "applicant"}),
        ({"slip": BROUGHT}, {"slip": "brought"}),
        (SIGNED, {"slip": "missing", "compared": True, "signed": True}),
        (NAMED | {"slip": BROUGHT}, {"name": "Trần Thị Bình", "id_number": "038190001234"}),
    ],
)
def test_what_was_seen_is_kept(wish: dict[str, Any], kept: dict[str, Any]) -> None:
    told = receipt(ReturnResult(CODE, **wish))
    assert {key: told[key] for key in kept} == kept


def test_what_does_not_belong_to_a_receipt_is_left_out() -> None:
    """A name typed for a representative is not kept of an applicant; post brings no slip."""
    named = NAMED | {"to": Receiver.APPLICANT, "slip": BROUGHT, "compared": True, "signed": True}
    assert {key for key, value in receipt(ReturnResult(CODE, **named)).items() if value} == {
        "to",
        "slip",
    }
    sent: dict[str, Any] = {"compared": True, "signed": True, "address": "Số 5 Lê Lợi"}
    posted = receipt(ReturnResult(CODE, to=Receiver.POST, note="RA 123 VN", **sent), "Số 1")
    assert {key: value for key, value in posted.items() if value} == {
        "to": "post",
        "note": "RA 123 VN",
        "address": "Số 5 Lê Lợi",
    }


def test_the_post_needs_an_address_and_brings_no_slip() -> None:
    with pytest.raises(Refused) as refusal:
        receipt(ReturnResult(CODE, to=Receiver.POST))
    assert refusal.value.code == "return.address_needed"
    assert receipt(ReturnResult(CODE, to=Receiver.POST), "Số 1 Lê Lợi")["address"] == "Số 1 Lê Lợi"
    for slip in (BROUGHT, MISSING):
        with pytest.raises(Refused) as refusal:
            receipt(ReturnResult(CODE, to=Receiver.POST, slip=slip, address="Số 1"))
        assert refusal.value.code == "return.slip_by_post"


def test_the_audit_may_name_nobody() -> None:
    assert AUDITED.isdisjoint({"name", "id_number", "note", "address"})
