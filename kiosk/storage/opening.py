"""Opening a store that is there, at the schema of today."""

import os
from pathlib import Path

from sqlalchemy import Engine, text

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.engine import postgresql_engine, sqlite_engine
from kiosk.storage.failures import said_plainly
from kiosk.storage.store import Store


def open_store(location: Path | str, clock: Clock) -> Store:
    """Open the store in a file, or at a ``postgresql://`` address.

    A store of an older version is copied aside and brought up to date first.

    Raises :class:`Refused`: ``store.missing`` (nothing there), ``store.newer`` (made by a newer
    program), ``store.corrupt``, ``store.foreign`` (not a store of ours), ``store.read_only``,
    ``store.unreachable``, ``sqlite.too_old``.
    """
    if isinstance(location, Path):
        if not location.exists():
            raise Refused("store.missing", file=str(location))
        if not (os.access(location, os.W_OK) and os.access(location.parent, os.W_OK)):
            raise Refused("store.read_only")
        store = Store(sqlite_engine(location), clock, location)
    else:
        store = Store(postgresql_engine(location), clock)
    try:
        with said_plainly(store.file):
            revision = schema_revision(store.engine)
        if revision != schema.HEAD:
            from kiosk.storage.migrate import bring_up_to_date

            bring_up_to_date(store, revision)
    except BaseException:
        store.close()
        raise
    return store


def schema_revision(engine: Engine) -> str:
    """The migration a database stands at.

    Raises :class:`Refused` ``store.corrupt``, ``store.foreign`` (no store of ours).
    """
    with engine.connect() as conn:
        try:
            found = conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
        except Exception as error:
            told = str(getattr(error, "orig", error))
            if any(sign in told for sign in ("no such table", "no such column", "does not exist")):
                raise Refused("store.foreign") from error
            raise
    if found is None:
        raise Refused("store.foreign")
    return str(found)
