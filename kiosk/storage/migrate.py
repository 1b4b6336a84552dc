"""Making a new store, and bringing an older one up to date (Alembic)."""

import contextlib
import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from kiosk.clock import Clock, local
from kiosk.refusal import Refused
from kiosk.storage.backup import copy_of, free_name
from kiosk.storage.engine import for_writing, postgresql_engine, sqlite_engine
from kiosk.storage.failures import said_plainly
from kiosk.storage.store import Store

MIGRATIONS = Path(__file__).parent / "migrations"


def make_store(location: Path | str, clock: Clock) -> Store:
    """Make an empty store with today's schema.

    Raises :class:`Refused` ``store.exists`` where one is already there, ``store.*`` otherwise.
    """
    if not isinstance(location, Path):
        store = Store(postgresql_engine(location), clock)
        upgrade(store.engine)
        return store
    try:
        with said_plainly(location):
            location.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(location, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise Refused("store.exists", file=str(location)) from None
    store = Store(sqlite_engine(location), clock, location)
    try:
        upgrade(store.engine, location)
    except BaseException:
        store.close()
        with contextlib.suppress(OSError):
            location.unlink()
        raise
    return store


def bring_up_to_date(store: Store, revision: str) -> None:
    """Migrate an older store, after a copy of its file was put aside.

    Raises :class:`Refused` ``store.newer`` when ``revision`` is not one this program knows.
    """
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision not in known:
        raise Refused("store.newer", revision=revision)
    with said_plainly(store.file), for_writing(store.engine).begin() as conn:
        if MigrationContext.configure(conn).get_current_revision() != revision:
            return  # another process of this machine was quicker
        if store.file is not None:
            stamp = local(store.clock.now()).strftime("%Y%m%d-%H%M%S")
            name = f"{store.file.name}.before-{revision}-{stamp}"
            copy_of(store.file, free_name(store.file.with_name(name)))
        command.upgrade(_config(conn), "head")


def upgrade(engine: Engine, file: Path | None = None) -> None:
    """Run the migrations up to the newest."""
    with said_plainly(file), for_writing(engine).begin() as conn:
        command.upgrade(_config(conn), "head")


def _config(conn: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = conn
    return config
