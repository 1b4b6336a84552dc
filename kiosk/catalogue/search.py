"""Finding procedures by what somebody types: a code, words of a name, everyday words.

Matches come in tiers, the surer before the vaguer, each in the order of ``rank_key``:

1. the code itself, codes that begin so, codes that contain it
2. an everyday word typed in full ("sổ đỏ"): its codes, then names with the words it means
3. what the office offers: names that begin with what was typed, names with the phrase inside
4. names that begin with what was typed
5. everyday words that begin with it
6. names with the whole phrase inside, those first where its last word ends there
7. everyday words inside what was typed ("cấp đổi sổ đỏ"), where they are the point of it
8. names with all the words, in whatever order
9. other everyday words inside what was typed
10. all the words somewhere: name, everyday words, category, field, papers, code

While nothing is found, 2-6, 7-9 and 10 are each asked again without the words that only say "I
would like": 2-6 without those in front, the others without any. Where still nothing is found,
words at either end are left out, as few as need be ("khai sinh cho cháu").
The last word typed may be unfinished. Accents and case do not matter, nor y and i at the end.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, case, func, literal, or_, select

from kiosk.catalogue.asking import (
    after_wishing,
    codes_typed,
    is_the_point,
    runs,
    with_fewer,
    without_wishing,
)
from kiosk.catalogue.matching import Filters, Match, narrowed, ranks_matching
from kiosk.catalogue.words import LONGEST_QUERY, MOST_WORDS, OPENING, ends_finished, words
from kiosk.storage.schema import everyday_word, procedure, service_field
from kiosk.storage.units import ReadUnit
from kiosk.text import squeeze

Matching = Callable[[Match, int, Filters], list[int]]
"""Gives the rank keys of at most so many that match, the best first."""

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
    return _found(unit, ranks_found(unit, text, limit, Filters(offered_only, field)))


def ranks_found(
    unit: ReadUnit, text: str, limit: int, filters: Filters, matching: Matching | None = None
) -> list[int]:
    """The rank keys of the procedures that fit, in the order of :func:`search`.

    ``matching`` looks elsewhere than in the store.
    """
    typed = squeeze(text[:LONGEST_QUERY])
    said = words(typed)[:MOST_WORDS]
    if not said or limit < 1:
        return []
    asked = _Asked(unit, filters, ends_finished(typed), matching or partial(ranks_matching, unit))
    ranks: dict[int, None] = {}

    def collect(tiers: Iterable[Tier]) -> None:
        for tier in tiers:
            if len(ranks) >= limit:
                break
            # What an earlier tier has found is found again; so many more are asked for.
            ranks.update(dict.fromkeys(tier(limit + len(ranks))))

    collect(_by_code(asked, typed))
    bare = without_wishing(said)
    for tiers, told in ((_sure, after_wishing(said)), (_inside, bare), (_anywhere, bare)):
        collect(tiers(asked, said))
        if not ranks and told and told != said:
            collect(tiers(asked, told))
    if not ranks and asked.finished:
        collect(_anywhere(replace(asked, finished=False), bare or said))
    for fewer in with_fewer(bare or said):
        if ranks:
            break
        collect(_with_fewer(asked, fewer, (bare or said)[-1]))
    return list(ranks)[:limit]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where is searched, and whether the last word is all there."""

    unit: ReadUnit
    filters: Filters
    finished: bool
    look: Matching

    def matching(self, phrase: list[str], *, finished: bool = False, **how: bool) -> Tier:
        match = Match(phrase, finished=finished or self.finished, **how)
        return lambda most: self.look(match, most, self.filters)

    def offered(self) -> "_Asked":
        return replace(self, filters=replace(self.filters, offered_only=True))

    def coded(self, sayings: Iterable[Row[Any]]) -> Tier:
        codes = [code for row in sayings for code in msgspec.json.decode(row.codes, type=list[str])]
        return lambda most: _ranks_of_codes(self.unit, codes, self.filters)[:most]

    def meant(self, row: Row[Any]) -> Iterator[Tier]:
        yield self.coded([row])
        for meaning in msgspec.json.decode(row.means, type=list[str]):
            yield self.matching(words(meaning), in_name=True, finished=True)


def _by_code(asked: _Asked, typed: str) -> Iterator[Tier]:
    def coded(code: str) -> Tier:
        return lambda most: _ranks_by_code(asked.unit, code, most, asked.filters)

    return map(coded, codes_typed(typed))


def _sure(asked: _Asked, said: list[str]) -> Iterator[Tier]:
    sayings = _sayings(asked.unit, " ".join(said))
    for row in sayings:
        if row.whole:
            yield from asked.meant(row)
    phrase = _phrase(said)
    if not asked.filters.offered_only:
        offered = asked.offered()
        yield offered.matching(phrase, in_name=True, at_start=True)
        yield offered.matching(phrase, in_name=True, as_phrase=True)
    yield asked.matching(phrase, in_name=True, at_start=True)
    begun = [row for row in sayings if not row.whole]
    if begun:
        yield asked.coded(begun)
    yield asked.matching(phrase, in_name=True, as_phrase=True, finished=True)
    if not asked.finished:
        yield asked.matching(phrase, in_name=True, as_phrase=True)


def _inside(asked: _Asked, said: list[str]) -> Iterator[Tier]:
    inside = _sayings_inside(asked.unit, said)
    for row in inside:
        if is_the_point(row.folded, said):
            yield from asked.meant(row)
    yield asked.matching(_phrase(said), in_name=True)
    if inside:
        yield asked.coded(inside)


def _anywhere(asked: _Asked, said: list[str]) -> Iterator[Tier]:
    yield asked.matching(_phrase(said))


def _with_fewer(asked: _Asked, runs_left: list[list[str]], last: str) -> Iterator[Tier]:
    for run in runs_left:
        finished = run[-1] != last or asked.finished
        kept = replace(asked, finished=finished)
        yield from _sure(kept, run)
        yield from _anywhere(kept, run)


def _phrase(said: list[str]) -> list[str]:
    return " ".join(said).removeprefix(OPENING).split()


_SHORTEST_BEGINNING = 4
_MOST_INSIDE = 2


def _sayings(unit: ReadUnit, said: str) -> list[Row[Any]]:
    """The everyday words that were typed, or whose beginning was."""
    beginning = f"{said}%" if len(said) >= _SHORTEST_BEGINNING else said
    return list(unit.rows(_EVERYDAY, said=said, beginning=beginning))


def _sayings_inside(unit: ReadUnit, said: list[str]) -> list[Row[Any]]:
    """The everyday words that are runs of what was typed, the longest first."""
    found = {row.folded: row for row in unit.rows(_INSIDE, runs=runs(said))}
    apart: list[str] = []
    for run in runs(said):
        if run in found and not any(f" {run} " in f" {longer} " for longer in apart):
            apart.append(run)
    return [found[run] for run in apart[:_MOST_INSIDE]]


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
_INSIDE = select(everyday_word.c.folded, everyday_word.c.codes, everyday_word.c.means).where(
    everyday_word.c.folded.in_(bindparam("runs", expanding=True))
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
