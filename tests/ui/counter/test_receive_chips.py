"""The counted days as chips."""

from datetime import date, time

import pytest

from kiosk.catalogue.limits import parse_limit
from kiosk.clock import parse_moment
from kiosk.dossiers.deadlines import due_date
from kiosk.office.calendar import CalendarDay, DayKind, Session, WorkingCalendar
from kiosk.ui.counter.receive.chips import chips
from kiosk.ui.parts.day_strip import Day, folded

WEEK = tuple(
    Session(weekday, opens, closes, True, True)
    for weekday in range(5)
    for opens, closes in ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
)
CALENDAR = WorkingCalendar.of(
    WEEK,
    (
        CalendarDay(date(2026, 11, 24), DayKind.OFF, "Ngày Văn hóa Việt Nam", "tests", True),
        CalendarDay(date(2026, 11, 28), DayKind.EXTRA_WORK, "Làm bù cho Thứ Hai", "tests", True),
    ),
)
MORNING, LATE = "2026-11-23T09:24+07:00", "2026-11-23T15:30+07:00"


@pytest.mark.parametrize(
    ("limit", "received", "expected"),
    [
        ("0wd", MORNING, ["T2 23/11 trong ngày due"]),
        (
            "0wd",
            LATE,
            ["T2 23/11 ngày nhận received", "T3 24/11 nghỉ lễ off", "T4 25/11 hẹn trả due"],
        ),
        (
            "1wd",
            LATE,
            [
                "T2 23/11 ngày nhận received",
                "T3 24/11 nghỉ lễ off",
                "T4 25/11 như nhận off",
                "T5 26/11 ngày 1 due",
            ],
        ),
        (
            "3wd",
            MORNING,
            [
                "T2 23/11 ngày nhận received",
                "T3 24/11 nghỉ lễ off",
                "T4 25/11 ngày 1 counted",
                "T5 26/11 ngày 2 counted",
                "T6 27/11 ngày 3 due",
            ],
        ),
        (
            "8h",
            MORNING,
            ["T2 23/11 ngày nhận received", "T3 24/11 nghỉ lễ off", "T4 25/11 2 giờ 24 due"],
        ),
        (
            "6d",
            MORNING,
            [
                "T2 23/11 ngày nhận received",
                "T3 24/11 ngày 1 counted",
                "T4 25/11 ngày 2 counted",
                "T5 26/11 ngày 3 counted",
                "T6 27/11 ngày 4 counted",
                "T7 28/11 ngày 5 counted",
                "CN 29/11 ngày 6 counted",
                "T2 30/11 hẹn trả due",
            ],
        ),
    ],
)
def test_each_day_has_its_chip(limit: str, received: str, expected: list[str]) -> None:
    late_counts = limit == "1wd"
    due = due_date(
        parse_moment(received),
        parse_limit(limit),
        CALENDAR,
        after_cutoff_counts_as_next_day=late_counts,
    )
    assert [f"{c.weekday} {c.date} {c.note} {c.kind}" for c in chips(due.days)] == expected


def test_weekends_and_made_up_days_are_told_apart() -> None:
    due = due_date(parse_moment(MORNING), parse_limit("5wd"), CALENDAR)
    notes = {c.date: (c.note, c.kind) for c in chips(due.days)}
    assert notes["28/11"] == ("ngày 4", "counted")
    assert notes["29/11"] == ("nghỉ", "off")
    assert notes["30/11"] == ("ngày 5", "due")


@pytest.mark.parametrize("limit", ["0wd", "1wd", "30wd", "45d", "8h", "100h", "2mo"])
def test_every_word_fits_a_chip(limit: str) -> None:
    for received in (MORNING, LATE, "2026-11-28T18:00+07:00", "2026-11-29T08:00+07:00"):
        due = due_date(parse_moment(received), parse_limit(limit), CALENDAR)
        for chip in chips(due.days):
            assert 0 < len(chip.note) <= 11, chip
        assert chips(due.days)[-1].kind == "due"


@pytest.mark.parametrize(
    ("most", "shown"),
    [(7, "1 2 … 8 9 10"), (5, "1 2 … 9 10"), (4, "1 … 9 10"), (3, "1 … 10"), (1, "1 … 10")],
)
def test_where_room_is_short_the_due_day_stays(most: int, shown: str) -> None:
    days = tuple(Day("T2", str(number), "", "counted") for number in range(1, 11))
    assert " ".join(day.date if day else "…" for day in folded(days, most)) == shown
