"""The claim about promised waits, on days that no constant was chosen by; the long run is a bench."""

import pytest

from kiosk.simulation.profile import read_profile
from kiosk.simulation.run import Wish, simulate
from tests.fixtures.simulation import other_shapes


@pytest.mark.slow
@pytest.mark.parametrize("seed", [301])
def test_waits_are_foreseen_in_an_office_with_other_habits(seed: int) -> None:
    judged = simulate(Wish(other_shapes(read_profile("centre")), 3, seed)).accuracy
    assert judged is not None
    assert judged.promises > 1200
    assert 0.52 <= judged.covered <= 0.68
    assert judged.better >= 0.30
