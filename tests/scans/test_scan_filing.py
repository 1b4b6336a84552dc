"""Whose the pages are: written down whole or not at all, once, and never changed afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from kiosk.dossiers.life import MoveDossier, mark_ready, return_result
from kiosk.dossiers.returning import ReturnResult
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.scans import editing
from kiosk.scans.editing import Part, RemakeScan, remade, remake_scan, require_every_page
from kiosk.scans.filing import FileScan, ScanFiled, ScanKind, file_scan
from kiosk.scans.keeping import Sheet
from kiosk.scans.reading import (
    ScanView,
    content_of,
    not_digitised,
    one_scan,
    scans_of,
    share_digitised,
    whole_scan,
)
from kiosk.scans.sorting import Pile
from kiosk.scans.stacks import Told, file_stack
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.store import OFFICER
from tests.scans.stack_kit import CODES, UNIT, as_pdf

A, B = CODES[:2]


def greys(folder: Path, count: int, name: str = "scan.pdf") -> Path:
    """A PDF whose pages are told apart by how wide they are."""
    file = folder / name
    file.write_bytes(as_pdf([Image.new("L", (300 + 10 * n, 400), 200) for n in range(count)], 200))
    return file


def widths(content: bytes) -> list[int]:
    pdf = pypdfium2.PdfDocument(content)
    found = [round((page.get_size()[0] * 200 / 72 - 300) / 10) + 1 for page in pdf]
    pdf.close()
    return found


def put(
    store: Store,
    kept: Path,
    file: Path,
    told: Told,
    *,
    request_id: str | None = None,
    kind: ScanKind = ScanKind.SUBMITTED,
    title: str = "",
) -> ScanFiled:
    def do(wish: FileScan) -> ScanFiled:
        return store.do(file_scan, wish, OFFICER, request_id)

    return file_stack(file, told, unit_code=UNIT, folder=kept, do=do, kind=kind, title=title)


def current(store: Store, code: str, *, former: bool = False) -> tuple[ScanView, ...]:
    with store.read() as unit:
        return scans_of(unit, code, former=former)


def files(kept: Path) -> set[str]:
    return {file.name for file in kept.iterdir()}


def test_what_a_person_sorted_is_filed(ten: Store, kept: Path, tmp_path: Path) -> None:
    told = Told(piles=(Pile(A, (1, 3)), Pile(B, (2,))))
    fact = put(ten, kept, greys(tmp_path, 3), told)
    assert [(each.dossier, each.pages) for each in fact.scans] == [(A, 2), (B, 1)]
    with ten.read() as unit:
        content, pages = whole_scan(unit, A, kept, OFFICER.station)
        audited = unit.rows(select(audit_line.c.subject).where(audit_line.c.act == "scan.filed"))
    assert (widths(content), pages) == ([1, 3], 2)
    assert [row.subject for row in audited] == [f"dossier:{A}", f"dossier:{B}"]
    (view,) = current(ten, A)
    assert (view.filed_by, view.source_name, view.kind) == ("CV01", "scan.pdf", ScanKind.SUBMITTED)


def test_the_same_request_files_once(ten: Store, kept: Path, tmp_path: Path) -> None:
    file, request = greys(tmp_path, 2), new_id()
    first = put(ten, kept, file, Told(dossier=A), request_id=request)
    before = files(kept)
    assert put(ten, kept, file, Told(dossier=A), request_id=request) == first
    assert files(kept) == before
    with pytest.raises(Refused, match="other_content"):
        put(ten, kept, file, Told(dossier=B), request_id=request)
    assert files(kept) == before
    assert len(current(ten, A)) == 1


def test_the_same_file_again_is_not_filed(ten: Store, kept: Path, tmp_path: Path) -> None:
    file = greys(tmp_path, 2)
    put(ten, kept, file, Told(dossier=A))
    before = files(kept)
    with pytest.raises(Refused, match="already_filed"):
        put(ten, kept, file, Told(dossier=B))
    assert files(kept) == before


def stacked(store: Store, source: str, *codes: str) -> FileScan:
    """What a sorted stack asks for; its files do not matter here."""
    from kiosk.scans.filing import Sheaf
    from kiosk.scans.keeping import Kept

    sheaves = tuple(Sheaf(code, Kept("x.pdf", "0" * 64, 1, 1)) for code in codes)
    return FileScan("s.pdf", source * 64, ScanKind.SUBMITTED, "", looked=False, sheaves=sheaves)


def test_an_old_slip_draws_nothing_to_itself(ten: Store) -> None:
    ten.do(file_scan, stacked(ten, "a", A), OFFICER)
    with pytest.raises(Refused, match="has_scan"):
        ten.do(file_scan, stacked(ten, "b", B, A), OFFICER)
    assert current(ten, B) == ()


def test_a_dossier_that_was_returned_is_no_pile_of_today(ten: Store) -> None:
    ten.do(mark_ready, MoveDossier(A), OFFICER)
    ten.do(return_result, ReturnResult(A, signed=True, originals=True), OFFICER)
    with pytest.raises(Refused, match=r"scan\.returned"):
        ten.do(file_scan, stacked(ten, "a", B, A), OFFICER)
    assert current(ten, B) == ()


def test_a_dossier_nobody_knows_stops_the_whole_stack(ten: Store) -> None:
    with pytest.raises(Refused, match=r"dossier\.unknown"):
        ten.do(file_scan, stacked(ten, "a", A, f"{UNIT}-261123-0777"), OFFICER)
    assert current(ten, A) == ()


def test_results_and_titles(ten: Store, kept: Path, tmp_path: Path) -> None:
    put(ten, kept, greys(tmp_path, 1), Told(dossier=A))
    put(
        ten,
        kept,
        greys(tmp_path, 2, "r.pdf"),
        Told(dossier=A),
        kind=ScanKind.RESULT,
        title="  Giấy   xác nhận ",
    )
    assert [(v.kind, v.title, v.position) for v in current(ten, A)] == [
        (ScanKind.SUBMITTED, "", 1),
        (ScanKind.RESULT, "Giấy xác nhận", 2),
    ]
    with pytest.raises(Refused, match="title_long"):
        put(ten, kept, greys(tmp_path, 3, "t.pdf"), Told(dossier=A), title="x" * 201)


DYING = """
import os, signal, sys
from pathlib import Path
from kiosk.clock import FrozenClock, parse_moment
from kiosk.scans.filing import file_scan
from kiosk.scans.stacks import Told, file_stack
from kiosk.storage.opening import open_store
from kiosk.storage.units import Actor

store_file, kept, scan, code, when = sys.argv[1:]
store = open_store(Path(store_file), FrozenClock(parse_moment("2026-11-23T09:24+07:00")))

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def half(unit, wish):
    file_scan(unit, wish)
    die()

half.__module__, half.__annotations__ = file_scan.__module__, file_scan.__annotations__

def do(wish):
    return die() if when == "before" else store.do(half, wish, Actor("QUAY1", "CV01"))

file_stack(Path(scan), Told(dossier=code), unit_code="H99.12.08", folder=Path(kept), do=do)
"""


@pytest.mark.processes
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("when", ["before", "within"])
def test_a_kill_between_file_and_store_leaves_nothing_half_filed(
    ten: Store, store_file: Path, kept: Path, tmp_path: Path, project: Path, when: str
) -> None:
    file = greys(tmp_path, 3)
    died = subprocess.run(
        [sys.executable, "-c", DYING, str(store_file), str(kept), str(file), A, when],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert current(ten, A, former=True) == ()
    left = files(kept)
    assert len(left) == 1
    fact = put(ten, kept, file, Told(dossier=A))
    assert [each.pages for each in fact.scans] == [3]
    with ten.read() as unit:
        assert widths(whole_scan(unit, A, kept, OFFICER.station)[0]) == [1, 2, 3]


def change(
    store: Store, kept: Path, scan: str, act: str, parts: tuple[Part, ...], request: str = ""
) -> ScanFiled:
    def do(wish: RemakeScan) -> ScanFiled:
        return store.do(remake_scan, wish, OFFICER, request or None)

    with store.read() as unit:
        old = one_scan(unit, scan)
    return remade(old, content_of(old, kept, OFFICER.station), act, parts, folder=kept, do=do)


def seen(store: Store, kept: Path, code: str) -> list[list[int]]:
    return [widths(content_of(v, kept, OFFICER.station)) for v in current(store, code)]


def test_pages_are_split_ordered_turned_named_and_moved(
    ten: Store, kept: Path, tmp_path: Path
) -> None:
    put(ten, kept, greys(tmp_path, 4), Told(dossier=A))
    (whole,) = current(ten, A)
    change(ten, kept, whole.id, "split", editing.split(whole, 3))
    assert seen(ten, kept, A) == [[1, 2], [3, 4]]
    first, second = current(ten, A)
    change(ten, kept, first.id, "order", editing.ordered(first, (2, 1)))
    change(ten, kept, second.id, "name", editing.named(second, "Tờ khai"))
    first, second = current(ten, A)
    assert second.title == "Tờ khai"
    change(ten, kept, second.id, "move", editing.moved(second, frozenset({2}), B))
    assert seen(ten, kept, A) == [[2, 1], [3]]
    assert seen(ten, kept, B) == [[4]]
    first, _ = current(ten, A)
    change(ten, kept, first.id, "rotate", editing.rotated(first, frozenset({1}), 90))
    first, _ = current(ten, A)
    pdf = pypdfium2.PdfDocument(content_of(first, kept, OFFICER.station))
    assert [page.get_rotation() for page in pdf] == [90, 0]
    pdf.close()
    # Everything that ever was is still there, as it was.
    for view in current(ten, A, former=True):
        content_of(view, kept, OFFICER.station)
    assert widths(content_of(whole, kept, OFFICER.station)) == [1, 2, 3, 4]


def test_all_pages_moved_and_a_former_version(ten: Store, kept: Path, tmp_path: Path) -> None:
    put(ten, kept, greys(tmp_path, 2), Told(dossier=A))
    (whole,) = current(ten, A)
    request = new_id()
    parts = editing.moved(whole, frozenset({1, 2}), B)
    fact = change(ten, kept, whole.id, "move", parts, request)
    before = files(kept)
    assert change(ten, kept, whole.id, "move", parts, request) == fact
    assert (seen(ten, kept, A), seen(ten, kept, B)) == ([], [[1, 2]])
    with pytest.raises(Refused, match="superseded"):
        change(ten, kept, whole.id, "name", editing.named(whole, "Tờ khai"))
    assert files(kept) == before


def test_what_cannot_be_done_to_pages(ten: Store, kept: Path, tmp_path: Path) -> None:
    put(ten, kept, greys(tmp_path, 2), Told(dossier=A))
    (whole,) = current(ten, A)
    wrong: list[Callable[[], object]] = [
        lambda: editing.split(whole, 1),
        lambda: editing.split(whole, 3),
        lambda: editing.rotated(whole, frozenset({1}), 45),
        lambda: editing.rotated(whole, frozenset({3}), 90),
        lambda: editing.ordered(whole, (1, 1)),
        lambda: editing.moved(whole, frozenset(), B),
    ]
    for act in wrong:
        with pytest.raises(Refused):
            act()
    with ten.read() as unit, pytest.raises(Refused, match=r"scan\.unknown"):
        one_scan(unit, "nobody")


@given(st.lists(st.lists(st.integers(0, 6), max_size=4), max_size=3), st.integers(1, 5))
def test_no_page_is_lost_or_doubled_by_a_change(groups: list[list[int]], pages: int) -> None:
    parts = [Part(A, "", tuple(Sheet(page) for page in group)) for group in groups]
    whole = sorted(page for group in groups for page in group) == list(range(1, pages + 1))
    if whole and all(groups):
        require_every_page(pages, parts)
        return
    with pytest.raises(Refused, match="no_page"):
        require_every_page(pages, parts)


def test_another_machine_keeps_it(ten: Store, kept: Path, tmp_path: Path) -> None:
    put(ten, kept, greys(tmp_path, 1), Told(dossier=A))
    (view,) = current(ten, A)
    with pytest.raises(Refused, match="elsewhere"):
        content_of(view, tmp_path / "other", "QUAY2")
    with ten.read() as unit, pytest.raises(Refused, match=r"scan\.none"):
        whole_scan(unit, B, kept, OFFICER.station)


def test_the_share_of_digitised_papers(ten: Store, kept: Path, tmp_path: Path) -> None:
    # Each of the ten dossiers has two papers handed in, and one that was only shown.
    day = date(2026, 11, 23)

    def share() -> tuple[int, int, int, int]:
        with ten.read() as unit:
            told = share_digitised(unit, day)
        return told.dossiers, told.scanned_dossiers, told.papers, told.digitised

    assert share() == (10, 0, 20, 0)
    put(ten, kept, greys(tmp_path, 1), Told(dossier=A))
    assert share() == (10, 1, 20, 2)
    put(ten, kept, greys(tmp_path, 2, "b.pdf"), Told(dossier=B), title="tờ khai  theo mẫu")
    assert share() == (10, 2, 20, 3)
    put(ten, kept, greys(tmp_path, 3, "c.pdf"), Told(dossier=CODES[2]), kind=ScanKind.RESULT)
    assert share() == (10, 2, 20, 3)
    with ten.read() as unit:
        left = {one.code: (one.papers, one.digitised) for one in not_digitised(unit, day)}
        assert not_digitised(unit, date(2026, 11, 24)) == ()
    assert A not in left
    assert left[B] == (2, 1)
    assert len(left) == 9
    with ten.read() as unit:
        later = share_digitised(unit, date(2026, 11, 24))
    assert (later.papers, later.percent) == (0, None)
