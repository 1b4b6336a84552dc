"""The offered procedures in memory, while somebody looks for one: found again at every key.

The word index of the store answers as well, but to count all that fits, in every field, it must
walk through thousands of matches several times; here that costs a few milliseconds in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kiosk.catalogue.matching import Filters, Match
from kiosk.storage.schema import procedure, service_field
from kiosk.storage.units import ReadUnit

Line = tuple[int, str]
"""A rank key, and folded words between spaces."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Everything offered, by rank: its name, all that is said of it, its field."""

    names: tuple[Line, ...]
    said: tuple[Line, ...]
    fields: dict[int, str]

    @property
    def ranks(self) -> list[int]:
        """All rank keys in order."""
        return list(self.fields)

    def matching(self, match: Match, most: int, filters: Filters) -> list[int]:
        """As :func:`kiosk.catalogue.matching.ranks_matching` among what is offered."""
        end = " " if match.finished else ""
        found: Sequence[Line]
        if match.at_start:
            phrase = f" {' '.join(match.words)}{end}"
            found = [line for line in self.names if line[1].startswith(phrase)]
        else:
            *before, last = [" ".join(match.words)] if match.as_phrase else match.words
            found = self.names if match.in_name or match.as_phrase else self.said
            # The longest is most likely the rarest: what is left for the others is little.
            for word in sorted((f" {last}{end}", *(f" {one} " for one in before)), key=len)[::-1]:
                found = [line for line in found if word in line[1]]
        ranks = [rank for rank, _ in found]
        if filters.field is not None:
            ranks = [rank for rank in ranks if self.fields[rank] == filters.field]
        return ranks[:most]


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
