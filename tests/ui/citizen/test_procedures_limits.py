"""Time limits of procedures as the kiosk says them, in both languages."""

import pytest

from kiosk.catalogue.browsing import counter_limit
from kiosk.catalogue.limits import limit_in_words, parse_limit
from kiosk.catalogue.procedure import Case, Channel, ChannelKind, Procedure
from kiosk.catalogue.shelf import CounterLimit
from kiosk.ui.citizen.procedures.limits import counter_limit_said, limit_said, name_said
from kiosk.ui.language import VIETNAMESE, english

FIVE_DAYS, TWO_MONTHS = parse_limit("5wd"), parse_limit("2mo")
PLAIN = Procedure("1.000001", "Đăng ký khai sinh")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("0wd", "the same day"),
        ("0d", "the same day"),
        ("1wd", "1 working day"),
        ("5wd", "5 working days"),
        ("1d", "1 day"),
        ("30d", "30 days"),
        ("1h", "1 working hour"),
        ("8h", "8 working hours"),
        ("1mo", "1 month"),
        ("2mo", "2 months"),
    ],
)
def test_limits_in_both_languages(written: str, said: str) -> None:
    limit = parse_limit(written)
    assert limit_said(limit, english()) == said
    assert limit_said(limit, VIETNAMESE) == limit_in_words(limit)


@pytest.mark.parametrize(
    ("found", "vietnamese", "in_english"),
    [
        (CounterLimit(), "", ""),
        (CounterLimit(FIVE_DAYS), "05 ngày làm việc", "5 working days"),
        (CounterLimit(parse_limit("0wd")), "Trong ngày", "The same day"),
        (CounterLimit(by_case=True), "Tùy trường hợp", "Depends on the case"),
    ],
)
def test_limits_at_the_counter(found: CounterLimit, vietnamese: str, in_english: str) -> None:
    assert counter_limit_said(found, VIETNAMESE) == vietnamese
    assert counter_limit_said(found, english()) == in_english


def test_what_the_record_says_of_the_counter() -> None:
    cases = (Case("1", "Một", FIVE_DAYS), Case("2", "Hai", TWO_MONTHS))
    direct = (Channel(ChannelKind.DIRECT, FIVE_DAYS),)
    assert counter_limit(PLAIN) == CounterLimit()
    assert counter_limit(Procedure("1", "A", cases=cases)) == CounterLimit(by_case=True)
    assert counter_limit(Procedure("1", "A", cases=cases[:1])) == CounterLimit(FIVE_DAYS)
    assert counter_limit(Procedure("1", "A", channels=direct, cases=cases)) == CounterLimit(
        FIVE_DAYS
    )


def test_a_procedure_without_an_english_name_keeps_its_own() -> None:
    named = Procedure("1.000001", "Đăng ký khai sinh", name_en="Birth registration")
    assert name_said(named, english()) == "Birth registration"
    assert name_said(named, VIETNAMESE) == "Đăng ký khai sinh"
    assert name_said(PLAIN, english()) == "Đăng ký khai sinh"
