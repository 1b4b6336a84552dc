"""Ten years of a provincial centre: a dossier opened by scan among a million, the officer's table.

The million is built once into ``bench-output`` and used again while the schema stays. The same
acts are timed on a store with few dossiers in turn, so a noisy machine disturbs both.
"""

import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import insert

from kiosk.catalogue.rows import write_procedures
from kiosk.dossiers.figures import dossier_figures
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.pressing_list import pressing_dossiers
from kiosk.dossiers.reading import find_dossier, list_dossiers
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.dossiers.telling import to_tell
from kiosk.office.reading import office_now
from kiosk.printing.papers import render
from kiosk.storage import print_jobs
from kiosk.storage.opening import open_store
from kiosk.storage.schema import HEAD, dossier, dossier_event
from kiosk.storage.store import Store
from kiosk.storage.units import Actor, ReadUnit
from tests.bench.many_dossiers import a_return, a_row
from tests.bench.run import OUTPUT
from tests.fixtures.dossiers import PROCEDURES, a_form
from tests.fixtures.store import OFFICER, SteppingClock, found

YEARS, A_YEAR, STILL_OPEN = range(2017, 2027), 100_000, 400
ROUNDS = 40
PRESSING = "what presses, all that is open"
"""A command's look, not a screen's: each open dossier's log is read."""
LOOK_BAR_MS, RECEIVE_BAR_MS = 10.0, 150.0


def bench_million(folder: Path) -> Iterator[dict[str, object]]:
    """A scan, the table of what is open, the last returned, the figures: few beside a million."""
    many, few = _million(), _few(folder)
    codes = {many: _codes(many), few: _codes(few)}
    looks: dict[str, Callable[[Store, int], Callable[[ReadUnit], object]]] = {
        "a scan opens its dossier": lambda store, at: (
            lambda unit: find_dossier(unit, codes[store][at * 7919 % len(codes[store])])
        ),
        "the table of what is open": lambda _store, _at: list_dossiers,
        "the last returned": lambda _store, _at: (
            lambda unit: list_dossiers(unit, DossierState.RETURNED)
        ),
        "the figures of the day": lambda _store, _at: dossier_figures,
        PRESSING: lambda _store, _at: pressing_dossiers,
        "whom to tell": lambda _store, _at: to_tell,
    }
    for name, look in looks.items():
        times: dict[Store, list[float]] = {many: [], few: []}
        for at in range(ROUNDS + 1):
            for store in (many, few):
                began = time.perf_counter()
                with store.read() as unit:
                    look(store, at)(unit)
                if at:
                    times[store].append((time.perf_counter() - began) * 1000)
        median, base = statistics.median(times[many]), statistics.median(times[few])
        yield {
            "name": f"a million: {name}",
            "value": round(median, 1),
            "unit": "ms",
            "bar": f"<= {LOOK_BAR_MS:.0f}" if name != PRESSING else None,
            "ok": median <= LOOK_BAR_MS if name != PRESSING else None,
            "beside": f"{base:.1f} ms among {A_YEAR // 1000}, {median / base:.1f} x",
        }
    many.close()
    few.close()


def bench_receive(folder: Path) -> Iterator[dict[str, object]]:
    """From the officer's key to the PDF of the slip."""
    from kiosk.clock import office_day
    from kiosk.dossiers.checking import checked

    clock = SteppingClock()
    store = found(folder / "receive.sqlite3", clock)
    with store.write(Actor("IT")) as unit:
        write_procedures(unit, PROCEDURES, office_now(unit))
    form, times = checked(a_form(), office_day(clock.now())), []
    for at in range(ROUNDS + 1):
        began = time.perf_counter()
        fact = store.do(receive_dossier, ReceiveDossier(form), OFFICER)
        with store.read() as look:
            job = print_jobs.one(look, fact.print_jobs[0])
        render(job.kind, job.paper, copies=job.copies, reprint=False)
        if at:
            times.append((time.perf_counter() - began) * 1000)
    store.close()
    slow = sorted(times)[int(len(times) * 0.95)]
    yield {
        "name": "receive -> slip PDF, 95 of 100",
        "value": round(slow, 1),
        "unit": "ms",
        "bar": f"<= {RECEIVE_BAR_MS:.0f}",
        "ok": slow <= RECEIVE_BAR_MS,
        "beside": f"median {statistics.median(times):.0f} ms of {ROUNDS}, two copies",
    }


def _million() -> Store:
    file = OUTPUT / f"million-{HEAD}.sqlite3"
    if not file.exists():
        OUTPUT.mkdir(exist_ok=True)
        building = file.with_suffix(".building")
        building.unlink(missing_ok=True)
        store = found(building, SteppingClock())
        for year in YEARS:
            _fill(store, year, A_YEAR)
        store.close()
        shutil.move(building, file)
    return open_store(file, SteppingClock())


def _few(folder: Path) -> Store:
    store = found(folder / "few.sqlite3", SteppingClock())
    _fill(store, 2026, A_YEAR // 1000)
    return store


def _fill(store: Store, year: int, many: int) -> None:
    """A year of dossiers; all but the last few hundred of the last year are returned."""
    with store.write(Actor("IT")) as unit:
        office = office_now(unit)
        if year in (YEARS[0], YEARS[-1]):
            write_procedures(unit, PROCEDURES, office)
        fields = [field.id for field in office.fields]
        for begin in range(1, many + 1, 5000):
            rows = [
                a_row(entry, unit.office_id, fields, year)
                for entry in range(begin, min(begin + 5000, many + 1))
            ]
            for row in rows:
                if year != YEARS[-1] or row["register_entry"] <= many - STILL_OPEN:  # type: ignore[operator]
                    row["returned_at"] = row["ready_at"] = row["due_at"]
                    row["state"], row["revision"] = DossierState.RETURNED.value, 3
            unit.conn.execute(insert(dossier), rows)
            returned = [a_return(row) for row in rows if row["returned_at"]]
            unit.conn.execute(insert(dossier_event), returned)


def _codes(store: Store) -> list[str]:
    with store.read() as unit:
        chosen = unit.conn.exec_driver_sql("SELECT code FROM dossier ORDER BY id LIMIT 2000")
        return [str(row[0]) for row in chosen]
