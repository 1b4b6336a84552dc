"""Two counters with one dossier open: the second officer is told who came first, and when."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.model import Act, DossierState
from tests.dossiers.acting import brought_to
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import PINS
from tests.ui.counter.life_kit import ENTER, F9, AtDossier, Desk, desk

__all__ = ["desk"]


@pytest.fixture
def second(
    desk: Desk, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[OfficerHands]:
    """CV02 at counter 2, beside CV01 at counter 1."""
    hands = OfficerHands(store_file, clock, 2, tmp_path / "station2")
    hands.open()
    hands.write(PINS["CV02"])
    hands.hit(ENTER)
    yield hands
    hands.close()


def turn_to(hands: OfficerHands) -> None:
    """Sit down before the other window, as it stood when one left it."""
    hands.window.activateWindow()
    QApplication.processEvents()


def test_the_second_window_is_told_who_came_first(
    desk: Desk, second: OfficerHands, clock: SteppingClock
) -> None:
    code = brought_to(desk.hands.store, DossierState.RECEIVED)
    desk.hands.settle()
    second.settle()
    there = AtDossier(second, code)
    turn_to(desk.hands)
    here = AtDossier(desk.hands, code)
    clock.set("2026-11-23T10:05+07:00")
    here.hands.hit(F9)
    assert [event.act for event in here.view.events][-1] is Act.FORWARD
    turn_to(second)
    there.hands.hit(F9)
    said = there.hands.window.dossier.reply.text
    assert "Hồ sơ" in said
    assert "Việc gần nhất: chuyển giải quyết, do Lê Minh Mẫu ghi lúc 10:05 ngày 23/11/2026." in said
    assert len(there.view.events) == 2
    there.hands.settle()
    there.picture("second-officer", (1366, 768))
