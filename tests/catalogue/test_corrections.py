"""The office's own word about a procedure outlives every import."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.catalogue.correction import PARTS, Value
from kiosk.catalogue.corrections import (
    CorrectProcedure,
    DropCorrection,
    OfferProcedure,
    correct_procedure,
    drop_correction,
    offer_procedure,
)
from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.procedure import Paper, PaperKind, Procedure
from kiosk.catalogue.reading import corrections_in_force, offered_in, procedure
from kiosk.catalogue.search import search
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.procedures import data, line, method, record, write_json, write_lines
from tests.fixtures.store import OFFICER

CODE = "1.900001"


@pytest.fixture
def known(store: Store, tmp_path: Path) -> Path:
    """A folder whose procedures the store knows."""
    fees = [{"value": 0, "description": "Do tỉnh quyết định"}]
    methods = [method("DIRECT", 3, "OTHER", fees=fees), method("ONLINE", 3, "OTHER")]
    write_json(tmp_path / "in" / "a.json", record(CODE, "Cấp giấy thử", executionMethods=methods))
    write_lines(tmp_path / "in" / "b.jsonl", line("1.900002", "Đổi giấy", categories=["Khác"]))
    import_catalogue(store, [tmp_path / "in"], OFFICER)
    return tmp_path / "in"


def correct(store: Store, part: str, value: Value, code: str = CODE) -> None:
    store.do(correct_procedure, CorrectProcedure(code, part, value), OFFICER)


def now(store: Store, code: str = CODE) -> Procedure:
    with store.read() as unit:
        return procedure(unit, code)


@pytest.mark.parametrize(
    ("part", "value", "shown"),
    [
        ("name", " Cấp giấy\n mới ", "Cấp giấy mới"),
        ("name_en", "New paper", "New paper"),
        ("category", "Chứng thực", "Chứng thực"),
        ("agency", "", ""),
        ("note", "Dòng 1\n Dòng 2", "Dòng 1\nDòng 2"),
        ("fee_text", "50.000 đồng", "50.000 đồng"),
        ("fee_amount", 50000, 50000),
        ("fee_amount", 0, 0),
        ("fee_amount", None, None),
    ],
)
def test_a_corrected_part_shows_and_survives_an_import(
    store: Store, known: Path, part: str, value: Value, shown: object
) -> None:
    correct(store, part, value)
    assert getattr(now(store), part) == shown
    write_json(known / "a.json", record(CODE, "Tên tỉnh mới công bố", note="Mới"))
    imported = import_catalogue(store, [known], OFFICER)
    assert imported.changed == 1
    assert getattr(now(store), part) == shown


def test_a_corrected_limit_counts(store: Store, known: Path) -> None:
    assert now(store).limit_for("direct") == (None, "none")
    correct(store, "limit.direct", "3wd")
    correct(store, "limit.postal", "0wd")
    found = now(store)
    assert [str(found.limit_for(channel)[0]) for channel in ("direct", "online", "postal")] == [
        "3wd",
        "None",
        "0wd",
    ]
    correct(store, "limit.direct", None)
    assert now(store).limit_for("direct") == (None, "none")


def test_corrected_papers_are_the_whole_list(store: Store, known: Path) -> None:
    papers = (Paper("- Đơn;", 1), Paper("Căn cước", 1, 0, PaperKind.PRESENT, required=True))
    correct(store, "papers", papers)
    assert [one.name for one in now(store).papers] == ["Đơn", "Căn cước"]
    with store.read() as unit:
        assert [one.code for one in search(unit, "can cuoc")] == [CODE]
        assert search(unit, "to khai") == ()


def test_a_corrected_fee_stands_for_every_channel(store: Store, known: Path) -> None:
    correct(store, "fee_amount", 50000)
    correct(store, "fee_text", "50.000 đồng/lần")
    assert now(store).fee_for("direct") == ("50.000 đồng/lần", 50000)
    assert now(store).fee_for("online") == ("50.000 đồng/lần", 50000)


def test_a_corrected_name_is_found(store: Store, known: Path) -> None:
    correct(store, "name", "Sổ vàng")
    with store.read() as unit:
        assert [one.name for one in search(unit, "so vang")] == ["Sổ vàng"]
        assert search(unit, "cap giay thu") == ()


def test_a_dropped_correction_lets_the_sources_speak_again(store: Store, known: Path) -> None:
    correct(store, "name", "Sổ vàng")
    correct(store, "name", "Sổ bạc")
    store.do(drop_correction, DropCorrection(CODE, "name"), OFFICER)
    assert now(store).name == "Cấp giấy thử"
    with pytest.raises(Refused, match=r"correction\.none"):
        store.do(drop_correction, DropCorrection(CODE, "name"), OFFICER)


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("name", "", "correction.value"),
        ("name", "  ", "correction.value"),
        ("name", 5, "correction.value"),
        ("name", None, "correction.value"),
        ("name", "a\x00b", "correction.value"),
        ("name", "d" * 1501, "correction.value"),
        ("name", "Sổ 😀", "correction.value"),
        ("papers", (Paper("Tờ khai 中", 1),), "correction.value"),
        ("category", "", "correction.value"),
        ("fee_amount", -1, "correction.value"),
        ("fee_amount", True, "correction.value"),
        ("fee_amount", "8000", "correction.value"),
        ("fee_amount", 10**12, "correction.value"),
        ("papers", "Tờ khai", "correction.value"),
        ("papers", (Paper("", 1),), "correction.value"),
        ("papers", (Paper("Tờ khai", -1),), "correction.value"),
        ("papers", (Paper("Tờ khai", 1),) * 101, "correction.value"),
        ("limit.direct", "ba ngày", "limit.malformed"),
        ("limit.direct", 3, "limit.malformed"),
        ("limit.direct", "9999d", "limit.out_of_range"),
        ("limit.fax", "3d", "correction.part_unknown"),
        ("field", "CT", "correction.part_unknown"),
        ("code", "2", "correction.part_unknown"),
    ],
)
def test_bad_corrections_are_refused(
    store: Store, known: Path, part: str, value: Any, code: str
) -> None:
    before = now(store)
    with pytest.raises(Refused) as refusal:
        correct(store, part, value)
    assert refusal.value.code == code
    assert now(store) == before
    with store.read() as unit:
        assert corrections_in_force(unit, CODE) == ()


def test_an_unknown_procedure_is_refused(store: Store, known: Path) -> None:
    for use_case, wish in (
        (correct_procedure, CorrectProcedure("9.9", "name", "A")),
        (drop_correction, DropCorrection("9.9", "name")),
        (offer_procedure, OfferProcedure("9.9", None, offered=True)),
    ):
        with pytest.raises(Refused, match=r"procedure\.unknown"):
            store.do(use_case, wish, OFFICER)  # type: ignore[arg-type]


def test_every_part_can_be_corrected_and_is_written_down(store: Store, known: Path) -> None:
    values: dict[str, Value] = {"papers": (Paper("Đơn", 1),), "fee_amount": 1000}
    for part in PARTS:
        correct(store, part, values.get(part, "5wd" if part.startswith("limit.") else "Chữ"))
    with store.read() as unit:
        assert {one.part for one in corrections_in_force(unit, CODE)} == set(PARTS)
        assert {one.officer for one in corrections_in_force(unit, CODE)} == {"CV01"}
        audited = unit.rows(select(audit_line).where(audit_line.c.act == "procedure.corrected"))
        assert len(audited) == len(PARTS)


def test_what_is_offered_stays_offered(store: Store, known: Path) -> None:
    offered = store.do(offer_procedure, OfferProcedure(CODE, None, offered=True), OFFICER)
    assert (offered.field_prefix, offered.offered) == ("HT", True)
    write_json(known / "a.json", data(CODE, "Tên khác", category={"name": "Khác"}))
    store.do(offer_procedure, OfferProcedure("1.900002", "Chứng thực", offered=True), OFFICER)
    import_catalogue(store, [known], OFFICER)
    with store.read() as unit:
        assert [one.code for one in offered_in(unit, "CT")] == ["1.900002"]
        assert [one.code for one in search(unit, "giay", offered_only=True)] == ["1.900002"]
        assert [one.code for one in search(unit, "giay", field="CT")] == ["1.900002"]
        assert search(unit, "giay", field="XD") == ()
        assert search(unit, "giay", field='X" OR "') == ()
    store.do(offer_procedure, OfferProcedure("1.900002", None, offered=False), OFFICER)
    with store.read() as unit:
        assert offered_in(unit, "CT") == ()
        assert procedure(unit, "1.900002").field_prefix == "CT"


def test_without_a_field_nothing_is_offered(store: Store, known: Path) -> None:
    with pytest.raises(Refused, match=r"procedure\.no_field"):
        store.do(offer_procedure, OfferProcedure("1.900002", None, offered=True), OFFICER)
    with pytest.raises(Refused, match=r"field\.unknown"):
        store.do(offer_procedure, OfferProcedure("1.900002", "ZZ", offered=True), OFFICER)
