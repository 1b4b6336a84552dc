"""The register of a year of 100,000 dossiers, as spreadsheet and as PDF, by the command itself."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import insert

from kiosk.catalogue.rows import write_procedures
from kiosk.office.reading import office_now
from kiosk.storage.schema import dossier, dossier_event
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.bench.many_dossiers import a_return, a_row
from tests.fixtures.dossiers import PROCEDURES
from tests.fixtures.store import SteppingClock, found

LINES = 100_000
YEAR = 2026
MOST_SECONDS = 60
MOST_MEGABYTES = 400


def bench_register(folder: Path) -> Iterator[dict[str, object]]:
    """``kiosk register``: a spreadsheet within the bars, and how long the volumes take as PDF."""
    file = folder / "store.sqlite3"
    store = found(file, SteppingClock())
    fill(store)
    store.close()
    for ending, bars in (
        (".xlsx", (MOST_SECONDS, MOST_MEGABYTES)),
        (".pdf", (None, MOST_MEGABYTES)),
    ):
        seconds, megabytes, size = _by_command(folder, f"register{ending}")
        for name, value, unit, bar in (
            (f"register, {LINES:,} lines, {ending}", round(seconds, 1), "s", bars[0]),
            (f"register, memory, {ending}", round(megabytes), "MB", bars[1]),
        ):
            yield {
                "name": name,
                "value": value,
                "unit": unit,
                "bar": None if bar is None else f"<= {bar}",
                "ok": None if bar is None else value <= bar,
                "beside": f"a file of {size:.1f} MB; the whole process, start to end",
            }


def fill(store: Store) -> None:
    """A year of invented dossiers, two of three returned, in volumes of a thousand."""
    with store.write(Actor("IT")) as unit:
        office = office_now(unit)
        write_procedures(unit, PROCEDURES, office)
        fields = [field.id for field in office.fields]
        for begin in range(1, LINES + 1, 1000):
            rows = [
                a_row(entry, unit.office_id, fields, YEAR) for entry in range(begin, begin + 1000)
            ]
            unit.conn.execute(insert(dossier), rows)
            events = [a_return(row) for row in rows if row["returned_at"]]
            unit.conn.execute(insert(dossier_event), events)


def _by_command(home: Path, name: str) -> tuple[float, float, float]:
    """Seconds, the most megabytes resident, megabytes of the file."""
    target = home / name
    words = ["--json", "register", "--year", str(YEAR), "--out", str(target)]
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "--home", str(home), *words], stdout=subprocess.PIPE
    ) as writing:
        answer = writing.stdout.read() if writing.stdout else b""
        _, status, used = os.wait4(writing.pid, 0)
        writing.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - start
    if writing.returncode or json.loads(answer)["dossiers"] != LINES:
        raise AssertionError("the register did not take everything")
    return took, used.ru_maxrss / 1024, target.stat().st_size / 1e6
