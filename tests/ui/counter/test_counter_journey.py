"""From the number to the slip and back to the result, at one counter, by keys alone."""

from kiosk.queue.views import find_ticket
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import SINGLE_STATUS, receive
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take

CARD = "001203004567|123456789|Nguyen Van An|05032003|Nam|So 12, duong Hoa Sen|10102021"


def test_a_visit_from_the_call_to_the_result(counter: AtCounter) -> None:
    number = take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.scan(CARD)
    assert counter.at == "receive"
    counter.type(SINGLE_STATUS)
    counter.settle()
    counter.press(Key.Key_Return)
    assert "F9" in counter.bar()
    counter.press(Key.Key_F9)
    assert counter.at == "main"
    (code,) = counter.codes
    assert counter.window.told == f"Đã tiếp nhận {code}, đang in 2 bản."
    owed = "Còn phải thu 15.000 đ: bấm Ctrl T để thu."
    assert counter.answer == f"{counter.window.told} {owed}"
    assert counter.printer.sent == [f"Giấy hẹn {code}"]
    assert counter.window.main.scan.edit.hasFocus()
    with counter.store.read() as unit:
        assert find_ticket(unit, number.ticket_id).state == "serving"
    counter.scan(code)
    for key in (Key.Key_F9, Key.Key_F9):
        counter.rested()
        counter.press(key)
    counter.press(Key.Key_F12)
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Space)
    counter.press(Key.Key_F9)
    props = counter.window.dossier.props
    assert props is not None
    assert props.return_reason.startswith("Đã trả kết quả lúc 23/11")
    assert ("Số thứ tự", "HT-001") in props.facts
    counter.press(Key.Key_Escape)
    counter.rested()
    counter.press(Key.Key_F9)
    with counter.store.read() as unit:
        assert find_ticket(unit, number.ticket_id).state == "done"


def _receive_by_keys(counter: AtCounter) -> None:
    counter.scan(CARD)
    counter.type(SINGLE_STATUS)
    counter.settle()
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F9)
    assert counter.at == "main"


def test_an_f9_too_many_does_not_finish_the_ticket(counter: AtCounter) -> None:
    number = take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    _receive_by_keys(counter)
    counter.press(Key.Key_F9)
    with counter.store.read() as unit:
        assert find_ticket(unit, number.ticket_id).state == "serving"
    counter.rested()
    counter.press(Key.Key_F9)
    with counter.store.read() as unit:
        assert find_ticket(unit, number.ticket_id).state == "done"


def test_ctrl_p_after_a_reception_is_about_that_dossier(counter: AtCounter) -> None:
    other = receive(counter.store, by=Actor("QUAY1", "CV01"), counter=1)
    counter.settle()
    counter.press(Key.Key_4, CTRL)
    _receive_by_keys(counter)
    (code,) = set(counter.codes) - {other.code}
    assert counter.window.main.lines.chosen_code == code
    counter.press(Key.Key_P, CTRL)
    assert counter.window.told == f"Đang in lại giấy hẹn {code}."
    for _ in range(2):
        counter.press(Key.Key_Up)
    counter.press(Key.Key_Down)
    lines = counter.window.main.lines
    assert lines.chosen_code == counter.codes[1]
    lines.choose("H99.12.08-261123-9999")
    assert lines.chosen_code == "H99.12.08-261123-9999"
    counter.press(Key.Key_Up)
    assert lines.chosen_code == counter.codes[0]


def test_what_is_half_entered_waits_for_its_own_ticket(counter: AtCounter) -> None:
    for _ in range(2):
        take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.scan(CARD)
    page = counter.window.reception.page
    assert page is not None
    counter.press(Key.Key_F8)
    counter.press(Key.Key_F7)
    assert page.is_dirty()
    counter.press(Key.Key_F8)
    counter.rested()
    counter.press(Key.Key_F6)
    counter.rested()
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-002"
    counter.press(Key.Key_F7)
    assert not page.is_dirty()
    assert page.body.banner.text == "", "the next person is not asked about the one before"
    assert page.body.waiting.text() == "1 hồ sơ để sau"
    with counter.store.read() as unit:
        assert page.ticket_id is not None
        assert find_ticket(unit, page.ticket_id).label == "HT-002"
    counter.press(Key.Key_F8)
    for key in (Key.Key_F9, Key.Key_F9, Key.Key_F6):
        counter.rested()
        counter.press(key)
    assert counter.number_shown == "HT-001"
    counter.press(Key.Key_F7)
    assert "số HT-001" in page.body.banner.text
    page.body.banner.buttons["resume"].click()
    counter.settle()
    assert page.filling.form().applicant.name == "Nguyen Van An"
    assert page.body.waiting.isHidden()
