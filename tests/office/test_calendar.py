from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import at_office, local
from kiosk.office.calendar import CalendarDay, DayKind, Session, WorkingCalendar
from kiosk.refusal import Refused

MORNING = (time(7, 30), time(11, 30))
AFTERNOON = (time(13, 30), time(17))
SATURDAY_MORNING = Session(5, *MORNING, open_for_public=True, counts_for_deadline=False)
WEEK = (
    *(
        Session(weekday, *hours, True, True)
        for weekday in range(5)
        for hours in (AFTERNOON, MORNING)
    ),
    SATURDAY_MORNING,
)

MONDAY = date(2026, 11, 23)
CULTURE_DAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)
SUNDAY = date(2026, 11, 29)


def row(day: date, kind: DayKind, name: str = "", *, confirmed: bool = True) -> CalendarDay:
    return CalendarDay(day, kind, name, "tests", confirmed)


def calendar(*rows: CalendarDay, sessions: tuple[Session, ...] = WEEK) -> WorkingCalendar:
    return WorkingCalendar.of(sessions, rows)


@pytest.mark.parametrize(
    ("kind", "name", "day", "counts", "why"),
    [
        (None, "", MONDAY, True, "ngày làm việc"),
        (None, "", SATURDAY, False, "Thứ Bảy"),
        (None, "", SUNDAY, False, "Chủ nhật"),
        (DayKind.OFF, "Ngày Văn hóa Việt Nam", CULTURE_DAY, False, "nghỉ: Ngày Văn hóa Việt Nam"),
        (DayKind.OFF, "", CULTURE_DAY, False, "nghỉ"),
        (DayKind.OFF, "Giỗ Tổ Hùng Vương", SUNDAY, False, "nghỉ: Giỗ Tổ Hùng Vương"),
        (DayKind.EXTRA_WORK, "Làm bù cho Thứ Hai", SATURDAY, True, "làm bù cho Thứ Hai"),
        (DayKind.EXTRA_WORK, "theo công văn 12", SUNDAY, True, "làm bù: theo công văn 12"),
        (DayKind.EXTRA_WORK, "", SATURDAY, True, "làm bù"),
        (DayKind.HALF, "chiều tập huấn", MONDAY, True, "làm việc buổi sáng: chiều tập huấn"),
        (DayKind.HALF, "", SUNDAY, False, "Chủ nhật"),
    ],
)
def test_a_day_counts_or_not_and_says_why(
    kind: DayKind | None, name: str, day: date, counts: bool, why: str
) -> None:
    rows = [row(day, kind, name)] if kind else []
    verdict = calendar(*rows).verdict(day)
    assert (verdict.date, verdict.counts, verdict.why) == (day, counts, why)
    doubted = [replace(one, confirmed=False) for one in rows]
    expected = f"{why} (chưa xác nhận)" if rows else why
    assert calendar(*doubted).verdict(day).why == expected


def test_a_weekday_without_sessions_is_named() -> None:
    tuesdays_off = tuple(session for session in WEEK if session.weekday != 1)
    verdict = calendar(row(SUNDAY, DayKind.OFF), sessions=tuesdays_off).verdict(CULTURE_DAY)
    assert not verdict.counts
    assert verdict.why == "Thứ Ba, không làm việc"


def test_sessions_come_in_order_whatever_order_they_were_written_in() -> None:
    assert calendar().deadline_sessions(MONDAY) == (MORNING, AFTERNOON)
    assert calendar().closing(MONDAY) == time(17)


def test_saturday_morning_is_open_but_no_working_day() -> None:
    assert calendar().public_sessions(SATURDAY) == (MORNING,)
    assert calendar().deadline_sessions(SATURDAY) == ()
    assert calendar().closing(SATURDAY) is None
    assert calendar().is_open(at_office(SATURDAY, 8))
    assert not calendar().verdict(SATURDAY).counts


def test_a_holiday_on_saturday_shuts_the_doors_too() -> None:
    assert calendar(row(SATURDAY, DayKind.OFF)).public_sessions(SATURDAY) == ()


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY])
def test_a_made_up_day_has_the_hours_of_monday(day: date) -> None:
    made_up = calendar(row(day, DayKind.EXTRA_WORK))
    assert made_up.deadline_sessions(day) == (MORNING, AFTERNOON)
    assert made_up.public_sessions(day) == (MORNING, AFTERNOON)


def test_a_made_up_day_keeps_its_own_counting_hours() -> None:
    own = Session(5, time(8), time(12), True, True)
    made_up = calendar(row(SATURDAY, DayKind.EXTRA_WORK), sessions=(*WEEK[:-1], own))
    assert made_up.deadline_sessions(SATURDAY) == ((time(8), time(12)),)


def test_a_made_up_day_borrows_the_first_working_weekday_when_monday_is_none() -> None:
    sessions = (Session(2, time(9), time(16), True, True), SATURDAY_MORNING)
    made_up = calendar(row(SUNDAY, DayKind.EXTRA_WORK), sessions=sessions)
    assert made_up.deadline_sessions(SUNDAY) == ((time(9), time(16)),)


def test_a_half_day_ends_at_noon_at_the_latest() -> None:
    half = calendar(row(MONDAY, DayKind.HALF))
    assert half.deadline_sessions(MONDAY) == (MORNING,)
    assert half.public_sessions(MONDAY) == (MORNING,)
    through = (Session(0, time(8), time(15), True, True),)
    assert calendar(row(MONDAY, DayKind.HALF), sessions=through).closing(MONDAY) == time(12)


@pytest.mark.parametrize(
    ("hour", "minute", "open_now"),
    [
        (7, 29, False),
        (7, 30, True),
        (11, 29, True),
        (11, 30, False),
        (13, 30, True),
        (17, 0, False),
    ],
)
def test_open_from_the_first_minute_to_before_the_last(
    hour: int, minute: int, open_now: bool
) -> None:
    assert calendar().is_open(at_office(MONDAY, hour, minute)) is open_now


def test_the_office_day_is_not_the_day_of_utc() -> None:
    assert calendar().is_open(datetime(2026, 11, 23, 0, 31, tzinfo=UTC))
    assert not calendar().is_open(datetime(2026, 11, 22, 23, 59, tzinfo=UTC))


@pytest.mark.parametrize(
    ("asked", "opening"),
    [
        ((MONDAY, 0, 0), (MONDAY, 7, 30)),
        ((MONDAY, 7, 30), (MONDAY, 7, 30)),
        ((MONDAY, 9, 0), (MONDAY, 13, 30)),
        ((MONDAY, 12, 0), (MONDAY, 13, 30)),
        ((MONDAY, 17, 0), (date(2026, 11, 25), 7, 30)),
        ((SATURDAY, 6, 0), (SATURDAY, 7, 30)),
        ((SATURDAY, 11, 30), (date(2026, 11, 30), 7, 30)),
    ],
)
def test_the_next_opening(asked: tuple[date, int, int], opening: tuple[date, int, int]) -> None:
    shut = calendar(row(CULTURE_DAY, DayKind.OFF))
    assert shut.next_opening(at_office(*asked)) == at_office(*opening)


def test_the_next_opening_is_in_utc() -> None:
    opening = calendar().next_opening(at_office(MONDAY))
    assert opening is not None
    assert opening.tzinfo is UTC


def test_an_office_that_never_opens_is_searched_only_so_far() -> None:
    never = calendar(sessions=())
    assert never.next_opening(at_office(MONDAY)) is None
    with pytest.raises(Refused) as refused:
        never.first_working_day(MONDAY)
    assert refused.value.code == "calendar.no_working_day"
    assert refused.value.details == {"after": "2026-11-23", "days": 400}


def test_the_end_of_all_calendars_is_no_crash() -> None:
    never = calendar(sessions=())
    assert never.next_opening(datetime(9999, 12, 30, tzinfo=UTC)) is None
    with pytest.raises(Refused, match="no_working_day"):
        never.first_working_day(date.max)


def test_a_working_day_is_its_own_first_working_day() -> None:
    assert calendar().first_working_day(MONDAY) == MONDAY
    assert calendar().first_working_day(SATURDAY) == date(2026, 11, 30)


def test_the_hours_of_a_day_as_a_screen_shows_them() -> None:
    assert calendar().today_hours(MONDAY) == "07:30 – 11:30, 13:30 – 17:00"
    assert calendar().today_hours(SATURDAY) == "07:30 – 11:30"
    assert calendar().today_hours(SUNDAY) == ""


@pytest.mark.parametrize(
    ("weekday", "opens", "closes"),
    [
        (7, *MORNING),
        (-1, *MORNING),
        (0, time(11), time(8)),
        (0, time(8), time(8)),
        (0, time(8, 0, 30), time(9)),
    ],
)
def test_an_absurd_session_is_refused(weekday: int, opens: time, closes: time) -> None:
    with pytest.raises(Refused) as refused:
        Session(weekday, opens, closes, True, True)
    assert refused.value.code == "calendar.session_malformed"


def test_sessions_must_not_overlap() -> None:
    twice = Session(0, time(11), time(12), True, False)
    with pytest.raises(Refused) as refused:
        calendar(sessions=(*WEEK, twice))
    assert refused.value.code == "calendar.sessions_overlap"
    assert refused.value.details == {"weekday": "Thứ Hai"}


def test_sessions_may_touch() -> None:
    touching = (Session(0, *MORNING, True, True), Session(0, time(11, 30), time(13), True, True))
    assert calendar(sessions=touching).today_hours(MONDAY) == "07:30 – 11:30, 11:30 – 13:00"


def test_public_and_counted_hours_may_be_written_apart() -> None:
    apart = (Session(0, *MORNING, True, False), Session(0, time(7), time(11), False, True))
    assert calendar(sessions=apart).public_sessions(MONDAY) == (MORNING,)
    assert calendar(sessions=apart).deadline_sessions(MONDAY) == ((time(7), time(11)),)


def test_a_year_is_vouched_for_where_all_its_rows_are_confirmed() -> None:
    known = calendar(
        row(date(2026, 1, 1), DayKind.OFF),
        row(CULTURE_DAY, DayKind.OFF, confirmed=False),
        row(date(2027, 1, 1), DayKind.OFF, confirmed=False),
    )
    assert known.unconfirmed_years(date(2026, 3, 2), date(2026, 3, 9)) == (2026,)
    assert known.unconfirmed_years(MONDAY, date(2026, 11, 25)) == (2026,)
    assert known.unconfirmed_years(date(2026, 12, 30), date(2028, 1, 4)) == (2026, 2027, 2028)
    whole = calendar(row(date(2026, 1, 1), DayKind.OFF), row(CULTURE_DAY, DayKind.OFF))
    assert whole.unconfirmed_years(MONDAY, date(2027, 1, 4)) == (2027,)


@given(st.integers(0, 3 * 365 * 24 * 60))
def test_the_doors_are_open_at_the_next_opening(minutes: int) -> None:
    moment = at_office(date(2026, 1, 1)) + timedelta(minutes=minutes)
    shut = calendar(row(CULTURE_DAY, DayKind.OFF), row(SUNDAY, DayKind.EXTRA_WORK))
    opening = shut.next_opening(moment)
    assert opening is not None
    assert opening >= moment
    assert shut.is_open(opening)
    assert local(opening).time() in {MORNING[0], AFTERNOON[0]}
