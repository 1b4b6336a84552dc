"""The manager's counters, fields and priority groups, changed while the office works."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.office.counters_keeping import ChangeCounter, change_counter
from kiosk.office.entries import CounterEntry, FieldEntry, FieldSeen
from kiosk.office.fields_keeping import kept_fields
from kiosk.office.reading import office_now
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.admin.counters.counters_page import CountersPage
from kiosk.ui.admin.counters.fields_page import FieldsPage
from kiosk.ui.admin.counters.groups_page import GroupsPage
from kiosk.ui.admin.counters.props import CounterSeen, CountersSeen, icon_options, left_by, unserved
from kiosk.ui.admin.counters.section import CountersSection
from kiosk.ui.admin.keeping.page import DRAFT
from kiosk.ui.citizen.window import CitizenWindow
from tests.fixtures.face import at_work
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, SteppingClock
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

Key = Qt.Key
SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]


def section(desk: AtDesk) -> CountersSection:
    found = desk.window.section
    assert isinstance(found, CountersSection)
    return found


@pytest.fixture
def counters(desk: AtDesk) -> AtDesk:
    desk.go(4)
    page(desk).table.choose("1")
    return desk


def page(desk: AtDesk) -> CountersPage:
    return section(desk).counters


def fields_page(desk: AtDesk) -> FieldsPage:
    desk.press(Key.Key_F7)
    return section(desk).fields


def groups_page(desk: AtDesk) -> GroupsPage:
    desk.press(Key.Key_F8)
    return section(desk).groups


def kept(store: Store, number: int) -> CounterEntry:
    with store.read() as unit:
        one = next(each for each in office_now(unit).counters if each.number == number)
    return CounterEntry(one.number, one.name, one.fields, one.active)


def kept_field(store: Store, prefix: str) -> FieldEntry:
    with store.read() as unit:
        return next(one.entry for one in kept_fields(unit) if one.entry.prefix == prefix)


def change(store: Store, number: int, **values: object) -> None:
    seen = kept(store, number)
    wish = ChangeCounter(replace(seen, **values), seen)  # type: ignore[arg-type]  # by name
    store.do(change_counter, wish, MANAGER)


def a_field(prefix: str, name: str, waiting: int = 0) -> FieldSeen:
    return FieldSeen(prefix, FieldEntry(prefix, name, name, "doc"), used=False, waiting=waiting)


def test_a_field_nobody_serves_is_said() -> None:
    fields = (a_field("HT", "Hộ tịch"), a_field("CT", "Chứng thực"))
    one = CounterSeen(CounterEntry(1, "Quầy 1", ("HT",)))
    other = CounterSeen(CounterEntry(2, "Quầy 2", ("CT",)))
    assert "Chứng thực" in unserved(CountersSeen((one,), fields))
    both = CountersSeen((one, other), fields)
    assert unserved(both) == ""
    closed = replace(other.entry, active=False)
    assert [field.id for field in left_by(both, closed)] == ["CT"]
    assert left_by(both, replace(other.entry, fields=("HT", "CT"))) == ()


def test_an_icon_that_is_no_longer_offered_stays_choosable() -> None:
    assert "alert" not in [option.key for option in icon_options("doc")]
    assert "alert" in [option.key for option in icon_options("alert")]


def test_fields_are_given_and_taken_back(counters: AtDesk) -> None:
    before = kept(counters.store, 1)
    for box in page(counters).boxes.values():
        if not box.isChecked():
            counters.click(box)
    counters.press(Key.Key_S, CTRL)
    assert len(kept(counters.store, 1).fields) == len(page(counters).boxes)
    counters.press(Key.Key_Z, CTRL)
    assert kept(counters.store, 1) == before


def test_by_keyboard_alone(counters: AtDesk) -> None:
    counters.press(Key.Key_Return)
    counters.press(Key.Key_A, CTRL)
    counters.type("Quay A")
    for _ in range(2):
        counters.press(Key.Key_Tab)
    counters.press(Key.Key_Space)
    counters.press(Key.Key_S, CTRL)
    assert kept(counters.store, 1).name == "Quay A"
    assert "HT" not in kept(counters.store, 1).fields


def test_closing_a_counter_where_somebody_sits_is_asked_once(counters: AtDesk) -> None:
    counters.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    counters.settle()
    counters.click(page(counters).open)
    counters.press(Key.Key_S, CTRL)
    assert counters.question is not None
    assert "Lê Minh Mẫu" in counters.question.text
    counters.answer("safe")
    assert kept(counters.store, 1).active
    counters.press(Key.Key_S, CTRL)
    counters.answer("wanted")
    assert not kept(counters.store, 1).active


def test_a_counter_with_a_number_stays_open(counters: AtDesk) -> None:
    counters.store.do(take_number, TakeNumber("HT"), KIOSK)
    counters.store.do(call_next, AtCounter(1), OFFICER)
    counters.settle()
    counters.click(page(counters).open)
    counters.press(Key.Key_S, CTRL)
    assert "HT-001" in counters.window.told
    assert kept(counters.store, 1).active


def test_the_last_counter_of_a_field_is_asked_about(counters: AtDesk) -> None:
    change(counters.store, 2, fields=())
    counters.settle()
    counters.click(page(counters).boxes["HT"])
    counters.press(Key.Key_S, CTRL)
    assert counters.question is not None
    assert "Hộ tịch" in counters.question.text
    counters.answer("wanted")
    assert kept(counters.store, 1).fields == ()


def test_one_more_counter_is_there_at_once_and_chosen(counters: AtDesk) -> None:
    counters.press(Key.Key_T, CTRL)
    row = page(counters).table.current
    assert row is not None
    assert (row.key, row.state.text) == ("4", "Chưa có lĩnh vực")
    counters.click(page(counters).boxes["XD"])
    counters.press(Key.Key_S, CTRL)
    assert kept(counters.store, 4).fields == ("XD",)


def test_a_name_must_be_there(counters: AtDesk) -> None:
    page(counters).name.set_text(" ")
    counters.press(Key.Key_S, CTRL)
    assert page(counters).name.error
    assert kept(counters.store, 1).name == "Quầy 1"


def test_what_somebody_else_changed_meanwhile_is_said_and_nothing_typed_is_lost(
    counters: AtDesk,
) -> None:
    counters.press(Key.Key_Return)
    counters.type("9")
    change(counters.store, 1, fields=("CT",))
    counters.settle()
    counters.press(Key.Key_S, CTRL)
    assert "vừa sửa" in counters.window.told
    assert kept(counters.store, 1) == CounterEntry(1, "Quầy 1", ("CT",))
    assert page(counters).name.text() == "Quầy 19"
    assert page(counters).boxes["CT"].isChecked()
    counters.press(Key.Key_S, CTRL)
    assert kept(counters.store, 1) == CounterEntry(1, "Quầy 19", ("CT",))


def test_undo_never_takes_back_what_somebody_else_did(counters: AtDesk) -> None:
    page(counters).name.set_text("Quầy A")
    counters.press(Key.Key_S, CTRL)
    change(counters.store, 1, name="Quầy B")
    counters.settle()
    counters.press(Key.Key_Z, CTRL)
    assert "vừa sửa" in counters.window.told
    assert kept(counters.store, 1).name == "Quầy B"


def test_what_is_typed_stays_while_others_are_looked_at(counters: AtDesk) -> None:
    counters.press(Key.Key_Return)
    counters.type("9")
    page(counters).table.choose("2")
    assert page(counters).name.text() == "Quầy 2"
    assert page(counters).state_of(page(counters).table.rows_model.rows[0], DRAFT) is DRAFT
    fields_page(counters)
    counters.go(5)
    assert counters.question is not None
    counters.answer("safe")
    counters.press(Key.Key_F6)
    page(counters).table.choose("1")
    assert page(counters).name.text() == "Quầy 19"
    counters.go(5)
    counters.answer("wanted")
    counters.go(4)
    page(counters).table.choose("1")
    assert page(counters).name.text() == "Quầy 1"


def test_a_field_is_added_named_and_no_longer_offered(counters: AtDesk) -> None:
    fields = fields_page(counters)
    counters.press(Key.Key_T, CTRL)
    counters.type("dd")
    counters.press(Key.Key_Tab)
    counters.type("Dat dai")
    counters.press(Key.Key_Return)
    assert kept_field(counters.store, "DD") == FieldEntry("DD", "Dat dai", "Dat dai", "doc")
    assert fields.table.current is not None
    assert fields.table.current.prefix == "DD"
    counters.click(fields.offered)
    counters.press(Key.Key_S, CTRL)
    counters.answer("wanted")
    assert not kept_field(counters.store, "DD").active
    counters.press(Key.Key_Z, CTRL)
    assert kept_field(counters.store, "DD").active


@pytest.mark.parametrize("size", SIZES)
def test_a_field_gives_so_many_numbers_a_day(counters: AtDesk, size: QSize) -> None:
    fields = fields_page(counters)
    counters.window.resize(size)
    fields.limit.edit.setFocus()
    for typed in ("0", "12a"):
        fields.limit.set_text(typed)
        counters.press(Key.Key_S, CTRL)
        assert "từ 1 đến 9999" in fields.limit.error
    fields.limit.set_text("")
    counters.type("40")
    counters.press(Key.Key_S, CTRL)
    assert kept_field(counters.store, "HT").daily_limit == 40
    assert fields.table.current is not None
    assert fields.table.current.limit == "40"
    assert troubles(counters.window) == []
    fields.limit.set_text(" ")
    counters.press(Key.Key_S, CTRL)
    assert kept_field(counters.store, "HT").daily_limit is None
    assert fields.table.current.limit == ""


def test_a_prefix_that_was_used_cannot_be_typed_over(counters: AtDesk) -> None:
    counters.store.do(take_number, TakeNumber("HT"), KIOSK)
    counters.settle()
    fields = fields_page(counters)
    assert not fields.prefix.edit.isEnabled()
    assert "giữ nguyên" in fields.hint.text()
    counters.press(Key.Key_T, CTRL)
    assert fields.prefix.edit.isEnabled()


@pytest.mark.parametrize(
    ("prefix", "name", "english", "wrong"),
    [
        ("1", "Đất đai", "", "prefix"),
        ("HT", "Đất đai", "", "prefix"),
        ("DD", "", "", "name"),
        ("DD", "Hộ tịch", "", "name"),
        ("DD", "Đất đai", "\x07", "name_en"),
    ],
)
def test_bad_input_gets_a_sentence_beside_its_field(
    counters: AtDesk, prefix: str, name: str, english: str, wrong: str
) -> None:
    fields = fields_page(counters)
    counters.press(Key.Key_T, CTRL)
    for field, text in ((fields.prefix, prefix), (fields.name, name), (fields.name_en, english)):
        field.set_text(text)
    counters.press(Key.Key_S, CTRL)
    shown = {each: getattr(fields, each).error for each in ("prefix", "name", "name_en")}
    assert [each for each, error in shown.items() if error] == [wrong]
    assert (fields.prefix.text(), fields.name.text()) == (prefix, name)


def test_a_new_field_is_given_up_only_after_a_question(counters: AtDesk) -> None:
    fields = fields_page(counters)
    counters.press(Key.Key_T, CTRL)
    counters.press(Key.Key_Escape)
    assert counters.question is None
    counters.press(Key.Key_T, CTRL)
    counters.type("DD")
    counters.press(Key.Key_Escape)
    counters.answer("safe")
    assert fields.prefix.text() == "DD"
    counters.press(Key.Key_Escape)
    counters.answer("wanted")
    assert fields.prefix.text() == "HT"


def test_what_changes_elsewhere_does_not_end_the_writing_of_a_new_one(counters: AtDesk) -> None:
    fields = fields_page(counters)
    counters.press(Key.Key_T, CTRL)
    counters.type("DD")
    change(counters.store, 1, name="Quầy B")
    counters.settle()
    assert fields.prefix.text() == "DD"


def test_fields_are_put_into_order(counters: AtDesk) -> None:
    fields = fields_page(counters)
    assert not fields.up.isEnabled()
    counters.click(fields.down)
    assert [row.prefix for row in fields.table.rows_model.rows[:2]] == ["CT", "HT"]
    with counters.store.read() as unit:
        assert [one.prefix for one in office_now(unit).fields[:2]] == ["CT", "HT"]
    assert counters.place() is fields.down
    counters.click(fields.up)
    with counters.store.read() as unit:
        assert [one.prefix for one in office_now(unit).fields[:2]] == ["HT", "CT"]


def test_groups_are_added_ordered_and_put_out_of_use(counters: AtDesk) -> None:
    groups = groups_page(counters)
    counters.press(Key.Key_T, CTRL)
    counters.type("Nguoi hien mau")
    counters.press(Key.Key_Return)
    row = groups.table.current
    assert row is not None
    assert row.name == "Nguoi hien mau"
    counters.click(groups.up)
    with counters.store.read() as unit:
        assert office_now(unit).priority_groups[-2].name == "Nguoi hien mau"
    counters.click(groups.in_use)
    counters.press(Key.Key_S, CTRL)
    counters.answer("wanted")
    with counters.store.read() as unit:
        assert not office_now(unit).priority_groups[-2].active
    counters.press(Key.Key_T, CTRL)
    counters.press(Key.Key_S, CTRL)
    assert groups.name.error


def test_a_running_kiosk_follows(store: Store, clock: SteppingClock, tmp_path: Path) -> None:
    with at_work(store, tmp_path, lambda workplace: CitizenWindow(workplace, clock)) as kiosk:
        kiosk.open()
        for number in (1, 2, 3):
            change(store, number, fields=())
        kiosk.run()
        assert "Chưa có quầy nhận" in kiosk.window.page.tile.reason
        with pytest.raises(Refused, match=r"field\.not_served"):
            store.do(take_number, TakeNumber("HT"), KIOSK)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", [Key.Key_F6, Key.Key_F7, Key.Key_F8], ids=["F6", "F7", "F8"])
@pytest.mark.parametrize("new", [False, True], ids=["known", "new"])
def test_it_fits_and_can_be_used_by_everybody(
    counters: AtDesk, size: QSize, key: Qt.Key, new: bool
) -> None:
    counters.window.resize(size)
    counters.press(key)
    if new:
        counters.press(Key.Key_T, CTRL)
        counters.press(Key.Key_S, CTRL)
    counters.settle()
    looks = (troubles, nameless, jumps, faint)
    for look in looks:
        assert look(counters.window) == []
