"""What everybody may read of the procedures that the office offers (NĐ 63/2010 Điều 15, 17)."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import bindparam, func, select

from kiosk.catalogue.limits import limit_in_words
from kiosk.catalogue.matching import Filters
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import procedure as one_procedure
from kiosk.catalogue.search import ranks_found
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import procedure, service_field
from kiosk.storage.units import ReadUnit

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A procedure in a list. ``limit`` is empty where the record names none; ``fee`` verbatim."""

    code: str
    name: str
    limit: str
    fee: str


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


def browse(unit: ReadUnit, typed: str, prefix: str, first: int, most: int) -> Browsed:
    """The offered procedures that fit what was typed, in one field or (``""``) in all.

    Without anything typed all offered ones, shorter names first. ``first`` and ``most`` choose the
    lines of a page.
    """
    if typed.strip():
        return _found(unit, typed, prefix, first, most)
    counts = {row.prefix: row.many for row in unit.rows(_COUNTS)}
    total = counts.get(prefix, 0) if prefix else sum(counts.values())
    rows = unit.rows(_PAGE, wanted=prefix, skipped=first, most=most)
    lines = [_listed(msgspec.json.decode(row.details, type=Procedure)) for row in rows]
    return Browsed(total, tuple(counts.items()), tuple(lines))


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


def limit_words(found: Procedure) -> str:
    """The time limit of handing in at the counter, in words; empty where the record has none."""
    limit, _ = found.limit_for("direct")
    if limit is not None:
        words = limit_in_words(limit)
        return words[:1].upper() + words[1:]
    if any(case.limit is not None for case in found.cases):
        return "Tùy trường hợp"
    return ""


def _found(unit: ReadUnit, typed: str, prefix: str, first: int, most: int) -> Browsed:
    ranks = ranks_found(unit, typed, _ALL, Filters(offered_only=True))
    counts = {row.prefix: row.many for row in unit.rows(_FOUND_COUNTS, ranks=ranks)}
    if prefix:
        inside = {row.rank_key for row in unit.rows(_INSIDE, ranks=ranks, wanted=prefix)}
        ranks = [rank for rank in ranks if rank in inside]
    page = ranks[first : first + most]
    rows = {row.rank_key: row.details for row in unit.rows(_DETAILS, ranks=page)}
    lines = (_listed(msgspec.json.decode(rows[rank], type=Procedure)) for rank in page)
    return Browsed(len(ranks), tuple(counts.items()), tuple(lines))


def _listed(found: Procedure) -> Listed:
    fee, _ = found.fee_for("direct")
    return Listed(found.code, found.name, limit_words(found), " ".join(fee.split()))


_OFFERED = procedure.join(service_field, service_field.c.id == procedure.c.field_id)
_COUNTS = (
    select(service_field.c.prefix, func.count().label("many"))
    .select_from(_OFFERED)
    .where(procedure.c.offered)
    .group_by(service_field.c.prefix)
)
_PAGE = (
    select(procedure.c.details)
    .select_from(_OFFERED)
    .where(
        procedure.c.offered,
        (bindparam("wanted") == "") | (service_field.c.prefix == bindparam("wanted")),
    )
    .order_by(procedure.c.rank_key)
    .offset(bindparam("skipped"))
    .limit(bindparam("most"))
)
# Thousands of ranks may be found: as figures in the statement they cost far less than as values.
_AMONG = procedure.c.rank_key.in_(bindparam("ranks", expanding=True, literal_execute=True))
_FOUND_COUNTS = _COUNTS.where(_AMONG)
_INSIDE = (
    select(procedure.c.rank_key)
    .select_from(_OFFERED)
    .where(_AMONG, service_field.c.prefix == bindparam("wanted"))
)
_DETAILS = select(procedure.c.rank_key, procedure.c.details).where(_AMONG)
