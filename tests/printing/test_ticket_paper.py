"""The 80 mm ticket, looked at as a scanner, a reader and a printer would."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.printing.papers import ticket_pdf
from kiosk.printing.ticket import counters_text, ticket_pages, wait_text
from kiosk.refusal import Refused
from tests.printing.papers_kit import (
    HARD_NAME,
    TICKET,
    barcodes,
    biggest_fills,
    flat,
    fonts,
    ink,
    intruders,
    is_nfc,
    overlaps,
    page_texts,
    picture,
    ticket,
)

LONG_FIELD = "Đăng ký thành lập và hoạt động của hợp tác xã, hộ kinh doanh, liên hiệp hợp tác xã"
CROWDED: dict[str, Any] = {
    "label": "KD-1234",
    "field_name": LONG_FIELD,
    "counters": tuple(f"Quầy {n}" for n in range(1, 13)),
    "office_name": "Trung tâm Phục vụ hành chính công phường An Bình thuộc thành phố Bình An",
    "priority": True,
    "people_ahead": 1234,
    "wait_minutes": (115, 240),
    "valid_note": "Số có hiệu lực trong ngày, từ 07 giờ 30 phút đến 17 giờ 00 phút, trừ giờ nghỉ.",
    "motto": "Công khai – Minh bạch – Tận tình – Đúng hẹn – Vì nhân dân phục vụ",
    "hotline": "1900 1234 (nhánh 5), 0200 355 5100, phanhoi@example.vn",
    "sample": True,
}


def text_of(**changes: Any) -> str:
    (text,) = page_texts(ticket_pdf(ticket(**changes)))
    assert is_nfc(text)
    return flat(text)


def test_everything_is_on_it() -> None:
    text = text_of(priority=True, wait_minutes=(5, 10))
    for words in (
        "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "SỐ THỨ TỰ",
        "HT-022",
        "Lĩnh vực Hộ tịch",
        "Quầy 1 hoặc Quầy 2",
        "ƯU TIÊN",
        "Người chờ trước",
        "Dự kiến chờ",
        "5 – 10 phút",
        "Lấy số lúc 09:24",
        "Thứ Hai, ngày 23/11/2026",
        "Số chỉ dùng trong buổi sáng.",
        "Nếu lỡ lượt, mời Ông/Bà báo bàn hướng dẫn.",
        "Công khai – Minh bạch – Tận tình – Đúng hẹn",
        "Điện thoại: 0200 355 5100",
    ):
        assert flat(words) in text


def test_what_is_not_so_is_not_printed() -> None:
    text = text_of(counters=(), motto="", hotline="", valid_note="", field_name="")
    for words in ("ƯU TIÊN", "Dự kiến chờ", "Quầy", "Điện thoại", "Lĩnh vực", "MINH HỌA", "IN LẠI"):
        assert flat(words) not in text
    assert "Ngườichờtrước2" in text


def test_sample_and_reprint_are_told() -> None:
    text = flat(page_texts(ticket_pdf(ticket(sample=True), reprint=True))[0])
    assert text.startswith("BẢNINLẠI")
    assert text.endswith("DỮLIỆUMINHHỌA")


@pytest.mark.parametrize(
    ("counters", "text"),
    [
        ((), ""),
        (("Quầy 8",), "Quầy 8"),
        (("Quầy 1", "Quầy 2"), "Quầy 1 hoặc Quầy 2"),
        (("Quầy 1", "Quầy 2", "Quầy 5"), "Quầy 1, 2 hoặc 5"),
        (("Quầy 1", "Bàn hướng dẫn", "Quầy 5"), "Quầy 1, Bàn hướng dẫn hoặc Quầy 5"),
        (("Quầy 1", "Quầy trả kết quả", "Quầy 5"), "Quầy 1, Quầy trả kết quả hoặc Quầy 5"),
        (("Hộ tịch", "Đất đai", "Cư trú"), "Hộ tịch, Đất đai hoặc Cư trú"),
        ((" ", "Quầy 3"), "Quầy 3"),
    ],
)
def test_counters(counters: tuple[str, ...], text: str) -> None:
    assert counters_text(counters) == text


def test_wait_is_a_range_or_said_to_be_about() -> None:
    assert wait_text((5, 10)) == "5 – 10 phút"
    assert wait_text((5, 5)) == "khoảng 5 phút"


@pytest.mark.parametrize("changes", [{}, CROWDED])
def test_qr_is_the_ticket_id(changes: dict[str, Any]) -> None:
    image = picture(ticket_pdf(ticket(**changes)), dpi=203)
    assert barcodes(image) == {"QR Code": TICKET.ticket_id}


@pytest.mark.parametrize("changes", [{}, CROWDED])
def test_ink_stays_on_the_printable_72_mm(changes: dict[str, Any]) -> None:
    slip = ticket(**changes)
    (page,) = ticket_pages(slip, copies=1, reprint=True)
    left, top, right, bottom = ink(picture(ticket_pdf(slip, reprint=True), dpi=203.2), 203.2)
    assert page.width == 80
    assert 4 <= left < right <= 76
    assert top >= 3.5
    assert page.height - bottom >= 7.8
    assert overlaps(page) == []


def test_ink_is_black() -> None:
    greys = picture(ticket_pdf(ticket(sample=True), reprint=True), dpi=8 * 203.2).histogram()
    between = sum(greys[8:248])
    assert between / sum(greys) < 0.02


@pytest.mark.parametrize("changes", [{}, CROWDED])
def test_modules_sit_on_the_dots_of_the_head(changes: dict[str, Any]) -> None:
    (page,) = ticket_pages(ticket(**changes), copies=1, reprint=True)
    qr = biggest_fills(page)[0]
    assert intruders(page, qr, beside=4 * 0.75, above=4 * 0.75) == []
    for box in qr.boxes:
        assert all(edge * 8 == pytest.approx(round(edge * 8)) for edge in box)
    left, top = (round(min(box[axis] for box in qr.boxes) * 8) for axis in (0, 1))
    printed = picture(ticket_pdf(ticket(**changes), reprint=True), dpi=203.2)
    shades = printed.crop((left, top, left + 29 * 6, top + 29 * 6)).histogram()
    assert sum(shades[4:252]) == 0


def test_long_words_are_all_there() -> None:
    text = text_of(**CROWDED)
    for words in (
        f"Lĩnh vực {LONG_FIELD}",
        "Quầy 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 hoặc 12",
        CROWDED["office_name"].upper(),
        CROWDED["valid_note"],
        CROWDED["motto"],
        CROWDED["hotline"],
        "1234",
        "115 – 240 phút",
    ):
        assert flat(words) in text


def test_fonts_are_inside() -> None:
    found = set(fonts(ticket_pdf(ticket())))
    assert found
    assert all(embedded and "OpenSans" in name for name, embedded in found)


def test_nfd_prints_as_nfc() -> None:
    text = text_of(field_name=unicodedata.normalize("NFD", HARD_NAME))
    assert flat(HARD_NAME) in text


def test_copies_are_pages() -> None:
    pages = page_texts(ticket_pdf(ticket(), copies=3))
    assert len(pages) == 3
    assert len(set(pages)) == 1


WORDS = st.text(
    st.one_of(st.sampled_from("ẰẳỡệựỵƯỠĐđ –abcdefgh ,."), st.characters(max_codepoint=0x2FF)),
    max_size=120,
)


@settings(max_examples=40)
@given(WORDS, WORDS, st.lists(WORDS, max_size=4), WORDS, WORDS)
def test_any_words_fit_or_name_the_letter(
    name: str, office: str, counters: list[str], note: str, motto: str
) -> None:
    slip = ticket(
        field_name=name,
        office_name=office,
        counters=tuple(counters),
        valid_note=note,
        motto=motto,
        label=note[:8],
    )
    refusal = ""
    pages = []
    try:
        pages = ticket_pages(slip, copies=1, reprint=False)
    except Refused as refused:
        refusal = refused.code
    assert refusal in {"", "font.glyph_missing"}
    assert [pair for page in pages for pair in overlaps(page)] == []
