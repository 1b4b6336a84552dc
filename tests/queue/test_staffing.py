"""When counters usually work: who will come, and who will rest."""

from datetime import date, datetime

import pytest

from kiosk.clock import at_office
from kiosk.queue.staffing import Stretches, comes_in, rests_in, staffing_of

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 20)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return at_office(day, hour, minute)


def stretches(*hours: tuple[float, float]) -> Stretches:
    return tuple((begins * 60, ends * 60) for begins, ends in hours)


DAYS = (
    stretches((7.5, 9.5), (9.75, 11.5), (13.5, 17)),  # rested a quarter of an hour at 09:30
    stretches((7.5, 11.5)),
    stretches(),
)


@pytest.mark.parametrize(
    ("now", "comes"),
    [
        (at(7, day=TODAY), (30, 30, None)),
        (at(8, day=TODAY), (0.5, 1.5, None)),  # usually there by now: soon
        (at(9, 40, day=TODAY), (5, 1.5, None)),
        (at(12, day=TODAY), (90, None, None)),
        (at(18, day=TODAY), (None, None, None)),
    ],
)
def test_who_is_not_there_yet(now: datetime, comes: tuple[float | None, ...]) -> None:
    assert comes_in(DAYS, now) == pytest.approx(comes)


@pytest.mark.parametrize(
    ("now", "rests"),
    [
        (at(9, day=TODAY), ((30, 15), None, None)),
        (at(9, 29, day=TODAY), ((1, 15), None, None)),
        (at(9, 30, day=TODAY), (None, None, None)),  # noon is no rest: the line is served first
    ],
)
def test_who_will_rest(now: datetime, rests: tuple[tuple[float, float] | None, ...]) -> None:
    assert rests_in(DAYS, now) == rests


def test_who_signs_in_is_there_until_signing_out() -> None:
    legs = [("a", DAY, at(8), at(8, 10))]
    signs = [("a", True, at(7, 30)), ("a", False, at(11, 30)), ("a", True, at(13, 30))]
    assert staffing_of(signs, legs) == {"a": (stretches((7.5, 11.5), (13.5, 24)),)}


def test_who_does_not_sign_in_is_there_while_calling() -> None:
    calls = [(8, 0, 8, 10), (8, 30, 8, 40), (9, 30, 9, 45)]
    legs = [("a", DAY, at(a, b), at(c, d)) for a, b, c, d in calls]
    legs.append(("b", date(2026, 11, 19), at(8, day=date(2026, 11, 19)), at(9)))
    assert staffing_of([], legs) == {
        "a": (((480, 520), (570, 585)), ()),
        "b": ((), stretches((8, 9))),
    }
