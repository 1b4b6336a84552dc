"""Papers that the office lost: the apology, the warning that stands, and what ends it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import ApologyLetter
from kiosk.dossiers.lost import WHOLE
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.pressing import Demand
from kiosk.dossiers.pressing_list import pressing_dossiers
from kiosk.dossiers.telling import to_tell
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do, refused, seen
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

FORM, EXTRACT = "Tờ khai theo mẫu", "Trích lục ghi chú ly hôn"
BOTH: dict[str, Any] = {"papers": (EXTRACT, "to khai theo mau")}
S = DossierState


def apology(store: Store, code: str) -> ApologyLetter:
    with store.read() as unit:
        letter = last_letter(unit, seen(store, code).id, FormKind.APOLOGY)
    assert isinstance(letter, ApologyLetter)
    return letter


def test_the_citizen_gets_an_apology_of_its_own_kind(dossier_store: Store) -> None:
    code = brought_to(dossier_store, S.PROCESSING)
    before = seen(dossier_store, code)
    fact = do(dossier_store, Act.LOSE, code, **BOTH)
    assert (fact.letter, len(fact.print_jobs), fact.due_at) == ("01/PXL", 1, before.due_at)
    letter, view = apology(dossier_store, code), seen(dossier_store, code)
    assert letter.lost_papers == f"{FORM}; {EXTRACT}"
    assert letter.remedy == "làm lại tờ khai"
    assert letter.agency_name == view.holder != ""
    assert (letter.mistake, letter.new_due_at, letter.due_at) == (False, None, before.due_at)
    assert view.letters[-1].cause == "lost_papers"
    assert view.print_jobs[-1].title == "Văn bản xin lỗi về việc thất lạc giấy tờ 01/PXL"
    with dossier_store.read() as unit:
        (line,) = to_tell(unit)
    assert (line.about, "thất lạc" in line.text) == ("papers_lost", True)


def test_what_lies_at_the_counter_the_office_itself_lost(dossier_store: Store) -> None:
    code = brought_to(dossier_store, S.RECEIVED)
    do(dossier_store, Act.LOSE, code)
    letter = apology(dossier_store, code)
    assert letter.agency_name == letter.office_name


@pytest.mark.parametrize("state", [one for one in S if one is not S.RETURNED])
def test_the_warning_stands_and_presses_until_all_is_there_again(
    dossier_store: Store, clock: SteppingClock, state: DossierState
) -> None:
    code = brought_to(dossier_store, state)
    do(dossier_store, Act.LOSE, code, **BOTH)
    clock.set("2026-11-23T10:24+07:00")
    do(dossier_store, Act.FIND, code, papers=(FORM,))
    gone = seen(dossier_store, code).lost
    assert gone is not None
    assert (gone.names, gone.since) == ((EXTRACT,), datetime(2026, 11, 23, 2, 24, tzinfo=UTC))
    with dossier_store.read() as unit:
        (one,) = pressing_dossiers(unit)
    (lost,) = (each for each in one.pressures if each.demand is Demand.FIND_PAPERS)
    assert lost.words.startswith(f"Thất lạc từ 09:24 ngày 23/11/2026: {EXTRACT}. ")
    do(dossier_store, Act.FIND, code)
    assert seen(dossier_store, code).lost is None
    with dossier_store.read() as unit:
        pressed = [each.demand for one in pressing_dossiers(unit) for each in one.pressures]
    assert Demand.FIND_PAPERS not in pressed


def test_the_warning_outlives_the_return(dossier_store: Store) -> None:
    code = brought_to(dossier_store, S.RETURNED, Act.LOSE)
    assert seen(dossier_store, code).lost is not None
    do(dossier_store, Act.FIND, code, note="đã cấp lại")
    assert seen(dossier_store, code).lost is None
    assert seen(dossier_store, code).returned_at is not None


@pytest.mark.parametrize(
    ("act", "given", "why"),
    [
        (Act.LOSE, {"papers": ()}, "loss.nothing"),
        (Act.LOSE, {"papers": ("Căn cước",)}, "loss.unknown_paper"),
        (Act.LOSE, {"remedy": " "}, "act.reason_needed"),
        (Act.LOSE, {"reason": ""}, "act.reason_needed"),
        (Act.FIND, {}, "loss.none"),
    ],
)
def test_what_cannot_be_written(
    dossier_store: Store, act: Act, given: dict[str, Any], why: str
) -> None:
    code = brought_to(dossier_store, S.PROCESSING)
    assert refused(dossier_store, act, code, **given).code == why


def test_what_is_lost_cannot_be_lost_again(dossier_store: Store) -> None:
    code = brought_to(dossier_store, S.PROCESSING, Act.LOSE)
    again = refused(dossier_store, Act.LOSE, code)
    assert (again.code, again.details["known"]) == ("loss.unknown_paper", (EXTRACT,))
    do(dossier_store, Act.LOSE, code, papers=(EXTRACT,))
    assert refused(dossier_store, Act.LOSE, code, papers=(EXTRACT,)).code == "loss.all_lost"
    assert refused(dossier_store, Act.FIND, code, note="").details["part"] == "note"
    assert refused(dossier_store, Act.FIND, code, papers=("X",)).code == "loss.unknown_paper"


def test_a_dossier_without_a_list_of_papers_is_lost_whole(dossier_store: Store) -> None:
    code = receive(dossier_store, papers=[]).code
    do(dossier_store, Act.LOSE, code, papers=(WHOLE,))
    gone = seen(dossier_store, code).lost
    assert gone is not None
    assert gone.names == (WHOLE,)
