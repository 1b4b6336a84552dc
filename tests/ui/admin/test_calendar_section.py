"""The manager's calendar: a day changed and taken back, a year confirmed, odd input."""

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.office.calendar import DayKind
from kiosk.office.reading import office_now
from kiosk.ui.admin.calendar.props import DaySeen, YearSeen, derive_year, read_day
from kiosk.ui.admin.calendar.section import CalendarSection
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

NEW_DAY = date(2026, 12, 31)


def section(desk: AtDesk) -> CalendarSection:
    found = desk.window.section
    assert isinstance(found, CalendarSection)
    return found


@pytest.fixture
def calendar(desk: AtDesk) -> AtDesk:
    desk.go(3)
    return desk


def kind_of(desk: AtDesk, day: date) -> DayKind | None:
    with desk.store.read() as unit:
        found = office_now(unit).calendar.days.get(day)
    return found.kind if found is not None else None


def write(desk: AtDesk, day: str, kind: str, name: str) -> None:
    here = section(desk)
    here.day.set_text(day)
    here.kind.choose(kind)
    here.name.set_text(name)
    desk.press(Qt.Key.Key_S, CTRL)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11/2026", date(2026, 11, 24)),
        (" 24-11 ", date(2026, 11, 24)),
        ("1.2.2027", date(2027, 2, 1)),
        ("31/02/2026", None),
        ("mai", None),
        ("", None),
    ],
)
def test_a_day_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text, 2026) == day


def test_what_must_be_checked_is_said() -> None:
    days = tuple(DaySeen(date(2027, 1, at), "off", "Tết", "x", at > 1) for at in (1, 2))
    assert derive_year(YearSeen(2027, date(2026, 12, 1), days)).banner.startswith("Còn 1 ngày")
    assert derive_year(YearSeen(2027, date(2026, 12, 1), days)).rows[0].confirmed.kind != "ok"
    assert "Chưa có ngày nghỉ" in derive_year(YearSeen(2030, date(2026, 12, 1), ())).banner
    assert derive_year(None).rows == ()


def test_where_a_day_comes_from_is_said_to_a_manager() -> None:
    days = tuple(
        DaySeen(date(2027, 1, at), "off", "Tết", source, True)
        for at, source in enumerate(("holidays 0.109", "văn phòng"), 1)
    )
    rows = derive_year(YearSeen(2027, date(2026, 12, 1), days)).rows
    assert [row.source for row in rows] == ["lịch nghỉ lễ kèm chương trình", "văn phòng"]


def test_a_shipped_day_is_read_whole(calendar: AtDesk) -> None:
    table = section(calendar).table
    calendar.window.resize(1366, 768)
    calendar.settle()
    assert not table.is_cut(table.rows_model.index(0, 3))


def test_a_day_is_written_and_taken_back(calendar: AtDesk) -> None:
    write(calendar, "31/12", "off", "Nghỉ bù")
    assert kind_of(calendar, NEW_DAY) is DayKind.OFF
    assert calendar.window.told == "Đã ghi ngày 31/12/2026."
    calendar.press(Qt.Key.Key_Z, CTRL)
    assert kind_of(calendar, NEW_DAY) is None
    assert "Ctrl Z" not in calendar.bar()


def test_a_year_is_confirmed_after_one_question(calendar: AtDesk) -> None:
    calendar.press(Qt.Key.Key_F9)
    calendar.answer("safe")
    assert section(calendar).confirm.isEnabled()
    calendar.press(Qt.Key.Key_F9)
    calendar.answer("wanted")
    assert not section(calendar).confirm.isEnabled()
    assert not section(calendar).banner.isVisible()
    with calendar.store.read() as unit:
        days = office_now(unit).calendar.days
    assert all(one.confirmed for day, one in days.items() if day.year == 2026)


def test_what_cannot_be_understood_stays_and_is_told(calendar: AtDesk) -> None:
    write(calendar, "31/02", "off", "Nghỉ bù")
    assert section(calendar).day.text() == "31/02"
    assert "Ghi ngày như" in section(calendar).day.error
    write(calendar, "31/12", "off", "")
    assert section(calendar).name.error
    assert kind_of(calendar, NEW_DAY) is None


def test_another_year_is_looked_at(calendar: AtDesk) -> None:
    years = {one.option.key: one for one in section(calendar).years.segments}
    calendar.click(years["2027"])
    assert section(calendar).seen is not None
    assert section(calendar).table.rows_model.rows[0].day.endswith("2027")


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)], ids=str)
def test_it_fits_and_can_be_used_by_everybody(calendar: AtDesk, size: QSize) -> None:
    calendar.window.resize(size)
    calendar.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(calendar.window) == []
