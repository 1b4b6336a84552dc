"""Whoever was called in vain stands at the counter; the office pauses; why a number was called."""

import pytest

from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.views import find_ticket
from tests.fixtures.store import MANAGER
from tests.ui import clipping
from tests.ui.counter.counter_kit import AtCounter, Key, take

SIZES = ((1366, 768), (1440, 900), (1920, 1080))


def _missed(counter: AtCounter, count: int = 2) -> None:
    """HT-001 was called and nobody came; the others wait."""
    for _ in range(count):
        take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F4)
    counter.answer_yes()
    counter.rested()


def _look(counter: AtCounter) -> None:
    """The window looks, as it does each minute."""
    counter.window.asks.look()
    counter.settle()


def _state(counter: AtCounter, label: str = "HT-001") -> str:
    with counter.store.read() as unit:
        return find_ticket(unit, label).state.value


def test_f10_lists_who_may_come_back(counter: AtCounter) -> None:
    assert "F10" not in counter.bar()
    _missed(counter)
    assert counter.bar()["F10"] == "Trở lại hàng"
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F10)
    assert counter.question is not None
    assert counter.question.title == "Số nào trở lại hàng?"
    assert clipping.troubles(counter.window) == []
    counter.type("1")
    counter.press(Key.Key_Return)
    assert counter.window.told == "HT-001 trở lại hàng, giữ nguyên chỗ."
    assert (_state(counter), counter.number_shown) == ("waiting", "HT-002")
    assert counter.window.main.next.shown == ("HT-001",)
    assert "F10" not in counter.bar()


def test_esc_lets_nobody_back(counter: AtCounter) -> None:
    _missed(counter)
    counter.press(Key.Key_F10)
    counter.press(Key.Key_Return)
    assert _state(counter) == "no_show"


def test_a_scan_of_a_missed_number_offers_it_first(counter: AtCounter) -> None:
    _missed(counter)
    counter.scan("HT-001")
    assert counter.question is not None
    assert "cho trở lại hàng" in counter.question.text
    assert clipping.troubles(counter.window) == []
    counter.type("1")
    counter.press(Key.Key_Return)
    assert _state(counter) == "waiting"


def test_too_late_it_is_only_called_with_a_reason(counter: AtCounter) -> None:
    _missed(counter)
    counter.clock.forward(minutes=16)
    _look(counter)
    assert "F10" not in counter.bar()
    counter.scan("HT-001")
    assert counter.question is not None
    assert "đã qua hơn 15 phút" in counter.question.text
    counter.type("1")
    counter.press(Key.Key_Return)
    assert _state(counter) == "called"
    assert counter.window.main.serving.call_reason == "Ngoài lượt: Cần hỗ trợ sớm"


@pytest.mark.parametrize("size", SIZES)
def test_why_a_number_was_called_stands_under_it(counter: AtCounter, size: tuple[int, int]) -> None:
    take(counter.store, priority="elderly")
    counter.clock.forward(minutes=12)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.window.resize(*size)
    assert counter.window.main.serving.call_reason == "Ưu tiên, chờ 12 phút"
    assert clipping.troubles(counter.window) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_pause_is_told_and_f2_says_it(counter: AtCounter, size: tuple[int, int]) -> None:
    take(counter.store)
    counter.settle()
    counter.window.resize(*size)
    counter.store.do(pause_office, PauseOffice("Mất điện, đang chờ điện lực"), MANAGER)
    counter.settle()
    told = (
        "Văn phòng tạm dừng tiếp nhận từ 09:24: Mất điện, đang chờ điện lực. "
        "Chưa gọi số mới; số đã lấy giữ nguyên chỗ."
    )
    assert counter.window.props.strip == told
    assert "F2" not in counter.bar()
    counter.press(Key.Key_F2)
    assert counter.answer == told
    assert _state(counter) == "waiting"
    assert clipping.troubles(counter.window) == []
    counter.store.do(resume_office, ResumeOffice(), MANAGER)
    counter.settle()
    assert counter.window.props.strip == ""
    counter.press(Key.Key_F2)
    assert _state(counter) == "called"


def test_last_evenings_number_is_nobodys_in_the_morning(counter: AtCounter) -> None:
    take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F9)
    counter.clock.set("2026-11-24T07:40+07:00")
    _look(counter)
    assert counter.number_shown == ""
    assert counter.window.main.next.shown == ()
