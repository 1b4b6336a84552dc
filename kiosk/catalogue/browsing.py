"""What everybody may read of the procedures that the office offers (NĐ 63/2010 Điều 15, 17)."""

from collections import Counter
from dataclasses import dataclass

import msgspec
from sqlalchemy import bindparam, select

from kiosk.catalogue.matching import Filters
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import procedure as one_procedure
from kiosk.catalogue.search import ranks_found
from kiosk.catalogue.shelf import CounterLimit, Listed, Shelf
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import procedure
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class Browsed:
    """What fits: how many in the field asked for, how many in each (by prefix), a page's lines."""

    total: int
    counts: tuple[tuple[str, int], ...]
    lines: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A procedure as it is made public, and where the office takes it in."""

    procedure: Procedure
    field: str
    prefix: str
    counters: tuple[str, ...]


def browse(
    unit: ReadUnit, typed: str, prefix: str, first: int, most: int, shelf: Shelf | None = None
) -> Browsed:
    """The offered procedures that fit what was typed, in one field or (``""``) in all.

    Without anything typed all offered ones, shorter names first. ``first`` and ``most`` choose the
    lines of a page. A ``shelf`` remembers what is offered from look to look.
    """
    offered = (shelf or Shelf()).offered(unit)
    ranks = offered.ranks
    if typed.strip():
        found = ranks_found(unit, typed, len(ranks), Filters(offered_only=True), offered.matching)
        # A change since the shelf was filled shows at the next look.
        ranks = [rank for rank in found if rank in offered.fields]
    counts = Counter(map(offered.fields.__getitem__, ranks))
    if prefix:
        ranks = [rank for rank in ranks if offered.fields[rank] == prefix]
    page = ranks[first : first + most]
    _read_lines(unit, offered.lines, [rank for rank in page if rank not in offered.lines])
    lines = tuple(offered.lines[rank] for rank in page if rank in offered.lines)
    return Browsed(len(ranks), tuple(counts.items()), lines)


def _read_lines(unit: ReadUnit, lines: dict[int, Listed], ranks: list[int]) -> None:
    if ranks:
        for row in unit.rows(_DETAILS, ranks=ranks):
            lines[row.rank_key] = _listed(msgspec.json.decode(row.details, type=Procedure))


def published(unit: ReadUnit, code: str) -> Published:
    """One procedure that is offered.

    Raises :class:`Refused`: ``procedure.unknown``, ``procedure.not_offered``.
    """
    found = one_procedure(unit, code)
    if not found.offered or found.field_prefix is None:
        raise Refused("procedure.not_offered", procedure=found.code, name=found.name)
    office = office_now(unit)
    field = office.find_field(found.field_prefix)
    counters = tuple(counter.name for counter in office.counters_serving(field))
    return Published(found, field.name, field.prefix, counters)


def counter_limit(found: Procedure) -> CounterLimit:
    """The time limit of handing in at the counter, where the record has one."""
    limit, _ = found.limit_for("direct")
    differs = limit is None and any(case.limit is not None for case in found.cases)
    return CounterLimit(limit, by_case=differs)


def _listed(found: Procedure) -> Listed:
    fee, _ = found.fee_for("direct")
    limit = counter_limit(found)
    lines = (" ".join(line.split()) for line in fee.splitlines())
    return Listed(found.code, found.name, found.name_en, limit, "\n".join(filter(None, lines)))


_DETAILS = select(procedure.c.rank_key, procedure.c.details).where(
    procedure.c.rank_key.in_(bindparam("ranks", expanding=True))
)
