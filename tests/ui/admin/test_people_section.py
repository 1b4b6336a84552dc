"""The manager's people: entries changed and taken back, PINs, leaving and coming back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from sqlalchemy import select

from kiosk.office.directory import people
from kiosk.office.people_entries import ChangePerson, change_person
from kiosk.office.people_keeping import Colleague, everybody
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.model import TicketState
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, command_record
from kiosk.storage.store import Store
from kiosk.ui.admin.people.page import PeoplePage
from kiosk.ui.admin.people.section import PeopleSection
from tests.fixtures.store import MANAGER, OFFICER
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, told

Key = Qt.Key
NEW_PIN = "580417"
SIGN_IN = SignIn(1, "CV01", "246801")


def page(desk: AtDesk) -> PeoplePage:
    found = desk.window.section
    assert isinstance(found, PeopleSection)
    return found.page


@pytest.fixture
def staff(desk: AtDesk) -> AtDesk:
    desk.go(5)
    page(desk).table.choose("CV01")
    return desk


def kept(store: Store, code: str) -> Colleague:
    with store.read() as unit:
        return next(each for each in everybody(unit) if each.entry.code == code)


def lock(store: Store) -> None:
    for _ in range(5):
        with pytest.raises(Refused):
            store.do(sign_in, SignIn(1, "CV01", "999999"), OFFICER)


def test_an_entry_is_changed_and_taken_back(staff: AtDesk) -> None:
    before = kept(staff.store, "CV01").entry
    here = page(staff)
    here.titled.set_text("Chuyên viên")
    here.phone.set_text("0200 355 9999")
    here.counter.choose("3")
    staff.click(here.public)
    staff.click(here.head)
    staff.press(Key.Key_S, CTRL)
    assert kept(staff.store, "CV01").entry == replace(
        before,
        title="Chuyên viên",
        phone="0200 355 9999",
        counter=3,
        public=not before.public,
        is_head=not before.is_head,
    )
    staff.press(Key.Key_Z, CTRL)
    assert kept(staff.store, "CV01").entry == before
    assert here.titled.text() == before.title


def test_a_code_left_empty_is_named(staff: AtDesk) -> None:
    staff.press(Key.Key_T, CTRL)
    staff.press(Key.Key_Tab)
    staff.type("Ngo Thi Mau")
    staff.press(Key.Key_S, CTRL)
    assert page(staff).code.error.startswith("Chưa gõ mã cán bộ.")


def test_somebody_new_by_keyboard_alone(staff: AtDesk) -> None:
    staff.press(Key.Key_T, CTRL)
    for text in ("cv09", "Ngo Thi Mau", "Cong chuc", "0200 355 0009", "Ho tich"):
        staff.type(text)
        staff.press(Key.Key_Tab)
    staff.press(Key.Key_S, CTRL)
    assert kept(staff.store, "CV09").entry.name == "Ngo Thi Mau"
    row = page(staff).table.current
    assert row is not None
    assert (row.key, row.state.text) == ("CV09", "Chưa có PIN")
    staff.press(Key.Key_F9)
    staff.type(NEW_PIN)
    staff.press(Key.Key_Tab)
    staff.type(NEW_PIN)
    staff.press(Key.Key_F9)
    staff.store.do(sign_in, SignIn(1, "CV09", NEW_PIN), OFFICER)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("code", "CV-9"),
        ("code", "CV01"),
        ("name", " "),
        ("titled", ""),
        ("phone", "0\x07"),
        ("work", "\x07"),
    ],
)
def test_bad_input_gets_a_sentence_beside_its_field(staff: AtDesk, field: str, text: str) -> None:
    staff.press(Key.Key_T, CTRL)
    here = page(staff)
    good = {"code": "CV09", "name": "Ngô Thị Mẫu", "titled": "Công chức", "phone": "", "work": ""}
    for name, value in {**good, field: text}.items():
        getattr(here, name).set_text(value)
    staff.press(Key.Key_S, CTRL)
    assert [name for name in good if getattr(here, name).error] == [field]
    assert here.name.text() == (text if field == "name" else "Ngô Thị Mẫu")


def test_who_changes_what_another_has_changed_is_told(staff: AtDesk) -> None:
    seen = kept(staff.store, "CV01").entry
    page(staff).titled.set_text("Chuyên viên")
    wish = ChangePerson(replace(seen, title="Trưởng phòng", phone="0200 355 0001"), seen)
    staff.store.do(change_person, wish, MANAGER)
    staff.settle()
    staff.press(Key.Key_S, CTRL)
    assert kept(staff.store, "CV01").entry.title == "Trưởng phòng"
    assert "vừa sửa" in staff.window.told
    assert page(staff).titled.text() == "Chuyên viên"
    assert page(staff).phone.text() == "0200 355 0001"


def test_a_new_pin_signs_in_and_is_nowhere_to_be_read(staff: AtDesk) -> None:
    pins = page(staff).pins
    pins.pin.set_text(NEW_PIN)
    pins.again.set_text(NEW_PIN)
    assert NEW_PIN not in told(staff.window).replace(f"= {NEW_PIN!r}", "")
    staff.press(Key.Key_F9)
    assert (pins.pin.text(), pins.again.text()) == ("", "")
    staff.store.do(sign_in, SignIn(1, "CV01", NEW_PIN), OFFICER)
    with staff.store.read() as unit:
        written = [*unit.rows(select(audit_line)), *unit.rows(select(command_record))]
    assert NEW_PIN not in str(written)


@pytest.mark.parametrize(("pin", "again"), [("1111", "1111"), ("580417", "580418"), ("12", "12")])
def test_a_poor_pin_is_refused_and_forgotten(staff: AtDesk, pin: str, again: str) -> None:
    pins = page(staff).pins
    pins.pin.set_text(pin)
    pins.again.set_text(again)
    staff.press(Key.Key_F9)
    assert pins.pin.error
    assert pins.pin.text() == ""
    staff.store.do(sign_in, SIGN_IN, OFFICER)


def test_a_pin_goes_with_the_person_it_was_typed_for(staff: AtDesk) -> None:
    page(staff).pins.pin.set_text(NEW_PIN)
    page(staff).table.choose("CV02")
    assert page(staff).pins.pin.text() == ""


def test_a_lock_is_seen_and_lifted(staff: AtDesk) -> None:
    assert not page(staff).pins.unlock.isVisible()
    lock(staff.store)
    staff.settle()
    assert "khóa" in page(staff).pins.state.text()
    staff.click(page(staff).pins.unlock)
    assert kept(staff.store, "CV01").locked_until is None
    staff.store.do(sign_in, SIGN_IN, OFFICER)


def test_leaving_is_asked_once_and_says_where_somebody_sits(staff: AtDesk) -> None:
    staff.store.do(sign_in, SIGN_IN, OFFICER)
    staff.settle()
    staff.click(page(staff).pins.retire)
    assert staff.question is not None
    assert "Quầy 1" in staff.question.text
    staff.answer("safe")
    assert kept(staff.store, "CV01").active
    staff.click(page(staff).pins.retire)
    staff.answer("wanted")
    with staff.store.read() as unit:
        assert "CV01" not in {one.code for one in people(unit)}
    with pytest.raises(Refused, match=r"person\.unknown"):
        staff.store.do(sign_in, SIGN_IN, OFFICER)
    page(staff).table.choose("CV01")
    assert not page(staff).pins.give.isEnabled()
    staff.click(page(staff).pins.retire)
    assert kept(staff.store, "CV01").active
    staff.store.do(sign_in, SIGN_IN, OFFICER)


def test_a_number_at_the_counter_of_somebody_who_leaves_waits_anew(staff: AtDesk) -> None:
    staff.store.do(sign_in, SIGN_IN, OFFICER)
    staff.store.do(take_number, TakeNumber("HT"), OFFICER)
    staff.store.do(call_next, AtCounter(1), OFFICER)
    staff.settle()
    staff.click(page(staff).pins.retire)
    assert staff.question is not None
    assert "Số **HT-001** ở quầy ấy trở lại đầu hàng chờ" in staff.question.text
    staff.answer("wanted")
    assert "Số HT-001 trở lại đầu hàng chờ" in staff.window.told
    with staff.store.read() as unit:
        assert find_ticket(unit, "HT-001").state is TicketState.WAITING


def test_the_last_manager_stays(staff: AtDesk) -> None:
    page(staff).table.choose("QL01")
    page(staff).role.choose("officer")
    staff.press(Key.Key_S, CTRL)
    staff.answer("wanted")
    assert "cuối cùng" in page(staff).role.error
    staff.click(page(staff).pins.retire)
    staff.answer("wanted")
    assert "cuối cùng" in staff.window.told
    one = kept(staff.store, "QL01")
    assert (one.active, one.entry.role) == (True, "manager")


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)], ids=str)
@pytest.mark.parametrize("state", ["known", "new", "locked", "gone"])
def test_it_fits_and_can_be_used_by_everybody(staff: AtDesk, size: QSize, state: str) -> None:
    staff.window.resize(size)
    if state == "new":
        staff.press(Key.Key_T, CTRL)
        staff.press(Key.Key_S, CTRL)
    elif state == "locked":
        lock(staff.store)
    elif state == "gone":
        staff.click(page(staff).pins.retire)
        staff.answer("wanted")
        page(staff).table.choose("CV01")
    staff.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(staff.window) == []
