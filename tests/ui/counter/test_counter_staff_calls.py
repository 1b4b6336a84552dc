"""A kiosk calls for staff: every counter tells it, whoever has helped ends it."""

from collections.abc import Callable

from kiosk.office.staff_calls import (
    CallStaff,
    EndStaffCalls,
    call_staff,
    end_staff_calls,
    find_call,
)
from kiosk.storage.units import Actor
from tests.fixtures.store import KIOSK
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key
from tests.ui.seeing import told

OTHER_KIOSK = Actor("KIOSK2")


def test_a_call_is_told_shown_and_ended(counter: AtCounter) -> None:
    assert "Ctrl H" not in counter.bar()
    made = counter.store.do(call_staff, CallStaff("paper", "HT-021"), KIOSK)
    counter.settle()
    assert counter.window.props.strip == (
        "KIOSK1 gọi cán bộ từ 09:24: máy in hết giấy (số HT-021). Giúp xong thì bấm Ctrl H."
    )
    with counter.store.read() as unit:
        seen = find_call(unit, made.id)
    assert seen is not None
    assert seen.seen_at is not None
    counter.press(Key.Key_H, CTRL)
    assert counter.window.props.strip == ""
    assert "Ctrl H" not in counter.bar()


def test_several_kiosks_wait_one_after_the_other(counter: AtCounter) -> None:
    counter.store.do(call_staff, CallStaff("jam", "HT-001"), KIOSK)
    counter.store.do(call_staff, CallStaff("asked", "HT-001"), KIOSK)
    counter.store.do(call_staff, CallStaff("asked"), OTHER_KIOSK)
    counter.settle()
    strip = counter.window.props.strip
    assert "máy in kẹt giấy, có người cần giúp (số HT-001)" in strip
    assert strip.endswith("Còn 1 máy khác đang gọi.")
    counter.press(Key.Key_H, CTRL)
    assert counter.window.props.strip.startswith("KIOSK2 gọi cán bộ")


def test_where_nobody_sits_nothing_is_shown(make_counter: Callable[[int], AtCounter]) -> None:
    counter = make_counter(2).open()
    made = counter.store.do(call_staff, CallStaff("asked"), KIOSK)
    counter.settle()
    assert counter.window.props.strip == ""
    with counter.store.read() as unit:
        unseen = find_call(unit, made.id)
    assert unseen is not None
    assert unseen.seen_at is None


def test_who_comes_second_is_told(counter: AtCounter) -> None:
    counter.store.do(call_staff, CallStaff("asked"), KIOSK)
    counter.settle()
    counter.store.do(end_staff_calls, EndStaffCalls(KIOSK.station), Actor("QUAY2", "CV02"))
    counter.press(Key.Key_H, CTRL)
    assert "không còn gọi" in " ".join(told(counter.window).split())
    assert counter.window.props.strip == ""
