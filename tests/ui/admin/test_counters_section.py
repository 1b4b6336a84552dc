"""The manager's counters: fields given and taken while running, closed, added, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.office.counters_keeping import AddCounter, ChangeCounter, add_counter, change_counter
from kiosk.office.reading import office_now
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.admin.counters.props import CounterSeen, CountersSeen, FieldSeen, unserved
from kiosk.ui.admin.counters.section import CountersSection
from kiosk.ui.citizen.window import CitizenWindow
from tests.fixtures.face import at_work
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless


def section(desk: AtDesk) -> CountersSection:
    found = desk.window.section
    assert isinstance(found, CountersSection)
    return found


@pytest.fixture
def counters(desk: AtDesk) -> AtDesk:
    desk.go(4)
    section(desk).table.choose("1")
    return desk


def seen(store: Store, number: int) -> CounterSeen:
    with store.read() as unit:
        one = next(each for each in office_now(unit).counters if each.number == number)
    return CounterSeen(one.number, one.name, one.fields, one.active)


def test_a_field_nobody_serves_is_said() -> None:
    fields = (FieldSeen("HT", "Hộ tịch"), FieldSeen("CT", "Chứng thực"))
    one = CounterSeen(1, "Quầy 1", ("HT",), True)
    assert "Chứng thực" in unserved(CountersSeen((one,), fields))
    other = CounterSeen(2, "Quầy 2", ("CT",), True)
    assert unserved(CountersSeen((one, other), fields)) == ""


def test_fields_are_given_and_taken_back(counters: AtDesk) -> None:
    before = seen(counters.store, 1)
    for box in section(counters).boxes.values():
        box.setChecked(True)
    counters.press(Qt.Key.Key_S, CTRL)
    assert len(seen(counters.store, 1).fields) == len(section(counters).boxes)
    counters.press(Qt.Key.Key_Z, CTRL)
    assert seen(counters.store, 1) == before


def test_a_counter_is_closed_and_whoever_sat_there_leaves(counters: AtDesk) -> None:
    counters.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    counters.settle()
    section(counters).open.choose("closed")
    counters.press(Qt.Key.Key_S, CTRL)
    assert not seen(counters.store, 1).active
    with pytest.raises(Refused, match=r"counter\.unknown"):
        counters.store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)


def test_one_more_counter(counters: AtDesk) -> None:
    many = len(section(counters).table.rows_model.rows)
    counters.press(Qt.Key.Key_T, CTRL)
    rows = section(counters).table.rows_model.rows
    assert len(rows) == many + 1
    assert rows[-1].state.text == "Chưa nhận lĩnh vực nào"


def test_a_name_must_be_there(counters: AtDesk) -> None:
    section(counters).name.set_text(" ")
    counters.press(Qt.Key.Key_S, CTRL)
    assert section(counters).name.error
    assert seen(counters.store, 1).name == "Quầy 1"


def test_two_managers_at_once(counters: AtDesk) -> None:
    now = seen(counters.store, 1)
    counters.store.do(
        change_counter, ChangeCounter(1, "Quầy Một", now.fields, True, now.as_seen), OFFICER
    )
    with pytest.raises(Refused, match=r"counter\.changed_meanwhile"):
        counters.store.do(
            change_counter, ChangeCounter(1, "Quầy A", now.fields, True, now.as_seen), OFFICER
        )


def test_odd_wishes_are_refused(store: Store) -> None:
    now = seen(store, 1)
    for wish, code in (
        (ChangeCounter(77, "Quầy", (), True, now.as_seen), "counter.unknown"),
        (ChangeCounter(1, "Quầy", ("ZZ",), True, now.as_seen), "field.unknown"),
        (ChangeCounter(1, "x" * 50, (), True, now.as_seen), "counter.malformed"),
    ):
        with pytest.raises(Refused) as refusal:
            store.do(change_counter, wish, OFFICER)
        assert refusal.value.code == code
    for _ in range(96):
        store.do(add_counter, AddCounter(), OFFICER)
    with pytest.raises(Refused, match=r"counter\.too_many"):
        store.do(add_counter, AddCounter(), OFFICER)


def test_a_running_kiosk_follows(store: Store, clock: SteppingClock, tmp_path: Path) -> None:
    with at_work(store, tmp_path, lambda workplace: CitizenWindow(workplace, clock)) as kiosk:
        kiosk.open()
        unserved_now: tuple[str, ...] = ()
        for number in (1, 2, 3):
            now = seen(store, number)
            wish = ChangeCounter(number, now.name, (), now.active, now.as_seen)
            unserved_now = store.do(change_counter, wish, OFFICER).unserved
        kiosk.run()
        assert unserved_now
        assert "Chưa có quầy nhận" in kiosk.window.page.tile.reason
        with pytest.raises(Refused, match=r"field\.not_served"):
            store.do(take_number, TakeNumber("HT"), KIOSK)


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)], ids=str)
def test_it_fits_and_can_be_used_by_everybody(counters: AtDesk, size: QSize) -> None:
    counters.window.resize(size)
    counters.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(counters.window) == []
