"""What an import would do, without doing it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import BindParameter, bindparam, func, select

from kiosk.catalogue.cleaning import text_of
from kiosk.catalogue.differences import differing_parts
from kiosk.catalogue.files import digest_of, records_in
from kiosk.catalogue.importing import batches, portal_ids
from kiosk.catalogue.intake import Intake
from kiosk.catalogue.keeping import RawSource, composed, content_of
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.source import SourceKind
from kiosk.catalogue.stepping import Steps, go_through
from kiosk.catalogue.unreadable import Unreadable
from kiosk.storage.schema import procedure, procedure_source
from kiosk.storage.store import Store
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A procedure that would be new, or would say something else in ``parts``.

    ``parts`` (see :mod:`differences`) is empty for a new one, and for one whose source changed in
    something that the office has corrected or the program does not keep.
    """

    code: str
    name: str
    parts: tuple[str, ...] = ()
    offered: bool = False


@dataclass(frozen=True, slots=True)
class PreviewStep:
    """How many records were looked at until now."""

    read: int


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import of these files would do now. ``read`` counts records.

    ``same`` counts procedures named in the files that stay as they are, ``unnamed`` those known to
    the office that the files do not name: an import never takes a procedure away.
    ``content`` is the digest of the files, by which the writing makes sure that they are the same.
    """

    read: int
    new: tuple[Foreseen, ...]
    changed: tuple[Foreseen, ...]
    same: int
    unnamed: int
    unreadable: tuple[Unreadable, ...]
    content: str
    complete: bool = True


def preview_import(store: Store, paths: Iterable[Path]) -> ImportPreview:
    """Look at files and folders at one go; see :func:`preview_steps`."""
    return go_through(preview_steps(store, paths))


def preview_steps(
    store: Store, paths: Iterable[Path], stop: Callable[[], bool] | None = None
) -> Steps[PreviewStep, ImportPreview]:
    """Look at files and folders as an import would, step by step, and write nothing.

    ``stop`` is asked between steps; the answer is then not ``complete``.

    Raises :class:`Refused`: ``import.missing``, ``store.*``.
    """
    handed_in = list(paths)
    records = records_in(handed_in)
    content = digest_of(handed_in)
    intake = Intake(lambda code: portal_ids(store, code))
    foreseen = _Foreseeing()
    complete = True
    for batch in batches(intake.sources(records)):
        if stop is not None and stop():
            complete = False
            break
        with store.read() as unit:
            foreseen.take(unit, batch)
        yield PreviewStep(intake.read)
    with store.read() as unit:
        known = int(unit.conn.execute(_COUNT).scalar_one())
    changed = foreseen.changed
    same = foreseen.known - changed.keys()
    return ImportPreview(
        intake.read,
        tuple(foreseen.new.values()),
        tuple(changed.values()),
        len(same),
        known - len(foreseen.known),
        tuple(intake.unreadable),
        content,
        complete,
    )


class _Foreseeing:
    """Gathers, portion by portion, what would become of each procedure."""

    def __init__(self) -> None:
        self.new: dict[str, Foreseen] = {}
        self.changed: dict[str, Foreseen] = {}
        self.known: set[str] = set()
        self._fresh: dict[str, list[RawSource]] = {}

    def take(self, unit: ReadUnit, batch: tuple[RawSource, ...]) -> None:
        codes = list(dict.fromkeys(one.code for one in batch))
        before = {
            row.code: msgspec.json.decode(row.details, type=Procedure)
            for row in unit.rows(_DETAILS, codes=codes)
        }
        digests = {(row.code, row.kind): row.digest for row in unit.rows(_DIGESTS, codes=codes)}
        self.known.update(before)
        for one in batch:
            if one.code not in before:
                if one.code not in self.new or one.kind is SourceKind.RECORD:
                    self.new[one.code] = Foreseen(one.code, _name_in(one))
            elif digests.get((one.code, one.kind)) != one.digest:
                self._fresh.setdefault(one.code, []).append(one)
        # A source in each of several portions: the last portion knows them all.
        touched = [code for code in codes if code in self._fresh]
        made = composed(unit, touched, [one for code in touched for one in self._fresh[code]])
        for code, after in made.items():
            parts = differing_parts(before[code], after)
            self.changed[code] = Foreseen(code, after.name, parts, before[code].offered)


def _name_in(source: RawSource) -> str:
    return text_of(content_of(source.kind, source.raw).get("name"))


_OF_CODES: BindParameter[str] = bindparam("codes", expanding=True)
_DETAILS = select(procedure.c.code, procedure.c.details).where(procedure.c.code.in_(_OF_CODES))
_DIGESTS = select(
    procedure_source.c.code, procedure_source.c.kind, procedure_source.c.digest
).where(procedure_source.c.code.in_(_OF_CODES))
_COUNT = select(func.count()).select_from(procedure)
