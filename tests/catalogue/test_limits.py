import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.limits import LimitUnit, TimeLimit, limit_in_words, parse_limit
from kiosk.refusal import Refused


@pytest.mark.parametrize(
    ("text", "amount", "unit", "words"),
    [
        ("5wd", 5, LimitUnit.WORKING_DAY, "05 ngày làm việc"),
        ("03wd", 3, LimitUnit.WORKING_DAY, "03 ngày làm việc"),
        ("15d", 15, LimitUnit.DAY, "15 ngày"),
        (" 10d\n", 10, LimitUnit.DAY, "10 ngày"),
        ("8h", 8, LimitUnit.HOUR, "08 giờ làm việc"),
        ("2mo", 2, LimitUnit.MONTH, "02 tháng"),
        ("12mo", 12, LimitUnit.MONTH, "12 tháng"),
        ("0wd", 0, LimitUnit.WORKING_DAY, "trong ngày"),
        ("0d", 0, LimitUnit.DAY, "trong ngày"),
        ("3650wd", 3650, LimitUnit.WORKING_DAY, "3650 ngày làm việc"),
        ("120mo", 120, LimitUnit.MONTH, "120 tháng"),
    ],
)
def test_a_limit_is_read_and_said(text: str, amount: int, unit: LimitUnit, words: str) -> None:
    limit = parse_limit(text)
    assert limit == TimeLimit(amount, unit)
    assert limit_in_words(limit) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "wd",
        "5",
        "5 wd",
        "5WD",
        "-1d",
        "1.5d",
        "5wd 2h",
        "5y",
        "٥wd",
        "5m",
        "1e3d",
        "9" * 5000 + "d",
    ],
)
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_limit(text)
    assert refused.value.code == "limit.malformed"
    assert len(str(refused.value.details["text"])) <= 80


@pytest.mark.parametrize("text", ["3651wd", "3651d", "3651h", "121mo", "0h", "0mo", "999999d"])
def test_an_absurd_amount_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_limit(text)
    assert refused.value.code == "limit.out_of_range"
    assert refused.value.details == {"limit": text}


def test_a_limit_cannot_be_made_absurd_without_reading_either() -> None:
    with pytest.raises(Refused, match="out_of_range"):
        TimeLimit(-1, LimitUnit.DAY)


@given(st.integers(1, 120), st.sampled_from(LimitUnit))
def test_a_written_limit_reads_back(amount: int, unit: LimitUnit) -> None:
    limit = TimeLimit(amount, unit)
    assert parse_limit(str(limit)) == limit


def test_only_nothing_is_in_the_day() -> None:
    assert parse_limit("0wd").in_the_day
    assert parse_limit("0d").in_the_day
    assert not parse_limit("1wd").in_the_day
