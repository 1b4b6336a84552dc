"""Runs the benches: ``run.py`` for all, ``run.py NAME…`` for some.

A bench is a function ``bench_*(folder)`` in a file beside this one. It measures in ``folder`` (on
the disk of the project) and yields results: ``name``, ``value``, ``unit``, ``bar`` (in words, or
None), ``ok`` (None where nothing was measured) and ``beside``. The results go into
``bench-output/bench.jsonl``; the exit code is 1 when a bar was missed or a bench broke down.
"""

import importlib
import inspect
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

PROJECT = Path(__file__).resolve().parents[2]
# Not this folder: its queue.py would be taken for the standard library's.
sys.path[0] = str(PROJECT)

Result = dict[str, object]
Bench = Callable[..., Iterable[Result]]

OUTPUT = PROJECT / "bench-output"
KEYS = ("name", "value", "unit", "bar", "ok", "beside")


def benches() -> dict[str, Bench]:
    """Every bench by its name, ``file.function``."""
    found: dict[str, Bench] = {}
    for file in sorted(Path(__file__).parent.glob("*.py")):
        if file.stem == "run":
            continue
        module = importlib.import_module(f"tests.bench.{file.stem}")
        for name, thing in vars(module).items():
            if name.startswith("bench_") and thing.__module__ == module.__name__:
                found[f"{file.stem}.{name.removeprefix('bench_')}"] = thing
    return found


def chosen(known: dict[str, Bench], wanted: list[str]) -> dict[str, Bench]:
    """The benches asked for, by file, by function or by both; all when nothing was asked."""
    if not wanted:
        return known
    return {
        name: bench
        for name, bench in known.items()
        if {name, *name.split(".")} & {part.replace("-", "_") for part in wanted}
    }


def measured(name: str, bench: Bench) -> Iterator[Result]:
    """The results of one bench; one that breaks down yields a failure in their place."""
    OUTPUT.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=OUTPUT, prefix="at-work-") as folder:
            given = (Path(folder),) if inspect.signature(bench).parameters else ()
            for result in bench(*given):
                yield {key: result[key] for key in KEYS}
    except Exception:  # noqa: BLE001 - one broken bench does not stop the others
        traceback.print_exc()
        yield dict.fromkeys(KEYS) | {"name": name, "ok": False, "beside": "broke down"}


def line_of(result: Result) -> str:
    """One result for a person to read."""
    mark = {True: "ok    ", False: "MISSED", None: "-     "}[result["ok"]]  # type: ignore[index]
    return (
        f"{mark}  {result['name']!s:44.44} {result['value']!s:>10} {result['unit'] or ''!s:<16}"
        f" bar {result['bar'] or '-'!s:<10} {result['beside'] or ''}"
    )


def main(wanted: list[str]) -> int:
    """Run the benches asked for; 0 when every bar was met, 1 when not, 2 for an unknown name."""
    known = benches()
    asked = chosen(known, wanted)
    if not asked:
        print(f"no such bench: {' '.join(wanted)}; known: {', '.join(known)}", file=sys.stderr)
        return 2
    missed = False
    OUTPUT.mkdir(exist_ok=True)
    # Under a name of its own until it is whole: two runs may overlap.
    part = OUTPUT / f"bench.{os.getpid()}.part"
    with part.open("wb") as out:
        for name, bench in asked.items():
            for result in measured(name, bench):
                out.write(msgspec.json.encode(result) + b"\n")
                print(line_of(result), flush=True)
                missed = missed or result["ok"] is False
    part.replace(OUTPUT / "bench.jsonl")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
