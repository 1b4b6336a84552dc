"""Keeping what was read: raw sources beside each other, the procedure made anew from all of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import bindparam, delete, insert, select

from kiosk.catalogue.composing import compose, filing_of
from kiosk.catalogue.correction import Corrected
from kiosk.catalogue.handwritten import read_table
from kiosk.catalogue.portal_catalogue import read_line
from kiosk.catalogue.portal_record import read_record
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.rows import write_procedures
from kiosk.catalogue.source import Reading, SourceKind
from kiosk.office.reading import office_now
from kiosk.storage.schema import procedure, procedure_correction, procedure_source
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class RawSource:
    """One source of one procedure as it came: its JSON text, untouched, and where it was read.

    ``digest`` (SHA-256) is of the content, whatever its spacing and the order of its keys.
    """

    code: str
    kind: SourceKind
    raw: str
    digest: str
    read_from: str


@dataclass(frozen=True, slots=True)
class KeepSources:
    """The wish to keep some sources; at most one of a kind for each code."""

    sources: tuple[RawSource, ...]


@dataclass(frozen=True, slots=True)
class SourcesKept:
    """The codes that became known, and the known ones whose sources say something else now."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def digest_of(content: dict[str, object]) -> str:
    """The digest of a source's content."""
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def read_source(kind: SourceKind, content: dict[str, object]) -> Reading:
    """Read one source's content: the inside of a record, a catalogue line, a TOML table."""
    if kind is SourceKind.RECORD:
        return read_record(content)
    if kind is SourceKind.CATALOGUE:
        return read_line(content)
    return read_table(content)


def keep_sources(unit: WriteUnit, wish: KeepSources) -> SourcesKept:
    """Keep sources that are new or say something new, and put their procedures together again.

    What the office corrected, filed and offered stays as it is.
    """
    return keep(unit, wish.sources)


def keep(unit: WriteUnit, sources: tuple[RawSource, ...], *, offered: bool = False) -> SourcesKept:
    """As :func:`keep_sources`; with ``offered``, what has a field is offered at once."""
    codes = list(dict.fromkeys(source.code for source in sources))
    known = set(unit.conn.execute(_KNOWN, {"codes": codes}).scalars())
    digests = {(row.code, row.kind): row.digest for row in unit.rows(_DIGESTS, codes=codes)}
    fresh = [one for one in sources if digests.get((one.code, one.kind)) != one.digest]
    if not fresh:
        return SourcesKept()
    touched = list(dict.fromkeys(one.code for one in fresh))
    kept = SourcesKept(
        new=tuple(code for code in touched if code not in known),
        changed=tuple(code for code in touched if code in known),
    )
    recompose(unit, touched, fresh, offered=offered)
    replaced = [
        {"of_code": one.code, "of_kind": one.kind.value}
        for one in fresh
        if (one.code, one.kind) in digests
    ]
    if replaced:
        unit.conn.execute(_FORGET, replaced)
    unit.conn.execute(
        insert(procedure_source),
        [
            {
                "code": one.code,
                "kind": one.kind.value,
                "raw": one.raw,
                "digest": one.digest,
                "read_from": one.read_from,
                "imported_at": unit.now,
            }
            for one in fresh
        ],
    )
    unit.audit(
        "procedures.imported",
        "catalogue",
        new=len(kept.new),
        changed=kept.changed,
    )
    return kept


def recompose(
    unit: WriteUnit,
    codes: Iterable[str],
    fresh: Iterable[RawSource] = (),
    *,
    offered: bool = False,
) -> dict[str, Procedure]:
    """Put procedures together anew from their stored sources and the ``fresh`` ones over them.

    What was offered stays so; ``offered`` makes all of them so.
    """
    made = composed(unit, codes, fresh, offered=offered)
    write_procedures(unit, made.values(), office_now(unit))
    return made


def composed(
    unit: ReadUnit,
    codes: Iterable[str],
    fresh: Iterable[RawSource] = (),
    *,
    offered: bool = False,
    corrected: bool = True,
) -> dict[str, Procedure]:
    """What the sources make of procedures, without writing it. Codes without a source are left out.

    ``corrected=False`` leaves the office's corrections aside: what the province announced.
    """
    wanted = list(codes)
    read: dict[str, dict[SourceKind, Procedure]] = {code: {} for code in wanted}
    new = {(one.code, one.kind): one for one in fresh}
    for row in unit.rows(_SOURCES, codes=wanted):
        kind = SourceKind(row.kind)
        if (row.code, kind) not in new:
            read[row.code][kind] = _procedure(row.code, kind, row.raw)
    for one in new.values():
        read[one.code][one.kind] = _procedure(one.code, one.kind, one.raw)
    corrections = corrections_of(unit, wanted) if corrected else {}
    already = set(unit.conn.execute(_OFFERED, {"codes": wanted}).scalars())
    filing = filing_of(office_now(unit))
    return {
        code: compose(
            sources, corrections.get(code, ()), filing, offered=offered or code in already
        )
        for code, sources in read.items()
        if sources
    }


def corrections_of(unit: ReadUnit, codes: list[str]) -> dict[str, tuple[Corrected, ...]]:
    """The corrections in force for some procedures."""
    found: dict[str, list[Corrected]] = {}
    for row in unit.rows(_CORRECTIONS, codes=codes):
        found.setdefault(row.code, []).append(Corrected(row.part, row.value))
    return {code: tuple(those) for code, those in found.items()}


def content_of(kind: SourceKind, raw: str) -> dict[str, object]:
    """The content of a raw source: the inside of a record's envelope, else the object itself."""
    decoded: dict[str, object] = msgspec.json.decode(raw, type=dict[str, object])
    inside = decoded.get("data")
    if kind is SourceKind.RECORD and isinstance(inside, dict):
        return inside
    return decoded


def _procedure(code: str, kind: SourceKind, raw: str) -> Procedure:
    read = read_source(kind, content_of(kind, raw)).procedure
    return read if read.code == code else replace(read, code=code)


_KNOWN = select(procedure.c.code).where(procedure.c.code.in_(bindparam("codes", expanding=True)))
_OFFERED = _KNOWN.where(procedure.c.offered)
_DIGESTS = select(
    procedure_source.c.code, procedure_source.c.kind, procedure_source.c.digest
).where(procedure_source.c.code.in_(bindparam("codes", expanding=True)))
_SOURCES = select(procedure_source.c.code, procedure_source.c.kind, procedure_source.c.raw).where(
    procedure_source.c.code.in_(bindparam("codes", expanding=True))
)
_CORRECTIONS = select(
    procedure_correction.c.code, procedure_correction.c.part, procedure_correction.c.value
).where(procedure_correction.c.code.in_(bindparam("codes", expanding=True)))
_FORGET = delete(procedure_source).where(
    procedure_source.c.code == bindparam("of_code"),
    procedure_source.c.kind == bindparam("of_kind"),
)
