"""Offering many procedures at once."""

from pathlib import Path

import pytest

from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.offering import OfferProcedures, offer_procedures
from kiosk.catalogue.search import search
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.procedures import line, write_lines
from tests.fixtures.store import OFFICER

CODES = ("1.900001", "1.900002")


@pytest.fixture
def known(store: Store, tmp_path: Path) -> Store:
    write_lines(tmp_path / "a.jsonl", *(line(code, f"Thủ tục mẫu {code}") for code in CODES))
    import_catalogue(store, [tmp_path], OFFICER)
    return store


def offered(store: Store) -> list[str]:
    with store.read() as unit:
        return [one.code for one in search(unit, "mẫu", offered_only=True)]


def test_many_are_offered_and_withdrawn(known: Store) -> None:
    done = known.do(offer_procedures, OfferProcedures((*CODES, CODES[0]), "CT", True), OFFICER)
    assert [(one.code, one.field_prefix) for one in done.procedures] == [
        (code, "CT") for code in CODES
    ]
    assert offered(known) == list(CODES)
    known.do(offer_procedures, OfferProcedures(CODES, None, False), OFFICER)
    assert offered(known) == []


def test_one_unknown_code_offers_none(known: Store) -> None:
    with pytest.raises(Refused, match=r"procedure\.unknown"):
        known.do(offer_procedures, OfferProcedures((*CODES, "1.999999"), "CT", True), OFFICER)
    assert offered(known) == []
