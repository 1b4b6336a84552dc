"""The register of a year of 100,000 dossiers, as spreadsheet and as PDF, by the command itself."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
from sqlalchemy import insert

from kiosk.catalogue.rows import write_procedures
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.model import Act, DossierState
from kiosk.office.reading import office_now
from kiosk.storage.schema import dossier, dossier_event
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import PROCEDURES
from tests.fixtures.store import SteppingClock, found

LINES = 100_000
YEAR = 2026
MOST_SECONDS = 60
MOST_MEGABYTES = 400

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Thị Hồng", "Quang")
GIVENS = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khánh", "Linh", "Ưỡng", "Yến", "Thủy")
STREETS = ("Hoa Sen", "Lê Lợi", "Trần Phú", "Điện Biên Phủ", "Nguyễn Trãi", "Quang Trung")
RECEIPTS = ({"to": "applicant"}, {"to": "post"}, {"to": "representative", "name": "Trần Thị Bình"})


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
            rows = [_row(entry, unit.office_id, fields) for entry in range(begin, begin + 1000)]
            unit.conn.execute(insert(dossier), rows)
            events = [_event(row) for row in rows if row["returned_at"]]
            unit.conn.execute(insert(dossier_event), events)


def _row(entry: int, office_id: str, fields: list[str]) -> dict[str, object]:
    procedure = PROCEDURES[entry % len(PROCEDURES)]
    number = entry // 3
    name = " ".join(
        (
            FAMILIES[entry % len(FAMILIES)],
            MIDDLES[number % len(MIDDLES)],
            GIVENS[entry % len(GIVENS)],
        )
    )
    address = f"Số {entry % 900 + 1}, đường {STREETS[number % len(STREETS)]}, tổ {entry % 40 + 1}"
    phone = f"+849{entry:08d}"
    received = SteppingClock(f"{YEAR}-01-05T08:00+07:00").at + timedelta(minutes=4 * entry)
    returned = received + timedelta(days=4) if entry % 3 else None
    person = Applicant(name=name, address=address, phone=phone)
    return {
        "id": f"01a00000-0000-7000-8000-{entry:012d}",
        "office_id": office_id,
        "code": f"H99.12.08-{received:%y%m%d}-{entry:07d}",
        "state": (DossierState.RETURNED if returned else DossierState.PROCESSING).value,
        "legal_profile": "ND118_2025",
        "procedure_code": procedure.code,
        "procedure_name": procedure.name,
        "field_id": fields[entry % len(fields)],
        "channel": "direct",
        "sets": entry % 3 + 1,
        "note": "Nộp thêm bản sao có chứng thực" if entry % 7 == 0 else "",
        "applicant_name": name,
        "applicant_folded": name.lower(),
        "applicant_phone": phone,
        "applicant": msgspec.json.encode(person).decode(),
        "limit_source": "procedure",
        "due_at": received + timedelta(days=5),
        "original_due_at": received + timedelta(days=5),
        "due_reason": "",
        "fee_text": "",
        "lookup_secret": "604218",
        "register_year": YEAR,
        "register_volume": (entry - 1) // 1000 + 1,
        "register_entry": entry,
        "received_at": received,
        "received_by_name": "Lê Minh Mẫu",
        "ready_at": returned,
        "returned_at": returned,
        "origin_station": "QUAY1",
        "revision": 3 if returned else 2,
    }


def _event(row: dict[str, object]) -> dict[str, object]:
    entry = row["register_entry"]
    if not isinstance(entry, int):
        raise TypeError
    return {
        "id": f"01a00000-0000-7000-9000-{entry:012d}",
        "dossier_id": row["id"],
        "position": 3,
        "act": Act.RETURN.value,
        "state": DossierState.RETURNED.value,
        "at": row["returned_at"],
        "officer_name": "Lê Minh Mẫu",
        "station": "QUAY1",
        "details": msgspec.json.encode(RECEIPTS[entry % len(RECEIPTS)]).decode(),
    }


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
