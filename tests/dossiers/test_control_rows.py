"""The control sheet: every hand-over, when, and whether in time."""

from kiosk.clock import parse_moment
from kiosk.dossiers.handing_over import control_sheet
from kiosk.dossiers.letters import ControlSheet
from kiosk.dossiers.model import Act
from kiosk.dossiers.process import ProcessStep, SetProcess, set_process
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import do, seen
from tests.fixtures.dossiers import BUILDING, SINGLE_STATUS, receive
from tests.fixtures.store import SteppingClock

MANAGER = Actor("QUANLY", "QL01")
OFFICE = "Trung tâm"


def sheet(store: Store, code: str) -> ControlSheet:
    with store.read() as unit:
        return control_sheet(unit, code)


def outcomes(store: Store, code: str) -> list[str]:
    return [row.outcome for row in sheet(store, code).rows]


def test_forwarded_late_or_not(dossier_store: Store, clock: SteppingClock) -> None:
    early, late = receive(dossier_store).code, receive(dossier_store).code
    do(dossier_store, Act.FORWARD, early)
    clock.set("2026-11-25T08:00+07:00")
    do(dossier_store, Act.FORWARD, late)
    assert outcomes(dossier_store, early) == ["Đúng hạn"]
    assert outcomes(dossier_store, late) == ["Quá hạn"]


def test_each_step_by_the_limit_of_the_process(dossier_store: Store, clock: SteppingClock) -> None:
    steps = tuple(ProcessStep(name, "Phòng", "1wd") for name in ("Thụ lý", "Thẩm định", "Ký"))
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, steps), MANAGER)
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    do(dossier_store, Act.TAKE_OVER, code)
    clock.set("2026-11-28T08:00+07:00")
    do(dossier_store, Act.TAKE_OVER, code)
    do(dossier_store, Act.TAKE_OVER, code)
    do(dossier_store, Act.READY, code)
    assert outcomes(dossier_store, code) == ["Đúng hạn", "Trước hạn", "Quá hạn", "", "Quá hạn"]


def test_without_a_process_no_step_is_judged(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    for act in (Act.FORWARD, Act.TAKE_OVER):
        do(dossier_store, act, code)
    assert outcomes(dossier_store, code) == ["Đúng hạn", ""]


def test_what_never_left_the_office_has_its_outcome_too(dossier_store: Store) -> None:
    ready, refused, stopped = (receive(dossier_store).code for _ in range(3))
    do(dossier_store, Act.READY, ready)
    do(dossier_store, Act.REFUSE, refused)
    do(dossier_store, Act.STOP, stopped)
    told = [
        [(row.outcome, row.note) for row in sheet(dossier_store, code).rows]
        for code in (ready, refused, stopped)
    ]
    assert told == [
        [("Trước hạn", "Giải quyết tại chỗ")],
        [("Trước hạn", "Từ chối giải quyết")],
        [("Dừng trong hạn", "Dừng giải quyết")],
    ]


def test_a_stopped_one_keeps_its_day_and_says_it_was_over(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    appointed = parse_moment("2026-12-10T17:00+07:00")
    do(dossier_store, Act.EXTEND, code, day=appointed.date())
    do(dossier_store, Act.FORWARD, code)
    clock.set("2026-12-11T08:00+07:00")
    do(dossier_store, Act.STOP, code)
    do(dossier_store, Act.LOSE, code)
    do(dossier_store, Act.FIND, code)
    found = sheet(dossier_store, code)
    assert seen(dossier_store, code).due_at is None
    assert found.due_at == appointed
    assert [row.outcome for row in found.rows] == ["Đúng hạn", "Dừng khi đã quá hạn"]


def test_sent_back_for_papers_too_late(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store, procedure=BUILDING, case="NO").code
    do(dossier_store, Act.FORWARD, code)
    clock.set("2026-12-01T08:00+07:00")
    do(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER, exception="luật chuyên ngành")
    assert outcomes(dossier_store, code) == ["Đúng hạn", "Quá hạn"]
    assert outcomes(dossier_store, receive(dossier_store).code) == []
