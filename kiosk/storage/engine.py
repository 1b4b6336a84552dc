"""Opening the database: SQLite on one machine, PostgreSQL for an office of several."""

from pathlib import Path
from typing import Any

import pysqlite3
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from kiosk.refusal import Refused

OLDEST_SQLITE = (3, 51, 3)
"""Older libraries can corrupt a WAL file that several processes write to."""

BUSY_MS = 5000


def require_sound_sqlite(found: tuple[int, int, int] = pysqlite3.sqlite_version_info) -> None:
    """Raises :class:`Refused` ``sqlite.too_old`` for a library with the WAL-reset defect."""
    if found < OLDEST_SQLITE:
        raise Refused(
            "sqlite.too_old",
            found=".".join(map(str, found)),
            needed=".".join(map(str, OLDEST_SQLITE)),
        )


def sqlite_engine(file: Path) -> Engine:
    """An engine on one SQLite file, safe for several processes of one machine.

    Write units begin IMMEDIATE, so that what they read is still true when they write. The
    driver's own transaction handling is off: its late BEGIN let two processes draw one number.

    Raises :class:`Refused` ``sqlite.too_old``.
    """
    require_sound_sqlite()
    engine = create_engine(
        "sqlite+pysqlite://",
        module=pysqlite3,
        creator=lambda: _connect(file),
        pool_size=4,
        max_overflow=4,
        poolclass=QueuePool,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(file: Path) -> Any:
    connection = pysqlite3.connect(
        f"file:{_uri(file)}?mode=rw",
        uri=True,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _uri(file: Path) -> str:
    return str(file).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def postgresql_engine(url: str) -> Engine:
    """An engine on the office's PostgreSQL hub."""
    return create_engine(url, pool_size=4, max_overflow=4, pool_pre_ping=True)
