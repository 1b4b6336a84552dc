"""Whatever the portal writes, plain NFC text or a number comes out."""

import unicodedata

import pytest

from kiosk.catalogue.cleaning import lines_of, name_of_paper, names_of, text_of, whole_number


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("  Đăng ký\n tạm  trú\t", "Đăng ký tạm trú"),
        (unicodedata.normalize("NFD", "Đăng ký hộ tịch"), "Đăng ký hộ tịch"),
        ("đăng k\u200eý", "đăng ký"),
        ("\ufeffTên", "Tên"),
        ("Ủy ban\u00a0Nhân dân\u00a0xã", "Ủy ban Nhân dân xã"),
        ("một\x00hai", "một hai"),
        ("dòng\u2028sau", "dòng sau"),
        ("<p>Nộp <b>tờ khai</b></p>", "Nộp tờ khai"),
        ("Miễn phí &amp; lệ phí&nbsp;khác", "Miễn phí & lệ phí khác"),
        ("nhỏ hơn < 3 và > 1", "nhỏ hơn < 3 và > 1"),
        (12, "12"),
        (None, ""),
        (True, ""),
        (["a"], ""),
        ({"a": 1}, ""),
    ],
)
def test_one_line_of_text(dirty: object, clean: str) -> None:
    assert text_of(dirty) == clean


def test_lines_are_kept_and_trimmed() -> None:
    assert lines_of(" Bước 1:  nộp \r\n\n\t- xem<br/>- chờ ") == "Bước 1: nộp\n- xem\n- chờ"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("- Tờ khai theo mẫu;", "Tờ khai theo mẫu"),
        ("* Giấy tờ phải nộp: ", "Giấy tờ phải nộp"),
        ("+ Văn bản ủy quyền.", "Văn bản ủy quyền."),
        ("(1.2) Đối với công trình theo tuyến:", "Đối với công trình theo tuyến"),
        ("a) Đơn đề nghị", "Đơn đề nghị"),
        ("02 bộ bản vẽ", "02 bộ bản vẽ"),
        ("*Lưu ý: ", "Lưu ý"),
        ("-", ""),
    ],
)
def test_bullets_and_marks_go(dirty: str, clean: str) -> None:
    assert name_of_paper(dirty) == clean


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5, 5),
        (5.0, 5),
        ("05", 5),
        (" 7 ", 7),
        (-1, -1),
        (5.5, None),
        ("5 ngày", None),
        ("٣", None),
        (True, None),
        (float("inf"), None),
        (float("nan"), None),
        (10**30, None),
        ("9" * 40, None),
        (None, None),
        ([], None),
    ],
)
def test_numbers(value: object, number: int | None) -> None:
    assert whole_number(value) == number


def test_names_are_told_once() -> None:
    assert names_of([{"name": "A"}, {"name": " A "}, {"name": None}, "B", 3, None]) == (
        "A",
        "B",
        "3",
    )
    assert names_of("Công dân") == ("Công dân",)
    assert names_of(None) == ()
