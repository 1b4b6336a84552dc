"""Answers that come when the counter was left or taken over: nothing opens, nothing is typed in."""

import pytest

from kiosk.dossiers.reading import list_dossiers
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import receive
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import PINS, Key
from tests.ui.counter.receive_kit import SINGLE

HERE = Actor("QUAY1", "CV01")
CARD = "001203004999|123456789|Trần Thị Mẫu|05032003|Nữ|Số 7, đường Hoa Lan|10102021"


def filled(officer: OfficerHands) -> None:
    """A reception up to F9."""
    officer.hit(Key.Key_F2)
    officer.scan(CARD)
    page = officer.window.reception.page
    assert page is not None
    officer.write(SINGLE)
    officer.hit(Key.Key_Return)
    for row in page.body.papers.rows:
        if row.tick is not None:
            row.tick.setChecked(True)
    officer.think()
    assert "F9" in officer.bar()


def taken_over(officer: OfficerHands) -> None:
    """CV02 sits down here from another machine; the look that notices is under way."""
    officer.store.do(sign_in, SignIn(1, "CV02", PINS["CV02"]), Actor("DUPHONG"))
    officer.window.asks.look()


def nobody_sits(officer: OfficerHands) -> None:
    """The page of signing in is shown, and what is typed goes into the PIN and nowhere else."""
    window = officer.window
    assert (officer.at, officer.signed) == ("sign_in", "")
    assert window.pages.currentWidget() is window.sign_in
    assert officer.question is None
    assert officer.focused is window.sign_in.pin.edit
    before = window.main.scan.edit.text()
    officer.write("13")
    assert window.sign_in.pin.text() == "13"
    assert window.main.scan.edit.text() == before


def states(officer: OfficerHands) -> list[str]:
    with officer.store.read() as unit:
        return [one.state.value for one in tickets_of_day(unit)]


def test_a_reception_written_after_a_take_over_is_a_note(officer: OfficerHands) -> None:
    filled(officer)
    taken_over(officer)
    officer.at_once(Key.Key_F9)
    officer.settle()
    with officer.store.read() as unit:
        (line,) = list_dossiers(unit)
    assert officer.window.sign_in.note.text().startswith(f"Đã tiếp nhận {line.code}, ")
    nobody_sits(officer)
    before = states(officer)
    officer.think()
    officer.hit(Key.Key_F2)
    officer.scan(line.code)
    assert officer.at == "sign_in"
    assert states(officer) == before


def test_a_slip_that_fails_asks_nobody_who_is_gone(officer: OfficerHands) -> None:
    officer.printer.broken = Refused("printer.failed", printer="HP", why="hết giấy")
    filled(officer)
    taken_over(officer)
    officer.at_once(Key.Key_F9)
    officer.settle()
    nobody_sits(officer)
    assert officer.window.props.strip


def test_a_page_that_was_left_takes_no_focus(officer: OfficerHands) -> None:
    filled(officer)
    taken_over(officer)
    officer.settle()
    page = officer.window.reception.page
    assert page is not None
    page.show_all_faults()
    page.body.place("applicant.name").setFocus()
    nobody_sits(officer)


@pytest.mark.parametrize("what", ["slip", "ticket", "search", "name"])
def test_what_was_scanned_before_the_take_over_opens_nothing(
    officer: OfficerHands, what: str
) -> None:
    code = receive(officer.store, by=HERE, counter=1, applicant={"name": "Trần Thị Mẫu"}).code
    officer.settle()
    taken_over(officer)
    said = {"slip": code, "ticket": "HT-002", "search": code[-4:], "name": "Tran Thi Mau"}[what]
    officer.window.finding.scanned(said)
    officer.settle()
    nobody_sits(officer)
    assert states(officer) == ["waiting"] * 3


def test_no_act_is_begun_while_nobody_sits(officer: OfficerHands) -> None:
    code = receive(officer.store, by=HERE, counter=1).code
    taken_over(officer)
    officer.settle()
    window = officer.window
    window.queue.call_next()
    window.finding.scanned(code)
    window.finding.scanned(CARD)
    window.finding.scanned("Trần")
    window.acts.reprint(code)
    window.acts.given_out.emit(code)
    window.signing.sign_out()
    window.open_reception()
    window.hand_back()
    window.show_papers()
    window.show_main()
    officer.settle()
    nobody_sits(officer)
    assert states(officer) == ["waiting"] * 3


def test_a_procedure_found_after_the_page_was_left_takes_no_focus(officer: OfficerHands) -> None:
    officer.hit(Key.Key_F7)
    officer.write(SINGLE)
    officer.at_once(Key.Key_Return, Key.Key_Escape, Key.Key_Escape)
    officer.settle()
    assert officer.at == "main"
    assert officer.focused is officer.window.main.scan.edit


def test_a_reception_just_before_a_pause_is_told(officer: OfficerHands) -> None:
    filled(officer)
    officer.at_once(Key.Key_F9)
    officer.window.signing.sign_out()
    officer.settle()
    nobody_sits(officer)
    with officer.store.read() as unit:
        assert len(list_dossiers(unit)) == 1
