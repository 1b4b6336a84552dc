"""Calls for staff: made once, told once they are shown, over when somebody has helped."""

from datetime import timedelta

import pytest

from kiosk.office.staff_calls import (
    CAUSES,
    CallStaff,
    EndStaffCalls,
    SeeStaffCalls,
    StaffCallsEnded,
    call_staff,
    end_staff_calls,
    find_call,
    open_calls,
    see_staff_calls,
)
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

OTHER_KIOSK = Actor("KIOSK-2")


def waiting(store: Store) -> list[tuple[str, str, str]]:
    with store.read() as unit:
        return [(one.station, one.cause, one.about) for one in open_calls(unit)]


def test_a_call_is_shown_and_ended(store: Store, clock: SteppingClock) -> None:
    made = store.do(call_staff, CallStaff("paper", "HT-021"), KIOSK)
    assert waiting(store) == [(KIOSK.station, "paper", "HT-021")]
    assert store.do(see_staff_calls, SeeStaffCalls((made.id, "other")), OFFICER).count == 1
    with store.read() as unit:
        known = find_call(unit, made.id)
    assert known is not None
    assert known.seen_at is not None
    assert store.do(see_staff_calls, SeeStaffCalls((made.id,)), OFFICER).count == 0
    ended = store.do(end_staff_calls, EndStaffCalls(KIOSK.station), OFFICER)
    assert ended == StaffCallsEnded(KIOSK.station, 1)
    assert waiting(store) == []
    with pytest.raises(Refused, match=r"staff\.not_called"):
        store.do(end_staff_calls, EndStaffCalls(KIOSK.station), OFFICER)


def test_one_trouble_is_one_call(store: Store) -> None:
    first = store.do(call_staff, CallStaff("paper", "HT-021"), KIOSK)
    again = store.do(call_staff, CallStaff("paper", "HT-022"), KIOSK)
    assert again.id == first.id
    store.do(call_staff, CallStaff("asked"), KIOSK)
    store.do(call_staff, CallStaff("paper"), OTHER_KIOSK)
    assert waiting(store) == [
        (KIOSK.station, "paper", "HT-022"),
        (KIOSK.station, "asked", ""),
        (OTHER_KIOSK.station, "paper", ""),
    ]
    store.do(end_staff_calls, EndStaffCalls(KIOSK.station), OFFICER)
    assert waiting(store) == [(OTHER_KIOSK.station, "paper", "")]


@pytest.mark.parametrize("cause", CAUSES)
def test_a_printer_that_prints_again_ends_its_calls(
    store: Store, clock: SteppingClock, cause: str
) -> None:
    store.do(call_staff, CallStaff(cause), KIOSK)
    store.do(call_staff, CallStaff(cause), OTHER_KIOSK)
    clock.at += timedelta(seconds=1)
    store.do(take_number, TakeNumber("HT"), KIOSK)
    with store.write(KIOSK) as unit:
        job = print_jobs.claim_next(unit, KIOSK.station, "holder")
        assert job is not None
        print_jobs.settle(unit, job.id, "holder", "printed", None)
    left = [station for station, _, _ in waiting(store)]
    both = [KIOSK.station, OTHER_KIOSK.station]
    assert left == (both if cause == "asked" else [OTHER_KIOSK.station])


def test_nobody_is_called_to_yesterday(store: Store, clock: SteppingClock) -> None:
    store.do(call_staff, CallStaff("jam"), KIOSK)
    clock.at += timedelta(days=1)
    assert waiting(store) == []


def test_only_known_causes(store: Store) -> None:
    with pytest.raises(ValueError, match="fire"):
        store.do(call_staff, CallStaff("fire"), KIOSK)
