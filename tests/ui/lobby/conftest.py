"""The lobby's screen at work on the small office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from kiosk.ui.lobby.window import LobbyWindow
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import SteppingClock


@pytest.fixture
def lobby(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[FaceAtWork]:
    """A lobby screen, its store not yet open."""
    with at_work(store, tmp_path, lambda work: LobbyWindow(work, clock), "SANH1") as face:
        yield face
