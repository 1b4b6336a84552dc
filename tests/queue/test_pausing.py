"""The office pauses and goes on; a field gives so many numbers a day."""

import re
from dataclasses import replace

import pytest

from kiosk.office.fields_keeping import ChangeField, change_field, kept_fields
from kiosk.queue.calling import AtCounter, call_next, finish, start_serving
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.picking import CallThis, call_this
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.wording import sentence
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, SteppingClock

WHY = "Mất điện, mời Ông/Bà chờ trong sảnh"


def take(store: Store) -> str:
    return store.do(take_number, TakeNumber("HT"), KIOSK).label


def test_nothing_is_given_or_called_and_nothing_is_lost(store: Store, clock: SteppingClock) -> None:
    first, second = take(store), take(store)
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(pause_office, PauseOffice(f"  {WHY} "), MANAGER)
    clock.forward(minutes=10)
    for act, wish in (
        (take_number, TakeNumber("HT")),
        (call_next, AtCounter(1)),
        (call_this, CallThis(1, second, "đã đến")),
    ):
        with pytest.raises(Refused) as caught:
            store.do(act, wish, OFFICER)  # type: ignore[arg-type]
        assert caught.value.code == "queue.paused"
        assert sentence(caught.value) == (
            f"Văn phòng đang tạm dừng tiếp nhận từ 09:24 ngày 23/11/2026: {WHY}. "
            "Số đã lấy vẫn giữ nguyên chỗ."
        )
    store.do(start_serving, AtCounter(1), OFFICER)
    assert store.do(finish, AtCounter(1), OFFICER).ticket.label == first
    store.do(resume_office, ResumeOffice(), MANAGER)
    called = store.do(call_next, AtCounter(1), OFFICER).ticket
    assert called is not None
    assert called.label == second


@pytest.mark.parametrize(
    ("paused", "act", "code"),
    [
        (False, PauseOffice("  "), "pause.why_needed"),
        (False, PauseOffice("x" * 201), "pause.why_needed"),
        (True, PauseOffice(WHY), "pause.already"),
        (False, ResumeOffice(), "pause.none"),
    ],
)
def test_what_cannot_be(
    store: Store, paused: bool, act: PauseOffice | ResumeOffice, code: str
) -> None:
    if paused:
        store.do(pause_office, PauseOffice(WHY), MANAGER)
    use_case = pause_office if isinstance(act, PauseOffice) else resume_office
    with pytest.raises(Refused, match=re.escape(code)):
        store.do(use_case, act, MANAGER)  # type: ignore[arg-type]


def test_a_field_gives_so_many_numbers_a_day(store: Store, clock: SteppingClock) -> None:
    with store.read() as unit:
        seen = next(one.entry for one in kept_fields(unit) if one.entry.prefix == "HT")
    store.do(change_field, ChangeField(replace(seen, daily_limit=2), seen), MANAGER)
    assert [take(store), take(store)] == ["HT-001", "HT-002"]
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            take(store)
        assert (caught.value.code, caught.value.details["limit"]) == ("ticket.field_full", 2)
    assert store.do(take_number, TakeNumber("CT"), KIOSK).label == "CT-001"
    limited = replace(seen, daily_limit=2)
    store.do(change_field, ChangeField(replace(seen, daily_limit=3), limited), MANAGER)
    assert take(store) == "HT-003"
    clock.set("2026-11-25T08:00+07:00")
    assert take(store) == "HT-001"


@pytest.mark.parametrize("limit", [0, -1, 10_000])
def test_a_limit_is_a_number_that_makes_sense(store: Store, limit: int) -> None:
    with store.read() as unit:
        seen = next(one.entry for one in kept_fields(unit) if one.entry.prefix == "HT")
    with pytest.raises(Refused, match=r"field\.limit_absurd"):
        store.do(change_field, ChangeField(replace(seen, daily_limit=limit), seen), MANAGER)
