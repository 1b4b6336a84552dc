"""Calling numbers at the counter, by keys."""

from collections.abc import Callable

from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import SteppingClock
from tests.ui.counter.counter_kit import AtCounter, Key, take


def _states(store: Store) -> list[tuple[str, str, int | None]]:
    with store.read() as unit:
        return [(one.label, one.state.value, one.counter) for one in tickets_of_day(unit)]


def _with_numbers(counter: AtCounter, count: int = 3) -> None:
    for _ in range(count):
        take(counter.store)
    counter.settle()


def test_an_empty_queue_says_so_and_calls_nothing(counter: AtCounter) -> None:
    serving = counter.window.main.serving
    assert serving.next.reason == "Chưa có người chờ."
    assert "F2" not in counter.bar()
    counter.press(Key.Key_F2)
    assert counter.number_shown == ""


def test_f2_tells_whom_it_ends(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    assert "xong" not in counter.window.told
    counter.window.queue.close()
    counter.press(Key.Key_F2)
    assert counter.window.told.startswith("Đã gọi HT-002")
    assert counter.window.told.endswith("HT-001 ghi là đã xong.")


def test_f2_calls_the_next_number(counter: AtCounter) -> None:
    _with_numbers(counter)
    assert "HT-001" in counter.window.main.serving.next.text()
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-001"
    assert _states(counter.store)[0] == ("HT-001", "called", 1)
    assert "HT-002" in counter.window.main.serving.next.text()
    assert counter.window.told.startswith("Đã gọi HT-001: theo thứ tự")
    assert counter.window.main.next.shown == ("HT-002", "HT-003")


def test_f2_again_within_two_seconds_is_the_same_press(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    assert counter.window.queue.rest("F2").interval() == 2000
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-001"
    counter.rested()
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-002"
    assert _states(counter.store)[0] == ("HT-001", "done", 1)


def test_while_a_call_is_under_way_another_is_not_begun(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2, settle=False)
    counter.rested()
    counter.press(Key.Key_F2, settle=False)
    counter.settle()
    assert [state for _, state, _ in _states(counter.store)] == ["called", "waiting", "waiting"]


def test_f9_serves_and_then_finishes(counter: AtCounter, clock: SteppingClock) -> None:
    _with_numbers(counter, 1)
    counter.press(Key.Key_F2)
    assert counter.bar()["F9"] == "Phục vụ"
    counter.press(Key.Key_F9)
    assert _states(counter.store)[0][1] == "serving"
    assert counter.bar()["F9"] == "Hoàn thành"
    counter.press(Key.Key_F9)
    assert _states(counter.store)[0][1] == "serving"
    counter.rested()
    clock.set("2026-11-23T09:30:12+07:00")
    counter.press(Key.Key_F9)
    assert _states(counter.store)[0][1] == "done"
    assert counter.number_shown == ""


def test_f2_finishes_the_last_one_too(counter: AtCounter) -> None:
    _with_numbers(counter, 1)
    counter.press(Key.Key_F2)
    counter.rested()
    assert counter.window.main.serving.next.text() == "Hoàn thành HT-001"
    counter.press(Key.Key_F2)
    assert _states(counter.store)[0][1] == "done"
    assert counter.window.told == "Chưa có người chờ. HT-001 ghi là đã xong."


def test_f3_calls_again_up_to_the_offices_limit(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    for _ in range(3):
        counter.rested()
        counter.press(Key.Key_F3)
    with counter.store.read() as unit:
        assert tickets_of_day(unit)[0].calls == 4
    assert "F3" not in counter.bar()
    assert not counter.window.main.serving.recall.isEnabled()
    assert counter.window.main.serving.line.startswith("Đã gọi lại 3 lần")


def test_f4_asks_once_and_f3_brings_the_person_back(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F4)
    asked = counter.question
    assert asked is not None
    assert asked.title == "Số HT-001 vắng mặt?"
    counter.press(Key.Key_Return)
    assert counter.question is None
    assert _states(counter.store)[0][1] == "called"
    counter.press(Key.Key_F4)
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Return)
    assert _states(counter.store)[0][1] == "no_show"
    assert counter.window.main.serving.line == "HT-001 vừa báo vắng mặt; F3 gọi lại."
    counter.press(Key.Key_F3)
    assert _states(counter.store)[0][1] == "called"
    assert counter.number_shown == "HT-001"


def test_keys_below_a_question_are_not_heard(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    counter.rested()
    counter.press(Key.Key_F4)
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F9)
    assert counter.question is not None
    assert not counter.window.press("F9")
    assert _states(counter.store)[0][1] == "called"


def test_a_ticket_being_served_is_neither_recalled_nor_absent(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F9)
    for key in (Key.Key_F3, Key.Key_F4):
        counter.press(key)
    assert counter.question is None
    assert {"F3", "F4"}.isdisjoint(counter.bar())
    assert _states(counter.store)[0][1] == "serving"


def test_two_counters_never_call_the_same_number(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open().sign_in("135790")
    _with_numbers(counter, 9)
    other.settle()
    assert "HT-001" in counter.window.main.serving.next.text()
    assert "HT-001" in other.window.main.serving.next.text()
    shown: list[str] = []
    for _ in range(4):
        for each in (counter, other):
            each.rested()
            each.press(Key.Key_F2, settle=False)
        for each in (other, counter):
            each.settle()
        shown += [counter.number_shown, other.number_shown]
    assert sorted(shown) == [f"HT-{number:03d}" for number in range(1, 9)]
    assert counter.window.main.next.shown == ("HT-009",)
    called = [(label, at) for label, state, at in _states(counter.store) if state == "called"]
    assert {at for _, at in called} == {1, 2}


def test_what_another_counter_does_is_seen(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open().sign_in("135790")
    _with_numbers(counter, 2)
    other.settle()
    other.press(Key.Key_F2)
    counter.settle()
    assert counter.window.main.next.shown == ("HT-002",)


def test_nobodys_name_stands_in_the_queue(counter: AtCounter) -> None:
    take(counter.store, priority="elderly")
    counter.settle()
    counter.press(Key.Key_F2)
    assert counter.window.told == "Đã gọi HT-001: ưu tiên, chờ 0 phút."


def test_a_refused_act_is_told_on_the_page(counter: AtCounter) -> None:
    counter.window.refuse(Refused("ticket.none_active", counter="Quầy 1"))
    assert counter.answer.startswith("Quầy 1 chưa gọi số nào.")


def test_a_scanned_ticket_in_turn_is_called(counter: AtCounter) -> None:
    number = take(counter.store)
    counter.settle()
    counter.scan(number.ticket_id)
    assert counter.number_shown == "HT-001"
    assert counter.window.told == "Đã gọi HT-001: theo thứ tự, chờ 0 phút."
    counter.scan("ht-1")
    assert counter.answer == "Số HT-001 (Hộ tịch), lấy lúc 09:24: Quầy 1 đang gọi từ 09:24."
    counter.scan("HT-099")
    assert counter.answer.startswith("Không có số thứ tự “HT-099”")
    assert counter.window.main.scan.edit.selectedText() == "HT-099"


def test_f3_again_within_two_seconds_is_the_same_press(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    for _ in range(3):
        counter.press(Key.Key_F3)
    with counter.store.read() as unit:
        assert tickets_of_day(unit)[0].calls == 2
    assert counter.window.queue.rest("F3").interval() == 2000


def test_an_answer_does_not_outlive_the_next_act(counter: AtCounter) -> None:
    _with_numbers(counter)
    counter.press(Key.Key_F2)
    for key in (Key.Key_F3, Key.Key_F9):
        counter.scan("HT-001")
        assert counter.answer
        counter.press(key)
        assert counter.answer == ""
    counter.rested()
    counter.press(Key.Key_F2)
    counter.scan("HT-002")
    counter.press(Key.Key_F4)
    assert counter.answer
    counter.answer_yes()
    assert counter.answer == ""


def test_a_scan_replaces_what_was_left_in_the_scan_box(counter: AtCounter) -> None:
    number = take(counter.store)
    counter.settle()
    counter.type("nguyen v")
    counter.press(Key.Key_F2)
    counter.scan(number.ticket_id)
    assert counter.answer.startswith("Số HT-001 (Hộ tịch)")
    counter.type("nguyen v")
    counter.window.main.serving.next.setFocus()
    counter.scan("ht-1")
    assert counter.answer.startswith("Số HT-001 (Hộ tịch)")
