"""What the past says of how quickly counters work."""

from datetime import date

import pytest

from kiosk.queue.cycles import Cycles
from kiosk.queue.learning import Visit, pace_of, paces_of

USUAL = {"HT": Cycles((6.0,)), "DD": Cycles((12.0,))}


def visits(minutes: float, *, field: str = "HT", counter: str = "a", many: int = 1) -> list[Visit]:
    return [Visit(counter, field, date(2026, 3, 2), 9.0, minutes)] * many


@pytest.mark.parametrize(
    ("today", "paces", "pace"),
    [
        ([], {}, 1.0),
        (visits(6.0), {}, 1.0),
        (visits(12.0, many=12), {}, 1.5),  # twelve usual visits stand against them
        (visits(12.0, many=12, field="DD"), {}, 1.0),
        (visits(12.0, many=12), {"a": 2.0}, 1.0),  # this counter is always slow
        (visits(60.0, many=200), {}, 2.0),
        (visits(0.1, many=200), {}, 0.5),
        (visits(9.0, field="XX"), {}, 1.0),
    ],
)
def test_todays_pace(today: list[Visit], paces: dict[str, float], pace: float) -> None:
    assert pace_of(today, USUAL, paces) == pytest.approx(pace)


def test_a_counter_is_slow_beside_the_others_in_its_own_fields() -> None:
    past = [
        *visits(12.0, field="DD", counter="a", many=100),
        *visits(6.0, counter="b", many=100),
        *visits(9.0, counter="c", many=100),
    ]
    found = paces_of(past)
    assert found["a"] == pytest.approx(1.0)
    assert found["b"] < 1.0 < found["c"]
