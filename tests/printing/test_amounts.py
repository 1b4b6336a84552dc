"""Sums in words, as an accountant reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing.amounts import dong, dong_in_words, number_in_words

SAID = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    100: "một trăm",
    101: "một trăm linh một",
    105: "một trăm linh năm",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    999: "chín trăm chín mươi chín",
    1_000: "một nghìn",
    1_005: "một nghìn không trăm linh năm",
    8_000: "tám nghìn",
    15_000: "mười lăm nghìn",
    1_050_000: "một triệu không trăm năm mươi nghìn",
    2_000_015: "hai triệu không trăm mười lăm",
    1_234_567: "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
    1_000_000_000: "một tỷ",
    1_000_000_005: "một tỷ không trăm linh năm",
    10_000_000_000: "mười tỷ",
    3_000_500_000_000: "ba nghìn tỷ năm trăm triệu",
}


@pytest.mark.parametrize("number", SAID)
def test_numbers_in_words(number: int) -> None:
    assert number_in_words(number) == SAID[number]


def test_sums_begin_with_a_capital() -> None:
    assert dong_in_words(15_000) == "Mười lăm nghìn đồng"
    assert dong_in_words(-8_000) == "Âm tám nghìn đồng"
    assert dong_in_words(0) == "Không đồng"
    assert (dong(-1_015_000), dong(0)) == ("-1.015.000", "0")


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_other_numbers_are_said_in_other_words(one: int, other: int) -> None:
    assert (number_in_words(one) == number_in_words(other)) == (one == other)
    assert "  " not in number_in_words(one)
