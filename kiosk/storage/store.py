"""The store of an office: the one door through which the rooms read and write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, PoolProxiedConnection, bindparam, select
from sqlalchemy.exc import IntegrityError

from kiosk.clock import Clock
from kiosk.ids import checked_id, new_id
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.commands import Answer, UseCase, carry_out
from kiosk.storage.engine import for_writing
from kiosk.storage.failures import known_failure, said_plainly
from kiosk.storage.units import Actor, ReadUnit, WriteUnit

Wish = TypeVar("Wish")
Fact = TypeVar("Fact")


class Store:
    """One office's data, on SQLite or PostgreSQL.

    Safe to use from several threads; several processes of one machine may hold one file open.
    """

    def __init__(self, engine: Engine, clock: Clock, file: Path | None = None) -> None:
        self.engine = engine
        self.clock = clock
        self.file = file
        self._writing = for_writing(engine)
        self._memory: dict[Any, Any] = {}
        self._watching: PoolProxiedConnection | None = None

    @property
    def is_sqlite(self) -> bool:
        """Whether the store is a file on this machine."""
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Let go of every connection."""
        self._stop_watching()
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[ReadUnit]:
        """A consistent look at the store; nothing can be written through it.

        Raises :class:`Refused` ``store.*`` and ``office.missing``.
        """
        with said_plainly(self.file), self.engine.connect() as conn, conn.begin():
            office = _found(conn.execute(_OFFICE).first())
            yield ReadUnit(conn, office.id, office.revision, self.clock.now(), self._memory)

    def do(
        self,
        use_case: UseCase[Wish, Fact],
        wish: Wish,
        by: Actor,
        request_id: str | None = None,
    ) -> Fact:
        """Carry out a use-case in one transaction; the fact it answers with.

        ``request_id`` (a UUID made by whoever asks, before asking) makes the request repeatable:
        the same id again changes nothing and brings the same fact.

        Raises :class:`Refused`: ``request.other_content``, ``id.malformed``, ``store.*``,
        ``office.missing`` and whatever the use-case refuses.
        """
        request = new_id() if request_id is None else checked_id(request_id)
        try:
            return self._once(use_case, wish, by, request)
        except IntegrityError:
            if request_id is None:
                raise
            # The same request ran in another process meanwhile and was stored first.
            return self._once(use_case, wish, by, request)

    def _once(self, use_case: UseCase[Wish, Fact], wish: Wish, by: Actor, request: str) -> Fact:
        with said_plainly(self.file), self._writing.connect() as conn, conn.begin() as transaction:
            start = _found(conn.execute(_OFFICE_AND_ANSWER, {"asked": request}).first())
            answered = None if start.digest is None else Answer(start.digest, start.answer)
            unit = WriteUnit(
                conn, start.id, start.revision, self.clock.now(), self._memory, by, request
            )
            try:
                return carry_out(unit, use_case, wish, answered)
            except Refused as refusal:
                if refusal.keep:
                    transaction.commit()
                raise

    @contextmanager
    def write(self, by: Actor) -> Iterator[WriteUnit]:
        """A write transaction of the program's own housekeeping, which nobody asks for twice.

        What a person asks for goes through :meth:`do`.

        Raises :class:`Refused` ``store.*``.
        """
        with said_plainly(self.file), self._writing.connect() as conn, conn.begin():
            office = _found(conn.execute(_OFFICE).first())
            yield WriteUnit(
                conn, office.id, office.revision, self.clock.now(), self._memory, by, new_id()
            )

    @contextmanager
    def found(self, by: Actor, office_id: str) -> Iterator[WriteUnit]:
        """The very first write, which makes the office ``office_id`` itself.

        Raises :class:`Refused` ``store.*``.
        """
        with said_plainly(self.file), self._writing.begin() as conn:
            yield WriteUnit(conn, office_id, 0, self.clock.now(), self._memory, by, new_id())

    def change_counter(self) -> int:
        """A number that moves whenever another connection has changed the store.

        Cheap enough (some microseconds) to be asked every 50 ms. On PostgreSQL it is the newest
        transaction that wrote.

        Raises :class:`Refused` ``store.*``; asked again, it looks anew.
        """
        try:
            if self._watching is None:
                self._watching = self.engine.raw_connection()
            return self._counted(self._watching)
        except Exception as error:
            self._stop_watching()
            refusal = known_failure(error, self.file)
            if refusal is None:
                raise
            raise refusal from error

    def _counted(self, conn: PoolProxiedConnection) -> int:
        cursor = conn.cursor()
        try:
            cursor.execute(
                "PRAGMA data_version"
                if self.is_sqlite
                else "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
            )
            found = cursor.fetchone()
            return int(found[0]) if found else 0
        finally:
            cursor.close()
            if not self.is_sqlite:
                conn.rollback()

    def _stop_watching(self) -> None:
        watching, self._watching = self._watching, None
        if watching is not None:
            watching.invalidate()


_OFFICE = select(schema.office.c.id, schema.office.c.revision)
_OFFICE_AND_ANSWER = select(
    schema.office.c.id,
    schema.office.c.revision,
    schema.command_record.c.digest,
    schema.command_record.c.answer,
).outerjoin_from(
    schema.office,
    schema.command_record,
    schema.command_record.c.request_id == bindparam("asked"),
)


def _found(row: Any) -> Any:
    if row is None:
        raise Refused("office.missing")
    return row
