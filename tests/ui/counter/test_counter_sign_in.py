"""Sitting down at a counter and leaving it."""

from collections.abc import Callable

from kiosk.office.directory import officer_at
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from tests.fixtures.store import SteppingClock
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take


def _sitting(counter: AtCounter, number: int = 1) -> str | None:
    with counter.store.read() as unit:
        somebody = officer_at(unit, office_now(unit).find_counter(number).id)
    return somebody.code if somebody else None


def test_before_the_store_is_open_the_page_is_there(closed_counter: AtCounter) -> None:
    window = closed_counter.window
    assert window.place == "sign_in"
    assert not window.rail.isVisible()
    assert [light.name for light in window.props.lights] == ["Sổ dữ liệu"]
    closed_counter.sign_in()
    assert closed_counter.signed == ""


def test_the_counters_own_officer_is_chosen_and_signs_in_by_pin(empty_counter: AtCounter) -> None:
    page = empty_counter.window.sign_in
    assert [row.code for row in page.table.rows_model.rows] == ["CV01", "CV02", "QL01"]
    assert page.table.current is not None
    assert page.table.current.code == "CV01"
    empty_counter.sign_in()
    window = empty_counter.window
    assert window.place == "main"
    assert (window.props.officer, window.props.title) == ("Lê Minh Mẫu", "Công chức")
    assert window.rail.isVisible()
    assert _sitting(empty_counter) == "CV01"
    assert window.main.scan.edit.hasFocus()


def test_another_officer_is_chosen_by_arrow_or_by_code(empty_counter: AtCounter) -> None:
    page = empty_counter.window.sign_in
    empty_counter.press(Key.Key_Down)
    assert page.table.current is not None
    assert page.table.current.code == "CV02"
    empty_counter.press(Key.Key_Up)
    page.code.setFocus()
    empty_counter.type("ql01")
    assert page.table.current.code == "QL01"
    empty_counter.press(Key.Key_Return)
    empty_counter.sign_in("998877")
    assert empty_counter.window.props.officer == "Phạm Văn Thử"


def test_a_wrong_pin_is_told_and_not_kept(empty_counter: AtCounter) -> None:
    page = empty_counter.window.sign_in
    empty_counter.sign_in("111111")
    assert page.pin.error.startswith("Mã PIN chưa đúng. Còn 4 lần thử")
    assert page.pin.text() == ""
    assert empty_counter.signed == ""
    empty_counter.sign_in()
    assert empty_counter.signed
    assert page.pin.text() == ""


def test_five_wrong_pins_lock_for_a_while(empty_counter: AtCounter, clock: SteppingClock) -> None:
    page = empty_counter.window.sign_in
    for _ in range(5):
        empty_counter.sign_in("111111")
    assert "tạm khóa đến 09:39" in page.pin.error
    empty_counter.sign_in()
    assert empty_counter.signed == ""
    clock.set("2026-11-23T09:39+07:00")
    empty_counter.sign_in()
    assert empty_counter.signed


def test_a_pin_is_digits_and_the_pad_types_them(empty_counter: AtCounter) -> None:
    page = empty_counter.window.sign_in
    empty_counter.type("2a4")
    assert page.pin.text() == "24"
    for digit in "6801":
        empty_counter.click(page.pad.keys[digit])
    assert page.pin.edit.displayText() != page.pin.text()
    empty_counter.click(page.button)
    assert empty_counter.signed


def test_without_a_pin_nothing_is_asked(empty_counter: AtCounter) -> None:
    empty_counter.press(Key.Key_Return)
    assert empty_counter.window.sign_in.pin.error == "Gõ mã PIN rồi bấm Enter."


def test_leaving_the_counter_frees_it(counter: AtCounter) -> None:
    counter.press(Key.Key_N, CTRL)
    assert counter.at == "sign_in"
    assert counter.window.props.officer == ""
    assert _sitting(counter) is None


def test_leaving_with_a_ticket_is_asked_first(counter: AtCounter) -> None:
    take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.press(Key.Key_N, CTRL)
    asked = counter.question
    assert asked is not None
    assert "HT-001" in asked.title
    counter.press(Key.Key_Escape)
    assert counter.at == "main"
    assert counter.number_shown == "HT-001"
    counter.press(Key.Key_N, CTRL)
    counter.type("1")
    counter.press(Key.Key_Return)
    assert counter.at == "sign_in"
    assert counter.window.seen is not None
    assert counter.window.seen.queue.active is None


def test_whoever_signs_in_elsewhere_has_left_here(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open()
    other.press(Key.Key_Down)
    other.sign_in()
    assert other.window.props.officer == "Lê Minh Mẫu"
    counter.settle()
    assert counter.at == "sign_in"
    assert "Lê Minh Mẫu không còn đăng nhập" in counter.window.sign_in.note.text()


def test_a_closing_window_leaves_the_counter(counter: AtCounter) -> None:
    counter.window.close()
    counter.jobs.run_all()
    assert _sitting(counter) is None


def test_a_store_that_cannot_be_opened_is_told_and_tried_again(
    closed_counter: AtCounter, expected_log: Callable[[str], None]
) -> None:
    expected_log("the store was not opened")
    closed_counter.refused = Refused("store.busy")
    closed_counter.open()
    window = closed_counter.window
    assert window.props.strip.startswith("Sổ dữ liệu đang bận")
    assert [(light.name, light.kind) for light in window.props.lights] == [("Sổ dữ liệu", "err")]
    closed_counter.refused = None
    closed_counter.open()
    assert window.props.strip == ""
    closed_counter.sign_in()
    assert closed_counter.signed
