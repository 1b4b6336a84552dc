"""The manager's office: hours, profile and rules changed while the office works."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.office.entries import ProfileEntry
from kiosk.office.hours_keeping import ChangeHours, change_hours
from kiosk.office.model import Rules
from kiosk.office.profile_keeping import ChangeProfile, change_profile, kept_profile
from kiosk.office.reading import office_now
from kiosk.office.week import SessionEntry, Week, week_of
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.store import Store
from kiosk.ui.admin.keeping.page import DRAFT
from kiosk.ui.admin.office.hours_props import Unreadable, read_time, read_week, tidy, written
from kiosk.ui.admin.office.section import OfficeSection
from kiosk.ui.citizen.window import CitizenWindow
from tests.fixtures.dossiers import receive
from tests.fixtures.face import at_work
from tests.fixtures.store import KIOSK, MANAGER, SteppingClock
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

Key = Qt.Key
SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]


def section(desk: AtDesk) -> OfficeSection:
    found = desk.window.section
    assert isinstance(found, OfficeSection)
    return found


@pytest.fixture
def office(desk: AtDesk) -> AtDesk:
    desk.go(2)
    return desk


def week(store: Store) -> Week:
    with store.read() as unit:
        return week_of(office_now(unit).calendar.sessions)


def profile(store: Store) -> ProfileEntry:
    with store.read() as unit:
        return kept_profile(unit).entry


def rules(store: Store) -> Rules:
    with store.read() as unit:
        return office_now(unit).rules


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7", "07:00"), ("730", "07:30"), ("0730", "07:30"), ("7:30", "07:30"), ("7h", "07:00"),
        ("07.30", "07:30"), (" 17h05 ", "17:05"), ("23:59", "23:59"), ("0", "00:00"),
        ("24:00", ""), ("7:60", ""), ("7:3", ""), ("", ""), ("sáng", ""), ("12345", ""),
    ],
)  # fmt: skip
def test_times_as_people_write_them(text: str, meant: str) -> None:
    at = read_time(text)
    assert (f"{at:%H:%M}" if at else "") == meant
    assert tidy(text) == (meant or text.strip())


def test_a_week_is_written_and_read_the_same(store: Store) -> None:
    kept = week(store)
    assert read_week(written(kept)) == kept
    typed = replace(written(kept), tuesday=(replace(written(kept).tuesday[0], closes="sáng"),))
    assert read_week(typed) == Unreadable(1, 0, closes=True)


def test_hours_by_keyboard_alone_and_taken_back(office: AtDesk) -> None:
    before = week(office.store)
    for key in (Key.Key_Down, Key.Key_Return):
        office.press(key)
    office.press(Key.Key_A, CTRL)
    office.type("7")
    office.press(Key.Key_Tab)
    office.press(Key.Key_A, CTRL)
    office.type("11h")
    row = section(office).hours.table.current
    assert row is not None
    assert row.public == "07:00 – 11:00, 13:30 – 17:00"
    assert section(office).hours.table.rows_model.columns[3].text(row) == DRAFT.text
    office.press(Key.Key_S, CTRL)
    summer = (SessionEntry(time(7), time(11)), before.tuesday[1])
    assert week(office.store) == replace(before, tuesday=summer)
    office.press(Key.Key_Z, CTRL)
    assert week(office.store) == before
    assert "Ctrl Z" not in office.bar()


def test_a_session_more_and_the_same_for_all_workdays(office: AtDesk) -> None:
    before = week(office.store)
    hours = section(office).hours
    hours.table.choose("4")
    office.press(Key.Key_T, CTRL)
    office.type("1730")
    office.press(Key.Key_Tab)
    office.type("19")
    hours.day_form.lines[2].kind.choose("public")
    office.click(hours.day_form.spread_out)
    office.press(Key.Key_S, CTRL)
    evening = SessionEntry(time(17, 30), time(19), public=True, counts=False)
    assert week(office.store).days[:5] == tuple((*day, evening) for day in before.days[:5])
    assert week(office.store).days[5:] == before.days[5:]


def test_closing_now_is_asked_once_and_says_who_waits(office: AtDesk) -> None:
    before = week(office.store)
    for _ in range(2):
        office.store.do(take_number, TakeNumber("HT"), KIOSK)
    office.settle()
    hours = section(office).hours
    office.click(hours.day_form.clear)
    office.press(Key.Key_S, CTRL)
    assert office.question is not None
    for words in ("2 người đang chờ", "đóng ngay bây giờ", "Thứ Hai", "không đổi", "Hoàn tác"):
        assert words in office.question.text
    office.answer("safe")
    assert week(office.store) == before
    office.press(Key.Key_S, CTRL)
    office.answer("wanted")
    assert week(office.store).monday == ()
    office.press(Key.Key_Z, CTRL)
    assert week(office.store) == before


def test_the_kiosk_follows_a_change_of_hours(
    store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    seen = week(store)
    with at_work(store, tmp_path, lambda workplace: CitizenWindow(workplace, clock)) as kiosk:
        kiosk.open()
        assert kiosk.window.page.tile.isEnabled()
        store.do(change_hours, ChangeHours(replace(seen, monday=()), seen), MANAGER)
        kiosk.run()
        assert "07:30" in kiosk.window.page.tile.reason
        assert not kiosk.window.page.tile.isEnabled()


def test_a_promised_day_stays(office: AtDesk) -> None:
    received = receive(office.store)
    hours = section(office).hours
    for day in range(1, 5):
        hours.table.choose(str(day))
        office.click(hours.day_form.clear)
    office.press(Key.Key_S, CTRL)
    office.answer("wanted")
    assert receive(office.store).due_at > received.due_at
    with office.store.read() as unit:
        from kiosk.dossiers.reading import find_dossier

        assert find_dossier(unit, received.code).due_at == received.due_at


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [("12:00", "11:30", "12:00"), ("07:30", "14:00", "chồng lên nhau")],
)
def test_what_is_no_week_is_said_and_stays_typed(
    office: AtDesk, opens: str, closes: str, words: str
) -> None:
    before = week(office.store)
    hours = section(office).hours
    hours.table.choose("1")
    line = hours.day_form.lines[0]
    line.opens.set_text(opens)
    line.closes.set_text(closes)
    office.press(Key.Key_S, CTRL)
    assert words in office.window.told
    assert (line.opens.text(), line.closes.text()) == (opens, closes)
    assert week(office.store) == before


def test_a_time_that_cannot_be_read_is_said_beside_it(office: AtDesk) -> None:
    hours = section(office).hours
    hours.table.choose("2")
    hours.day_form.lines[1].closes.set_text("chiều")
    hours.table.choose("0")
    office.press(Key.Key_S, CTRL)
    assert hours.heading.text() == "Thứ Tư"
    assert hours.day_form.lines[1].closes.error
    assert office.place() is hours.day_form.lines[1].closes.edit


def test_the_last_open_day_is_not_closed(office: AtDesk) -> None:
    hours = section(office).hours
    for day in range(6):
        hours.table.choose(str(day))
        office.click(hours.day_form.clear)
    office.press(Key.Key_S, CTRL)
    office.answer("wanted")
    assert "Cả tuần" in office.window.told
    assert week(office.store).saturday


def test_who_changes_hours_that_another_has_changed_is_told(office: AtDesk) -> None:
    seen = week(office.store)
    hours = section(office).hours
    hours.day_form.lines[0].opens.set_text("08:00")
    sunday = replace(seen, sunday=seen.saturday)
    office.store.do(change_hours, ChangeHours(sunday, seen), MANAGER)
    office.settle()
    office.press(Key.Key_S, CTRL)
    assert "vừa sửa" in office.window.told
    assert week(office.store) == sunday
    office.press(Key.Key_S, CTRL)
    assert week(office.store).sunday == seen.saturday
    assert week(office.store).monday[0].opens == time(8)


def test_a_profile_by_keyboard_alone_and_taken_back(office: AtDesk) -> None:
    before = profile(office.store)
    office.press(Key.Key_F7)
    for _ in range(4):
        office.press(Key.Key_Tab)
    office.type("1 Hoa Sen")
    office.press(Key.Key_S, CTRL)
    assert profile(office.store) == replace(before, address="1 Hoa Sen")
    office.press(Key.Key_Z, CTRL)
    assert profile(office.store) == before


def test_the_profile_shows_how_papers_will_look_and_the_window_follows(office: AtDesk) -> None:
    office.press(Key.Key_F7)
    page = section(office).profile
    page.fields["name"].set_text("Trung tâm Mẫu")
    page.fields["place"].set_text("An Mẫu")
    page.unit_code.set_text("h99.12.09")
    page.edited()
    assert page.name_shown.text() == "TRUNG TÂM MẪU"
    assert page.dated.text() == "An Mẫu, ngày 23 tháng 11 năm 2026"
    assert "H99.12.09-261123-0001" in page.first_code.text()
    office.press(Key.Key_S, CTRL)
    assert profile(office.store).unit_code == "H99.12.09"
    assert office.window.props.office.startswith("Trung tâm Mẫu")


def test_a_code_that_is_used_is_read_only_with_the_reason(office: AtDesk) -> None:
    office.press(Key.Key_F7)
    page = section(office).profile
    assert page.unit_code.edit.isEnabled()
    receive(office.store)
    office.settle()
    assert not page.unit_code.edit.isEnabled()
    office.press(Key.Key_F8)
    assert not section(office).rules.fields["entries_per_volume"].edit.isEnabled()


@pytest.mark.parametrize(("part", "text"), [("name", " "), ("motto", "\x07"), ("code", "H9")])
def test_a_bad_part_is_said_beside_it(office: AtDesk, part: str, text: str) -> None:
    office.press(Key.Key_F7)
    page = section(office).profile
    field = page.fields.get(part, page.unit_code)
    field.set_text(text)
    office.press(Key.Key_S, CTRL)
    assert field.error
    assert office.place() is field.edit


def test_who_changes_a_profile_that_another_has_changed_is_told(office: AtDesk) -> None:
    office.press(Key.Key_F7)
    page, seen = section(office).profile, profile(office.store)
    page.fields["motto"].set_text("Đúng hẹn")
    other = replace(seen, hotline="0200 355 5999")
    office.store.do(change_profile, ChangeProfile(other, seen), MANAGER)
    office.settle()
    office.press(Key.Key_S, CTRL)
    assert "vừa sửa" in office.window.told
    assert page.fields["hotline"].text() == "0200 355 5999"
    office.press(Key.Key_S, CTRL)
    assert profile(office.store) == replace(other, motto="Đúng hẹn")


def test_rules_by_keyboard_alone_and_taken_back(office: AtDesk) -> None:
    before = rules(office.store)
    office.press(Key.Key_F8)
    office.press(Key.Key_A, CTRL)
    office.type("14h30")
    office.press(Key.Key_Tab)
    office.press(Key.Key_Space)
    office.press(Key.Key_S, CTRL)
    after = replace(before, forward_cutoff=time(14, 30), after_cutoff_counts_as_next_day=True)
    assert rules(office.store) == after
    office.press(Key.Key_Z, CTRL)
    assert rules(office.store) == before


@pytest.mark.parametrize(
    ("part", "text"),
    [("forward_cutoff", "25"), ("recall_limit", "a"), ("recall_limit", "0"), ("backup_keep_days", "")],
)  # fmt: skip
def test_a_rule_that_cannot_be_is_said_beside_it(office: AtDesk, part: str, text: str) -> None:
    office.press(Key.Key_F8)
    field = section(office).rules.fields[part]
    field.set_text(text)
    office.press(Key.Key_S, CTRL)
    assert field.error


def test_leaving_asks_about_what_is_typed(office: AtDesk) -> None:
    section(office).profile.fields["motto"].set_text("Đúng hẹn")
    office.go(3)
    assert office.question is not None
    office.answer("wanted")
    office.go(2)
    assert section(office).profile.fields["motto"].text() == ""


def _unread(desk: AtDesk) -> None:
    section(desk).hours.day_form.lines[0].opens.set_text("sáng")
    desk.press(Key.Key_S, CTRL)


def _many(desk: AtDesk) -> None:
    for _ in range(5):
        desk.press(Key.Key_T, CTRL)


STATES: dict[str, Callable[[AtDesk], None]] = {
    "hours": lambda desk: section(desk).hours.table.choose("0"),
    "closed": lambda desk: section(desk).hours.table.choose("6"),
    "many": _many,
    "unread": _unread,
    "profile": lambda desk: desk.press(Key.Key_F7),
    "rules": lambda desk: desk.press(Key.Key_F8),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_it_fits_and_can_be_used_by_everybody(office: AtDesk, size: QSize, state: str) -> None:
    office.window.resize(size)
    STATES[state](office)
    office.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(office.window) == []
