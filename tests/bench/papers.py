"""How long the papers take."""

import statistics
import time
from collections.abc import Iterator

import msgspec

from kiosk.printing.papers import FORM01, TICKET80, render
from tests.printing.papers_kit import FORM, TICKET

ROUNDS = 40
MOST_MS = 60


def bench_papers() -> Iterator[dict[str, object]]:
    """Mẫu số 01 (two copies) and the ticket, rendered in turns; the fonts are read once before."""
    values = {FORM01: (msgspec.json.encode(FORM), 2), TICKET80: (msgspec.json.encode(TICKET), 1)}
    times: dict[str, list[float]] = {kind: [] for kind in values}
    first: dict[str, float] = {}
    for _ in range(ROUNDS + 1):
        for kind, (paper, copies) in values.items():
            start = time.perf_counter()
            render(kind, paper, copies=copies, reprint=False)
            taken = (time.perf_counter() - start) * 1000
            if kind in first:
                times[kind].append(taken)
            else:
                first[kind] = taken
    for kind, name, bar in ((FORM01, "Mẫu 01", MOST_MS), (TICKET80, "ticket 80 mm", None)):
        median = statistics.median(times[kind])
        yield {
            "name": f"{name} rendered",
            "value": round(median, 1),
            "unit": "ms",
            "bar": None if bar is None else f"<= {bar}",
            "ok": None if bar is None else median <= bar,
            "beside": f"the first one {first[kind]:.0f} ms, with its fonts",
        }
