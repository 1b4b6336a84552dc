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
