"""How long a scan of a hundred pages takes, from the file to filed dossiers."""

import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.catalogue.rows import write_procedures
from kiosk.office.reading import office_now
from kiosk.scans.filing import FileScan, ScanFiled, file_scan
from kiosk.scans.stacks import Told, file_stack
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import PROCEDURES, receive
from tests.fixtures.store import OFFICER, SteppingClock, found
from tests.scans.stack_kit import UNIT, as_pdf, paper, scanned, slip_pages

PAGES, DOSSIERS, DPI = 100, 5, 200
MOST_S = 10


def bench_filing(folder: Path) -> Iterator[dict[str, object]]:
    """A hundred noisy A4 pages at 200 dpi, five dossiers, sorted by their slips and filed."""
    store = found(folder / "store.sqlite3", SteppingClock())
    with store.write(Actor("IT")) as unit:
        write_procedures(unit, PROCEDURES, office_now(unit))
    codes = [receive(store).code for _ in range(DOSSIERS)]
    each = PAGES // DOSSIERS - 1
    pages = [
        scanned(page)
        for code in codes
        for page in (*slip_pages(code, DPI), *(paper(f"{code[-4:]} {n}", DPI) for n in range(each)))
    ]
    file = folder / "hundred.pdf"
    file.write_bytes(as_pdf(pages, DPI))
    del pages

    def do(wish: FileScan) -> ScanFiled:
        return store.do(file_scan, wish, OFFICER)

    start = time.perf_counter()
    fact = file_stack(file, Told(dossiers=DOSSIERS), unit_code=UNIT, folder=folder / "scans", do=do)
    taken = time.perf_counter() - start
    store.close()
    filed = sum(scan.pages for scan in fact.scans)
    yield {
        "name": f"a scan of {PAGES} pages filed",
        "value": round(taken, 2),
        "unit": "s",
        "bar": f"<= {MOST_S}",
        "ok": taken <= MOST_S and filed == PAGES,
        "beside": f"{file.stat().st_size / 1e6:.0f} MB, {DOSSIERS} dossiers",
    }
