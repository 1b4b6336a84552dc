"""Fingers or a scanner, by the times between the keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.counter.receive.burst import BurstDetector, Scan

CARD = "001203004567||Nguyễn Văn An|05032003|Nam|Số 12|01012021"


def typed(text: str, gaps: list[float], enter_gap: float) -> Scan[str] | None:
    """What the detector makes of a text whose letters came at these distances."""
    detector: BurstDetector[str] = BurstDetector()
    at, landed = 1000.0, ""
    for letter, gap in zip(text, gaps, strict=True):
        at += gap
        detector.letter(letter, at, lambda landed=landed: landed)  # type: ignore[misc]
        landed += letter
    return detector.enter(at + enter_gap)


def test_a_scan_is_told_from_the_first_letter_on() -> None:
    assert typed(CARD, [500.0] + [4.0] * (len(CARD) - 1), 4) == Scan(CARD, "")


def test_what_was_typed_before_the_scan_stays() -> None:
    text = "An" + CARD
    gaps = [90.0, 90.0, 90.0] + [4.0] * (len(CARD) - 1)
    assert typed(text, gaps, 4) == Scan(CARD, "An")


@pytest.mark.parametrize(
    ("text", "gaps", "enter_gap", "why"),
    [
        ("12345", [9.0] * 5, 4, "too short"),
        ("123456", [9.0] * 6, 30, "a person pressed Enter"),
        ("123456", [9.0, 9.0, 9.0, 30.0, 9.0, 9.0], 4, "a pause in the middle"),
        ("123456", [120.0] * 6, 120, "fingers"),
        ("", [], 4, "nothing at all"),
    ],
)
def test_no_scan(text: str, gaps: list[float], enter_gap: float, why: str) -> None:
    assert typed(text, gaps, enter_gap) is None, why


def test_another_key_ends_the_run() -> None:
    detector: BurstDetector[str] = BurstDetector()
    for at, letter in enumerate("123456"):
        detector.letter(letter, at, str)
    detector.stop()
    assert detector.enter(6) is None


def test_a_clock_that_goes_back_is_no_scanner() -> None:
    detector: BurstDetector[str] = BurstDetector()
    for at, letter in zip((90, 80, 70, 60, 50, 40), "123456", strict=True):
        detector.letter(letter, at, str)
    assert detector.enter(30) is None


@given(st.lists(st.floats(min_value=0, max_value=200), min_size=6, max_size=30))
def test_a_scan_is_never_slower_than_fingers(gaps: list[float]) -> None:
    scan = typed("x" * len(gaps), gaps, 5.0)
    fast = 1
    for gap in reversed(gaps[1:]):
        # As the detector sees them: differences of sums.
        if gap >= 29.99:
            break
        fast += 1
    if scan is not None:
        assert 6 <= len(scan.text) <= fast + 1


def _watching(*keys: str) -> BurstDetector[str]:
    """A scan under way, each key 4 ms after the one before; ``<`` takes a letter back."""
    detector: BurstDetector[str] = BurstDetector()
    for number, key in enumerate(keys):
        if key == "<":
            assert detector.taken_back(number * 4)
        else:
            detector.letter(key, number * 4, lambda: "before")
    return detector


def test_a_typing_program_that_takes_letters_back_is_found_out() -> None:
    scan = _watching(*"001203|Nguye", "<", "ê", "n").enter(60)
    assert scan == Scan("001203|Nguyên", "before", meddled=True)


def test_letters_handed_on_late_by_a_typing_program_continue_the_scan() -> None:
    detector = _watching(*"001203004567|")
    detector.composed("Nguyễn")
    detector.letter("|", 300, lambda: "too late")
    scan = detector.enter(304)
    assert scan == Scan("001203004567|Nguyễn|", "before", meddled=True)


def test_words_composed_by_a_person_are_no_scan() -> None:
    detector: BurstDetector[str] = BurstDetector()
    detector.composed("Nguyễn Văn An")
    assert detector.enter(10) is None
    detector = _watching("A")
    detector.composed("Nguyễn")
    assert detector.enter(8) is None


def test_a_person_who_takes_a_letter_back_is_no_scanner() -> None:
    detector = _watching(*"123456")
    assert not detector.taken_back(500)
    assert detector.enter(504) is None
