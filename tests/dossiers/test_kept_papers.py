"""The papers of a dossier by kind or number, as its own decree numbers them."""

import msgspec
import pytest

from kiosk.dossiers.handing_over import HandOver, hand_over
from kiosk.dossiers.kept_papers import KeptPaper, kept_paper
from kiosk.dossiers.letters import (
    ApologyLetter,
    ControlSheet,
    HandoverList,
    StopLetter,
    SupplementLetter,
)
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.dossiers.acting import MISSING, brought_to, do
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER, SteppingClock

PAPERS = ("Tờ khai theo mẫu", "Trích lục ghi chú ly hôn")


def kept(store: Store, code: str, form: str) -> KeptPaper:
    with store.read() as unit:
        return kept_paper(unit, code, form)


@pytest.mark.parametrize("form", ["01", "1", "appointment"])
def test_the_slip(dossier_store: Store, form: str) -> None:
    code = receive(dossier_store).code
    found = kept(dossier_store, code.lower(), form)
    assert (found.kind, found.form.number, found.form.copies) == ("form01", "01", 2)
    assert msgspec.json.decode(found.content, type=AppointmentSlip).code == code


def test_a_letter_word_for_word(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.SUPPLEMENTING)
    for form in ("02", "2", " Supplement "):
        found = kept(dossier_store, code, form)
        said = msgspec.json.decode(found.content, type=SupplementLetter)
        assert (found.kind, said.number, said.papers) == ("supplement", "01/HDHS", MISSING)


def test_an_older_letter_by_its_number(dossier_store: Store, clock: SteppingClock) -> None:
    code = brought_to(dossier_store, DossierState.RECEIVED)
    remedies = ("làm lại tờ khai", "trích lục lại")
    for at, paper, remedy in zip(("2026-11-23", "2027-01-04"), PAPERS, remedies, strict=True):
        clock.set(f"{at}T09:30+07:00")
        do(dossier_store, Act.LOSE, code, papers=(paper,), remedy=remedy)

    def remedy_of(number: int | None, year: int | None = None) -> str:
        with dossier_store.read() as unit:
            found = kept_paper(unit, code, "apology", number=number, year=year)
        return msgspec.json.decode(found.content, type=ApologyLetter).remedy

    assert remedy_of(None) == remedy_of(1) == remedy_of(1, 2027) == remedies[1]
    assert remedy_of(1, 2026) == remedies[0]
    with pytest.raises(Refused) as refusal:
        remedy_of(2)
    assert refusal.value.code == "slip.no_such_number"
    assert refusal.value.details["known"] == ["01/PXL (2026)", "01/PXL (2027)"]
    with dossier_store.read() as unit, pytest.raises(Refused) as refusal:
        kept_paper(unit, code, "control", number=1)
    assert refusal.value.code == "slip.not_numbered"


def test_five_is_what_the_decree_says(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.STOPPED)
    stopped = kept(dossier_store, code, "05")
    assert msgspec.json.decode(stopped.content, type=StopLetter).withdrawn
    with dossier_store.engine.begin() as conn:
        conn.exec_driver_sql("UPDATE dossier SET legal_profile = 'ND61_2018'")
    assert kept(dossier_store, code, "05").kind == "control"


def test_the_control_sheet_is_as_it_stands_now(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    assert rows(dossier_store, code) == []
    do(dossier_store, Act.FORWARD, code)
    assert rows(dossier_store, code) == ["Bộ phận chuyên môn lĩnh vực Hộ tịch"]


def rows(store: Store, code: str) -> list[str]:
    sheet = msgspec.json.decode(kept(store, code, "control").content, type=ControlSheet)
    return [row.receiver for row in sheet.rows]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("02", "slip.none_yet"),
        ("stop", "slip.none_yet"),
        ("originals", "slip.none_yet"),
        ("register", "slip.none_yet"),
        ("handover", "slip.none_yet"),
        ("09", "slip.unknown_form"),
        ("", "slip.unknown_form"),
    ],
)
def test_what_there_is_not(dossier_store: Store, form: str, code: str) -> None:
    dossier = receive(dossier_store).code
    with pytest.raises(Refused) as refusal:
        kept(dossier_store, dossier, form)
    assert refusal.value.code == code


def test_the_list_of_its_batch_for_every_dossier_on_it(
    dossier_store: Store, clock: SteppingClock
) -> None:
    codes = tuple(receive(dossier_store).code for _ in range(3))
    dossier_store.do(hand_over, HandOver(codes), OFFICER)
    for code in codes:
        said = msgspec.json.decode(kept(dossier_store, code, "handover").content, type=HandoverList)
        assert (said.number, len(said.lines)) == ("01/BG", 3)
    alone = brought_to(dossier_store, DossierState.PROCESSING)
    with pytest.raises(Refused) as refusal:
        kept(dossier_store, alone, "handover")
    assert refusal.value.code == "slip.none_yet"
    do(dossier_store, Act.ASK_SUPPLEMENT, codes[1])
    do(dossier_store, Act.RESTART, codes[1])
    dossier_store.do(hand_over, HandOver((codes[1],)), OFFICER)
    said = msgspec.json.decode(kept(dossier_store, codes[1], "handover").content, type=HandoverList)
    assert said.number == "02/BG"
    with dossier_store.read() as unit:
        older = kept_paper(unit, codes[1], "handover", number=1).content
        assert msgspec.json.decode(older, type=HandoverList).number == "01/BG"
        with pytest.raises(Refused) as refusal:
            kept_paper(unit, codes[1], "handover", number=3, year=2026)
    assert refusal.value.details["known"] == ["01/BG (2026)", "02/BG (2026)"]
