"""Writing procedures: one row each, and their words into the index."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import bindparam, insert, select, text, update

from kiosk.catalogue.procedure import PaperKind, Procedure
from kiosk.catalogue.words import has_regular_code, heart, rank_key, words
from kiosk.office.model import Office
from kiosk.refusal import Refused
from kiosk.storage.dialect import SEARCH_TABLE
from kiosk.storage.schema import everyday_word, procedure
from kiosk.storage.units import ReadUnit, WriteUnit

OFFERED_MARK = "offered"


@dataclass(frozen=True, slots=True)
class TidyIndex:
    """The wish to merge so many pages of the word index, beginning a merge or going on."""

    begin: bool
    pages: int = 150


@dataclass(frozen=True, slots=True)
class IndexTidied:
    """A piece merged; ``finished`` when nothing was left to merge."""

    finished: bool


def write_procedures(unit: WriteUnit, composed: Iterable[Procedure], office: Office) -> None:
    """Write procedures, new and known ones, with their words."""
    procedures = {one.code: one for one in composed}
    if not procedures:
        return
    known = {row.code: row.rank_key for row in unit.rows(_RANKS, codes=list(procedures))}
    sayings = _sayings(unit)
    taken: set[int] = set()
    added: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    for one in procedures.values():
        line = _line(one, sayings.get(one.code, ()), office)
        line["rank"] = _free_rank(unit, one, line["name"], taken)
        taken.add(line["rank"])
        lines.append(line)
        row = _row(unit, one, line, office)
        if one.code in known:
            changed.append({"known_code": row.pop("code"), **row})
        else:
            added.append(row)
    indexed = has_word_index(unit)
    if known and indexed:
        unit.conn.execute(_FORGET_WORDS, [{"rank": rank} for rank in sorted(known.values())])
    if changed:
        unit.conn.execute(_CHANGE, changed)
    if added:
        unit.conn.execute(insert(procedure), added)
    if indexed:
        # The index starts a new part at every row number that is not above the one before.
        unit.conn.execute(_KEEP_WORDS, sorted(lines, key=itemgetter("rank")))


def has_word_index(unit: ReadUnit) -> bool:
    """Whether this store has the word index: SQLite's own (FTS5)."""
    return unit.conn.dialect.name == "sqlite"


def tidy_index(unit: WriteUnit, wish: TidyIndex) -> IndexTidied:
    """Merge a piece of the word index, which many writes leave in many parts.

    An import leaves it some three times slower to search than a merged one; merged piece by
    piece, nobody at a counter waits for it.
    """
    if not has_word_index(unit):
        return IndexTidied(finished=True)
    before = unit.conn.execute(_WRITTEN).scalar_one()
    # A negative number of pages begins a merge of all parts, a positive one goes on with it.
    unit.run(_MERGE, pages=-wish.pages if wish.begin else wish.pages)
    return IndexTidied(finished=unit.conn.execute(_WRITTEN).scalar_one() - before < 2)


def field_mark(prefix: str) -> str:
    """The word by which the index knows the procedures of a field."""
    return "".join(words(f"field{prefix}"))


def _line(one: Procedure, sayings: Iterable[str], office: Office) -> dict[str, Any]:
    """What the index keeps; the words of remarks among the papers are not worth finding.

    The English name stands with the papers: it is found, and no Vietnamese name waits behind it.
    """
    field = next((field for field in office.fields if field.prefix == one.field_prefix), None)
    papers = (paper.name for paper in one.papers if paper.kind is not PaperKind.NOTE)
    marks = [OFFERED_MARK] if one.offered else []
    return {
        "code": " ".join(words(one.code)),
        "name": heart(one.name),
        "everyday": " ".join(sayings),
        "field": _each_once(f"{one.category} {field.name if field else ''}"),
        "papers": _each_once(" ".join((one.name_en, one.keywords, *papers))),
        "marks": " ".join([*marks, field_mark(field.prefix)] if field else marks),
    }


def _row(unit: WriteUnit, one: Procedure, line: dict[str, Any], office: Office) -> dict[str, Any]:
    field = next((field for field in office.fields if field.prefix == one.field_prefix), None)
    rest = (line[part] for part in ("code", "everyday", "field", "papers"))
    return {
        "code": one.code,
        "name": one.name,
        "category": one.category,
        "field_id": field.id if field else None,
        "offered": one.offered,
        "details": msgspec.json.encode(one).decode(),
        "folded_name": line["name"],
        "folded_rest": " ".join(filter(None, rest)),
        "rank_key": line["rank"],
        "changed_at": unit.now,
    }


def _each_once(said: str) -> str:
    return " ".join(dict.fromkeys(words(said)))


def _free_rank(unit: WriteUnit, one: Procedure, name: str, taken: set[int]) -> int:
    if has_regular_code(one.code):
        return rank_key(one.code, name, one.level, offered=one.offered)
    for turn in range(254):
        rank = rank_key(one.code, name, one.level, offered=one.offered, turn=turn)
        if rank not in taken and unit.row(_OWNER, rank=rank, code=one.code) is None:
            return rank
    raise Refused("procedure.code_crowded", procedure=one.code)


def _sayings(unit: ReadUnit) -> dict[str, list[str]]:
    """For every code the folded words people use for it."""
    found: dict[str, list[str]] = {}
    for row in unit.rows(_EVERYDAY):
        for code in msgspec.json.decode(row.codes, type=tuple[str, ...]):
            found.setdefault(code, []).append(row.folded)
    return found


_RANKS = select(procedure.c.code, procedure.c.rank_key).where(
    procedure.c.code.in_(bindparam("codes", expanding=True))
)
_OWNER = select(procedure.c.code).where(
    procedure.c.rank_key == bindparam("rank"), procedure.c.code != bindparam("code")
)
_EVERYDAY = select(everyday_word.c.folded, everyday_word.c.codes)
_CHANGE = update(procedure).where(procedure.c.code == bindparam("known_code"))
_FORGET_WORDS = text(f"DELETE FROM {SEARCH_TABLE} WHERE rowid = :rank")
_KEEP_WORDS = text(
    f"INSERT INTO {SEARCH_TABLE} (rowid, code, name, everyday, field, papers, marks)"
    " VALUES (:rank, :code, :name, :everyday, :field, :papers, :marks)"
)
_MERGE = text(f"INSERT INTO {SEARCH_TABLE} ({SEARCH_TABLE}, rank) VALUES ('merge', :pages)")
_WRITTEN = text("SELECT total_changes()")
