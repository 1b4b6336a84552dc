"""Codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.dossiers.codes import parse_code
from kiosk.dossiers.typed_code import code_meant

UNIT = "H99.12.08"
CODE = "H99.12.08-261123-0042"


@pytest.mark.parametrize(
    "typed",
    [
        "2611230042",
        "261123-0042",
        "261123 42",
        "26112342",
        "261123.0042",
        " 261123 / 0042 ",
        "H99.12.08-261123-0042",
        "h99 12 08 261123 0042",
        "H9912082611230042",
        "h99,12,08-261123-42",
        "H99.12.O8-26ll23-OO42",
        "H99–12–08—261123—0042",
    ],
)
def test_an_own_code_is_read_however_it_is_typed(typed: str) -> None:
    assert code_meant(typed, UNIT) == CODE or parse_code(typed) == CODE


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("000.17.22.H56-210531-0001", "000.17.22.H56-210531-0001"),
        ("h15.50.05.13-261008-0975", "H15.50.05.13-261008-0975"),
        ("000.00.06.G04.190701.0501", "000.00.06.G04-190701-0501"),
        ("261123 1234567", "H99.12.08-261123-1234567"),
    ],
)
def test_other_forms_stay_what_they_are(typed: str, code: str) -> None:
    assert parse_code(code_meant(typed, UNIT)) == code


@pytest.mark.parametrize(
    "typed",
    ["", "261123", "12", "H98.12.08 261123", "Nguyễn Văn An", "26112300421234567", "0" * 90],
)
def test_what_means_no_code_is_left_alone(typed: str) -> None:
    assert code_meant(typed, UNIT) == typed
    assert parse_code(typed) is None


@given(
    st.integers(0, 999_999),
    st.integers(0, 9999),
    st.sampled_from(["", "-", ".", " ", " - "]),
    st.sampled_from(["", UNIT, "h99 12 08", "H991208"]),
)
def test_every_own_code_comes_through(day: int, number: int, gap: str, unit: str) -> None:
    typed = f"{unit}{gap}{day:06d}{gap}{number:04d}"
    assert parse_code(code_meant(typed, UNIT)) == f"{UNIT}-{day:06d}-{number:04d}"


@given(st.text(max_size=90))
def test_no_text_breaks_it(typed: str) -> None:
    meant = code_meant(typed, UNIT)
    assert meant == typed or parse_code(meant) is not None
