"""A dossier is in sight as a whole: at every size, in every state, nothing of its acts scrolls."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.model import DossierState
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.life_kit import AtDossier, Desk, desk
from tests.ui.seeing import jumps, nameless

__all__ = ["desk"]
S = DossierState
SIZES = [(1366, 768), (1440, 900), (1920, 1080)]


def seen_whole(at: AtDossier, size: tuple[int, int]) -> str:
    """How close the acts stand at a size, where all of them are in sight."""
    window = at.hands.window
    window.resize(*size)
    for _ in range(6):
        QApplication.processEvents()
    page = window.dossier
    assert page.side.verticalScrollBar().maximum() == 0, size
    assert troubles(window) == []
    assert nameless(window) == []
    assert jumps(window) == []
    return page.acts.room


@pytest.mark.parametrize("state", list(S))
def test_every_state_at_every_size(desk: Desk, state: S) -> None:
    at = desk.at(state)
    rooms = [seen_whole(at, size) for size in SIZES]
    assert rooms[0] != "roomy"
    assert rooms[2] == "roomy"
    assert [seen_whole(at, size) for size in reversed(SIZES)] == rooms[::-1]


@pytest.mark.parametrize("size", SIZES)
def test_with_a_warning_too(desk: Desk, clock: SteppingClock, size: tuple[int, int]) -> None:
    at = desk.at(S.PROCESSING)
    clock.set("2026-12-02T09:00+07:00")
    at.hands.scan(at.code)
    assert at.hands.window.dossier._advice.isVisible()
    seen_whole(at, size)


def test_standing_close_each_reason_is_told_once_below(desk: Desk) -> None:
    at = desk.at(S.RESULT_READY)
    seen_whole(at, (1366, 768))
    card = at.hands.window.dossier.acts
    assert card._shut.text() == "Hồ sơ đã có kết quả."
    for key in ("Ctrl B", "Ctrl L", "F10", "F11"):
        assert not card.keys[key].isEnabled()
        assert card.keys[key].accessibleDescription() == "Hồ sơ đã có kết quả."
    assert card.keys["Ctrl K"].isEnabled()
    seen_whole(at, (1920, 1080))
    assert not card._shut.isVisible()
    assert card.keys["F10"].reason == "Hồ sơ đã có kết quả."
