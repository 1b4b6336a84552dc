"""A scan while a question stands open answers nothing, and a scan replaces what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.queue.views import tickets_of_day
from kiosk.ui.frames.desk import ANSWER_FIRST, CLOSE_FIRST
from kiosk.ui.parts.sheet import Question, Sheet
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import Board
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import CTRL, Key

NONE = Qt.KeyboardModifier.NoModifier
CARD = "001203004999|123456789|Trần Thị Mẫu|05032003|Nữ|Số 7, đường Hoa Lan|10102021"


def _states(officer: OfficerHands) -> list[str]:
    with officer.store.read() as unit:
        return [one.state.value for one in tickets_of_day(unit)]


@pytest.mark.parametrize("tabs", [0, 1])
@pytest.mark.parametrize("key", [Key.Key_F4, Key.Key_F5])
def test_a_scan_answers_no_question(officer: OfficerHands, key: Qt.Key, tabs: int) -> None:
    officer.hit(Key.Key_F2)
    officer.think()
    before = _states(officer)
    officer.hit(key)
    officer.hit(Key.Key_Tab, times=tabs)
    officer.scan(CARD)
    assert officer.question is not None
    assert officer.window.told == ANSWER_FIRST
    assert _states(officer) == before
    officer.hit(Key.Key_Escape)
    officer.scan(CARD)
    assert officer.at == "receive"


def test_a_scan_over_the_help_says_to_close_it(officer: OfficerHands) -> None:
    officer.hit(Key.Key_F1)
    officer.scan(CARD)
    assert (officer.question is not None, officer.window.told) == (True, CLOSE_FIRST)


ANSWERS: tuple[tuple[tuple[Qt.Key, ...], bool | None], ...] = (
    ((Key.Key_Return,), False),
    ((Key.Key_Space,), False),
    ((Key.Key_A, Key.Key_Return), False),
    ((Key.Key_Tab, Key.Key_Space), True),
    ((Key.Key_Tab, Key.Key_Return), True),
    ((Key.Key_1, Key.Key_2, Key.Key_Space, Key.Key_Return), None),
    ((Key.Key_1, Key.Key_2, Key.Key_Tab), None),
)


@pytest.mark.parametrize("board", ["desk", "kiosk"])
@pytest.mark.parametrize(("keys", "answer"), ANSWERS)
def test_keys_answer_and_scans_do_not(
    qapp: QApplication, board: Board, keys: tuple[Qt.Key, ...], answer: bool | None
) -> None:
    assert qapp is not None
    over = QWidget()
    over.show()
    over.activateWindow()
    assert QTest.qWaitForWindowActive(over)
    sheet = Sheet(Look(board), over, Question("Tên", "Có không?", "Không", "Có"))
    given: list[bool] = []
    scanned: list[bool] = []
    sheet.answered.connect(given.append)
    sheet.scanned.connect(lambda: scanned.append(True))
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)
    assert given == ([] if answer is None else [answer])
    assert scanned == ([True] if answer is None else [])
    assert answer is not None or sheet.safe.hasFocus()
    over.close()
    over.deleteLater()


BETWEEN: dict[str, tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]] = {
    "nothing": (),
    "F1 Esc": ((Key.Key_F1, NONE), (Key.Key_Escape, NONE)),
    "End": ((Key.Key_End, NONE),),
    "Home": ((Key.Key_Home, NONE),),
    "F8": ((Key.Key_F8, NONE),),
    "Ctrl 2": ((Key.Key_2, CTRL),),
    "Tab": ((Key.Key_Tab, NONE),),
}


@pytest.mark.parametrize("between", BETWEEN)
def test_a_scan_replaces_what_a_failed_search_left(officer: OfficerHands, between: str) -> None:
    officer.write("khong co ai")
    officer.hit(Key.Key_Return)
    assert officer.window.main.scan.edit.text() == "khong co ai"
    for key, modifiers in BETWEEN[between]:
        officer.hit(key, modifiers)
    officer.scan(CARD)
    assert officer.at == "receive", officer.answer
    page = officer.window.reception.page
    assert page is not None
    assert page.filling.form().applicant.name == "Trần Thị Mẫu"


def test_what_stands_in_the_scan_box_is_chosen_when_a_question_is_closed(
    officer: OfficerHands,
) -> None:
    officer.write("khong co ai")
    officer.hit(Key.Key_Return)
    officer.hit(Key.Key_F1)
    officer.hit(Key.Key_Escape)
    assert officer.window.main.scan.edit.selectedText() == "khong co ai"
