"""Thirty days of a centre full of faults, and how well its waits are foreseen on unseen days."""

import random
import time
from collections.abc import Iterator

from kiosk.queue.cycles import cycles_of
from kiosk.queue.foresight import Desk, Person, Standing, foresee
from kiosk.simulation.profile import read_profile
from kiosk.simulation.run import Wish, simulate
from tests.fixtures.simulation import other_shapes

DAYS, SEED = 30, 20260302
MOST_S = 120.0
LEAST_COVERED, MOST_COVERED, LEAST_BETTER = 0.52, 0.68, 0.30
UNSEEN_DAYS = 12


def bench_month_of_faults() -> Iterator[dict[str, object]]:
    """A month of a centre: every rule holds after every act, within two minutes."""
    start = time.perf_counter()
    figures = simulate(Wish(read_profile("centre"), DAYS, SEED, faults=True))
    took = time.perf_counter() - start
    yield {
        "name": f"centre, {DAYS} days with faults",
        "value": round(took, 1),
        "unit": "s",
        "bar": f"<= {MOST_S:.0f}",
        "ok": took <= MOST_S,
        "beside": f"{figures.taken} numbers, {figures.acts} acts, all rules held; "
        + ", ".join(f"{kind} {many}" for kind, many in sorted(figures.faults.items())),
    }


def bench_foresight() -> Iterator[dict[str, object]]:
    """Promises on days that no constant was chosen by: other seeds, other shapes."""
    for name in ("ward", "centre", "rush"):
        for shapes in ("own", "other"):
            profile = read_profile(name)
            if shapes == "other":
                profile = other_shapes(profile)
            judged = simulate(Wish(profile, UNSEEN_DAYS, SEED)).accuracy
            assert judged is not None
            covered, better = judged.covered, judged.better
            beside = f"{judged.promises} promises; ZMS {judged.zms.error:.1f} min"
            yield {
                "name": f"{name}, {shapes} shapes: P20-P80 covers",
                "value": round(100 * covered, 1),
                "unit": "%",
                "bar": "52-68",
                "ok": LEAST_COVERED <= covered <= MOST_COVERED,
                "beside": beside,
            }
            yield {
                "name": f"{name}, {shapes} shapes: error below ZMS's",
                "value": round(100 * better, 1),
                "unit": "%",
                "bar": ">= 30",
                "ok": better >= LEAST_BETTER,
                "beside": f"ours {judged.ours.error:.1f} min, bias {judged.ours.bias:+.1f}",
            }


def bench_look_ahead() -> Iterator[dict[str, object]]:
    """One look ahead with sixty people waiting and twelve counters."""
    prefixes = ("HT", "CT", "DD", "CU", "XD", "KD", "XH")
    dice = random.Random(1)
    standing = Standing(
        tuple(
            Desk(number, frozenset(dice.sample(prefixes, 3)), (prefixes[number % 7], 3.0))
            for number in range(1, 13)
        ),
        tuple(
            Person(dice.choice(prefixes), dice.random() < 0.1, arrival) for arrival in range(1, 61)
        ),
        dict.fromkeys(prefixes, cycles_of(())),
        to_come=dict.fromkeys(prefixes, 0.02),
        unsure=0.14,
    )
    everybody = [(prefix, first) for prefix in prefixes for first in (False, True)]
    for what, asked in (("one newcomer", [("HT", False)]), ("all fields", everybody)):
        times = []
        for seed in range(30):
            start = time.perf_counter()
            foresee(standing, asked, random.Random(seed))
            times.append(time.perf_counter() - start)
        took = sorted(times)[len(times) // 2] * 1000
        yield {
            "name": f"look ahead for {what}, 60 waiting, 12 counters",
            "value": round(took, 2),
            "unit": "ms, median",
            "bar": "<= 10",
            "ok": took <= 10,
            "beside": None,
        }
