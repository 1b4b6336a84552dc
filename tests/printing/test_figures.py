"""Times, days and numbers as the papers write them."""

from datetime import UTC, datetime

import pytest

from kiosk.printing import figures


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-11-23T02:24:00+00:00", "09 giờ 24 phút, ngày 23 tháng 11 năm 2026"),
        ("2026-01-05T00:05:00+00:00", "07 giờ 05 phút, ngày 05 tháng 01 năm 2026"),
        ("2026-02-09T10:00:00+00:00", "17 giờ 00 phút, ngày 09 tháng 02 năm 2026"),
        ("2026-03-10T10:00:00+00:00", "17 giờ 00 phút, ngày 10 tháng 3 năm 2026"),
        ("2026-09-30T18:00:00+00:00", "01 giờ 00 phút, ngày 01 tháng 10 năm 2026"),
    ],
)
def test_moment_on_official_paper(moment: str, text: str) -> None:
    assert figures.moment_long(datetime.fromisoformat(moment)) == text


def test_day_of_a_ticket_is_the_office_day() -> None:
    late_sunday = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    assert figures.weekday_and_day(late_sunday) == "Thứ Hai, ngày 23/11/2026"
    assert figures.time_short(late_sunday) == "00:30"
    assert figures.weekday_and_day(datetime(2026, 2, 8, 3, tzinfo=UTC)) == (
        "Chủ nhật, ngày 08/02/2026"
    )


@pytest.mark.parametrize(
    ("phone", "text"),
    [
        ("0912345678", "0912 345 678"),
        ("+84912345678", "0912 345 678"),
        ("84 912 345 678", "0912 345 678"),
        ("0912.345.678", "0912 345 678"),
        ("0200 355 5100", "0200 355 5100"),
        ("1900 1234", "1900 1234"),
        ("", ""),
    ],
)
def test_phone(phone: str, text: str) -> None:
    assert figures.spaced_phone(phone) == text


def test_small_numbers() -> None:
    assert [figures.two_figures(n) for n in (1, 10, 1186)] == ["01", "10", "1186"]
    assert figures.spaced_secret("604218") == "604 218"
    assert figures.spaced_secret("AB12") == "AB12"
