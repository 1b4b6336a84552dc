"""Taking back what was just done to a procedure."""

from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.catalogue.corrections import (
    CorrectProcedure,
    OfferProcedure,
    correct_procedure,
    correction_of,
    offer_procedure,
)
from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.procedure import Paper, Procedure
from kiosk.catalogue.reading import procedure
from kiosk.catalogue.restoring import RestorePart, restore_part
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.procedures import line, write_lines
from tests.fixtures.store import OFFICER

CODE = "1.900001"


@pytest.fixture
def known(store: Store, tmp_path: Path) -> Store:
    file = write_lines(tmp_path / "a.jsonl", line(CODE, "Cấp giấy", categories=["Không ai nhận"]))
    import_catalogue(store, [file], OFFICER)
    return store


def now(store: Store) -> Procedure:
    with store.read() as unit:
        return procedure(unit, CODE)


def kept(store: Store, part: str) -> str | None:
    with store.read() as unit:
        return correction_of(unit, CODE, part)


def test_a_first_correction_is_taken_back_to_the_sources(known: Store) -> None:
    known.do(correct_procedure, CorrectProcedure(CODE, "name", "Tên khác"), OFFICER)
    said = kept(known, "name")
    known.do(restore_part, RestorePart(CODE, "name", said, None), OFFICER)
    assert now(known).name == "Cấp giấy"
    known.do(restore_part, RestorePart(CODE, "name", None, said), OFFICER)
    assert now(known).name == "Tên khác"


def test_papers_come_back_whole(known: Store) -> None:
    papers = (Paper("Tờ khai", 1, 2), Paper("Ảnh", 0, 1))
    known.do(correct_procedure, CorrectProcedure(CODE, "papers", papers), OFFICER)
    before = kept(known, "papers")
    known.do(correct_procedure, CorrectProcedure(CODE, "papers", ()), OFFICER)
    wish = RestorePart(CODE, "papers", kept(known, "papers"), before)
    known.do(restore_part, wish, OFFICER)
    assert now(known).papers == papers


def test_offering_is_taken_back_with_its_field(known: Store) -> None:
    known.do(offer_procedure, OfferProcedure(CODE, "HT", offered=True), OFFICER)
    back = known.do(restore_part, RestorePart(CODE, "field", '"HT"', None, offered=False), OFFICER)
    assert (back.field_prefix, back.offered) == (None, False)
    with known.read() as unit:
        acts = [row.act for row in unit.rows(select(audit_line.c.act))]
    assert acts[-1] == "procedure.taken_back"


def test_who_came_in_between_is_not_overwritten(known: Store) -> None:
    known.do(correct_procedure, CorrectProcedure(CODE, "name", "Một"), OFFICER)
    mine = kept(known, "name")
    known.do(correct_procedure, CorrectProcedure(CODE, "name", "Hai"), OFFICER)
    with pytest.raises(Refused, match=r"correction\.moved_on"):
        known.do(restore_part, RestorePart(CODE, "name", mine, None), OFFICER)
    assert now(known).name == "Hai"


@pytest.mark.parametrize(
    ("part", "before", "code"),
    [
        ("field", '"ZZ"', "field.unknown"),
        ("name", '""', "correction.value"),
        ("nothing", '"x"', "correction.part_unknown"),
    ],
)
def test_what_would_not_be_taken_today_is_refused(
    known: Store, part: str, before: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        known.do(restore_part, RestorePart(CODE, part, None, before), OFFICER)
    assert refused.value.code == code
