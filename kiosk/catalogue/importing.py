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
from kiosk.catalogue.stepping import Steps, go_through
from kiosk.catalogue.unreadable import Unreadable
from kiosk.ids import checked_id, new_id
from kiosk.refusal import Refused
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


@dataclass(frozen=True, slots=True)
class ImportStep:
    """How far an import has come: records read, procedures written until now."""

    read: int = 0
    new: int = 0
    changed: int = 0


def import_catalogue(
    store: Store,
    paths: Iterable[Path],
    by: Actor,
    request_id: str | None = None,
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> CatalogueImported:
    """Read files and folders into the catalogue, all at one go; see :func:`import_steps`.

    ``progress`` is told the records read so far.
    """
    steps = import_steps(store, paths, by, request_id, stop=stop)
    return go_through(steps, None if progress is None else lambda step: progress(step.read))


def import_steps(
    store: Store,
    paths: Iterable[Path],
    by: Actor,
    request_id: str | None = None,
    *,
    content: str = "",
    stop: Callable[[], bool] | None = None,
) -> Steps[ImportStep, CatalogueImported]:
    """Read files and folders into the catalogue, step by step; what is known already changes nothing.

    The import is written batch by batch, so the counters work on meanwhile, and each batch is a
    request of its own, derived from ``request_id``: an import asked again with the same id and
    the same files writes nothing twice and answers the same; with other files it is refused.
    With ``content`` the files must still hold what a preview has shown.
    ``stop`` is asked between batches, and what was written until then stays.

    Raises :class:`Refused`: ``import.missing``, ``import.other_files``, ``id.malformed``,
    ``request.other_content``, ``store.*``.
    """
    handed_in = list(paths)
    records = records_in(handed_in)
    request = uuid.UUID(new_id() if request_id is None else checked_id(request_id))
    if content and digest_of(handed_in) != content:
        raise Refused("import.other_files", file=handed_in[0].name)
    if request_id is not None:
        held = content or digest_of(handed_in)
        store.do(begin_import, BeginImport(held), by, str(request))
    intake = Intake(lambda code: portal_ids(store, code))
    new: set[str] = set()
    changed: set[str] = set()
    complete = True
    for batch in batches(intake.sources(records)):
        if stop is not None and stop():
            complete = False
            break
        kept = _keep(store, batch, by, request)
        new.update(kept.new)
        changed.update(kept.changed)
        yield ImportStep(intake.read, len(new), len(changed - new))
        if kept != SourcesKept():
            time.sleep(PAUSE_S)
    if new or changed:
        for _ in _tidy(store, by):
            yield ImportStep(intake.read, len(new), len(changed - new))
    return CatalogueImported(
        intake.read, len(new), len(changed - new), tuple(intake.unreadable), complete
    )


def _keep(store: Store, batch: tuple[RawSource, ...], by: Actor, request: uuid.UUID) -> SourcesKept:
    content = "\n".join(f"{one.code}\t{one.kind}\t{one.digest}" for one in batch)
    return store.do(keep_sources, KeepSources(batch), by, str(uuid.uuid5(request, content)))


def _tidy(store: Store, by: Actor) -> Iterator[None]:
    for step in range(_MOST_TIDYING_STEPS):
        if store.do(tidy_index, TidyIndex(begin=step == 0), by).finished:
            break
        yield
        time.sleep(PAUSE_S)


_MOST_TIDYING_STEPS = 100


def batches(sources: Iterable[RawSource]) -> Iterator[tuple[RawSource, ...]]:
    """Sources in such portions as are worked off at one go."""
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


def portal_ids(store: Store, code: str) -> set[str]:
    """The portal's own keys of the sources stored for a code."""
    with store.read() as unit:
        raws = unit.rows(_RAWS, code=code)
    kinds = ((SourceKind(row.kind), row.raw) for row in raws)
    return {text_of(content_of(kind, raw).get("id")) for kind, raw in kinds}


_RAWS = select(procedure_source.c.kind, procedure_source.c.raw).where(
    procedure_source.c.code == bindparam("code")
)
