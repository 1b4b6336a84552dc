"""Passing numbers on, holding them and calling one very number, by keys."""

import pytest
from PySide6.QtCore import Qt

from kiosk.queue.views import find_ticket, tickets_of_day
from kiosk.ui.parts.choice_sheet import ChoiceSheet
from tests.ui import clipping
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take

CARD = "001203004567|123456789|Nguyen Van An|05032003|Nam|So 12, duong Hoa Sen|10102021"

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def _with_numbers(counter: AtCounter, count: int = 3) -> None:
    for _ in range(count):
        take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.rested()


def _states(counter: AtCounter) -> list[str]:
    with counter.store.read() as unit:
        return [one.state.value for one in tickets_of_day(unit)]


def test_f5_passes_the_number_to_a_field(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F5)
    assert counter.question is not None
    assert counter.question.title == "Chuyển số HT-001 đến đâu?"
    assert "đến lĩnh vực thì chọn bằng phím mũi tên" in counter.question.text
    assert clipping.troubles(counter.window) == []
    sheet = counter.window.asking
    assert isinstance(sheet, ChoiceSheet)
    fields = [key for key in sheet.options if key.startswith("field:")]
    for _ in fields:
        counter.press(Key.Key_Up)
    counter.press(Key.Key_Return)
    assert counter.window.told == "Đã chuyển HT-001 đến Chứng thực; số giữ nguyên."
    assert counter.number_shown == ""
    with counter.store.read() as unit:
        assert find_ticket(unit, "HT-001").field == "Chứng thực"
    assert counter.window.main.next.shown == ("HT-002", "HT-003")


@pytest.mark.parametrize("figure", ["2", "3"])
def test_f5_a_figure_is_the_counters_own_number(counter: AtCounter, figure: str) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F5)
    counter.type(figure)
    counter.press(Key.Key_Return)
    with counter.store.read() as unit:
        assert find_ticket(unit, "HT-001").only_at == int(figure)


def test_f5_the_own_number_and_a_counter_that_is_not_there_pass_nothing(counter: AtCounter) -> None:
    _with_numbers(counter)
    for figure in ("1", "9"):
        counter.press(Key.Key_F5)
        counter.type(figure)
        counter.press(Key.Key_Return)
        assert counter.question is None
        assert counter.number_shown == "HT-001"


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_the_safe_answer_passes_nothing_on(counter: AtCounter, key: Key) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F5)
    counter.press(key)
    assert counter.question is None
    assert counter.number_shown == "HT-001"


def test_a_scan_into_an_open_choice_answers_nothing(counter: AtCounter) -> None:
    _with_numbers(counter)
    for text in (CARD, "1 2", "12"):
        counter.press(Key.Key_F5)
        counter.scan(text)
        assert counter.question is not None
        assert _states(counter)[0] == "called"
        counter.press(Key.Key_Escape)


def test_f6_holds_and_f6_at_an_empty_counter_calls_back(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F6)
    assert counter.number_shown == ""
    assert counter.bar()["F6"] == "Gọi HT-001"
    assert counter.window.main.next.shown[0] == "HT-001"
    counter.press(Key.Key_F6)
    assert counter.number_shown == ""
    counter.rested()
    counter.press(Key.Key_F6)
    assert counter.number_shown == "HT-001"
    assert counter.bar()["F6"] == "Tạm giữ"
    assert _states(counter) == ["called", "waiting", "waiting"]


def test_a_held_number_is_called_back_by_its_ticket(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F6)
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-002"
    counter.scan("HT-001")
    assert counter.number_shown == "HT-001"
    assert _states(counter) == ["called", "done", "waiting"]


def test_out_of_turn_asks_for_a_reason_and_keeps_it(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.scan("HT-003")
    assert counter.question is not None
    assert counter.question.title == "Gọi HT-003 (Hộ tịch) ngoài lượt?"
    assert "Đang đến lượt HT-002." in counter.question.text
    assert counter.number_shown == "HT-001"
    counter.type("2")
    counter.press(Key.Key_Return)
    assert counter.number_shown == "HT-003"
    assert counter.window.told == (
        "Đã gọi HT-003: ngoài lượt: Lỡ lượt, nay có mặt. HT-001 ghi là đã xong."
    )


def test_a_ticket_of_another_day_is_told(counter: AtCounter) -> None:
    old = take(counter.store)
    counter.clock.set("2026-11-24T09:00+07:00")
    counter.settle()
    counter.scan(old.ticket_id)
    assert counter.answer.startswith("Phiếu HT-001 là của ngày khác")


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Key.Key_F10, NO_MODIFIER, "F10"),
        (Key.Key_F11, NO_MODIFIER, "F11"),
        (Key.Key_L, CTRL, "Ctrl L"),
        (Key.Key_K, CTRL, "Ctrl K"),
        (Key.Key_O, CTRL, "Ctrl O"),
    ],
)
def test_an_act_of_a_dossier_says_to_open_one_first(
    counter: AtCounter, key: Key, modifier: Qt.KeyboardModifier, name: str
) -> None:
    counter.press(key, modifier)
    missed = "Không có số nào vắng mặt còn trở lại được. " if name == "F10" else ""
    assert counter.answer == f"{missed}Đang ở trang Quầy. Mở hồ sơ (Enter) rồi bấm {name}."
    assert name not in counter.bar()


def test_a_key_that_does_nothing_now_says_why(counter: AtCounter) -> None:
    for key in (Key.Key_F3, Key.Key_F4, Key.Key_F5, Key.Key_F6, Key.Key_F9):
        counter.press(key)
        assert counter.answer == "Chưa gọi số nào."
    _with_numbers(counter)
    counter.press(Key.Key_F9)
    counter.press(Key.Key_F4)
    assert counter.answer.startswith("Số đang phục vụ")


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_serving_card_has_its_measure(counter: AtCounter, size: tuple[int, int]) -> None:
    _with_numbers(counter, 12)
    counter.window.resize(*size)
    assert clipping.troubles(counter.window) == []
    assert abs(counter.window.main.serving.height() - 352) <= 4
