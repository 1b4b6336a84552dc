"""Leaving the counter: what becomes of the numbers that are still there is asked, each once."""

import pytest

from kiosk.queue.model import Ticket
from kiosk.queue.views import find_ticket
from kiosk.ui.counter.leaving import OF_ACTIVE, OF_KEPT
from kiosk.ui.frames.frame import AT_ONCE
from tests.flows.officer_hands import OfficerHands
from tests.ui import clipping
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take


def _number(hands: AtCounter | OfficerHands, label: str) -> Ticket:
    with hands.store.read() as unit:
        return find_ticket(unit, label)


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


def _called(counter: AtCounter, count: int = 3) -> None:
    for _ in range(count):
        take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.rested()


def _answer(counter: AtCounter, figure: int) -> None:
    assert counter.question is not None
    assert clipping.troubles(counter.window) == []
    counter.type(str(figure))
    counter.press(Key.Key_Return)


def test_the_number_is_kept_back(officer: OfficerHands) -> None:
    _half_entered(officer)
    officer.write("3")
    officer.hit(Key.Key_Return)
    assert officer.at == "sign_in"
    assert (_number(officer, "HT-001").state, _number(officer, "HT-001").held_by) == ("waiting", 1)
    assert [file.name for file in officer.folder.drafts.iterdir()] == ["tiep-nhan-quay-1.json"]


@pytest.mark.parametrize(
    ("figure", "state", "held_by"), [(1, "done", None), (2, "waiting", None), (3, "waiting", 1)]
)
def test_what_is_answered_becomes_of_it(
    counter: AtCounter, figure: int, state: str, held_by: int | None
) -> None:
    _called(counter)
    counter.press(Key.Key_N, CTRL)
    assert counter.question is not None
    assert counter.question.title == "Số HT-001 còn ở quầy"
    _answer(counter, figure)
    assert counter.at == "sign_in"
    one = _number(counter, "HT-001")
    assert (one.state, one.held_by) == (state, held_by)


def test_it_may_be_passed_on(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_N, CTRL)
    _answer(counter, len(OF_ACTIVE))
    assert counter.question is not None
    assert counter.question.title == "Chuyển số HT-001 đến đâu?"
    _answer(counter, 2)
    assert counter.at == "sign_in"
    assert _number(counter, "HT-001").only_at == 2


@pytest.mark.parametrize(("figure", "held_by"), [(1, None), (2, 1)])
def test_held_numbers_are_asked_about_first(
    counter: AtCounter, figure: int, held_by: int | None
) -> None:
    _called(counter)
    counter.press(Key.Key_F6)
    counter.press(Key.Key_F2)
    counter.press(Key.Key_N, CTRL)
    assert counter.question is not None
    assert counter.question.title == "1 số chỉ quầy này gọi được"
    assert counter.question.text.startswith("HT-001: tạm giữ ở đây")
    _answer(counter, figure)
    assert counter.question.title == "Số HT-002 còn ở quầy"
    _answer(counter, 1)
    assert counter.at == "sign_in"
    one = _number(counter, "HT-001")
    assert (one.state, one.held_by) == ("waiting", held_by)
    assert len(OF_KEPT) == 2


def test_whoever_stays_keeps_everything(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_N, CTRL)
    counter.press(Key.Key_Escape)
    assert (counter.at, counter.number_shown) == ("main", "HT-001")


def test_a_window_that_is_closed_asks_first_and_closes_then(counter: AtCounter) -> None:
    _called(counter)
    assert not counter.window.close()
    assert counter.question is not None
    counter.press(Key.Key_Escape)
    assert counter.window.isVisible()
    assert not counter.window.close()
    _answer(counter, 2)
    assert not counter.window.isVisible()
    assert _number(counter, "HT-001").state == "waiting"


def test_closing_twice_closes_and_the_number_stays(counter: AtCounter) -> None:
    _called(counter)
    assert not counter.window.close()
    assert counter.window.close()
    assert _number(counter, "HT-001").state == "called"


def test_a_program_that_is_ended_asks_nothing(counter: AtCounter, qapp: object) -> None:
    _called(counter)
    set_property = getattr(qapp, "setProperty")  # noqa: B009 - typed as an object here
    set_property(AT_ONCE, True)
    try:
        assert counter.window.close()
    finally:
        set_property(AT_ONCE, None)
