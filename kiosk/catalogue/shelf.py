"""The offered procedures in memory, while somebody looks for one: found again at every key.

The word index of the store answers as well, but to count all that fits, in every field, it must
walk through thousands of matches several times; here that costs a few milliseconds in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import select

from kiosk.catalogue.limits import TimeLimit
from kiosk.catalogue.matching import Filters, Match
from kiosk.storage.schema import procedure, service_field
from kiosk.storage.units import ReadUnit

Line = tuple[int, str]
"""A rank key, and folded words between spaces."""

Where = Literal["start", "names", "said"]
"""How a name starts, what it holds, what is said of a procedure."""

MOST_KEPT = 64
"""Texts whose lines are remembered, for each place they are looked for in."""


@dataclass(frozen=True, slots=True)
class CounterLimit:
    """The time limit of handing in at the counter.

    Without a ``limit`` the record names none, or (``by_case``) another one for each case.
    """

    limit: TimeLimit | None = None
    by_case: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A procedure in a list. ``name_en`` is empty where the record has none; ``fee`` line by line."""

    code: str
    name: str
    name_en: str
    limit: CounterLimit
    fee: str


@dataclass(frozen=True, slots=True)
class Offered:
    """Everything offered, by rank: its name, all that is said of it, its field.

    ``lines``: what was shown of them so far; ``kept``: the lines found for what was typed so far.
    """

    names: tuple[Line, ...]
    said: tuple[Line, ...]
    fields: dict[int, str]
    lines: dict[int, Listed] = field(default_factory=dict, compare=False)
    kept: dict[Where, dict[str, Sequence[Line]]] = field(default_factory=dict, compare=False)

    @property
    def ranks(self) -> list[int]:
        """All rank keys in order."""
        return list(self.fields)

    def matching(self, match: Match, most: int, filters: Filters) -> list[int]:
        """As :func:`kiosk.catalogue.matching.ranks_matching` among what is offered."""
        end = " " if match.finished else ""
        found: Sequence[Line]
        if match.at_start or match.as_phrase:
            phrase = f" {' '.join(match.words)}{end}"
            found = self._narrowed("start" if match.at_start else "names", phrase)
        else:
            where: Where = "names" if match.in_name else "said"
            *before, last = match.words
            # The longest is most likely the rarest: what is left for the others is little.
            first, *others = sorted((f" {last}{end}", *(f" {one} " for one in before)), key=len)[
                ::-1
            ]
            found = self._narrowed(where, first)
            for word in others:
                found = [line for line in found if word in line[1]]
        ranks = [rank for rank, _ in found]
        if filters.field is not None:
            ranks = [rank for rank in ranks if self.fields[rank] == filters.field]
        return ranks[:most]

    def _narrowed(self, where: Where, text: str) -> Sequence[Line]:
        """The lines that hold ``text``, or start with it.

        Somebody types letter by letter: whatever holds a text holds each beginning of it, so only
        what was found for the longest beginning known is looked through.
        """
        kept = self.kept.setdefault(where, {})
        found = kept.get(text)
        if found is None:
            shorter = (text[:end] for end in range(len(text) - 1, 0, -1))
            every = self.said if where == "said" else self.names
            among = next((kept[each] for each in shorter if each in kept), every)
            if where == "start":
                found = [line for line in among if line[1].startswith(text)]
            else:
                found = [line for line in among if text in line[1]]
            if len(kept) >= MOST_KEPT:
                kept.clear()
            kept[text] = found
        return found


class Shelf:
    """Reads what is offered at the first look, and keeps it: after a change take a new shelf."""

    def __init__(self) -> None:
        self._offered: Offered | None = None

    def offered(self, unit: ReadUnit) -> Offered:
        """What was offered at the first look."""
        if self._offered is None:
            self._offered = _offered(unit)
        return self._offered


def _offered(unit: ReadUnit) -> Offered:
    rows = list(unit.rows(_OFFERED))
    return Offered(
        names=tuple((row.rank_key, f" {row.folded_name} ") for row in rows),
        said=tuple((row.rank_key, f" {row.folded_name} {row.folded_rest} ") for row in rows),
        fields={row.rank_key: row.prefix for row in rows},
    )


_OFFERED = (
    select(
        procedure.c.rank_key,
        procedure.c.folded_name,
        procedure.c.folded_rest,
        service_field.c.prefix,
    )
    .select_from(procedure.join(service_field, service_field.c.id == procedure.c.field_id))
    .where(procedure.c.offered)
    .order_by(procedure.c.rank_key)
)
