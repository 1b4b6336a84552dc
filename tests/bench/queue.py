"""Taking and calling numbers through the whole service, beside the same rows by the bare driver.

The bare driver writes exactly the rows that the service has just written, into a store of its own
with the same schema: same transactions, same pragmas, statements prepared, values at hand. At the
end both stores must hold the same lines.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pysqlite3

from kiosk.ids import new_id
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock, found

ROUNDS = 11
PER_ROUND = 120
BAR = 0.25

Transaction = list[tuple[str, tuple[Any, ...]]]

_SERIES = (
    "INSERT INTO number_series (office_id, scope, period, last) VALUES (?, ?, ?, 1)"
    " ON CONFLICT (office_id, scope, period) DO UPDATE SET last = number_series.last + 1"
)
_ENDED = "UPDATE ticket SET state = 'done', ended_at = ?, revision = revision + 1 WHERE id = ?"
_CALLED = (
    "UPDATE ticket SET state = 'called', counter_id = ?, called_at = ?, call_reason = ?, calls = 1,"
    " revision = revision + 1 WHERE id = ?"
)
_WRITTEN = (
    "number_series",
    "ticket",
    "ticket_call",
    "ticket_leg",
    "print_job",
    "audit_line",
    "command_record",
)


def bench_take_and_next(folder: Path) -> Iterator[dict[str, object]]:
    """``ticket take`` and ``ticket next``: the service's rate as a share of the bare driver's."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        service_file, bare_file = Path(name) / "service.sqlite3", Path(name) / "bare.sqlite3"
        times = _measured(service_file, bare_file)
    for act in ("take", "next"):
        service, driver = statistics.median(times[act]), statistics.median(times[f"bare {act}"])
        yield {
            "name": f"ticket {act} / bare pysqlite3",
            "value": round(driver / service, 3),
            "unit": "ratio of rates",
            "bar": f">= {BAR}",
            "ok": driver / service >= BAR,
            "beside": f"{PER_ROUND / service:.0f}/s through the service, "
            f"{PER_ROUND / driver:.0f}/s by the bare driver",
        }


def _measured(service_file: Path, bare_file: Path) -> dict[str, list[float]]:
    """Seconds per round, both ways in turn."""
    times: dict[str, list[float]] = {"take": [], "bare take": [], "next": [], "bare next": []}
    with (
        closing(found(service_file, SteppingClock())) as store,
        closing(_connect(service_file)) as written,
        closing(pysqlite3.connect(bare_file)) as taking,
    ):
        written.backup(taking)
        with closing(_connect(bare_file)) as bare:
            for _ in range(ROUNDS):
                for act, do, rows_of in (("take", _take, _taken), ("next", _call, _called)):
                    seen = _newest_line(written)
                    times[act].append(_timed(do, store))
                    work = rows_of(written, seen)
                    times[f"bare {act}"].append(_timed(_write, bare, work))
            for table in _WRITTEN:
                query = f"SELECT * FROM {table} ORDER BY 1, 2"
                if written.execute(query).fetchall() != bare.execute(query).fetchall():
                    raise AssertionError(f"the bare driver wrote something else: {table}")
    return times


def _timed(act: Callable[..., None], *given: Any) -> float:
    start = time.perf_counter()
    act(*given)
    return time.perf_counter() - start


def _connect(file: Path) -> Any:
    conn = pysqlite3.connect(file, isolation_level=None, cached_statements=256)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def _take(store: Store) -> None:
    for _ in range(PER_ROUND):
        store.do(take_number, TakeNumber("HT"), KIOSK, new_id())


def _call(store: Store) -> None:
    for _ in range(PER_ROUND):
        store.do(call_next, AtCounter(1), OFFICER, new_id())


def _write(conn: Any, work: list[Transaction]) -> None:
    for transaction in work:
        conn.execute("BEGIN IMMEDIATE")
        for statement, values in transaction:
            conn.execute(statement, values)
        conn.execute("COMMIT")


def _newest_line(conn: Any) -> str:
    return str(conn.execute("SELECT max(id) FROM audit_line").fetchone()[0])


def _lines(conn: Any, act: str, seen: str) -> list[tuple[str, str, str, str]]:
    """Audit lines written since: their id, subject, details and request."""
    found = conn.execute(
        "SELECT id, subject, details, request_id FROM audit_line"
        " WHERE act = ? AND id > ? ORDER BY id",
        (act, seen),
    )
    return list(found.fetchall())


def _copied(conn: Any, table: str, column: str, key: str) -> tuple[str, tuple[Any, ...]]:
    row = conn.execute(f"SELECT * FROM {table} WHERE {column} = ?", (key,)).fetchone()
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row)


def _taken(conn: Any, seen: str) -> list[Transaction]:
    work: list[Transaction] = []
    for line, ticket, _, request in _lines(conn, "ticket.taken", seen):
        office, day, series = conn.execute(
            "SELECT office_id, day, series FROM ticket WHERE id = ?", (ticket,)
        ).fetchone()
        work.append(
            [
                (_SERIES, (office, "arrival", day)),
                (_SERIES, (office, f"ticket:{series}", day)),
                _copied(conn, "ticket", "id", ticket),
                _copied(conn, "print_job", "subject", ticket),
                _copied(conn, "audit_line", "id", line),
                _copied(conn, "command_record", "request_id", request),
            ]
        )
    return work


def _called(conn: Any, seen: str) -> list[Transaction]:
    work: list[Transaction] = []
    for line, ticket, details, request in _lines(conn, "ticket.called", seen):
        finished = msgspec.json.decode(details)["finished"]
        office, day, counter, called_at, why = conn.execute(
            "SELECT office_id, day, counter_id, called_at, call_reason FROM ticket WHERE id = ?",
            (ticket,),
        ).fetchone()
        transaction: Transaction = []
        if finished:
            transaction.append(_copied(conn, "ticket_leg", "ticket_id", finished))
            transaction.append((_ENDED, (called_at, finished)))
        transaction += [
            (_SERIES, (office, "call", day)),
            (_CALLED, (counter, called_at, why, ticket)),
            _copied(conn, "ticket_call", "ticket_id", ticket),
            _copied(conn, "audit_line", "id", line),
            _copied(conn, "command_record", "request_id", request),
        ]
        work.append(transaction)
    return work
