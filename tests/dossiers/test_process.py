"""The internal process: dated steps, each with its own day, a late one seen before it is late."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kiosk.clock import parse_moment
from kiosk.dossiers.model import Act
from kiosk.dossiers.pressing import Demand
from kiosk.dossiers.pressing_list import pressing_dossiers
from kiosk.dossiers.process import (
    MOST_STEPS,
    ProcessStep,
    SetProcess,
    procedures_with_process,
    process_on,
    processes_of,
    set_process,
    standing_of,
)
from kiosk.dossiers.steps_at_work import pressing_steps
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.dossiers.acting import do, seen
from tests.fixtures.dossiers import SINGLE_STATUS, receive
from tests.fixtures.store import OFFICER, SteppingClock

APPRAISE = ProcessStep("Thẩm định", "Phòng Tư pháp", "1wd")
SIGN = ProcessStep("Ký duyệt", "Lãnh đạo phường", "4h")
RETURN = ProcessStep("Chuyển trả", "Bộ phận Một cửa", "4h")
WAY = (APPRAISE, SIGN, RETURN)


def at(text: str) -> datetime:
    return parse_moment(f"2026-11-{text}+07:00")


def test_the_limits_count_one_after_the_other(dossier_store: Store) -> None:
    """24 November is a day off: a working day from the 23rd ends with the 25th. An afternoon has
    three hours and a half, so four hours after a morning end on the next day."""
    with dossier_store.read() as unit:
        calendar = office_now(unit).calendar
    found = standing_of(WAY, [at("23T10:00")], None, at("23T10:00"), calendar)
    assert [step.due_at for step in found] == [at("25T17:00"), at("26T11:30"), at("27T08:00")]
    assert [step.now for step in found] == [True, False, False]


@pytest.mark.parametrize(
    ("now", "late", "soon"),
    [
        ("23T10:00", False, False),
        ("25T00:00", False, True),
        ("25T17:00", False, True),
        ("25T17:01", True, False),
        ("27T08:00", True, False),
    ],
)
def test_a_step_shows_before_it_is_late(
    dossier_store: Store, clock: SteppingClock, now: str, late: bool, soon: bool
) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    clock.set(at(now).isoformat())
    first, *others = seen(dossier_store, code).steps
    assert (first.late, first.soon) == (late, soon)
    assert not any(step.late or step.soon for step in others)


def test_time_lost_in_one_step_is_not_given_to_the_next(
    dossier_store: Store, clock: SteppingClock
) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    clock.set("2026-11-26T14:00+07:00")
    do(dossier_store, Act.TAKE_OVER, code, agency="Lãnh đạo phường")
    first, second, third = seen(dossier_store, code).steps
    assert (first.done_at, first.late, first.now) == (at("26T14:00"), True, False)
    assert (second.due_at, second.late, second.now) == (at("26T11:30"), True, True)
    assert (third.late, third.now) == (False, False)


def test_more_hands_than_steps(dossier_store: Store) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, (APPRAISE,)), OFFICER)
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    for agency in ("Phòng Kinh tế", "Phòng Tư pháp"):
        do(dossier_store, Act.TAKE_OVER, code, agency=agency)
    (only,) = seen(dossier_store, code).steps
    assert (only.now, only.done_at) == (True, None)


def test_after_a_supplement_the_process_begins_again(
    dossier_store: Store, clock: SteppingClock
) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    do(dossier_store, Act.TAKE_OVER, code)
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    sent_back = at("23T09:24")
    assert [step.done_at for step in seen(dossier_store, code).steps] == [
        sent_back,
        sent_back,
        None,
    ]
    clock.set("2026-12-07T09:00+07:00")
    do(dossier_store, Act.RESTART, code)
    assert seen(dossier_store, code).steps == (), "it lies at the office"
    do(dossier_store, Act.FORWARD, code)
    first = seen(dossier_store, code).steps[0]
    assert (first.now, first.due_at) == (True, parse_moment("2026-12-08T17:00+07:00"))


def test_a_finished_dossier_has_no_step_at_work(dossier_store: Store) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    code = receive(dossier_store).code
    assert seen(dossier_store, code).steps == (), "it is not forwarded yet"
    do(dossier_store, Act.FORWARD, code)
    do(dossier_store, Act.READY, code)
    steps = seen(dossier_store, code).steps
    assert not any(step.now or step.late or step.soon for step in steps)


def test_a_process_holds_from_its_day_on(dossier_store: Store, clock: SteppingClock) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    later = SetProcess(SINGLE_STATUS, (SIGN,), date(2026, 12, 1))
    dossier_store.do(set_process, later, OFFICER)
    with dossier_store.read() as unit:
        held = [
            process_on(unit, SINGLE_STATUS, day)
            for day in (date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 30), later.first_day)
            if day is not None
        ]
    assert held == [(), WAY, WAY, (SIGN,)]
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, ()), OFFICER)
    with dossier_store.read() as unit:
        assert process_on(unit, SINGLE_STATUS, date(2026, 11, 23)) == ()


@pytest.mark.parametrize(
    ("steps", "longer"),
    [
        ((APPRAISE,), False),
        (WAY, False),
        ((ProcessStep("Làm", "Phòng", "4wd"),), True),
        ((), False),
    ],
)
def test_steps_longer_than_the_limit_are_told(
    dossier_store: Store, steps: tuple[ProcessStep, ...], longer: bool
) -> None:
    fact = dossier_store.do(set_process, SetProcess(SINGLE_STATUS, steps), OFFICER)
    assert fact.longer_than_limit is longer


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (SetProcess("9.999999", WAY), "procedure.unknown"),
        (SetProcess(SINGLE_STATUS, WAY, date(2026, 11, 22)), "process.past"),
        (SetProcess(SINGLE_STATUS, WAY * MOST_STEPS), "process.too_many"),
        (SetProcess(SINGLE_STATUS, (ProcessStep(" ", "Phòng", "1wd"),)), "process.step_unfit"),
        (SetProcess(SINGLE_STATUS, (ProcessStep("Làm", "", "1wd"),)), "process.step_unfit"),
        (SetProcess(SINGLE_STATUS, (ProcessStep("x" * 121, "P", "1wd"),)), "process.step_unfit"),
        (SetProcess(SINGLE_STATUS, (ProcessStep("Làm", "Phòng", "soon"),)), "limit.malformed"),
    ],
)
def test_what_is_no_process(dossier_store: Store, wish: SetProcess, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        dossier_store.do(set_process, wish, OFFICER)
    assert refusal.value.code == code


def test_a_dossier_received_before_it_was_set_keeps_its_own(
    dossier_store: Store, clock: SteppingClock
) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    early = receive(dossier_store).code
    clock.set("2026-11-23T10:00+07:00")
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, (SIGN,)), OFFICER)
    late = receive(dossier_store).code
    for code in (early, late):
        do(dossier_store, Act.FORWARD, code)
    assert [len(seen(dossier_store, code).steps) for code in (early, late)] == [3, 1]


def test_nobody_sets_over_what_another_set(dossier_store: Store) -> None:
    first = SetProcess(SINGLE_STATUS, WAY, seen=())
    dossier_store.do(set_process, first, OFFICER)
    with pytest.raises(Refused) as refusal:
        dossier_store.do(set_process, replace(first, steps=(SIGN,)), OFFICER)
    assert refusal.value.code == "process.changed_meanwhile"
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, (), seen=WAY), OFFICER)
    with dossier_store.read() as unit:
        assert process_on(unit, SINGLE_STATUS, unit.day) == ()


def test_all_that_was_set_is_listed_by_day_the_last_of_a_day_alone(dossier_store: Store) -> None:
    december = date(2026, 12, 1)
    for steps, day in ((WAY, None), ((SIGN,), december), ((APPRAISE,), None)):
        dossier_store.do(set_process, SetProcess(SINGLE_STATUS, steps, day), OFFICER)
    with dossier_store.read() as unit:
        found = processes_of(unit, SINGLE_STATUS)
        assert [(one.first_day, one.steps) for one in found] == [
            (december, (SIGN,)),
            (unit.day, (APPRAISE,)),
        ]
        assert [code for code, _ in procedures_with_process(unit, unit.day)] == [SINGLE_STATUS]
        assert procedures_with_process(unit, date(2026, 11, 1)) == ()


@pytest.mark.parametrize(
    ("now", "demand"),
    [
        ("23T10:00", None),
        ("25T08:00", Demand.STEP_DUE_TODAY),
        ("26T08:00", Demand.STEP_LATE),
    ],
)
def test_a_step_presses_on_its_last_day_and_once_it_is_late(
    dossier_store: Store, clock: SteppingClock, now: str, demand: Demand | None
) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), OFFICER)
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    clock.set(at(now).isoformat())
    with dossier_store.read() as unit:
        found = [each for one in pressing_dossiers(unit, 0) for each in one.pressures]
        at_work = pressing_steps(unit)
    told = [one for one in found if one.demand in (Demand.STEP_LATE, Demand.STEP_DUE_TODAY)]
    assert [one.demand for one in told] == ([demand] if demand else [])
    assert [one.words for one in at_work] == (["Bước 1/3 “Thẩm định”"] if demand else [])
    assert all(
        "Phòng Tư pháp" in one.words and "17:00 ngày 25/11/2026" in one.words for one in told
    )
    do(dossier_store, Act.READY, code)
    with dossier_store.read() as unit:
        assert pressing_steps(unit) == ()
