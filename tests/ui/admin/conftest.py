"""The manager's window for tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from tests.fixtures.store import SteppingClock
from tests.ui.admin.admin_kit import AtDesk


@pytest.fixture
def closed_desk(
    qapp: QApplication, dossier_store: Store, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[AtDesk]:
    """The window on the small office with six procedures; its store is not open yet."""
    assert qapp is not None
    assert dossier_store.file == store_file
    desk = AtDesk(store_file, clock, tmp_path / "station")
    yield desk
    desk.close()


@pytest.fixture
def empty_desk(closed_desk: AtDesk) -> AtDesk:
    """The window with nobody signed in."""
    return closed_desk.open()


@pytest.fixture
def desk(empty_desk: AtDesk) -> AtDesk:
    """The window with its manager."""
    return empty_desk.sign_in()
