"""The invented office itself: a real store in the system's temporary folder, and its clock."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import event, update

from kiosk.clock import MovedClock, at_office
from kiosk.ids import new_id
from kiosk.office.founding import found_office
from kiosk.simulation.profile import PIN, Profile, plan_of
from kiosk.storage.migrate import make_store
from kiosk.storage.opening import open_store
from kiosk.storage.schema import person
from kiosk.storage.store import Store
from kiosk.storage.units import Actor

FIRST_DAY = date(2026, 3, 2)
"""A Monday with eight weeks of few holidays before it."""

DOOR = Actor("KI-OT")
BUSY_MS = 60
"""How long a write waits for another one here; the program itself waits much longer."""


@dataclass(frozen=True, slots=True)
class Premises:
    """The store, the file it lies in, and the clock by which it goes."""

    store: Store
    file: Path
    clock: MovedClock


@contextmanager
def premises(profile: Profile) -> Iterator[Premises]:
    """An office founded for one simulation, and thrown away after it.

    Its PINs are worth nothing, so they are hashed quickly.
    """
    clock = MovedClock(at_office(FIRST_DAY, 6))
    with tempfile.TemporaryDirectory(prefix="mot-cua-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "store.sqlite3"
        store = make_store(file, clock)
        with store.found(Actor("IT"), new_id()) as unit:
            found_office(unit, plan_of(profile))
            quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)
            unit.run(update(person).values(pin_hash=quick))
        store.close()
        store = hasty_store(file, clock)
        try:
            yield Premises(store, file, clock)
        finally:
            store.close()


def hasty_store(file: Path, clock: MovedClock) -> Store:
    """A store that does not wait for the disk, and not long for another writer.

    Killed processes lose nothing by that; only a power cut could, and then nobody needs it.
    """
    store = open_store(file, clock)

    def hurry(connection: Any, *_: object) -> None:
        for wish in ("synchronous = OFF", f"busy_timeout = {BUSY_MS}"):
            connection.execute(f"PRAGMA {wish}")

    event.listen(store.engine.pool, "connect", hurry)
    opened = store.engine.raw_connection()
    hurry(opened.driver_connection)
    opened.close()
    return store
