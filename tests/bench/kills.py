"""A hundred ``kill -9`` at random moments of take, call, receive and print."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.flows.kills import complaints, kill_often, prepare
from tests.flows.workers.dying import ROLES, lines

KILLS = 100


def bench_kills(folder: Path) -> Iterator[dict[str, object]]:
    """What was acknowledged and lost, or done twice, over a hundred kills."""
    if sys.platform == "win32":
        return
    home = folder / "home"
    prepare(home)
    seed = time.time_ns() % 1_000_000
    killed = kill_often(home, KILLS, seed)
    found = complaints(home)
    for complaint in found:
        print(complaint, file=sys.stderr)
    asked = {role: len(lines(home / f"{role}.log")) // 2 for role in ROLES if role != "print"}
    told = ", ".join(f"{count} {role}" for role, count in asked.items())
    yield {
        "name": f"lost or doubled after {killed.killed} kill -9",
        "value": len(found),
        "unit": "facts",
        "bar": "= 0",
        "ok": not found,
        "beside": f"{told} acknowledged; seed {seed}",
    }
