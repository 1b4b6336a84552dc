"""Units of work: one transaction, one moment, one person who acts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, TextClause, select, text

from kiosk.clock import office_day
from kiosk.ids import new_id
from kiosk.storage.adding import adding
from kiosk.storage.schema import audit_line, office


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the officer's code (None when a station acts by itself) and the station."""

    station: str
    officer: str | None = None


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A consistent look at the store at one moment.

    ``office_revision`` is where the office stood when the look began (0 before it is founded).
    ``memory`` lives as long as the store: a room may keep there, under its own name, what it has
    read, if it asks the store at each look whether that still holds.
    """

    conn: Connection
    office_id: str
    office_revision: int
    now: datetime
    memory: dict[Any, Any] = field(repr=False, compare=False)

    @property
    def day(self) -> date:
        """The office day of that moment."""
        return office_day(self.now)

    def row(self, statement: Any, **values: object) -> Row[Any] | None:
        """The first row of a statement, or None."""
        return self.conn.execute(statement, values).first()

    def rows(self, statement: Any, **values: object) -> Sequence[Row[Any]]:
        """All rows of a statement."""
        return self.conn.execute(statement, values).all()


@dataclass(frozen=True, slots=True)
class WriteUnit(ReadUnit):
    """A write transaction: everything in it holds together or nothing of it happened."""

    by: Actor
    request_id: str

    def add(self, table: Table, **values: object) -> None:
        """Add one line to a table; columns not named stay empty."""
        names = tuple(values)
        prepared = self.memory.get((table.name, names))
        if prepared is None:
            prepared = self.memory[table.name, names] = adding(self.conn, table, names)
        prepared.to(self.conn, values)

    def run(self, statement: Any, **values: object) -> int:
        """Carry out a writing statement; the number of rows it touched."""
        return self.conn.execute(statement, values).rowcount

    def audit(self, act: str, subject: str, **details: object) -> None:
        """Write down who did what to which subject, in this very transaction."""
        self.add(
            audit_line,
            id=new_id(),
            at=self.now,
            officer=self.by.officer,
            station=self.by.station,
            act=act,
            subject=subject,
            details=msgspec.json.encode(details).decode(),
            request_id=self.request_id,
        )

    def next_number(self, scope: str, period: str) -> int:
        """The next number of a series, from 1, without gaps: its row is locked until the end.

        A number taken by a transaction that fails was never taken.
        """
        return self.next_numbers(period, scope)[0]

    def next_numbers(self, period: str, *scopes: str) -> tuple[int, ...]:
        """The next numbers of several series at once, in the order of ``scopes``."""
        values = {f"scope_{place}": scope for place, scope in enumerate(scopes)}
        values |= {"office_id": self.office_id, "period": period}
        given = {
            row.scope: int(row.last) for row in self.rows(_next_numbers(len(scopes)), **values)
        }
        return tuple(given[scope] for scope in scopes)

    def one_at_a_time(self) -> None:
        """Wait until no other unit that asked for this is open.

        SQLite's write units are so anyway; on PostgreSQL this is needed where a choice is made
        among lines that others may choose as well.
        """
        if self.conn.dialect.name != "sqlite":
            self.conn.execute(_HOLD)


@cache
def _next_numbers(count: int) -> TextClause:
    lines = ", ".join(f"(:office_id, :scope_{place}, :period, 1)" for place in range(count))
    return text(
        f"INSERT INTO number_series (office_id, scope, period, last) VALUES {lines}"
        " ON CONFLICT (office_id, scope, period) DO UPDATE SET last = number_series.last + 1"
        " RETURNING scope, last"
    )


_HOLD = select(office.c.id).with_for_update(key_share=True)
