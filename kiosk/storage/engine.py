"""Opening the database: SQLite on one machine, PostgreSQL for an office of several."""

from pathlib import Path
from typing import Any

import pysqlite3
from sqlalchemy import Engine, QueuePool, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection

from kiosk.refusal import Refused

OLDEST_SQLITE = (3, 51, 3)
"""Older libraries can corrupt a WAL file that several processes write to."""

BUSY_MS = 5000

HUB_ANSWERS_IN_S = 10
"""A hub that says nothing for so long counts as not there."""


def require_sound_sqlite(found: tuple[int, int, int] = pysqlite3.sqlite_version_info) -> str:
    """The version of the SQLite library in use.

    Raises :class:`Refused` ``sqlite.too_old`` for one with the WAL-reset defect.
    """
    if found < OLDEST_SQLITE:
        raise Refused(
            "sqlite.too_old",
            found=".".join(map(str, found)),
            needed=".".join(map(str, OLDEST_SQLITE)),
        )
    return ".".join(map(str, found))


def sqlite_engine(file: Path) -> Engine:
    """An engine on one SQLite file, safe for several processes of one machine; for reading.

    The driver's own transaction handling is off: its late BEGIN let two processes draw one number.

    Raises :class:`Refused` ``sqlite.too_old``.
    """
    require_sound_sqlite()
    return create_engine(
        f"sqlite+{Reading.driver}://",
        module=pysqlite3,
        creator=lambda: _connect(file),
        pool_size=4,
        max_overflow=4,
        poolclass=QueuePool,
    )


def for_writing(engine: Engine) -> Engine:
    """The engine on the same connections for write units.

    On SQLite they begin IMMEDIATE, so that what they read is still true when they write.
    """
    if engine.dialect.name != "sqlite":
        return engine
    return create_engine(f"sqlite+{Writing.driver}://", module=pysqlite3, pool=engine.pool)


class Reading(SQLiteDialect_pysqlite):
    """SQLite, with transactions that really begin where the program says so.

    A dialect does this more cheaply than an event of the engine: with any listener, SQLAlchemy
    walks through all its events at every statement.
    """

    driver = "kiosk_reading"
    supports_statement_cache = True
    begin = "BEGIN"

    def do_begin(self, dbapi_connection: DBAPIConnection) -> None:
        dbapi_connection.cursor().execute(self.begin)


class Writing(Reading):
    """SQLite for write units."""

    driver = "kiosk_writing"
    supports_statement_cache = True
    begin = "BEGIN IMMEDIATE"


for _dialect in (Reading, Writing):
    registry.register(f"sqlite.{_dialect.driver}", __name__, _dialect.__name__)


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


def postgresql_engine(url: str) -> Engine:
    """An engine on the office's PostgreSQL hub."""
    patience = {"connect_timeout": HUB_ANSWERS_IN_S}
    return create_engine(
        url, pool_size=4, max_overflow=4, pool_pre_ping=True, connect_args=patience
    )
