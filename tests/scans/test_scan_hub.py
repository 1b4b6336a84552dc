"""Scans of an office whose store is PostgreSQL."""

from pathlib import Path

import pytest

from kiosk.catalogue.rows import write_procedures
from kiosk.office.reading import office_now
from kiosk.scans import editing
from kiosk.scans.editing import remade, remake_scan
from kiosk.scans.filing import file_scan
from kiosk.scans.reading import content_of, scans_of, share_digitised
from kiosk.scans.stacks import Told, file_stack
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import PROCEDURES, receive
from tests.fixtures.postgres import Database
from tests.fixtures.store import OFFICER, SteppingClock, found
from tests.scans.stack_kit import UNIT, as_pdf, paper


@pytest.mark.postgres
def test_filing_and_splitting(new_database: Database, kept: Path, tmp_path: Path) -> None:
    store = found(new_database(), SteppingClock())
    with store.write(Actor("IT")) as unit:
        write_procedures(unit, PROCEDURES, office_now(unit))
    code = receive(store).code
    file = tmp_path / "a.pdf"
    file.write_bytes(as_pdf([paper("tờ khai", 50)] * 3, 50))
    file_stack(
        file,
        Told(dossier=code),
        unit_code=UNIT,
        folder=kept,
        do=lambda wish: store.do(file_scan, wish, OFFICER),
    )
    with store.read() as unit:
        (old,) = scans_of(unit, code)
    content = content_of(old, kept, OFFICER.station)
    remade(
        old,
        content,
        "split",
        editing.split(old, 2),
        folder=kept,
        do=lambda wish: store.do(remake_scan, wish, OFFICER),
    )
    with store.read() as unit:
        views = scans_of(unit, code)
        share = share_digitised(unit, unit.day)
    assert [(view.pages, view.position) for view in views] == [(1, 1), (2, 2)]
    assert (share.papers, share.digitised) == (2, 2)
    store.close()
