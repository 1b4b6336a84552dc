"""A wrong result corrected once by anyone, again only by a manager; the control sheet tells it."""

from typing import Any

from kiosk.dossiers.handing_over import control_sheet
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import ApologyLetter
from kiosk.dossiers.model import Act, DossierState
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import brought_to, do, refused, seen
from tests.fixtures.store import SteppingClock

MANAGER = Actor("QUANLY", "QL01")
AGENCY = "Bộ phận chuyên môn lĩnh vực Hộ tịch"


def test_the_second_correction_is_a_managers(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.CORRECTING)
    do(dossier_store, Act.READY, code)
    why: dict[str, Any] = {"exception": "kết quả vẫn còn sai"}
    assert refused(dossier_store, Act.CORRECT, code).code == "correction.again"
    assert refused(dossier_store, Act.CORRECT, code, **why).details["most"] == 1
    assert refused(dossier_store, Act.CORRECT, code, MANAGER).code == "correction.again"
    do(dossier_store, Act.CORRECT, code, MANAGER, **why)
    details = seen(dossier_store, code).events[-1].details
    assert (details["again"], details["exception"]) == (True, "kết quả vẫn còn sai")


def test_an_exception_that_was_not_needed_is_not_told(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.RESULT_READY)
    do(dossier_store, Act.CORRECT, code, MANAGER, exception="cho chắc")
    assert seen(dossier_store, code).events[-1].details.keys().isdisjoint({"again", "exception"})


def test_the_control_sheet_tells_the_way_there_and_back(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = brought_to(dossier_store, DossierState.CORRECTING)
    assert seen(dossier_store, code).holder == AGENCY
    clock.set("2026-12-01T09:00+07:00")
    do(dossier_store, Act.READY, code)
    with dossier_store.read() as unit:
        rows = control_sheet(unit, code).rows
        office = control_sheet(unit, code).office_name
    assert [(row.giver, row.receiver, row.outcome) for row in rows] == [
        (office, AGENCY, "Đúng hạn"),
        (AGENCY, office, "Trước hạn"),
        (office, AGENCY, ""),
        (AGENCY, office, "Trước hạn"),
    ]
    assert rows[2].note == "Sửa kết quả: chưa có kết quả xác minh"
    assert rows[2].given_by == "Lê Minh Mẫu"


def test_a_corrected_result_is_late_by_the_day_it_was_promised_for(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = brought_to(dossier_store, DossierState.CORRECTING)
    clock.set("2027-03-16T09:00+07:00")
    do(dossier_store, Act.READY, code)
    with dossier_store.read() as unit:
        outcomes = [row.outcome for row in control_sheet(unit, code).rows if row.outcome]
    assert outcomes == ["Đúng hạn", "Trước hạn", "Quá hạn"]


def test_who_took_over_last_corrects_and_apologises(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.PROCESSING)
    for act in (Act.TAKE_OVER, Act.READY, Act.CORRECT):
        do(dossier_store, act, code)
    with dossier_store.read() as unit:
        letter = last_letter(unit, seen(dossier_store, code).id, FormKind.APOLOGY)
    assert isinstance(letter, ApologyLetter)
    assert letter.agency_name == seen(dossier_store, code).holder == "Phòng Tư pháp"
