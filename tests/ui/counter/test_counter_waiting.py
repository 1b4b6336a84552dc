"""Dossiers that wait for their citizen: since when, how long, the longest on top."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.clock import OFFICE_TZ
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.reading import list_dossiers
from kiosk.ui.counter.lines import waiting_pill
from kiosk.ui.counter.minutes import days_since
from tests.dossiers.acting import brought_to, do
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.life_kit import AtDossier, Desk, desk

__all__ = ["desk"]
S = DossierState


@pytest.fixture
def waiting(desk: Desk, clock: SteppingClock) -> list[str]:
    """Two that wait, asked three days apart; one that waited and was completed."""
    made = []
    for day in ("2026-11-20", "2026-11-23"):
        clock.set(f"{day}T09:24+07:00")
        made.append(brought_to(desk.hands.store, S.SUPPLEMENTING))
    over = brought_to(desk.hands.store, S.SUPPLEMENTING)
    do(desk.hands.store, Act.RESTART, over)
    desk.hands.settle()
    return made


def test_the_tab_tells_since_when_and_how_long(desk: Desk, waiting: list[str]) -> None:
    desk.hands.hit(Key.Key_6, CTRL)
    rows = desk.hands.window.main.lines.table.rows_model.rows
    assert [(row.code, row.due, row.state.text) for row in rows] == [
        (waiting[0], "từ 20/11", "Chờ 3 ngày"),
        (waiting[1], "từ 23/11", "Từ hôm nay"),
    ]


def test_under_another_tab_it_is_told_by_its_state(desk: Desk, waiting: list[str]) -> None:
    desk.hands.write("nguyen")
    desk.hands.hit(Key.Key_Return)
    rows = {row.code: row for row in desk.hands.window.main.lines.table.rows_model.rows}
    assert (rows[waiting[0]].due, rows[waiting[0]].state.text) == ("từ 20/11", "Chờ bổ sung")


def test_a_line_knows_since_when_it_waits(desk: Desk, waiting: list[str]) -> None:
    with desk.hands.store.read() as unit:
        lines = {line.code: line.waiting_since for line in list_dossiers(unit)}
    assert {code for code, since in lines.items() if since is not None} == set(waiting)


def test_the_dossier_tells_it_too(desk: Desk, waiting: list[str]) -> None:
    at = AtDossier(desk.hands, waiting[0])
    props = at.hands.window.dossier.props
    assert props is not None
    assert props.due_reason == "Chờ từ 20/11 09:24, đã 3 ngày. Đủ giấy tờ thì tính lại thời hạn."


def test_days_turn_at_the_offices_midnight() -> None:
    late = datetime(2026, 11, 23, 23, 59, tzinfo=OFFICE_TZ)
    assert days_since(late, late + timedelta(minutes=2)) == 1
    assert days_since(late, late - timedelta(days=3)) == 0
    assert waiting_pill(late, late).text == "Từ hôm nay"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_no_word_of_it_is_cut(desk: Desk, clock: SteppingClock, size: tuple[int, int]) -> None:
    brought_to(desk.hands.store, S.SUPPLEMENTING)
    clock.set("2027-06-23T09:24+07:00")
    desk.hands.settle()
    desk.hands.hit(Key.Key_6, CTRL)
    window = desk.hands.window
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert troubles(window) == []
    table = window.main.lines.table
    for column in (3, 4):
        assert not table.is_cut(table.rows_model.index(0, column))
