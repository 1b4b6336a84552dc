"""Adding single lines to tables, the most frequent statement by far.

The statement is compiled once for a store and handed to the driver as it stands; going through
SQLAlchemy's execution of constructs at every line would cost more than the writing itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import DBAPIError

Converter = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Adding:
    """How lines with certain columns are added to a table of one kind of database."""

    sql: str
    columns: tuple[tuple[str, Converter | None], ...]
    positional: bool

    def to(self, conn: Connection, values: dict[str, object]) -> None:
        """Add a line. Raises what the database refuses, as SQLAlchemy's errors."""
        told = {
            name: values[name] if convert is None else convert(values[name])
            for name, convert in self.columns
        }
        given = tuple(told.values()) if self.positional else told
        known = conn.dialect.loaded_dbapi
        try:
            conn.connection.cursor().execute(self.sql, given)
        except known.Error as error:
            raise DBAPIError.instance(
                self.sql, given, error, known.Error, dialect=conn.dialect
            ) from error


def adding(conn: Connection, table: Table, names: tuple[str, ...]) -> Adding:
    """Prepare to add lines with the columns ``names`` to ``table``."""
    dialect = conn.dialect
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    return Adding(
        compiled.string,
        tuple(
            (name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in getattr(compiled, "positiontup", None) or names
        ),
        dialect.positional,
    )
