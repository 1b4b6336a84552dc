"""How long the steps take together, beside the procedure's limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.limits import LimitUnit, TimeLimit, parse_limit
from kiosk.dossiers.process_sum import process_sum


@pytest.mark.parametrize(
    ("steps", "limits", "words", "longer", "than_some"),
    [
        ("", "3wd", "", False, False),
        ("1wd 4h 4h", "2wd", "2 ngày làm việc", False, False),
        ("1wd 4h 5h", "2wd", "2 ngày làm việc 1 giờ làm việc", True, True),
        ("2wd", "1wd 3wd", "2 ngày làm việc", False, True),
        ("4wd", "1wd 3wd", "4 ngày làm việc", True, True),
        ("3h", "0wd", "3 giờ làm việc", False, False),
        ("0wd", "8h", "1 ngày làm việc", False, False),
        ("1mo", "20d", "1 tháng", False, False),
        ("1mo 1d", "20d", "1 tháng 1 ngày làm việc", True, True),
        ("23wd", "1mo", "23 ngày làm việc", False, False),
        ("24wd", "1mo", "24 ngày làm việc", True, True),
        ("5wd", "", "5 ngày làm việc", False, False),
    ],
)
def test_steps_beside_limits(
    steps: str, limits: str, words: str, longer: bool, than_some: bool
) -> None:
    asked, allowed = ([parse_limit(one) for one in said.split()] for said in (steps, limits))
    found = process_sum(asked, allowed)
    assert (found.words, found.longer, found.longer_than_some) == (words, longer, than_some)
    assert len(found.limits) == len(allowed)


LIMITS = st.builds(TimeLimit, st.integers(1, 40), st.sampled_from(LimitUnit))


@given(steps=st.lists(LIMITS, min_size=1, max_size=6), limits=st.lists(LIMITS, min_size=1))
def test_one_step_more_never_makes_it_fit(steps: list[TimeLimit], limits: list[TimeLimit]) -> None:
    fewer, more = process_sum(steps[1:], limits), process_sum(steps, limits)
    assert fewer.longer <= more.longer <= more.longer_than_some
    assert fewer.longer_than_some <= more.longer_than_some
    assert process_sum(steps, steps[:1] if len(steps) == 1 else [*steps, *limits]).longer <= (
        len(steps) > 1
    )
