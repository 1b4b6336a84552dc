"""The decrees as data: which is in force, which forms it has, how a form is asked for."""

from datetime import date, timedelta

import pytest

from kiosk.office.legal import FormKind, legal_profile, profile_codes, profile_on
from kiosk.refusal import Refused

NOW, THEN = "ND118_2025", "ND61_2018"


def test_one_decree_follows_the_other_without_a_gap() -> None:
    last_day = legal_profile(THEN).last_day
    assert last_day is not None
    assert legal_profile(NOW).first_day == last_day + timedelta(days=1)
    assert profile_codes() == (NOW, THEN)


@pytest.mark.parametrize("named", [NOW, THEN])
@pytest.mark.parametrize(
    ("day", "falls_under"),
    [
        ("2010-01-04", THEN),
        ("2018-06-21", THEN),
        ("2025-06-30", THEN),
        ("2025-07-01", NOW),
        ("2026-11-23", NOW),
    ],
)
def test_the_day_of_reception_tells_the_decree(named: str, day: str, falls_under: str) -> None:
    assert profile_on(date.fromisoformat(day), named).code == falls_under


@pytest.mark.parametrize(
    ("profile", "numbers"),
    [
        (THEN, {"appointment": "01", "supplement": "02", "refusal": "03", "apology": "04"}),
        (THEN, {"control": "05", "register": "06"}),
        (NOW, {"appointment": "01", "supplement": "02", "refusal": "03", "apology": "04"}),
        (NOW, {"stop": "05", "control": "06", "register": "07"}),
    ],
)
def test_the_forms_bear_the_numbers_of_their_decree(profile: str, numbers: dict[str, str]) -> None:
    for kind, number in numbers.items():
        assert legal_profile(profile).form(FormKind(kind)).number == number


@pytest.mark.parametrize(
    ("profile", "said", "kind"),
    [
        (THEN, "6", "register"),
        (NOW, "6", "control"),
        (NOW, "06", "control"),
        (NOW, " Stop ", "stop"),
        (NOW, "handover", "handover"),
    ],
)
def test_a_form_is_asked_for_by_kind_or_number(profile: str, said: str, kind: str) -> None:
    assert legal_profile(profile).form_called(said).kind == kind


@pytest.mark.parametrize("said", ["", "0", "9", "00", "form", "-1", "٣"])
def test_what_is_no_form(said: str) -> None:
    with pytest.raises(Refused) as refusal:
        legal_profile(NOW).form_called(said)
    assert refusal.value.code == "slip.unknown_form"


def test_a_decree_without_that_form_or_none_at_all() -> None:
    with pytest.raises(Refused) as refusal:
        legal_profile(THEN).form(FormKind.STOP)
    assert refusal.value.code == "form.not_in_profile"
    for code in ("ND1_1999", "../profiles/nd61_2018", ""):
        with pytest.raises(Refused) as refusal:
            legal_profile(code)
        assert refusal.value.code == "legal.unknown"
