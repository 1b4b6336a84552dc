"""Text made ready for paper, measured and broken into lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing.fonts import Face, vietnamese_letters
from kiosk.printing.typography import (
    Line,
    Span,
    Style,
    balanced,
    fitted,
    printable,
    width,
    wrap,
    wrap_text,
)
from kiosk.refusal import Refused

PLAIN = Style(Face.SERIF, 10)
BOLD = Style(Face.SERIF_BOLD, 10)
VIETNAMESE = st.text(st.sampled_from(sorted(vietnamese_letters())), max_size=200)


def said(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("  Nguyễn \t Văn\nAn ", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Đặng Thị Ưỡng"), "Đặng Thị Ưỡng"),
        ("a\x00b\x07c\x1b", "abc"),
        ("ẩn\u200b\ufeff\u202eđi", "ẩnđi"),
        ("e\u200b\u0301", "é"),
        ("một\u00a0cửa\u2028hai", "một cửa hai"),
        ("\x00\n", ""),
    ],
)
def test_printable(given_text: str, printed: str) -> None:
    assert printable(given_text) == printed


@given(st.text())
def test_printable_is_settled(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(letter) == "Cc" for letter in once)


@pytest.mark.parametrize(
    ("letter", "point"), [("😀", "U+1F600"), ("漢", "U+6F22"), ("\ud800", "U+D800")]
)
def test_a_letter_no_font_has(letter: str, point: str) -> None:
    with pytest.raises(Refused) as refused:
        width(f"Nguyễn {letter}", PLAIN)
    assert refused.value.code == "font.glyph_missing"
    assert refused.value.details == {"character": letter, "point": point}


def test_width_is_that_of_the_font() -> None:
    # a figure of Liberation Serif is half its size wide
    assert width("0042", Style(Face.SERIF, 72)) == pytest.approx(4 * 12.7)
    assert width("00", Style(Face.SERIF, 72, tracking=72)) == pytest.approx(2 * 12.7 + 2 * 25.4)


@given(VIETNAMESE, VIETNAMESE, st.floats(min_value=12, max_value=140))
def test_nothing_is_lost_and_no_line_is_too_long(first: str, second: str, room: float) -> None:
    lines = wrap([Span(first, PLAIN), Span(second, BOLD)], room)
    assert all(line.width <= room + 1e-6 for line in lines)
    assert "".join(said(lines)).replace(" ", "") == (first + second).replace(" ", "")
    assert all(line.pieces for line in lines)


def test_lines_break_at_spaces() -> None:
    words = "Cấp Giấy xác nhận tình trạng hôn nhân"
    lines = wrap_text(words, PLAIN, 30)
    assert len(lines) > 1
    assert " ".join(said(lines)) == words


def test_a_word_in_two_styles_stays_together() -> None:
    lines = wrap([Span("Khi đến nhận ", PLAIN), Span("kết", BOLD), Span("quả", PLAIN)], 22)
    assert said(lines)[-1] == "kếtquả"


def test_an_endless_word_is_cut_but_not_before_its_mark() -> None:
    word = "x\u0323" * 120
    lines = wrap_text(word, PLAIN, 20)
    assert "".join(said(lines)) == word
    assert not any(unicodedata.combining(line[0]) for line in said(lines))


def test_headings_are_even_and_keep_words_whole() -> None:
    heading = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert said(balanced(heading, Style(Face.SERIF_BOLD, 9.5), 52)) == [
        "TRUNG TÂM PHỤC VỤ",
        "HÀNH CHÍNH CÔNG",
    ]


def test_fitted_shrinks_to_one_line_but_not_below_the_least() -> None:
    assert fitted("HT-022", PLAIN, 100, 6) == PLAIN
    small = fitted("H99.12.08-261123-0042", PLAIN, 30, 6)
    assert 6 < small.size < 10
    assert width("H99.12.08-261123-0042", small) <= 30
    assert fitted("H99.12.08-261123-0042" * 3, PLAIN, 30, 6).size == 6
