"""Column types that mean the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

Key = String(36)
"""A UUIDv7 as text."""


def stored_moment(value: datetime) -> str:
    """An aware moment as SQLite keeps it."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


class UtcMoment(TypeDecorator[datetime]):
    """An aware moment in UTC.

    SQLite keeps it as ISO text of fixed width, which sorts as time does and which a person can
    read in the file; PostgreSQL keeps its ``timestamptz``.
    """

    impl = String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(String(32))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        if dialect.name == "postgresql":
            return value
        return stored_moment(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return datetime.fromisoformat(value)
