"""A scan at the kiosk: on any page it is told from typing, answered, and lands nowhere."""

import logging
import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.citizen.burst import Burst
from kiosk.ui.citizen.scanning import (
    DossierScan,
    Scan,
    StrangeScan,
    TicketScan,
    meaning,
)
from kiosk.ui.citizen.ticket_place import TicketPlace, about_return, about_ticket
from kiosk.ui.language import VIETNAMESE, english
from tests.fixtures.face import FaceAtWork
from tests.fixtures.store import KIOSK, OFFICER
from tests.ui.citizen.typing_kit import SLOW_MS, Keyboard

CARD = "001203004567||Nguyễn Văn Mẫu|05032003|Nam|Số 12|01012021"
TICKET_ID = "0193f5c0-0000-7000-8000-00000000abcd"
_GROUPS = (None, None, "elderly")
WAITING = TicketPlace(
    "HT-016", "waiting", date(2026, 11, 23), 3, ("Quầy 1", "Quầy 2"), "", (15, 20)
)
AWAY = TicketPlace("HT-016", "missed", date(2026, 11, 22), counter="Quầy 1", minutes=7)


@pytest.mark.parametrize(
    ("text", "scan"),
    [
        ("H99.12.08-261123-0042", DossierScan("H99.12.08-261123-0042")),
        ("h99.12.08-261123-0042 ", DossierScan("H99.12.08-261123-0042")),
        (TICKET_ID.upper(), TicketScan(TICKET_ID)),
        ("HT-016", TicketScan("HT-016")),
        ("HT-022; 09:24 23/11/2026; Quầy 1, Quầy 2", TicketScan("HT-022")),
        (CARD, StrangeScan("card")),
        ("00120300|||||", StrangeScan("card")),
        ("https://example.org/x", StrangeScan("unknown")),
        ("8934563138164", StrangeScan("unknown")),
    ],
)
def test_what_a_scan_means(text: str, scan: Scan) -> None:
    assert meaning(text) == scan


@pytest.mark.parametrize(
    ("place", "said", "wanted"),
    [
        (WAITING, "Trước Ông/Bà còn **3 người**. Dự kiến chờ **15 – 20** phút.", ""),
        (replace(WAITING, wait=None), "Trước Ông/Bà còn **3 người**.", ""),
        (
            replace(WAITING, wait=None, ahead=0, paused=True),
            "Trong lĩnh vực này, Ông/Bà là **người tiếp theo**. "
            "Văn phòng đang tạm dừng gọi số. Ông/Bà vẫn giữ chỗ.",
            "",
        ),
        (
            replace(AWAY, standing="held"),
            "**Quầy 1** đang giữ số này và sẽ gọi lại. Mời Ông/Bà chờ gần quầy.",
            "",
        ),
        (
            replace(AWAY, standing="at_counter"),
            "Số này đã được gọi. Mời Ông/Bà đến **Quầy 1**.",
            "",
        ),
        (
            AWAY,
            "Số này đã được gọi mà chưa thấy Ông/Bà đến. Trong **7 phút** nữa, "
            "Ông/Bà còn trở lại hàng được một lần, giữ nguyên chỗ.",
            "Trở lại hàng",
        ),
        (
            replace(AWAY, paused=True),
            "Số này đã được gọi mà chưa thấy Ông/Bà đến. Văn phòng đang tạm dừng. "
            "Mời Ông/Bà báo bàn hướng dẫn.",
            "",
        ),
        (
            replace(AWAY, standing="late", minutes=15),
            "Số này được gọi đã hơn 15 phút nên không còn giữ chỗ. Mời Ông/Bà lấy số mới.",
            "Lấy số mới",
        ),
        (
            replace(AWAY, standing="missed_again"),
            "Số này đã trở lại hàng một lần rồi nên không trở lại lần nữa. Mời Ông/Bà lấy số mới.",
            "Lấy số mới",
        ),
        (
            replace(AWAY, standing="over"),
            "Số này của ngày 22/11/2026, ngày ấy đã khép lại. Mời Ông/Bà lấy số mới.",
            "Lấy số mới",
        ),
        (replace(AWAY, standing="done"), "Số này đã được phục vụ xong.", ""),
    ],
)
def test_what_is_said_of_a_ticket(place: TicketPlace, said: str, wanted: str) -> None:
    question, _act = about_ticket(place, VIETNAMESE)
    assert question.title == "Số HT-016"
    assert question.text.partition("\n")[0] == said
    assert question.wanted == wanted
    spoken, _act = about_ticket(place, english())
    assert not re.search("[ăâđêôơưạảấầ]", f"{spoken.title} {spoken.text} {spoken.wanted}")


def test_a_ticket_is_told_of_in_english_too() -> None:
    text = about_ticket(WAITING, english())[0].text
    assert text.startswith("There are **3 people** before you. Expected wait **15 – 20** minutes.")
    assert text.endswith("Counter 1 or Counter 2.")
    assert about_return(WAITING, english()).title == "Number HT-016 is back in the queue"


def test_a_burst_is_known_by_its_keys_times() -> None:
    burst: Burst[int] = Burst()
    for at, letter in enumerate("HT-016"):
        assert burst.follows(at * 29) == (at > 0)
        burst.hold(at, letter, at * 29)
    assert burst.is_scan
    assert not burst.follows(5 * 29 + 30)
    assert not burst.follows(0), "a clock that goes back is no scanner"
    burst.take_back(6, 150)
    assert burst.drop() == "HT-01"
    assert burst.release() == []


@pytest.fixture
def keyboard(kiosk: FaceAtWork) -> Keyboard:
    kiosk.open()
    return Keyboard(kiosk)


def told(kiosk: FaceAtWork) -> str:
    """The title of what stands over the page."""
    asking = kiosk.window.asking
    return asking.question.title if asking is not None else ""


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (CARD, "Thẻ căn cước"),
        ("8934563138164", "Không đọc được mã"),
        ("HT-001", "Số HT-001"),
        ("HT-777", "Không tìm thấy số này"),
    ],
)
def test_a_scan_at_home_is_answered(
    kiosk: FaceAtWork, keyboard: Keyboard, store: Store, text: str, title: str, end: Qt.Key
) -> None:
    store.do(take_number, TakeNumber("HT"), KIOSK)
    keyboard.scan(text, end=end)
    assert told(kiosk) == title
    kiosk.tap(kiosk.window.asking.safe)
    assert kiosk.window.asking is None
    assert kiosk.window.session.step == "home"
    assert not kiosk.window.idle.running


def test_the_answer_at_home_goes_by_itself(kiosk: FaceAtWork, keyboard: Keyboard) -> None:
    keyboard.scan(CARD)
    for _ in range(30):
        assert told(kiosk)
        kiosk.window.idle.tick()
    assert told(kiosk) == ""


def test_the_ticket_s_place_counts_who_comes_first(
    kiosk: FaceAtWork, keyboard: Keyboard, store: Store
) -> None:
    taken = [store.do(take_number, TakeNumber("HT", group), KIOSK) for group in _GROUPS]
    last = taken[-1]
    keyboard.scan(last.ticket_id)
    assert "Ông/Bà là **người tiếp theo**" in kiosk.window.asking.question.text
    keyboard.scan("HT-002")
    assert "Trước Ông/Bà còn **2 người**" in kiosk.window.asking.question.text
    store.do(call_next, AtCounter(2), OFFICER)
    keyboard.scan(last.ticket_id)
    assert "Mời Ông/Bà đến **Quầy 2**" in kiosk.window.asking.question.text


def test_a_scan_chooses_and_presses_nothing(kiosk: FaceAtWork, keyboard: Keyboard) -> None:
    kiosk.tap(kiosk.window.page.tile)
    page = kiosk.window.page
    page.tiles["HT"].setFocus()
    keyboard.scan("Nguyen Van Mau 12")
    assert told(kiosk) == "Không đọc được mã"
    assert not page.tiles["HT"].isChecked()
    assert kiosk.window.session.choice.field == ""
    kiosk.window.asking.answer(False)
    assert page.tiles["HT"].hasFocus()
    kiosk.window.settle()
    keyboard.press(Qt.Key.Key_Space, " ", SLOW_MS)
    assert page.tiles["HT"].isChecked(), "after a scan with spaces in it, a space presses as ever"


def test_slow_keys_are_fingers(kiosk: FaceAtWork, keyboard: Keyboard) -> None:
    box = QLineEdit(kiosk.window)
    box.show()
    box.setFocus()
    keyboard.type("khai sinh")
    assert box.text() == "khai sinh"
    keyboard.type(" con", gap=SLOW_MS)
    keyboard.scan("HT-001")
    assert box.text() == "khai sinh con", "nothing of a scan lands in a field"
    kiosk.window.asking.answer(False)
    assert box.hasFocus()
    keyboard.type("ab", gap=5)
    assert box.text() == "khai sinh con", "two quick fingers are waited for"
    kiosk.window.settle()
    assert box.text() == "khai sinh conab"


def test_a_scan_without_an_end_lands_nowhere_either(kiosk: FaceAtWork, keyboard: Keyboard) -> None:
    box = QLineEdit(kiosk.window)
    box.show()
    box.setFocus()
    keyboard.type("8934563138164", gap=4)
    kiosk.window.settle()
    assert (box.text(), told(kiosk)) == ("", "Không đọc được mã")


def test_letters_taken_back_on_their_way_are_taken_back(
    kiosk: FaceAtWork, keyboard: Keyboard
) -> None:
    for letter in "HT-0012":
        keyboard.press(Qt.Key(ord(letter)), letter, 4)
    keyboard.press(Qt.Key.Key_Backspace, "\b", 4)
    keyboard.press(Qt.Key.Key_Return, "\r", 4)
    kiosk.run()
    assert told(kiosk) == "Không tìm thấy số này"


def test_a_scan_leaves_the_number_on_the_screen(kiosk: FaceAtWork, keyboard: Keyboard) -> None:
    kiosk.tap(kiosk.window.page.tile)
    kiosk.tap(kiosk.window.page.tiles["HT"])
    kiosk.tap(kiosk.window.page.button)
    keyboard.scan("H99.12.08-261123-0042")
    assert kiosk.window.session.step == "taken"
    assert "rồi quét lại" in kiosk.window.told


def test_before_the_store_is_open_a_scan_is_answered(kiosk: FaceAtWork) -> None:
    Keyboard(kiosk).scan("HT-001")
    assert told(kiosk) == "Chưa tra cứu được"


def test_a_store_that_does_not_answer_is_said(
    kiosk: FaceAtWork, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_store: Store) -> object:
        raise Refused("store.unreachable")

    monkeypatch.setattr(Store, "read", lost)
    keyboard.scan("HT-001")
    assert told(kiosk) == "Chưa tra cứu được"


def test_no_scan_is_ever_logged(
    kiosk: FaceAtWork, keyboard: Keyboard, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    keyboard.scan(CARD)
    keyboard.scan("bí mật của ai đó 123")
    assert "001203004567" not in caplog.text
    assert "bí mật" not in caplog.text
    for language in (VIETNAMESE, english()):
        assert "001203004567" not in kiosk.window.asking.question.text, language
