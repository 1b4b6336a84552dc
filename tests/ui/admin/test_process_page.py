"""The internal process in the manager's window: steps changed, copied, dated, taken back, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.catalogue.limits import parse_limit
from kiosk.dossiers.process import ProcessStep, SetProcess, process_on, set_process
from kiosk.office.departments_keeping import AddDepartment, add_department
from kiosk.office.entries import DepartmentEntry
from kiosk.storage.store import Store
from kiosk.ui.admin.procedures.process_page import ProcessPage
from kiosk.ui.admin.procedures.process_props import (
    ProcessSeen,
    StepLine,
    Version,
    amount_and_unit,
    fault_of,
    first_shown,
    held_on,
    told_sum,
    version_options,
)
from kiosk.ui.admin.procedures.section import ProceduresSection
from tests.fixtures.dossiers import AT_ONCE, SINGLE_STATUS
from tests.fixtures.store import OFFICER
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

Key = Qt.Key
SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]
JUSTICE = "Phong Tu phap"
APPRAISE = ProcessStep("Tham dinh", JUSTICE, "1wd")
SIGN = ProcessStep("Ky duyet", "Lanh dao", "4h")


def section(desk: AtDesk) -> ProceduresSection:
    found = desk.window.section
    assert isinstance(found, ProceduresSection)
    return found


def page(desk: AtDesk) -> ProcessPage:
    return section(desk).process


def on(store: Store, day: date | None = None, code: str = SINGLE_STATUS) -> list[ProcessStep]:
    with store.read() as unit:
        return list(process_on(unit, code, day or unit.day))


def opened(desk: AtDesk) -> AtDesk:
    desk.go(6)
    desk.type(SINGLE_STATUS)
    desk.settle()
    desk.press(Key.Key_F5)
    assert section(desk).pages.currentWidget() is page(desk)
    return desk


@pytest.fixture
def empty(desk: AtDesk) -> AtDesk:
    entry = DepartmentEntry(JUSTICE, fields=("HT",))
    desk.store.do(add_department, AddDepartment(entry), OFFICER)
    return opened(desk)


@pytest.fixture
def at_page(desk: AtDesk) -> AtDesk:
    desk.store.do(set_process, SetProcess(SINGLE_STATUS, (APPRAISE, SIGN)), OFFICER)
    return opened(desk)


def test_a_process_is_made_by_keys_alone(empty: AtDesk) -> None:
    assert "Chưa có bước nào" in page(empty).sum.text()
    empty.press(Key.Key_F9)
    empty.type("Tham dinh")
    empty.press(Key.Key_Tab)
    empty.press(Key.Key_Down)
    empty.press(Key.Key_F9)
    empty.type("Ky duyet")
    empty.press(Key.Key_Tab)
    for _ in range(3):
        empty.press(Key.Key_Down)
    empty.press(Key.Key_Tab)
    empty.type("Lanh dao")
    empty.press(Key.Key_Tab)
    empty.press(Key.Key_Backspace)
    empty.type("4")
    empty.press(Key.Key_Tab)
    empty.type("gio")
    assert "1 ngày làm việc 4 giờ làm việc" in page(empty).sum.text()
    empty.press(Key.Key_S, CTRL)
    assert on(empty.store) == [APPRAISE, SIGN]
    assert "áp dụng từ 23/11/2026" in empty.window.told
    empty.press(Key.Key_Z, CTRL)
    assert on(empty.store) == []


def test_it_is_set_from_a_later_day_and_both_can_be_looked_at(at_page: AtDesk) -> None:
    at_page.press(Key.Key_Delete)
    page(at_page).day.setFocus()
    page(at_page).day.edit.selectAll()
    at_page.type("01122026")
    at_page.press(Key.Key_S, CTRL)
    assert on(at_page.store) == [APPRAISE, SIGN]
    assert on(at_page.store, date(2026, 12, 1)) == [SIGN]
    box = page(at_page).version.box
    assert [box.itemText(place) for place in range(box.count())] == [
        "Từ 01/12/2026, sắp áp dụng",
        "Từ 23/11/2026, đang áp dụng",
    ]
    box.setFocus()
    at_page.press(Key.Key_Down)
    assert [step.name for step in page(at_page).steps] == ["Tham dinh", "Ky duyet"]
    assert not page(at_page).unsaved


def test_a_version_is_not_left_while_something_is_typed(at_page: AtDesk) -> None:
    at_page.press(Key.Key_Delete)
    at_page.press(Key.Key_S, CTRL)
    at_page.press(Key.Key_F9)
    box = page(at_page).version.box
    box.setFocus()
    at_page.press(Key.Key_Down)
    at_page.press(Key.Key_Up)
    assert len(page(at_page).steps) == 2


def test_steps_change_places(at_page: AtDesk) -> None:
    at_page.press(Key.Key_F7)
    at_page.press(Key.Key_S, CTRL)
    assert on(at_page.store) == [SIGN, APPRAISE]
    at_page.press(Key.Key_F6)
    at_page.press(Key.Key_S, CTRL)
    assert on(at_page.store) == [APPRAISE, SIGN]


def test_steps_are_copied_from_another_procedure(desk: AtDesk) -> None:
    desk.store.do(set_process, SetProcess(AT_ONCE, (SIGN,)), OFFICER)
    opened(desk)
    page(desk).copy.box.setFocus()
    desk.press(Key.Key_Down)
    assert [step.name for step in page(desk).steps] == ["Ky duyet"]
    assert on(desk.store) == []
    desk.press(Key.Key_S, CTRL)
    assert on(desk.store) == [SIGN]


def test_what_is_not_written_is_asked_about_once(at_page: AtDesk) -> None:
    at_page.press(Key.Key_Delete)
    at_page.press(Key.Key_Escape)
    assert at_page.question is not None
    at_page.answer("safe")
    assert len(page(at_page).steps) == 1
    at_page.press(Key.Key_Escape)
    at_page.answer("wanted")
    assert section(at_page).pages.currentWidget() is section(at_page).page
    assert on(at_page.store) == [APPRAISE, SIGN]


def test_what_somebody_else_set_meanwhile_is_said_and_nothing_typed_is_lost(
    at_page: AtDesk,
) -> None:
    at_page.press(Key.Key_Delete)
    at_page.store.do(set_process, SetProcess(SINGLE_STATUS, (APPRAISE,)), OFFICER)
    at_page.press(Key.Key_S, CTRL)
    assert "vừa đặt quy trình khác" in at_page.window.told
    assert on(at_page.store) == [APPRAISE]
    assert [step.name for step in page(at_page).steps] == ["Ky duyet"]
    at_page.press(Key.Key_S, CTRL)
    assert on(at_page.store) == [SIGN]


def test_what_cannot_be_is_said_beside_its_field(at_page: AtDesk) -> None:
    form = page(at_page).form
    at_page.press(Key.Key_F9)
    at_page.press(Key.Key_S, CTRL)
    assert form.name.error
    at_page.type("x")
    at_page.press(Key.Key_S, CTRL)
    assert form.responsible.choice.error
    form.responsible.set_text("P")
    form.edited.emit()
    form.amount.set_text("x")
    form.edited.emit()
    at_page.press(Key.Key_S, CTRL)
    assert form.amount.error
    at_page.click(page(at_page).remove)
    page(at_page).day.set_text("01/01/2020")
    at_page.click(page(at_page).remove)
    at_page.press(Key.Key_S, CTRL)
    assert page(at_page).day.error
    assert on(at_page.store) == [APPRAISE, SIGN]


def test_the_procedure_tells_of_its_process(at_page: AtDesk) -> None:
    at_page.press(Key.Key_Escape)
    parts = {row.part: row for row in section(at_page).detail.table.rows_model.rows}
    assert parts["process"].shown == "2 bước"
    section(at_page).detail.table.choose("process")
    at_page.click(section(at_page).detail.editor.process)
    assert section(at_page).pages.currentWidget() is page(at_page)


LINE = StepLine("Làm", "Phòng", "2wd")


def test_versions_by_their_days() -> None:
    days = [date(2026, 12, 1), date(2026, 11, 20), date(2026, 11, 1)]
    versions = tuple(Version(day, (LINE,) * place) for place, day in enumerate(days))
    seen = ProcessSeen("1", "", date(2026, 11, 23), versions, (), (), ())
    assert [option.text for option in version_options(seen)] == [
        "Từ 01/12/2026, sắp áp dụng",
        "Từ 20/11/2026, đang áp dụng",
        "Từ 01/11/2026",
    ]
    assert first_shown(seen) == "2026-11-20"
    assert held_on(versions, date(2026, 11, 19)) == (LINE, LINE)
    assert held_on(versions, date(2026, 10, 1)) == ()


@pytest.mark.parametrize(
    ("limits", "ends", "warn"),
    [
        ("", "chưa có thời hạn để so.", False),
        ("3wd", "**03 ngày làm việc**.", False),
        ("1wd", "các bước dài hơn thời hạn.", True),
        ("1wd 3wd", "các bước dài hơn thời hạn ngắn nhất.", True),
    ],
)
def test_the_sum_is_told_beside_the_limit(limits: str, ends: str, warn: bool) -> None:
    told = told_sum((LINE, StepLine("", "", "x")), tuple(map(parse_limit, limits.split())))
    assert told.words.startswith("Các bước cộng lại **2 ngày làm việc**")
    assert told.words.endswith(ends)
    assert told.warn is warn


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (LINE, None),
        (StepLine(" ", "Phòng", "2wd"), "step.name"),
        (StepLine("x" * 121, "Phòng", "2wd"), "step.name"),
        (StepLine("Làm", "", "2wd"), "step.responsible"),
        (StepLine("Làm", "Phòng", "wd"), "limit.no_number"),
        (StepLine("Làm", "Phòng", "-1d"), "limit.no_number"),
        (StepLine("Làm", "Phòng", "9999d"), "limit.out_of_range"),
    ],
)
def test_what_is_a_step(step: StepLine, code: str | None) -> None:
    fault = fault_of(step)
    assert (fault.code if fault else None) == code


@pytest.mark.parametrize("limit", ["2wd", "10d", "4h", "1mo", "xwd", "d"])
def test_a_limit_is_taken_apart_and_put_together(limit: str) -> None:
    assert "".join(amount_and_unit(limit)) == limit


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("wrong", [False, True], ids=["known", "wrong"])
def test_it_fits_and_can_be_used_by_everybody(at_page: AtDesk, size: QSize, wrong: bool) -> None:
    at_page.window.resize(size)
    if wrong:
        at_page.press(Key.Key_F9)
        at_page.press(Key.Key_S, CTRL)
    at_page.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(at_page.window) == []
