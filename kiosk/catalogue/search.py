"""Finding procedures by what somebody types: a code, words of a name, everyday words.

Matches come in tiers, the surer before the vaguer, each in the order of ``rank_key``:

1. the code itself, codes that begin so, codes that contain it
2. an everyday word typed in full ("sổ đỏ"): its codes, then names with the words it means
3. names that begin with what was typed
4. everyday words that begin with it
5. names with the whole phrase inside, those first where its last word ends there
6. names with all the words, in whatever order
7. all the words somewhere: name, everyday words, category, field, papers, code
8. when nothing was found: the same without the words that only say "I would like"

The last word typed may be unfinished. Accents and case do not matter.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, case, func, literal, or_, select

from kiosk.catalogue.matching import Filters, Match, narrowed, ranks_matching
from kiosk.catalogue.words import LONGEST_QUERY, MOST_WORDS, OPENING, words
from kiosk.storage.schema import everyday_word, procedure, service_field
from kiosk.storage.units import ReadUnit
from kiosk.text import squeeze

Tier = Callable[[int], list[int]]
"""Asked for at most so many rank keys, gives the best of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A procedure found. ``field`` is the office's field, or the national category without one."""

    code: str
    name: str
    field: str


def search(
    unit: ReadUnit,
    text: str,
    limit: int = 20,
    *,
    offered_only: bool = False,
    field: str | None = None,
) -> tuple[Found, ...]:
    """The procedures that fit what was typed, the best first; none for an empty text.

    ``offered_only`` and ``field`` (a prefix) keep to what the kiosk shows.
    """
    typed = squeeze(text[:LONGEST_QUERY])
    said = words(typed)[:MOST_WORDS]
    if not said or limit < 1:
        return ()
    filters = Filters(offered_only, field)
    ranks: dict[int, None] = {}
    for tier in _tiers(unit, typed, said, filters):
        # What an earlier tier has found is found again; so many more are asked for.
        ranks.update(dict.fromkeys(tier(limit + len(ranks))))
        if len(ranks) >= limit:
            break
    if not ranks:
        told = [word for word in said if word not in _WISHING]
        if told:
            ranks.update(dict.fromkeys(ranks_matching(unit, Match(told), limit, filters)))
    return _found(unit, list(ranks)[:limit])


def _tiers(unit: ReadUnit, typed: str, said: list[str], filters: Filters) -> Iterator[Tier]:
    def matching(phrase: list[str], **how: bool) -> Tier:
        return lambda most: ranks_matching(unit, Match(phrase, **how), most, filters)

    def coded(sayings: list[Row[Any]]) -> Tier:
        codes = [code for row in sayings for code in msgspec.json.decode(row.codes, type=list[str])]
        return lambda most: _ranks_of_codes(unit, codes, filters)[:most]

    if _CODE.fullmatch(typed):
        yield lambda most: _ranks_by_code(unit, typed, most, filters)
    sayings = _sayings(unit, " ".join(said))
    for row in sayings:
        if row.whole:
            yield coded([row])
            for meaning in msgspec.json.decode(row.means, type=list[str]):
                yield matching(words(meaning), in_name=True, finished=True)
    phrase = " ".join(said).removeprefix(OPENING).split()
    yield matching(phrase, in_name=True, at_start=True)
    begun = [row for row in sayings if not row.whole]
    if begun:
        yield coded(begun)
    yield matching(phrase, in_name=True, as_phrase=True, finished=True)
    yield matching(phrase, in_name=True, as_phrase=True)
    yield matching(phrase, in_name=True)
    yield matching(phrase)


_CODE = re.compile(r"[0-9][0-9.A-Za-z-]*")
_WISHING = frozenset(
    ["lam", "xin", "toi", "muon", "can", "cho", "di", "nop", "lay", "hoi", "thu", "tuc"]
)
_SHORTEST_BEGINNING = 4


def _sayings(unit: ReadUnit, said: str) -> list[Row[Any]]:
    """The everyday words that were typed, or whose beginning was."""
    beginning = f"{said}%" if len(said) >= _SHORTEST_BEGINNING else said
    return list(unit.rows(_EVERYDAY, said=said, beginning=beginning))


def _ranks_by_code(unit: ReadUnit, typed: str, most: int, filters: Filters) -> list[int]:
    """Codes that are, begin with or contain what was typed; a provincial code's national part."""
    statement = narrowed(_BY_CODE, filters).limit(bindparam("most"))
    found = unit.conn.execute(
        statement, {"said": typed, "begins": f"{typed}%", "contains": f"%{typed}%", "most": most}
    )
    return list(found.scalars())


def _ranks_of_codes(unit: ReadUnit, codes: list[str], filters: Filters) -> list[int]:
    """The rank keys of known codes, in the order of the codes."""
    rows = unit.rows(narrowed(_OF_CODES, filters), codes=codes)
    ranks = {row.code: int(row.rank_key) for row in rows}
    return [ranks[code] for code in codes if code in ranks]


def _found(unit: ReadUnit, ranks: list[int]) -> tuple[Found, ...]:
    if not ranks:
        return ()
    rows = {row.rank_key: row for row in unit.rows(_FOUND, ranks=ranks)}
    return tuple(
        Found(rows[rank].code, rows[rank].name, rows[rank].field or rows[rank].category)
        for rank in ranks
    )


_EVERYDAY = (
    select(
        everyday_word.c.codes,
        everyday_word.c.means,
        (everyday_word.c.folded == bindparam("said")).label("whole"),
    )
    .where(everyday_word.c.folded.like(bindparam("beginning")))
    .order_by(func.length(everyday_word.c.folded), everyday_word.c.folded)
    .limit(5)
)
_BY_CODE = (
    select(procedure.c.rank_key)
    .where(
        or_(
            procedure.c.code.like(bindparam("contains")),
            literal("").concat(bindparam("said")).like(procedure.c.code + ".%"),
        )
    )
    .order_by(
        case(
            (procedure.c.code == bindparam("said"), 0),
            (func.trim(procedure.c.code) == bindparam("said"), 1),
            (procedure.c.code.like(bindparam("begins")), 2),
            else_=3,
        ),
        procedure.c.code,
    )
)
_OF_CODES = select(procedure.c.code, procedure.c.rank_key).where(
    procedure.c.code.in_(bindparam("codes", expanding=True))
)
_FOUND = (
    select(
        procedure.c.rank_key,
        procedure.c.code,
        procedure.c.name,
        procedure.c.category,
        service_field.c.name.label("field"),
    )
    .outerjoin(service_field, service_field.c.id == procedure.c.field_id)
    .where(procedure.c.rank_key.in_(bindparam("ranks", expanding=True)))
)
