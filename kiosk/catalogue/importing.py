"""Importing the procedures that the province announced (``kiosk catalogue import``)."""

import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import bindparam, select

from kiosk.catalogue.cleaning import text_of
from kiosk.catalogue.files import digest_of, records_in
from kiosk.catalogue.intake import Intake
from kiosk.catalogue.keeping import (
    KeepSources,
    RawSource,
    SourcesKept,
    content_of,
    keep_sources,
)
from kiosk.catalogue.rows import TidyIndex, tidy_index
from kiosk.catalogue.source import SourceKind
from kiosk.catalogue.unreadable import Unreadable
from kiosk.ids import checked_id, new_id
from kiosk.storage.schema import procedure_source
from kiosk.storage.store import Store
from kiosk.storage.units import Actor, WriteUnit

BATCH_RECORDS = 40
BATCH_LETTERS = 150_000
"""A batch is one transaction, some 15 ms long."""

PAUSE_S = 0.015
"""Between batches, so that a counter that waits for the store gets its turn: SQLite lets those
who wait look again only after 1, 2, 5, 10, 15, 20, 25 ms …"""


@dataclass(frozen=True, slots=True)
class CatalogueImported:
    """What an import did. ``read`` counts records, ``new`` and ``changed`` count procedures."""

    read: int
    new: int
    changed: int
    unreadable: tuple[Unreadable, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class BeginImport:
    """An import that may be asked for again: what the files hold, as a digest."""

    content: str


@dataclass(frozen=True, slots=True)
class ImportBegun:
    """The request is bound to what those files hold."""

    content: str


def begin_import(unit: WriteUnit, wish: BeginImport) -> ImportBegun:
    """Bind a request to its files before the first batch is written."""
    unit.audit("catalogue.import_begun", "catalogue", content=wish.content)
    return ImportBegun(wish.content)


def import_catalogue(
    store: Store,
    paths: Iterable[Path],
    by: Actor,
    request_id: str | None = None,
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> CatalogueImported:
    """Read files and folders into the catalogue; what is known already changes nothing.

    The import is written batch by batch, so the counters work on meanwhile, and each batch is a
    request of its own, derived from ``request_id``: an import asked again with the same id and
    the same files writes nothing twice and answers the same; with other files it is refused.
    ``progress`` is told the records
    read so far; ``stop`` is asked between batches, and what was written until then stays.

    Raises :class:`Refused`: ``import.missing``, ``id.malformed``, ``request.other_content``,
    ``store.*``.
    """
    handed_in = list(paths)
    records = records_in(handed_in)
    request = uuid.UUID(new_id() if request_id is None else checked_id(request_id))
    if request_id is not None:
        store.do(begin_import, BeginImport(digest_of(handed_in)), by, str(request))
    intake = Intake(lambda code: _portal_ids(store, code))
    new: set[str] = set()
    changed: set[str] = set()
    complete = True
    for batch in _batches(intake.sources(records)):
        if stop is not None and stop():
            complete = False
            break
        kept = _keep(store, batch, by, request)
        new.update(kept.new)
        changed.update(kept.changed)
        if progress is not None:
            progress(intake.read)
        if kept != SourcesKept():
            time.sleep(PAUSE_S)
    if new or changed:
        _tidy(store, by)
    return CatalogueImported(
        intake.read, len(new), len(changed - new), tuple(intake.unreadable), complete
    )


def _keep(store: Store, batch: tuple[RawSource, ...], by: Actor, request: uuid.UUID) -> SourcesKept:
    content = "\n".join(f"{one.code}\t{one.kind}\t{one.digest}" for one in batch)
    return store.do(keep_sources, KeepSources(batch), by, str(uuid.uuid5(request, content)))


def _tidy(store: Store, by: Actor) -> None:
    for step in range(_MOST_TIDYING_STEPS):
        if store.do(tidy_index, TidyIndex(begin=step == 0), by).finished:
            break
        time.sleep(PAUSE_S)


_MOST_TIDYING_STEPS = 100


def _batches(sources: Iterable[RawSource]) -> Iterator[tuple[RawSource, ...]]:
    batch: list[RawSource] = []
    size = 0
    for source in sources:
        if batch and (len(batch) == BATCH_RECORDS or size + len(source.raw) > BATCH_LETTERS):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(source)
        size += len(source.raw)
    if batch:
        yield tuple(batch)


def _portal_ids(store: Store, code: str) -> set[str]:
    """The portal's own keys of the sources stored for a code."""
    with store.read() as unit:
        raws = unit.rows(_RAWS, code=code)
    kinds = ((SourceKind(row.kind), row.raw) for row in raws)
    return {text_of(content_of(kind, raw).get("id")) for kind, raw in kinds}


_RAWS = select(procedure_source.c.kind, procedure_source.c.raw).where(
    procedure_source.c.code == bindparam("code")
)
