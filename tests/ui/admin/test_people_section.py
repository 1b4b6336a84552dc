"""The manager's people: entries changed and taken back, PINs, leaving and coming back."""

import pytest
from PySide6.QtCore import QSize, Qt
from sqlalchemy import select

from kiosk.office.directory import people
from kiosk.office.people_keeping import (
    ChangePerson,
    RetirePerson,
    change_person,
    everybody,
    retire_person,
)
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from kiosk.ui.admin.people.section import PeopleSection
from tests.fixtures.store import OFFICER
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, told

NEW_PIN = "580417"


def section(desk: AtDesk) -> PeopleSection:
    found = desk.window.section
    assert isinstance(found, PeopleSection)
    return found


@pytest.fixture
def staff(desk: AtDesk) -> AtDesk:
    desk.go(5)
    section(desk).table.choose("CV01")
    return desk


def entry(store: Store, code: str) -> tuple[str, str, bool, bool]:
    with store.read() as unit:
        one = next(each for each in everybody(unit) if each.code == code)
    return one.title, one.phone, one.public, one.active


def test_an_entry_is_changed_and_taken_back(staff: AtDesk) -> None:
    before = entry(staff.store, "CV01")
    section(staff).titled.set_text("Chuyên viên")
    section(staff).phone.set_text("0200 355 9999")
    staff.press(Qt.Key.Key_S, CTRL)
    assert entry(staff.store, "CV01")[:2] == ("Chuyên viên", "0200 355 9999")
    staff.press(Qt.Key.Key_Z, CTRL)
    assert entry(staff.store, "CV01") == before


def test_an_empty_title_is_refused_beside_the_field(staff: AtDesk) -> None:
    section(staff).titled.set_text("  ")
    staff.press(Qt.Key.Key_S, CTRL)
    assert section(staff).titled.error
    assert entry(staff.store, "CV01")[0] == "Công chức"


def test_who_changes_what_another_has_changed_is_told(staff: AtDesk) -> None:
    row = section(staff).table.current
    assert row is not None
    wish = ChangePerson("CV01", "Trưởng phòng", row.phone, row.public, (row.title, row.phone, True))
    staff.store.do(change_person, wish, OFFICER)
    section(staff).titled.set_text("Chuyên viên")
    staff.press(Qt.Key.Key_S, CTRL)
    assert entry(staff.store, "CV01")[0] == "Trưởng phòng"
    assert "vừa sửa" in staff.window.told
    assert section(staff).titled.text() == "Chuyên viên"


def test_a_new_pin_signs_in_and_is_nowhere_to_be_read(staff: AtDesk) -> None:
    section(staff).pin.set_text(NEW_PIN)
    section(staff).again.set_text(NEW_PIN)
    assert NEW_PIN not in told(staff.window).replace(f"= {NEW_PIN!r}", "")
    staff.press(Qt.Key.Key_F9)
    assert (section(staff).pin.text(), section(staff).again.text()) == ("", "")
    staff.store.do(sign_in, SignIn(1, "CV01", NEW_PIN), OFFICER)
    with staff.store.read() as unit:
        lines = unit.conn.execute(select(audit_line.c.details)).scalars().all()
    assert not any(NEW_PIN in line for line in lines)


@pytest.mark.parametrize(("pin", "again"), [("1111", "1111"), ("580417", "580418"), ("12", "12")])
def test_a_poor_pin_is_refused_and_forgotten(staff: AtDesk, pin: str, again: str) -> None:
    section(staff).pin.set_text(pin)
    section(staff).again.set_text(again)
    staff.press(Qt.Key.Key_F9)
    assert section(staff).pin.error
    assert section(staff).pin.text() == ""
    staff.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)


def test_leaving_is_asked_once_and_can_be_undone(staff: AtDesk) -> None:
    staff.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    staff.click(section(staff).retire)
    staff.answer("safe")
    assert entry(staff.store, "CV01")[3]
    staff.click(section(staff).retire)
    staff.answer("wanted")
    with staff.store.read() as unit:
        assert "CV01" not in {one.code for one in people(unit)}
    with pytest.raises(Refused, match=r"person\.unknown"):
        staff.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    section(staff).table.choose("CV01")
    staff.click(section(staff).retire)
    assert entry(staff.store, "CV01")[3]
    staff.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)


def test_the_last_manager_stays(staff: AtDesk) -> None:
    with pytest.raises(Refused, match=r"person\.last_manager"):
        staff.store.do(retire_person, RetirePerson("QL01"), OFFICER)
    assert entry(staff.store, "QL01")[3]


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)], ids=str)
def test_it_fits_and_can_be_used_by_everybody(staff: AtDesk, size: QSize) -> None:
    staff.window.resize(size)
    staff.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(staff.window) == []
