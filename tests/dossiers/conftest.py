"""What the tests of this room share."""

from collections.abc import Callable

import pytest

from kiosk.dossiers.reading import find_dossier
from kiosk.storage.store import Store


@pytest.fixture
def find_code() -> Callable[[Store, str], str]:
    """The code of the dossier that a scan finds."""

    def found(store: Store, scanned: str) -> str:
        with store.read() as unit:
            return find_dossier(unit, scanned).code

    return found
