"""How a dossier stands with its due date, in words an officer reads at a glance."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import parse_moment
from kiosk.dossiers.progress import (
    DueKind,
    DueStatus,
    Timeliness,
    due_status,
    timeliness,
    timeliness_of,
    working_day_counter,
)
from kiosk.office.calendar import CalendarDay, DayKind, Session, WorkingCalendar
from kiosk.office.plan import clock_time

CALENDAR = WorkingCalendar.of(
    (
        *(Session(day, clock_time("07:30"), clock_time("17:00"), True, True) for day in range(5)),
        Session(5, clock_time("07:30"), clock_time("11:30"), True, False),
    ),
    (CalendarDay(date(2026, 11, 24), DayKind.OFF, "Ngày Văn hóa", "tests", True),),
)
FRIDAY = "2026-11-27T17:00+07:00"


def status(now: str, due: str | None = FRIDAY, ready: str | None = None) -> DueStatus:
    return due_status(
        parse_moment(due) if due else None,
        parse_moment(ready) if ready else None,
        parse_moment(now),
        working_day_counter(CALENDAR),
    )


@pytest.mark.parametrize(
    ("now", "kind", "words", "days"),
    [
        ("2026-11-20T09:00+07:00", DueKind.AHEAD, "Còn 4 ngày", 4),
        ("2026-11-23T09:00+07:00", DueKind.AHEAD, "Còn 3 ngày", 3),
        ("2026-11-24T09:00+07:00", DueKind.AHEAD, "Còn 3 ngày", 3),
        ("2026-11-25T09:00+07:00", DueKind.AHEAD, "Còn 2 ngày", 2),
        ("2026-11-26T09:00+07:00", DueKind.SOON, "Còn 1 ngày", 1),
        ("2026-11-26T23:59+07:00", DueKind.SOON, "Còn 1 ngày", 1),
        ("2026-11-27T00:00+07:00", DueKind.SOON, "Đến hạn hôm nay", 0),
        ("2026-11-27T17:00+07:00", DueKind.SOON, "Đến hạn hôm nay", 0),
        ("2026-11-27T17:01+07:00", DueKind.SOON, "Quá giờ hẹn hôm nay", 0),
        ("2026-11-28T09:00+07:00", DueKind.OVERDUE, "Quá hạn", 0),
        ("2026-11-30T09:00+07:00", DueKind.OVERDUE, "Quá 1 ngày", 1),
        ("2026-12-01T09:00+07:00", DueKind.OVERDUE, "Quá 2 ngày", 2),
    ],
)
def test_a_dossier_on_its_way(now: str, kind: DueKind, words: str, days: int) -> None:
    assert status(now) == DueStatus(kind, words, days)


def test_the_day_before_a_holiday_still_has_one_working_day() -> None:
    found = status("2026-11-23T09:24+07:00", due="2026-11-25T17:00+07:00")
    assert found == DueStatus(DueKind.SOON, "Còn 1 ngày", 1)
    assert found.full_words == "Còn 1 ngày làm việc"
    assert DueStatus(DueKind.SOON, "Đến hạn hôm nay", 0).full_words == "Đến hạn hôm nay"


@pytest.mark.parametrize(
    ("ready", "came", "words"),
    [
        ("2026-11-26T16:00+07:00", Timeliness.EARLY, "Có kết quả trước hạn"),
        ("2026-11-27T18:00+07:00", Timeliness.ON_TIME, "Có kết quả đúng hạn"),
        ("2026-11-30T07:30+07:00", Timeliness.OVERDUE, "Có kết quả quá hạn"),
    ],
)
def test_a_result_stays_in_time_however_long_it_lies(
    ready: str, came: Timeliness, words: str
) -> None:
    assert timeliness(parse_moment(ready), parse_moment(FRIDAY)) is came
    found = status("2027-12-31T09:00+07:00", ready=ready)
    assert found == DueStatus(DueKind.FINISHED, words, None)


def test_without_an_appointed_day_nothing_is_counted() -> None:
    none = DueStatus(DueKind.NONE, "Chưa hẹn ngày", None)
    assert status("2026-11-23T09:00+07:00", due=None) == none
    assert status("2026-11-23T09:00+07:00", due=None, ready=FRIDAY) == none
    assert timeliness_of(None, parse_moment(FRIDAY)) is None
    assert timeliness_of(parse_moment(FRIDAY), None) is None


@given(st.dates(date(2026, 11, 1), date(2026, 12, 31)), st.integers(0, 40), st.integers(0, 40))
def test_working_days_add_up(start: date, first: int, second: int) -> None:
    count = working_day_counter(CALENDAR)
    middle = date.fromordinal(start.toordinal() + first)
    end = date.fromordinal(middle.toordinal() + second)
    assert count(start, middle) + count(middle, end) == count(start, end)
    assert 0 <= count(start, end) <= first + second
    assert count(end, start) == 0 or start == end
