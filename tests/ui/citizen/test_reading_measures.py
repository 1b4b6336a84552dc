"""Where the pages of procedures and staff stand, against the design note and its pictures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.storage.store import Store
from kiosk.ui.citizen.procedures.detail_page import DetailPage
from kiosk.ui.citizen.procedures.list_page import ListPage
from kiosk.ui.citizen.staff.faces import OfficerLine
from kiosk.ui.citizen.staff.page import StaffPage
from kiosk.ui.citizen.window import CitizenWindow
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import SteppingClock

CLOSE = 4


@pytest.fixture
def reader(
    qapp: QApplication, dossier_store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[FaceAtWork]:
    """A standing kiosk of an office that offers a few procedures."""
    with at_work(dossier_store, tmp_path, lambda place: CitizenWindow(place, clock)) as face:
        face.open()
        yield face


def box_of(reader: FaceAtWork, widget: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(reader.window, QPoint(0, 0))
    return at.x(), at.y(), widget.width(), widget.height()


def test_the_list(reader: FaceAtWork) -> None:
    reader.tap(reader.window.page.ways["procedures"])
    page = reader.window.page
    assert isinstance(page, ListPage)
    assert page.keyboard is not None
    search, keyboard = box_of(reader, page.search), box_of(reader, page.keyboard)
    assert (search[0], *search[2:]) == pytest.approx((48, 984, 104), abs=CLOSE)
    assert search[1] == pytest.approx(260, abs=CLOSE)
    assert keyboard[2:] == pytest.approx((1080, 464), abs=CLOSE)
    key = box_of(reader, page.keyboard.keys["A"])
    assert key[2:] == pytest.approx((91, 96), abs=CLOSE)
    fields = [box_of(reader, key) for key in page.fields if key.isVisible()]
    assert {(left, wide) for left, _, wide, _ in fields} == {(48, 312)}
    row = box_of(reader, page.rows[0])
    assert (row[0], row[2]) == pytest.approx((384, 648), abs=CLOSE)


def test_one_procedure(reader: FaceAtWork) -> None:
    reader.tap(reader.window.page.ways["procedures"])
    reader.tap(reader.window.page.rows[0])
    page = reader.window.page
    assert isinstance(page, DetailPage)
    papers, take = box_of(reader, page.papers), box_of(reader, page.take)
    assert papers[:2] == pytest.approx((48, 1496), abs=CLOSE)
    assert (take[1], take[0] + take[2]) == pytest.approx((1496, 1032), abs=CLOSE)
    assert papers[3] == take[3] == pytest.approx(136, abs=CLOSE)
    body = box_of(reader, page.body)
    assert body[1] + body[3] <= 1472 + CLOSE


def test_staff(reader: FaceAtWork) -> None:
    reader.tap(reader.window.page.ways["staff"])
    page = reader.window.page
    assert isinstance(page, StaffPage)
    card = box_of(reader, page.officers)
    assert (card[0], card[2]) == pytest.approx((48, 984), abs=CLOSE)
    lines = page.officers.findChildren(OfficerLine)
    assert [line.height() for line in lines] == pytest.approx([110] * len(lines), abs=CLOSE)
    assert lines
