"""Which procedures match some words: by SQLite's word index, or by plain LIKE elsewhere.

Both ways answer the same; the index answers in a fraction of the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal, select, text

from kiosk.catalogue.rows import OFFERED_MARK, field_mark, has_word_index
from kiosk.storage.dialect import SEARCH_TABLE
from kiosk.storage.schema import procedure, service_field
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class Filters:
    """What is searched at all: everything known, or what is offered, or one field (prefix)."""

    offered_only: bool = False
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Words to be found: anywhere in what a procedure says, or in its name; there in any order,
    as a phrase, or as the phrase with which the name begins.

    The last word may be the beginning of one, unless ``finished``.
    """

    words: Sequence[str]
    in_name: bool = False
    as_phrase: bool = False
    at_start: bool = False
    finished: bool = False


def ranks_matching(unit: ReadUnit, match: Match, most: int, filters: Filters) -> list[int]:
    """The rank keys of at most ``most`` matching procedures, the best first."""
    if has_word_index(unit):
        return ranks_by_index(unit, match, most, filters)
    return ranks_by_like(unit, match, most, filters)


def ranks_by_index(unit: ReadUnit, match: Match, most: int, filters: Filters) -> list[int]:
    """As :func:`ranks_matching`, by the word index."""
    expression = _index_expression(match)
    if filters.offered_only:
        expression += f' AND marks : "{OFFERED_MARK}"'
    if filters.field is not None:
        expression += f' AND marks : "{field_mark(filters.field)}"'
    found = unit.conn.execute(_BY_INDEX, {"expression": expression, "most": most})
    return list(found.scalars())


def ranks_by_like(unit: ReadUnit, match: Match, most: int, filters: Filters) -> list[int]:
    """As :func:`ranks_matching`, by LIKE over the folded columns."""
    statement = select(procedure.c.rank_key).where(*_like(match))
    statement = narrowed(statement, filters).order_by(procedure.c.rank_key).limit(most)
    return list(unit.conn.execute(statement).scalars())


def narrowed(statement: Any, filters: Filters) -> Any:
    """A statement over ``procedure``, kept to what the filters let through."""
    if filters.offered_only:
        statement = statement.where(procedure.c.offered)
    if filters.field is not None:
        statement = statement.where(
            procedure.c.field_id.in_(
                select(service_field.c.id).where(service_field.c.prefix == filters.field)
            )
        )
    return statement


def _index_expression(match: Match) -> str:
    # Words are letters and digits only, so nothing in them can be meant for the index itself.
    end = "" if match.finished else " *"
    if match.at_start or match.as_phrase:
        start = "^ " if match.at_start else ""
        return f'name : {start}"{" ".join(match.words)}"{end}'
    columns = "name" if match.in_name else "{code name everyday field papers}"
    every = " AND ".join(f'"{word}"' for word in match.words)
    return f"({columns} : ({every}{end}))"


def _like(match: Match) -> list[ColumnElement[bool]]:
    end = " " if match.finished else ""
    said: ColumnElement[str] = procedure.c.folded_name + " "
    phrase = " ".join(match.words) + end
    if match.at_start:
        return [said.startswith(phrase)]
    said = literal(" ") + said
    if match.as_phrase:
        return [said.contains(f" {phrase}")]
    if not match.in_name:
        said = said + procedure.c.folded_rest + " "
    *before, last = match.words
    return [*(said.contains(f" {word} ") for word in before), said.contains(f" {last}{end}")]


_BY_INDEX = text(
    f"SELECT rowid FROM {SEARCH_TABLE} WHERE {SEARCH_TABLE} MATCH :expression"
    " ORDER BY rowid LIMIT :most"
).bindparams(bindparam("expression"), bindparam("most"))
