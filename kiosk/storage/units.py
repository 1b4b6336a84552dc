"""Units of work: one transaction, one moment, one person who acts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, insert, text

from kiosk.clock import office_day
from kiosk.ids import new_id
from kiosk.storage.schema import audit_line


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the officer's code (None when a station acts by itself) and the station."""

    station: str
    officer: str | None = None


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A consistent look at the store at one moment.

    ``memory`` lives as long as the store: a room may keep there, under its own name, what it has
    read, if it asks the store at each look whether that still holds.
    """

    conn: Connection
    office_id: str
    now: datetime
    memory: dict[str, Any] = field(repr=False, compare=False)

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

    def run(self, statement: Any, **values: object) -> int:
        """Carry out a writing statement; the number of rows it touched."""
        return self.conn.execute(statement, values).rowcount

    def audit(self, act: str, subject: str, **details: object) -> None:
        """Write down who did what to which subject, in this very transaction."""
        self.conn.execute(
            _ADD_AUDIT_LINE,
            {
                "id": new_id(),
                "at": self.now,
                "officer": self.by.officer,
                "station": self.by.station,
                "act": act,
                "subject": subject,
                "details": msgspec.json.encode(details).decode(),
                "request_id": self.request_id,
            },
        )

    def next_number(self, scope: str, period: str) -> int:
        """The next number of a series, from 1, without gaps: its row is locked until the end.

        A number taken by a transaction that fails was never taken.
        """
        return int(
            self.conn.execute(
                _NEXT_NUMBER, {"office_id": self.office_id, "scope": scope, "period": period}
            ).scalar_one()
        )


_ADD_AUDIT_LINE = insert(audit_line)
_NEXT_NUMBER = text(
    "INSERT INTO number_series (office_id, scope, period, last)"
    " VALUES (:office_id, :scope, :period, 1)"
    " ON CONFLICT (office_id, scope, period) DO UPDATE SET last = number_series.last + 1"
    " RETURNING last"
).bindparams(bindparam("office_id"), bindparam("scope"), bindparam("period"))
