"""Counters for tests of the counter's window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from tests.fixtures.store import SteppingClock
from tests.ui.counter.counter_kit import AtCounter

MakeCounter = Callable[[int], AtCounter]


@pytest.fixture
def make_counter(
    qapp: QApplication, dossier_store: Store, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[MakeCounter]:
    """Opens windows on the small office with six procedures, each with a store of its own."""
    assert qapp is not None
    made: list[AtCounter] = []

    def make(number: int) -> AtCounter:
        made.append(AtCounter(store_file, clock, number, tmp_path / f"station{number}"))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def closed_counter(make_counter: MakeCounter) -> AtCounter:
    """Counter 1; its store is not open yet."""
    return make_counter(1)


@pytest.fixture
def empty_counter(closed_counter: AtCounter) -> AtCounter:
    """Counter 1 with nobody at it."""
    return closed_counter.open()


@pytest.fixture
def counter(empty_counter: AtCounter) -> AtCounter:
    """Counter 1 with its officer."""
    return empty_counter.sign_in()
