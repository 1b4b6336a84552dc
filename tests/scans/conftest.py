"""An office with ten dossiers, and a folder for what is scanned."""

from pathlib import Path

import pytest

from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.scans.stack_kit import CODES


@pytest.fixture
def ten(dossier_store: Store) -> Store:
    """The small office with the dossiers :data:`CODES`."""
    assert tuple(receive(dossier_store).code for _ in CODES) == CODES
    return dossier_store


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where scans are kept."""
    return tmp_path / "scans"
