"""The whole national catalogue: importing it, and finding in it key by key.

Needs the real records beside the project (../shared/data); without them nothing is measured.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3

from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.search import search
from kiosk.catalogue.words import words
from tests.fixtures.store import OFFICER, SteppingClock, found

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "national_portal"
RECORDS = 5724

IMPORTS = 3
MOST_SECONDS = 20
MOST_MEGABYTES = 300
MOST_MS_PER_KEY = 4

PHRASES = (
    "dang ky khai sinh",
    "đăng ký kết hôn",
    "khai tu",
    "xac nhan tinh trang hon nhan",
    "trich luc ho tich",
    "giam ho",
    "nhan cha me con",
    "cai chinh ho tich",
    "chung thuc chu ky",
    "chứng thực di chúc",
    "sao y ban chinh",
    "tam tru",
    "đăng ký thường trú",
    "tach ho",
    "can cuoc",
    "doi the can cuoc",
    "sổ đỏ",
    "dat dai lan dau",
    "tach thua",
    "chuyen muc dich su dung dat",
    "giay phep xay dung",
    "ho kinh doanh",
    "tam ngung kinh doanh",
    "nuoi con nuoi",
    "ho ngheo",
    "tro cap xa hoi hang thang",
    "nguoi co cong",
    "lý lịch tư pháp",
    "1.004222",
    "hop tac xa",
)


def bench_import(folder: Path) -> Iterator[dict[str, object]]:
    """``kiosk catalogue import`` of everything into a new store, in a process of its own."""
    if not DATA.is_dir():
        yield from _nothing_measured("catalogue import", "catalogue import, memory")
        return
    seconds: list[float] = []
    bare: list[float] = []
    megabytes = 0.0
    for turn in range(IMPORTS):
        home = folder / f"home{turn}"
        found(home / "store.sqlite3", SteppingClock()).close()
        took, most = _imported_by_command(home)
        seconds.append(took)
        megabytes = max(megabytes, most)
        bare.append(_bare_import(folder / f"bare{turn}.sqlite3"))
    value, beside = statistics.median(seconds), statistics.median(bare)
    yield {
        "name": "catalogue import, 5,724 records",
        "value": round(value, 2),
        "unit": "s",
        "bar": f"<= {MOST_SECONDS}",
        "ok": value <= MOST_SECONDS,
        "beside": f"{beside:.2f} s json.loads and bare inserts of the same texts",
    }
    yield {
        "name": "catalogue import, memory",
        "value": round(megabytes),
        "unit": "MB",
        "bar": f"<= {MOST_MEGABYTES}",
        "ok": megabytes <= MOST_MEGABYTES,
        "beside": "the largest resident size of the whole process",
    }


def bench_search(folder: Path) -> Iterator[dict[str, object]]:
    """30 phrases typed key by key over the whole catalogue."""
    if not DATA.is_dir():
        yield from _nothing_measured("search, median per key")
        return
    file = folder / "store.sqlite3"
    with closing(found(file, SteppingClock())) as store, closing(pysqlite3.connect(file)) as bare:
        import_catalogue(store, [DATA], OFFICER)
        ours: list[float] = []
        raw: list[float] = []
        for typed in _keys():
            start = time.perf_counter()
            with store.read() as unit:
                search(unit, typed)
            ours.append(time.perf_counter() - start)
            raw.append(_raw_match(bare, typed))
    value = statistics.median(ours) * 1000
    beside = statistics.median(raw) * 1000
    yield {
        "name": "search, median per key",
        "value": round(value, 2),
        "unit": "ms",
        "bar": f"<= {MOST_MS_PER_KEY}",
        "ok": value <= MOST_MS_PER_KEY,
        "beside": f"{beside:.2f} ms for one bare MATCH; ours 95 %: "
        f"{statistics.quantiles(ours, n=20)[-1] * 1000:.1f} ms over {len(ours)} keys",
    }


def _nothing_measured(*names: str) -> Iterator[dict[str, object]]:
    for name in names:
        yield {
            "name": name,
            "value": None,
            "unit": None,
            "bar": None,
            "ok": None,
            "beside": "the real records are not on this machine",
        }


def _imported_by_command(home: Path) -> tuple[float, float]:
    """Seconds, and the most megabytes resident."""
    command = [sys.executable, "-m", "kiosk", "--home", str(home), "--json"]
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, "catalogue", "import", str(DATA)], stdout=subprocess.PIPE
    ) as importing:
        answer = importing.stdout.read() if importing.stdout else b""
        _, status, used = os.wait4(importing.pid, 0)
        importing.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - start
    if importing.returncode or json.loads(answer)["read"] != RECORDS:
        raise AssertionError("the import did not read everything")
    return took, used.ru_maxrss / 1024


def _bare_import(file: Path) -> float:
    """Seconds to read the same texts and to keep code, name and text of each."""
    start = time.perf_counter()
    with closing(pysqlite3.connect(file, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE source (code TEXT, kind TEXT, name TEXT, raw TEXT)")
        conn.execute("BEGIN IMMEDIATE")
        for kind, text in _texts():
            content: Any = json.loads(text)
            content = content.get("data", content)
            row = (content["code"], kind, content["name"], text)
            conn.execute("INSERT INTO source VALUES (?, ?, ?, ?)", row)
        conn.execute("COMMIT")
    return time.perf_counter() - start


def _texts() -> Iterator[tuple[str, str]]:
    with (DATA / "catalog.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield "catalogue", line
    for file in sorted((DATA / "details").glob("*.json")):
        yield "record", file.read_text(encoding="utf-8")


def _keys() -> Iterator[str]:
    for phrase in PHRASES:
        for end in range(1, len(phrase) + 1):
            yield phrase[:end]


def _raw_match(conn: Any, typed: str) -> float:
    """Seconds of one bare MATCH of all the words, the last one unfinished."""
    said = words(typed)
    expression = " AND ".join(f'"{word}"' for word in said) + " *"
    start = time.perf_counter()
    conn.execute(
        "SELECT rowid FROM procedure_search WHERE procedure_search MATCH ? ORDER BY rowid LIMIT 20",
        (expression,),
    ).fetchall()
    return time.perf_counter() - start
