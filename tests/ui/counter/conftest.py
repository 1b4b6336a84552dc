"""Counters for tests of the counter's window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import PINS, AtCounter, Key, take
from tests.ui.counter.receive_kit import offer_procedures

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


@pytest.fixture
def officer(
    qapp: QApplication, store: Store, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[OfficerHands]:
    """CV01 at counter 1, three people waiting."""
    assert qapp is not None
    offer_procedures(store)
    for _ in range(3):
        take(store)
    hands = OfficerHands(store_file, clock, 1, tmp_path / "station1")
    hands.open()
    hands.write(PINS["CV01"])
    hands.hit(Key.Key_Return)
    yield hands
    hands.close()
