"""Ctrl N in the middle of a reception: the number may be kept back, and the draft is mentioned."""

from kiosk.queue.views import find_ticket
from tests.flows.officer_hands import OfficerHands
from tests.ui import clipping
from tests.ui.counter.counter_kit import CTRL, Key


def _half_entered(officer: OfficerHands) -> None:
    officer.hit(Key.Key_F2)
    officer.hit(Key.Key_F7)
    page = officer.window.reception.page
    assert page is not None
    page.body.place("applicant.name").setFocus()
    officer.write("Nguyen Mau")
    officer.hit(Key.Key_N, CTRL)
    assert officer.question is not None
    assert "giữ làm nháp" in officer.question.text
    assert clipping.troubles(officer.window) == []


def test_the_number_is_kept_back(officer: OfficerHands) -> None:
    _half_entered(officer)
    officer.hit(Key.Key_Tab)
    officer.hit(Key.Key_Return)
    assert officer.at == "sign_in"
    with officer.store.read() as unit:
        assert find_ticket(unit, "HT-001").state == "waiting"
        assert find_ticket(unit, "HT-001").held_by == 1
    assert [file.name for file in officer.folder.drafts.iterdir()] == ["tiep-nhan-quay-1.json"]


def test_the_number_is_done(officer: OfficerHands) -> None:
    _half_entered(officer)
    officer.hit(Key.Key_Tab, times=2)
    officer.hit(Key.Key_Return)
    assert officer.at == "sign_in"
    with officer.store.read() as unit:
        assert find_ticket(unit, "HT-001").state == "done"


def test_outside_a_reception_there_is_no_third_answer(officer: OfficerHands) -> None:
    officer.hit(Key.Key_F2)
    officer.hit(Key.Key_N, CTRL)
    assert officer.question is not None
    assert officer.question.other == ""
