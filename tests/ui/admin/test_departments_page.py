"""The departments in the manager's window: added, changed, ordered, put out of use, by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.office.departments_keeping import (
    AddDepartment,
    ChangeDepartment,
    add_department,
    change_department,
    entry_of,
)
from kiosk.office.entries import DepartmentEntry, FieldEntry
from kiosk.office.reading import office_now
from kiosk.storage.store import Store
from kiosk.ui.admin.office.departments_page import DepartmentsPage
from kiosk.ui.admin.office.departments_props import (
    DepartmentsSeen,
    derive_departments,
    unanswered,
)
from kiosk.ui.admin.office.section import OfficeSection
from tests.fixtures.store import OFFICER
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

Key = Qt.Key
SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]
JUSTICE = DepartmentEntry("Phong Tu phap", "", "Hoàng Văn Mẫu", "Trưởng phòng", "", ("HT",))
POLICE = DepartmentEntry("Cong an phuong", fields=("XD",))


def page(desk: AtDesk) -> DepartmentsPage:
    section = desk.window.section
    assert isinstance(section, OfficeSection)
    return section.departments


def kept(store: Store) -> list[DepartmentEntry]:
    with store.read() as unit:
        return [entry_of(one) for one in office_now(unit).departments]


@pytest.fixture
def empty(desk: AtDesk) -> AtDesk:
    desk.go(2)
    desk.press(Key.Key_F9)
    return desk


@pytest.fixture
def listed(desk: AtDesk) -> AtDesk:
    for entry in (JUSTICE, POLICE):
        desk.store.do(add_department, AddDepartment(entry), OFFICER)
    desk.go(2)
    desk.press(Key.Key_F9)
    return desk


def test_the_first_one_is_written_down_by_keys_alone(empty: AtDesk) -> None:
    assert "quầy tự ghi tên nơi nhận" in page(empty).table.empty
    empty.press(Key.Key_T, CTRL)
    for text in ("Phong Tu phap", "", "Truong phong", "0200 355 5190", "Hoang Van Mau"):
        empty.type(text)
        empty.press(Key.Key_Tab)
    empty.press(Key.Key_Tab)
    empty.press(Key.Key_Space)
    empty.press(Key.Key_S, CTRL)
    wanted = DepartmentEntry(
        "Phong Tu phap", "", "Hoang Van Mau", "Truong phong", "0200 355 5190", ("HT",)
    )
    assert kept(empty.store) == [wanted]
    assert empty.window.told == "Đã thêm Phong Tu phap."
    assert not page(empty).banner.isHidden()


def test_it_is_put_out_of_use_after_a_question_and_taken_back(listed: AtDesk) -> None:
    listed.click(page(listed).in_use)
    listed.press(Key.Key_S, CTRL)
    assert listed.question is not None
    listed.answer("safe")
    assert kept(listed.store)[0].active
    listed.press(Key.Key_S, CTRL)
    listed.answer("wanted")
    assert kept(listed.store)[0] == replace(JUSTICE, active=False)
    assert page(listed).table.rows_model.rows[0].state.text == "Thôi dùng"
    listed.press(Key.Key_Z, CTRL)
    assert kept(listed.store)[0] == JUSTICE


def test_a_new_name_can_be_taken_back(listed: AtDesk) -> None:
    listed.press(Key.Key_Return)
    listed.type("Van phong")
    listed.press(Key.Key_S, CTRL)
    renamed = kept(listed.store)[0].name
    assert renamed != JUSTICE.name
    listed.press(Key.Key_Z, CTRL)
    assert kept(listed.store)[0] == JUSTICE


def test_what_somebody_else_wrote_meanwhile_is_said_and_nothing_typed_is_lost(
    listed: AtDesk,
) -> None:
    page(listed).phone.set_text("1")
    other = replace(JUSTICE, head_name="Người khác")
    listed.store.do(change_department, ChangeDepartment(other, JUSTICE), OFFICER)
    listed.press(Key.Key_S, CTRL)
    assert "vừa sửa" in listed.window.told
    assert kept(listed.store)[0] == other
    listed.press(Key.Key_S, CTRL)
    assert kept(listed.store)[0] == replace(other, phone="1")


def test_they_are_put_into_order(listed: AtDesk) -> None:
    listed.click(page(listed).down)
    assert [one.name for one in kept(listed.store)] == [POLICE.name, JUSTICE.name]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("name", ""),
        ("name", POLICE.name),
        ("parent_name", "\x07"),
        ("head_title", "\x07"),
        ("head_name", "\x07"),
        ("phone", "\x07"),
    ],
)
def test_bad_input_gets_a_sentence_beside_its_field(listed: AtDesk, part: str, text: str) -> None:
    getattr(page(listed), part).set_text(text)
    listed.press(Key.Key_S, CTRL)
    assert getattr(page(listed), part).error
    assert kept(listed.store) == [JUSTICE, POLICE]


def test_lines_say_who_signs_and_what_nobody_answers_for() -> None:
    fields = (FieldEntry("HT", "Hộ tịch", "", ""), FieldEntry("CT", "Chứng thực", "", ""))
    retired = replace(POLICE, active=False)
    seen = DepartmentsSeen((("1", JUSTICE), ("2", POLICE), ("3", retired)), fields)
    rows = derive_departments(seen)
    assert [(row.head, row.fields, row.state.text) for row in rows] == [
        ("Hoàng Văn Mẫu", "HT", "Đang dùng"),
        ("", "XD", "Chưa có người ký"),
        ("", "XD", "Thôi dùng"),
    ]
    assert unanswered(seen).startswith("Chứng thực.")
    assert unanswered(replace(seen, departments=(("3", retired),))) == ""


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("new", [False, True], ids=["known", "new"])
def test_it_fits_and_can_be_used_by_everybody(listed: AtDesk, size: QSize, new: bool) -> None:
    listed.window.resize(size)
    if new:
        listed.press(Key.Key_T, CTRL)
        listed.press(Key.Key_S, CTRL)
    listed.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(listed.window) == []
