"""The kiosk at work on the small office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from kiosk.ui.citizen.window import CitizenWindow
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import SteppingClock


@pytest.fixture
def kiosk(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[FaceAtWork]:
    """A standing kiosk, its store not yet open."""
    with at_work(store, tmp_path, lambda workplace: CitizenWindow(workplace, clock)) as face:
        yield face
