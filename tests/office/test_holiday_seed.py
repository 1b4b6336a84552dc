import unicodedata
from datetime import date, timedelta

import pytest

from kiosk.office.calendar import CalendarDay, DayKind
from kiosk.office.holiday_seed import seed_days


def _span(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def _dates(year: int, *days: tuple[int, int]) -> set[date]:
    return {date(year, month, day) for day, month in days}


# The year table of the domain notes, day/month.
YEARS = {
    2024: _dates(2024, (1, 1), (18, 4), (29, 4), (30, 4), (1, 5), (2, 9), (3, 9))
    | _span(date(2024, 2, 8), date(2024, 2, 14)),
    2025: _dates(2025, (1, 1), (7, 4), (30, 4), (1, 5), (2, 5), (1, 9), (2, 9))
    | _span(date(2025, 1, 27), date(2025, 2, 1)),
    2026: _dates(2026, (1, 1), (26, 4), (27, 4), (30, 4), (1, 5), (31, 8), (1, 9), (2, 9), (24, 11))
    | _span(date(2026, 2, 16), date(2026, 2, 20)),
    2027: _dates(2027, (1, 1), (16, 4), (30, 4), (1, 5), (3, 5), (2, 9), (3, 9), (24, 11))
    | _span(date(2027, 2, 4), date(2027, 2, 10)),
    2028: _dates(
        2028, (1, 1), (3, 1), (4, 4), (30, 4), (1, 5), (2, 5), (1, 9), (2, 9), (4, 9), (24, 11)
    )
    | _span(date(2028, 1, 24), date(2028, 1, 29)),
}
EXTRA = {2024: {date(2024, 5, 4)}, 2025: {date(2025, 4, 26)}, 2026: {date(2026, 8, 22)}}


@pytest.fixture(scope="module")
def seeded() -> tuple[CalendarDay, ...]:
    return seed_days(2024, 2028)


def _of(rows: tuple[CalendarDay, ...], year: int, kind: DayKind) -> list[date]:
    return [row.date for row in rows if row.date.year == year and row.kind is kind]


@pytest.mark.parametrize("year", YEARS)
def test_the_days_off_of_a_year(seeded: tuple[CalendarDay, ...], year: int) -> None:
    assert _of(seeded, year, DayKind.OFF) == sorted(YEARS[year])


@pytest.mark.parametrize("year", YEARS)
def test_the_made_up_days_of_a_year(seeded: tuple[CalendarDay, ...], year: int) -> None:
    assert _of(seeded, year, DayKind.EXTRA_WORK) == sorted(EXTRA.get(year, set()))


def test_years_asked_together_and_one_by_one_are_the_same(
    seeded: tuple[CalendarDay, ...],
) -> None:
    assert tuple(row for year in YEARS for row in seed_days(year, year)) == seeded


def test_a_row_stands_once_in_order_and_waits_for_the_manager(
    seeded: tuple[CalendarDay, ...],
) -> None:
    days = [row.date for row in seeded]
    assert days == sorted(set(days))
    assert not any(row.confirmed for row in seeded)
    assert {row.source.split()[0] for row in seeded} == {"holidays"}
    assert all(row.source.split()[1][0].isdigit() for row in seeded)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2026, 4, 26), "Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 27), "Giỗ Tổ Hùng Vương (nghỉ bù)"),
        (date(2026, 2, 17), "Tết Nguyên đán (mùng Một)"),
        (date(2026, 8, 31), "Hoán đổi với Thứ Bảy 22/08/2026"),
        (date(2026, 8, 22), "Làm bù cho Thứ Hai 31/08/2026"),
    ],
)
def test_a_name_reads_as_an_officer_says_it(
    seeded: tuple[CalendarDay, ...], day: date, name: str
) -> None:
    assert {row.date: row.name for row in seeded}[day] == name


def test_no_name_keeps_the_marks_of_the_package() -> None:
    for row in seed_days(2018, 2045):
        assert unicodedata.is_normalized("NFC", row.name)
        assert "dự kiến" not in row.name
        assert "thay cho" not in row.name
        assert "Tết Nguyên Đán" not in row.name
        assert ";" not in row.name


def test_a_swap_across_new_year_is_whole_on_either_side() -> None:
    """31/12/2018 was off for Saturday 5/1/2019."""
    before = {row.date: row for row in seed_days(2018, 2018)}
    after = {row.date: row for row in seed_days(2019, 2019)}
    assert before[date(2018, 12, 31)].name == "Hoán đổi với Thứ Bảy 05/01/2019"
    assert after[date(2019, 1, 5)].kind is DayKind.EXTRA_WORK
    assert after[date(2019, 1, 5)].name == "Làm bù cho Thứ Hai 31/12/2018"
