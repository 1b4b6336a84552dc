"""How good the promises were: counted by hand, and read back from a store."""

from datetime import date

import pytest

from kiosk.queue.accuracy import Accuracy, Promise, Rule, accuracy, accuracy_of
from kiosk.queue.calling import AtCounter, call_next, finish
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.store import Store
from tests.fixtures.command_line import Kiosk
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def promise(waited: float, *, ahead: int = 2, counters: int = 1) -> Promise:
    return Promise(5.0, 10.0, 15.0, waited, ahead, counters)


@pytest.mark.parametrize(
    ("promises", "visits", "expected"),
    [
        ([], [6.0], None),
        # Both ends of the range belong to it.
        (
            [promise(5.0), promise(15.0), promise(16.0), promise(4.0)],
            [6.0],
            Accuracy(4, 0.5, Rule(5.5, 0.0), Rule(5.5, 2.0), Rule(5.5, 2.0), 6.0),
        ),
        # 2 × 6 / 2 = 6 by ZMS's rule, 12 without the counters.
        (
            [promise(9.0, counters=2)],
            [4.0, 8.0],
            Accuracy(1, 1.0, Rule(1.0, 1.0), Rule(3.0, -3.0), Rule(3.0, 3.0), 6.0),
        ),
        # No counter was open: as if there were one. No visit was made: no mean.
        (
            [promise(7.0, ahead=3, counters=0)],
            [2.0],
            Accuracy(1, 1.0, Rule(3.0, 3.0), Rule(1.0, -1.0), Rule(1.0, -1.0), 2.0),
        ),
        ([promise(7.0)], [], Accuracy(1, 1.0, Rule(3.0, 3.0), Rule(7.0, -7.0), Rule(7.0, -7.0), 0)),
    ],
)
def test_counted_by_hand(
    promises: list[Promise], visits: list[float], expected: Accuracy | None
) -> None:
    assert accuracy_of(promises, visits) == expected


@pytest.mark.parametrize(
    ("ours", "zms", "better"),
    [(3.0, 4.0, 0.25), (4.0, 4.0, 0.0), (6.0, 4.0, -0.5), (1.0, 0.0, 0.0)],
)
def test_how_much_better(ours: float, zms: float, better: float) -> None:
    found = Accuracy(1, 1.0, Rule(ours, 0), Rule(zms, 0), Rule(1, 0), 5.0)
    assert found.better == pytest.approx(better)


def test_what_was_told_is_held_against_what_came(store: Store, clock: SteppingClock) -> None:
    for _ in range(2):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    clock.forward(minutes=4)
    store.do(call_next, AtCounter(1), OFFICER)
    clock.forward(minutes=6)
    store.do(call_next, AtCounter(1), OFFICER)
    clock.forward(minutes=2)
    store.do(finish, AtCounter(1), OFFICER)
    store.do(take_number, TakeNumber("HT"), KIOSK)  # never called: nothing to hold it against
    today = date(2026, 11, 23)
    with store.read() as unit:
        found = accuracy(unit, today, today)
        assert accuracy(unit, date(2026, 11, 1), date(2026, 11, 22)) is None
    assert found is not None
    assert found.promises == 2
    assert found.mean_visit == pytest.approx(4.0)
    # Waited 4 and 10 minutes; ahead 0 and 1, two counters for civil status.
    assert (found.zms.error, found.zms.bias) == pytest.approx((6.0, -6.0))
    assert (found.ahead.error, found.ahead.bias) == pytest.approx((5.0, -5.0))


def test_the_command_tells_a_period(kiosk: Kiosk) -> None:
    assert "Chưa có số nào" in kiosk("queue", "accuracy").out
    kiosk("ticket", "take", "--field", "HT")
    kiosk("ticket", "next", "--counter", "1")
    document = kiosk(
        "queue", "accuracy", "--since", "2026-11-23", "--until", "2026-11-23", "--json"
    )
    assert document.json["accuracy"]["promises"] == 1
    assert document.json["since"] == document.json["until"] == "2026-11-23"
    told = kiosk("queue", "accuracy", "--since", "2026-11-23", "--until", "2026-11-23").out
    assert "ZMS" in told
    refused = kiosk("queue", "accuracy", "--since", "2026-11-24", "--until", "2026-11-23", code=1)
    assert "24/11/2026" in refused.err
