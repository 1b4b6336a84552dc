"""A race of real processes at one queue, and the judge of what they were told."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import create_engine, text

PROJECT = Path(__file__).resolve().parents[2]
WORKER = Path(__file__).parent / "workers" / "racing.py"
COUNTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Taken:
    """A number given, as its taker was told."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Called:
    """A number called, as its counter was told."""

    id: str
    label: str
    counter: int


@dataclass(frozen=True, slots=True)
class Race:
    """All that the processes were told."""

    taken: tuple[Taken, ...]
    called: tuple[Called, ...]


def found_office(location: Path | str, program: Path = PROJECT) -> None:
    """Found the office of the race with the program that lies in ``program``."""
    subprocess.run(
        [sys.executable, str(WORKER), "found", str(location)], env=_env(program), check=True
    )


def run(location: Path | str, *, takers: int, total: int, program: Path = PROJECT) -> Race:
    """Let ``takers`` processes take ``total`` numbers while four counters call them."""
    share, rest = divmod(total, takers)
    counts = [share + (place < rest) for place in range(takers)]
    work = [["take", str(location), str(count)] for count in counts]
    work += [["call", str(location), str(counter), str(total)] for counter in COUNTERS]
    racers = [
        subprocess.Popen(
            [sys.executable, str(WORKER), *words],
            env=_env(program),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for words in work
    ]
    try:
        for racer in racers:
            assert racer.stdout is not None
            racer.stdout.readline()
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write(b"go\n")
            racer.stdin.flush()
        answers = [racer.communicate() for racer in racers]
    finally:
        for racer in racers:
            racer.kill()
            racer.wait()
    for racer, (_, complaint) in zip(racers, answers, strict=True):
        if racer.returncode:
            raise RuntimeError(complaint.decode())
    told = [answer for answer, _ in answers]
    return Race(
        tuple(
            fact for part in told[:takers] for fact in msgspec.json.decode(part, type=list[Taken])
        ),
        tuple(
            fact for part in told[takers:] for fact in msgspec.json.decode(part, type=list[Called])
        ),
    )


def complaints(race: Race, location: Path | str, total: int) -> list[str]:
    """What is wrong: numbers given twice or missing, numbers called twice or never."""
    found = [f"given twice: {label}" for label in _twice(t.label for t in race.taken)]
    found += [f"called twice: {c}" for c in _twice(c.label for c in race.called)]
    found += [f"one ticket called twice: {c}" for c in _twice(c.id for c in race.called)]
    for series in sorted({taken.label.split("-")[0] for taken in race.taken}):
        numbers = sorted(
            int(taken.label.split("-")[1])
            for taken in race.taken
            if taken.label.startswith(f"{series}-")
        )
        missing = set(range(1, len(numbers) + 1)) - set(numbers)
        found += [f"missing: {series}-{number:03d}" for number in sorted(missing)]
    if len(race.taken) != total:
        found.append(f"{len(race.taken)} numbers taken, not {total}")
    never = {taken.id for taken in race.taken} - {called.id for called in race.called}
    found += [f"never called: {ticket}" for ticket in sorted(never)]
    return found + _complaints_of_store(location, total)


def _complaints_of_store(location: Path | str, total: int) -> list[str]:
    url = location if isinstance(location, str) else f"sqlite:///{location}"
    engine = create_engine(url)
    with engine.connect() as conn:
        rows = conn.execute(
            text("SELECT number, series, arrival, state, rank FROM ticket ORDER BY arrival")
        ).all()
        calls = conn.execute(text("SELECT ticket_id, turn FROM ticket_call")).all()
    engine.dispose()
    found: list[str] = []
    if sorted(row.arrival for row in rows) != list(range(1, total + 1)):
        found.append("the order of arrival has doubles or gaps")
    found += [f"stored twice: {label}" for label in _twice(f"{r.series}-{r.number}" for r in rows)]
    if not {row.state for row in rows} <= {"called", "done"}:
        found.append("somebody still waits")
    found += [f"announced twice: {call}" for call in _twice(tuple(call) for call in calls)]
    if len(calls) != total:
        found.append(f"{len(calls)} calls for {total} numbers")
    for series in sorted({row.series for row in rows}):
        numbers = [row.number for row in rows if row.series == series]
        if numbers != sorted(numbers):
            found.append(f"{series}: numbers do not rise with arrival")
    return found


def _twice(values: Iterable[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


def _env(program: Path) -> dict[str, str]:
    paths = dict.fromkeys((str(program), str(PROJECT)))
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
