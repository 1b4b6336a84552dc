"""Due dates: the five vectors of the domain notes day by day, tables, and a naive second opinion."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.limits import LimitUnit, TimeLimit, parse_limit
from kiosk.clock import at_office, local, parse_moment
from kiosk.dossiers.deadlines import DueDate, due_date
from kiosk.office.calendar import CalendarDay, DayKind, Session, WorkingCalendar
from kiosk.office.holiday_seed import seed_days
from kiosk.refusal import Refused

HOURS = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
WEEK = (
    *(Session(weekday, *hours, True, True) for weekday in range(5) for hours in HOURS),
    Session(5, *HOURS[0], open_for_public=True, counts_for_deadline=False),
)
SEEDED = tuple(replace(row, confirmed=True) for row in seed_days(2024, 2028))
OFFICIAL = WorkingCalendar.of(WEEK, SEEDED)
NEVER = WorkingCalendar.of((), ())
SUNDAY = "2026-11-22"
MONDAY = "2026-11-23"


DRAFT = tuple(
    CalendarDay(next(d for d in days if d.weekday() == 6), DayKind.OFF, "", "tests", True)
    for days in ([date(year, 1, day) for day in range(2, 9)] for year in range(2000, 2060))
)
"""A Sunday of each year: these years were entered, and no holiday holds that is not among the rows."""


def calendar(**kinds: DayKind) -> WorkingCalendar:
    """The plain week with some days of it changed: ``calendar(d20261124=DayKind.OFF)``."""
    rows = (
        CalendarDay(date.fromisoformat(day[1:]), kind, "", "tests", confirmed=True)
        for day, kind in kinds.items()
    )
    return WorkingCalendar.of(WEEK, (*DRAFT, *rows))


def due(received: str, limit: str, known: WorkingCalendar = OFFICIAL, **rules: object) -> DueDate:
    return due_date(parse_moment(received), parse_limit(limit), known, **rules)  # type: ignore[arg-type]


def written(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M}"


def strip(found: DueDate) -> list[str]:
    """The days as ``13/02 -`` (does not count) or ``23/02 +``."""
    return [f"{day.date:%d/%m} {'+' if day.counts else '-'}" for day in found.days]


VECTORS = {
    ("2026-02-13", "5wd"): [
        *("13/02 -", "14/02 -", "15/02 -", "16/02 -", "17/02 -", "18/02 -", "19/02 -", "20/02 -"),
        *("21/02 -", "22/02 -", "23/02 +", "24/02 +", "25/02 +", "26/02 +", "27/02 +"),
    ],
    ("2027-04-29", "3wd"): [
        *("29/04 -", "30/04 -", "01/05 -", "02/05 -", "03/05 -", "04/05 +", "05/05 +", "06/05 +"),
    ],
    ("2026-08-21", "1wd"): ["21/08 -", "22/08 +"],
    ("2026-11-23", "1wd"): ["23/11 -", "24/11 -", "25/11 +"],
    ("2025-04-29", "2wd"): [
        *("29/04 -", "30/04 -", "01/05 -", "02/05 -", "03/05 -", "04/05 -", "05/05 +", "06/05 +"),
    ],
}


@pytest.mark.parametrize(("received", "limit"), VECTORS)
@pytest.mark.parametrize("hour", ["00:00", "09:24", "15:00", "23:59"])
def test_a_vector_of_the_domain_notes_day_by_day(received: str, limit: str, hour: str) -> None:
    found = due(f"{received}T{hour}", limit)
    days = VECTORS[received, limit]
    assert strip(found) == days
    assert f"{local(found.due_at):%d/%m %H:%M}" == f"{days[-1][:5]} 17:00"
    assert found.due_at.tzinfo is UTC


def test_every_day_says_why() -> None:
    found = due("2026-11-23T09:24", "3wd")
    assert [day.why for day in found.days] == [
        *("ngày nhận", "nghỉ: Ngày Văn hóa Việt Nam", "ngày 1", "ngày 2", "ngày 3"),
    ]
    found = due("2026-08-21T09:24", "1wd")
    assert [day.why for day in found.days] == [
        *("ngày nhận", "ngày 1, làm bù cho Thứ Hai 31/08/2026"),
    ]


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        # in the day: before 15:00, at it, after the last session, on days off, at midnight
        (f"{MONDAY}T00:00", "0wd", "2026-11-23 17:00"),
        (f"{MONDAY}T14:59:59", "0wd", "2026-11-23 17:00"),
        (f"{MONDAY}T15:00", "0wd", "2026-11-25 17:00"),
        (f"{MONDAY}T18:00", "0d", "2026-11-25 17:00"),
        ("2026-11-24T08:00", "0d", "2026-11-25 17:00"),
        (f"{SUNDAY}T23:59:59", "0d", "2026-11-23 17:00"),
        ("2026-11-28T08:00", "0wd", "2026-11-30 17:00"),
        ("2026-08-21T16:00", "0wd", "2026-08-22 17:00"),
        # working days over a day off, a weekend, the end of a year
        (f"{SUNDAY}T08:00", "1wd", "2026-11-23 17:00"),
        ("2026-11-27T08:00", "1wd", "2026-11-30 17:00"),
        ("2026-12-31T08:00", "1wd", "2027-01-04 17:00"),
        ("2026-02-15T08:00", "1wd", "2026-02-23 17:00"),
        # calendar days: all count, the last one rolls on
        (f"{MONDAY}T08:00", "1d", "2026-11-25 17:00"),
        (f"{MONDAY}T08:00", "4d", "2026-11-27 17:00"),
        (f"{MONDAY}T08:00", "5d", "2026-11-30 17:00"),
        ("2026-02-06T08:00", "10d", "2026-02-23 17:00"),
        ("2026-08-20T08:00", "2d", "2026-08-22 17:00"),
        ("2025-12-12T08:00", "20d", "2026-01-02 17:00"),
        # months: same day, clamped, rolled, over the year
        ("2026-11-25T08:00", "1mo", "2026-12-25 17:00"),
        ("2026-10-24T08:00", "1mo", "2026-11-25 17:00"),
        ("2027-03-31T08:00", "1mo", "2027-05-04 17:00"),
        ("2025-12-31T08:00", "2mo", "2026-03-02 17:00"),
        ("2027-12-31T08:00", "2mo", "2028-02-29 17:00"),
        ("2026-11-30T08:00", "12mo", "2027-11-30 17:00"),
        # hours are working hours, from the moment; outside, from the next session
        (f"{MONDAY}T08:00", "2h", "2026-11-23 10:00"),
        (f"{MONDAY}T10:00", "8h", "2026-11-25 10:30"),
        (f"{MONDAY}T10:00:59", "1h", "2026-11-23 11:00"),
        (f"{MONDAY}T09:30", "2h", "2026-11-23 11:30"),
        (f"{MONDAY}T11:30", "1h", "2026-11-23 14:30"),
        (f"{MONDAY}T12:15", "1h", "2026-11-23 14:30"),
        (f"{MONDAY}T17:00", "1h", "2026-11-25 08:30"),
        (f"{MONDAY}T05:00", "8h", "2026-11-25 08:00"),
        (f"{SUNDAY}T22:00", "8h", "2026-11-25 08:00"),
        ("2026-11-27T16:59", "1h", "2026-11-30 08:29"),
        ("2026-11-28T09:00", "1h", "2026-11-30 08:30"),
        ("2026-08-21T16:00", "2h", "2026-08-22 08:30"),
    ],
)
def test_the_due_moment(received: str, limit: str, expected: str) -> None:
    assert written(due(received, limit).due_at) == expected


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        ("2026-11-20T08:00", "1wd", "2026-11-23 11:30"),
        ("2026-11-20T08:00", "2wd", "2026-11-24 17:00"),
        ("2026-11-20T08:00", "3d", "2026-11-23 11:30"),
        (f"{MONDAY}T11:29", "0wd", "2026-11-23 11:30"),
        (f"{MONDAY}T11:30", "0wd", "2026-11-24 17:00"),
        (f"{MONDAY}T11:00", "1h", "2026-11-24 08:00"),
    ],
)
def test_a_half_day_ends_with_its_morning(received: str, limit: str, expected: str) -> None:
    assert written(due(received, limit, calendar(d20261123=DayKind.HALF)).due_at) == expected


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        (f"{MONDAY}T14:59", "1wd", "2026-11-24 17:00"),
        (f"{MONDAY}T15:00", "1wd", "2026-11-25 17:00"),
        ("2026-11-27T15:00", "1wd", "2026-12-01 17:00"),
        ("2026-11-29T08:00", "1wd", "2026-12-01 17:00"),
        ("2026-11-27T15:00", "1d", "2026-12-01 17:00"),
        ("2026-11-27T15:00", "1mo", "2026-12-30 17:00"),
        ("2026-11-27T15:00", "2h", "2026-11-27 17:00"),
        ("2026-11-27T15:00", "0wd", "2026-11-30 17:00"),
    ],
)
def test_the_switch_starts_a_late_dossier_with_the_next_working_day(
    received: str, limit: str, expected: str
) -> None:
    found = due(received, limit, calendar(), after_cutoff_counts_as_next_day=True)
    assert written(found.due_at) == expected


def test_the_moved_start_is_a_day_of_its_own() -> None:
    found = due("2026-11-27T15:00", "1wd", calendar(), after_cutoff_counts_as_next_day=True)
    assert [(f"{day.date:%d/%m}", day.counts, day.why) for day in found.days] == [
        ("27/11", False, "ngày nhận"),
        ("28/11", False, "Thứ Bảy"),
        ("29/11", False, "Chủ nhật"),
        ("30/11", False, "tính như ngày nhận"),
        ("01/12", True, "ngày 1"),
    ]


def test_the_cutoff_is_the_office_s_own() -> None:
    assert written(due(f"{MONDAY}T15:00", "0wd", calendar(), cutoff=time(16)).due_at).endswith(
        "23 17:00"
    )
    late = due(f"{MONDAY}T16:30", "0wd", calendar(), cutoff=time(16, 30))
    assert written(late.due_at) == "2026-11-24 17:00"
    assert late.reason.startswith("Nhận sau 16 giờ 30 phút, trả kết quả")


def test_calendar_days_count_to_the_last_and_roll_after_it() -> None:
    found = due("2026-11-25T08:00", "3d")
    assert [(f"{day.date:%d/%m}", day.counts, day.why) for day in found.days] == [
        ("25/11", False, "ngày nhận"),
        ("26/11", True, "ngày 1"),
        ("27/11", True, "ngày 2"),
        ("28/11", True, "ngày 3, Thứ Bảy"),
        ("29/11", False, "Chủ nhật"),
        ("30/11", False, "ngày làm việc kế tiếp"),
    ]
    assert due("2026-11-25T08:00", "1mo").days[-1].why == "ngày 30, tròn 01 tháng"


def test_hours_are_shown_where_they_were_used() -> None:
    found = due(f"{MONDAY}T15:50", "8h")
    assert [(f"{day.date:%d/%m}", day.counts, day.why) for day in found.days] == [
        ("23/11", True, "ngày nhận, 01 giờ 10 phút"),
        ("24/11", False, "nghỉ: Ngày Văn hóa Việt Nam"),
        ("25/11", True, "06 giờ 50 phút"),
    ]
    assert due(f"{SUNDAY}T15:50", "1h").days[0].why == "ngày nhận"
    assert due(f"{MONDAY}T16:59:59", "1h").days[0].why == "ngày nhận, 01 phút"


@pytest.mark.parametrize(
    ("received", "limit", "reason"),
    [
        (f"{MONDAY}T09:24", "3wd", "Tính từ ngày kế tiếp; 24/11 nghỉ lễ, không tính."),
        ("2026-11-25T09:24", "2wd", "Tính từ ngày kế tiếp."),
        ("2026-11-26T09:24", "2wd", "Tính từ ngày kế tiếp; 02 ngày nghỉ hằng tuần, không tính."),
        (
            "2026-02-13T09:24",
            "5wd",
            "Tính từ ngày kế tiếp; 16/02, 17/02, 18/02 và 02 ngày khác nghỉ lễ, "
            "cùng 04 ngày nghỉ hằng tuần, không tính.",
        ),
        (
            "2026-12-31T09:24",
            "1wd",
            "Tính từ ngày kế tiếp; 01/01/2027 nghỉ lễ, cùng 02 ngày nghỉ hằng tuần, không tính.",
        ),
        ("2026-08-21T09:24", "1wd", "Tính từ ngày kế tiếp; 22/08 làm bù, có tính."),
        (
            "2026-11-25T09:24",
            "3d",
            "Tính từ ngày kế tiếp, gồm cả ngày nghỉ; "
            "ngày cuối 28/11 (Thứ Bảy) chuyển sang ngày làm việc kế tiếp.",
        ),
        (f"{MONDAY}T09:24", "0wd", "Trả kết quả trong ngày nhận."),
        (
            f"{MONDAY}T15:24",
            "0wd",
            "Nhận sau 15 giờ, trả kết quả trong ngày làm việc kế tiếp; 24/11 nghỉ lễ, không tính.",
        ),
        (
            "2026-11-25T17:24",
            "0wd",
            "Nhận sau giờ làm việc, trả kết quả trong ngày làm việc kế tiếp.",
        ),
        (f"{SUNDAY}T09:24", "0wd", "Nhận vào ngày nghỉ, trả kết quả trong ngày làm việc kế tiếp."),
        (f"{MONDAY}T09:24", "2h", "Tính theo giờ làm việc, từ lúc nhận."),
        (
            f"{SUNDAY}T09:24",
            "2h",
            "Nhận ngoài giờ làm việc, tính từ 07:30 ngày 23/11.",
        ),
    ],
)
def test_the_reason_in_one_sentence(received: str, limit: str, reason: str) -> None:
    assert due(received, limit).reason == reason


def test_the_reason_says_what_the_switch_and_a_half_day_did() -> None:
    late = due(
        f"{MONDAY}T15:24",
        "1wd",
        calendar(d20260102=DayKind.OFF),
        after_cutoff_counts_as_next_day=True,
    )
    assert late.reason == "Nhận sau 15 giờ nên tính từ sau ngày 24/11."
    half = due("2026-11-20T08:00", "3d", calendar(d20261123=DayKind.HALF))
    assert half.reason.endswith("gồm cả ngày nghỉ; 23/11 chỉ làm việc buổi sáng.")


def test_the_reason_names_three_days_off_and_counts_the_others() -> None:
    off = dict.fromkeys(("d20261124", "d20261125", "d20261126"), DayKind.OFF)
    three = due(f"{MONDAY}T09:24", "1wd", calendar(**off))
    assert three.reason == "Tính từ ngày kế tiếp; 24/11, 25/11, 26/11 nghỉ lễ, không tính."
    four = due("2026-11-20T09:24", "1wd", calendar(d20261123=DayKind.OFF, **off))
    assert "23/11, 24/11, 25/11 và 01 ngày khác nghỉ lễ" in four.reason


def test_an_unconfirmed_calendar_is_said_and_still_counts() -> None:
    seeded = WorkingCalendar.of(WEEK, seed_days(2026, 2027))
    found = due("2026-12-30T09:00", "2wd", seeded)
    assert written(found.due_at) == "2027-01-04 17:00"
    assert found.reason.endswith("; lịch năm 2026–2027 chưa được xác nhận.")
    assert found.days[2].why == "nghỉ: Tết Dương lịch (chưa xác nhận)"


def test_a_year_the_calendar_does_not_know_still_counts() -> None:
    found = due("2031-02-14T09:00", "1wd")
    assert written(found.due_at) == "2031-02-17 17:00"
    assert found.reason.endswith("lịch năm 2031 chưa nhập đủ, mới tính các ngày lễ cố định.")
    new_year = due("2031-12-31T09:00", "1wd")
    assert written(new_year.due_at) == "2032-01-02 17:00"
    assert "01/01/2032 nghỉ lễ, không tính" in new_year.reason


def test_a_limit_of_ten_years_is_counted_and_said_shortly() -> None:
    found = due("2026-11-30T09:00", "3650wd")
    assert sum(day.counts for day in found.days) == 3650
    assert "và 63 ngày khác nghỉ lễ, cùng 1.486 ngày nghỉ hằng tuần" in found.reason
    assert found.reason.endswith("lịch năm 2029–2041 chưa nhập đủ, mới tính các ngày lễ cố định.")
    assert len(found.reason) < 200


@pytest.mark.parametrize("limit", ["0wd", "1wd", "1d", "1mo", "1h"])
def test_a_calendar_where_nothing_counts_is_refused(limit: str) -> None:
    with pytest.raises(Refused) as refused:
        due(f"{MONDAY}T09:00", limit, NEVER)
    assert refused.value.code == "calendar.no_working_day"


@pytest.mark.parametrize("year", [1, 1899, 3000, 9999])
def test_an_absurd_reception_is_refused(year: int) -> None:
    with pytest.raises(Refused) as refused:
        due_date(datetime(year, 1, 1, tzinfo=UTC), parse_limit("1wd"), OFFICIAL)
    assert refused.value.code == "deadline.reception_absurd"


def test_a_time_without_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="aware"):
        due_date(datetime(2026, 11, 23), parse_limit("1wd"), OFFICIAL)  # noqa: DTZ001


# A second opinion, written from the rules alone: days as sets, hours minute by minute.

FIRST = date(2026, 11, 1)
Rows = Mapping[date, DayKind]


def naive_hours(day: date, rows: Rows) -> list[tuple[time, time]]:
    kind = rows.get(day)
    if kind is DayKind.OFF or (kind is not DayKind.EXTRA_WORK and day.weekday() > 4):
        return []
    return list(HOURS[:1] if kind is DayKind.HALF else HOURS)


def naive_next(day: date, rows: Rows) -> date:
    day += timedelta(days=1)
    while not naive_hours(day, rows):
        day += timedelta(days=1)
    return day


def naive_due(received: datetime, limit: TimeLimit, rows: Rows, *, moved: bool) -> datetime:
    day = received.date()
    hours = naive_hours(day, rows)
    late = not hours or received.time() >= min(hours[-1][1], time(15))
    if limit.unit is LimitUnit.HOUR:
        minute, left = received, limit.amount * 60
        while left:
            inside = (o <= minute.time() < c for o, c in naive_hours(minute.date(), rows))
            left -= any(inside)
            minute += timedelta(minutes=1)
        return minute
    if late and (moved or not limit.amount):
        day = naive_next(day, rows)
    if limit.unit is LimitUnit.WORKING_DAY:
        for _ in range(limit.amount):
            day = naive_next(day, rows)
    elif limit.unit is LimitUnit.DAY:
        day += timedelta(days=limit.amount)
    else:
        length = day.day
        for _ in range(limit.amount):
            first_of_next = day.replace(day=1) + timedelta(days=31)
            day = first_of_next.replace(day=1)
        day = day.replace(day=min(length, monthrange(day.year, day.month)[1]))
    if not naive_hours(day, rows):
        day = naive_next(day, rows)
    return datetime.combine(day, naive_hours(day, rows)[-1][1])


moments = st.integers(0, 45 * 24 * 60 - 1).map(
    lambda minutes: datetime.combine(FIRST, time.min) + timedelta(minutes=minutes)
)
rows_of = st.dictionaries(
    st.integers(0, 120).map(lambda n: FIRST + timedelta(days=n)),
    st.sampled_from(DayKind),
    max_size=25,
)
limits = st.one_of(
    st.builds(TimeLimit, st.integers(0, 40), st.just(LimitUnit.WORKING_DAY)),
    st.builds(TimeLimit, st.integers(0, 60), st.just(LimitUnit.DAY)),
    st.builds(TimeLimit, st.integers(1, 60), st.just(LimitUnit.HOUR)),
    st.builds(TimeLimit, st.integers(1, 14), st.just(LimitUnit.MONTH)),
)


def from_rows(rows: Rows) -> WorkingCalendar:
    own = (CalendarDay(day, kind, "", "tests", True) for day, kind in rows.items())
    return WorkingCalendar.of(WEEK, (*DRAFT, *own))


def counted(received: datetime, limit: TimeLimit, rows: Rows, *, moved: bool = False) -> DueDate:
    at = at_office(received.date(), received.hour, received.minute)
    return due_date(at, limit, from_rows(rows), after_cutoff_counts_as_next_day=moved)


@given(moments, limits, rows_of, st.booleans())
def test_the_naive_count_agrees(
    received: datetime, limit: TimeLimit, rows: Rows, moved: bool
) -> None:
    expected = naive_due(received, limit, rows, moved=moved)
    assert (
        local(counted(received, limit, rows, moved=moved).due_at).replace(tzinfo=None) == expected
    )


@given(moments, limits, rows_of, st.booleans())
def test_the_days_run_from_reception_to_the_due_day(
    received: datetime, limit: TimeLimit, rows: Rows, moved: bool
) -> None:
    found = counted(received, limit, rows, moved=moved)
    here = local(found.due_at).replace(tzinfo=None)
    days = [day.date for day in found.days]
    assert days == [received.date() + timedelta(days=n) for n in range(len(days))]
    assert days[-1] == here.date()
    assert here >= received
    known = from_rows(rows)
    if limit.unit is LimitUnit.HOUR:
        assert any(o < here.time() <= c for o, c in known.deadline_sessions(here.date()))
    else:
        assert known.closing(here.date()) == here.time()
    if limit.unit in {LimitUnit.WORKING_DAY, LimitUnit.DAY}:
        assert sum(day.counts for day in found.days) == limit.amount
    if limit.unit is LimitUnit.WORKING_DAY:
        assert all(known.verdict(day.date).counts for day in found.days if day.counts)
    assert found.reason.endswith(".")
    assert all(day.why for day in found.days)


@given(moments, limits, rows_of, st.booleans(), st.integers(0, 90))
def test_one_more_day_off_never_makes_it_earlier(
    received: datetime, limit: TimeLimit, rows: Rows, moved: bool, ahead: int
) -> None:
    off = {received.date() + timedelta(days=ahead): DayKind.OFF}
    before = counted(received, limit, rows, moved=moved)
    assert counted(received, limit, {**rows, **off}, moved=moved).due_at >= before.due_at


@given(moments, limits, rows_of, st.booleans())
def test_a_longer_limit_is_never_due_earlier(
    received: datetime, limit: TimeLimit, rows: Rows, moved: bool
) -> None:
    longer = replace(limit, amount=limit.amount + 1)
    assert (
        counted(received, longer, rows, moved=moved).due_at
        >= counted(received, limit, rows, moved=moved).due_at
    )


@given(moments, st.integers(0, 7 * 24 * 60), limits, rows_of, st.booleans())
def test_who_comes_later_is_never_due_earlier(
    received: datetime, minutes: int, limit: TimeLimit, rows: Rows, moved: bool
) -> None:
    later = received + timedelta(minutes=minutes)
    assert (
        counted(later, limit, rows, moved=moved).due_at
        >= counted(received, limit, rows, moved=moved).due_at
    )
