"""From the number to the slip and back to the result, at one counter, by keys alone."""

from kiosk.queue.views import find_ticket
from tests.fixtures.dossiers import SINGLE_STATUS
from tests.ui.counter.counter_kit import AtCounter, Key, take

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
    assert counter.printer.sent == [f"Giấy hẹn {code}"]
    assert counter.window.main.scan.edit.hasFocus()
    with counter.store.read() as unit:
        assert find_ticket(unit, number.ticket_id).state == "serving"
    counter.scan(code)
    for key in (Key.Key_F9, Key.Key_F9):
        counter.rested()
        counter.press(key)
    counter.press(Key.Key_F12)
    counter.answer_yes()
    props = counter.window.dossier.props
    assert props is not None
    assert props.return_reason.startswith("Đã trả kết quả lúc 23/11")
    assert ("Số thứ tự", "HT-001") in props.facts
    counter.press(Key.Key_Escape)
    counter.rested()
    counter.press(Key.Key_F9)
    with counter.store.read() as unit:
        assert find_ticket(unit, number.ticket_id).state == "done"
