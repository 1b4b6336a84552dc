"""The words of a call: a table, and that every call can be said with the words there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.queue.model import label_of
from kiosk.ui.voice.words import (
    WORDS,
    Utterance,
    counter_words,
    full_call,
    label_words,
    short_call,
    spoken,
    syllables,
    written,
)


@pytest.mark.parametrize(
    ("label", "counter", "said"),
    [
        ("HT-016", 1, "Kính mời số H T không một sáu đến quầy một"),
        ("DD-008", 10, "Kính mời số D D không không tám đến quầy mười"),
        ("CT-999", 15, "Kính mời số C T chín chín chín đến quầy mười lăm"),
        ("X-1000", 21, "Kính mời số X một không không không đến quầy hai mươi mốt"),
        ("HT-12345", 30, "Kính mời số H T một hai ba bốn năm đến quầy ba mươi"),
        ("KQ-007", 4, "Kính mời số K Q không không bảy đến quầy bốn"),
    ],
)
def test_a_call_in_words(label: str, counter: int, said: str) -> None:
    assert written(full_call(label, counter)) == said


def test_letters_go_by_their_names() -> None:
    assert spoken(full_call("HT-016", 1)) == "kính mời số hát tê không một sáu đến quầy một"
    assert spoken(short_call("XLM-2", 5)) == "mời số ích xì e lờ em mờ hai quầy năm"
    assert syllables(short_call("HT-016", 1)) == 9


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "một"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (30, "ba mươi"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh tư"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (221, "hai trăm hai mươi mốt"),
        (1000, "một không không không"),
    ],
)
def test_a_counter_in_words(number: int, said: str) -> None:
    assert " ".join(word.written for word in counter_words(number)) == said


@given(st.integers(1, 999), st.integers(1, 999))
def test_no_two_counters_sound_alike(one: int, other: int) -> None:
    assert (counter_words(one) == counter_words(other)) == (one == other)


@given(
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=4),
    st.integers(1, 999_999),
    st.integers(1, 9999),
)
def test_every_call_needs_only_words_there_are(series: str, number: int, counter: int) -> None:
    label = label_of(series, number)
    for call in (full_call(label, counter), short_call(label, counter)):
        assert set(call.words) <= set(WORDS)
    assert len(label_words(label)) == len(label.replace("-", ""))


def test_every_word_has_a_file_of_its_own() -> None:
    files = [word.file for word in WORDS]
    assert len(set(files)) == len(files)
    assert all(file.isascii() for file in files)
    assert 40 <= len(files) <= 60


def test_the_chime_alone_says_nothing() -> None:
    assert (written(Utterance("two")), spoken(Utterance("two"))) == ("", "")
