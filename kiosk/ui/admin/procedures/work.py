"""What the procedures' section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.catalogue.correction import Value
from kiosk.catalogue.corrections import (
    CorrectProcedure,
    DropCorrection,
    OfferProcedure,
    correct_procedure,
    drop_correction,
    offer_procedure,
)
from kiosk.catalogue.everyday import everyday_words
from kiosk.catalogue.listing import catalogue_mark, known_procedures, procedure_seen
from kiosk.catalogue.procedure import Paper, PaperKind
from kiosk.catalogue.reading import procedures_of
from kiosk.catalogue.restoring import RestorePart, restore_part
from kiosk.catalogue.search import search
from kiosk.office.reading import office_now
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.procedures.deriving import derive_detail, derive_rows, with_process
from kiosk.ui.admin.procedures.process_work import steps_now
from kiosk.ui.admin.procedures.props import (
    CORRECTED,
    EVERY_FIELD,
    OFFERED,
    UNFILED,
    Detail,
    Known,
    PaperLine,
)
from kiosk.ui.admin.procedures.words_props import WordRow, derive_words
from kiosk.ui.parts.choice import Option

MOST_FOUND = 300
_MOST_LOOKED_THROUGH = 6_000
"""Where the search itself cannot narrow, it is asked for so many, and they are sifted after."""


def look(unit: ReadUnit, mark: str) -> Known | None:
    """The whole list; None while nothing in it is newer than ``mark``."""
    now = catalogue_mark(unit)
    if now == mark:
        return None
    office = office_now(unit)
    fields = tuple(Option(one.prefix, one.name) for one in office.fields if one.active)
    return Known(derive_rows(known_procedures(unit), office.fields), fields, now)


def find(unit: ReadUnit, typed: str, state: str, field: str) -> tuple[str, ...]:
    """The codes that fit what was typed, the best first."""
    sifted = state == CORRECTED or field == UNFILED
    narrow = None if field in (EVERY_FIELD, UNFILED) else field
    found = search(
        unit,
        typed,
        _MOST_LOOKED_THROUGH if sifted else MOST_FOUND,
        offered_only=state == OFFERED,
        field=narrow,
    )
    return tuple(one.code for one in found)


def look_at(unit: ReadUnit, code: str) -> Detail:
    """One procedure."""
    return with_process(derive_detail(procedure_seen(unit, code)), steps_now(unit, code))


def look_at_words(unit: ReadUnit) -> tuple[WordRow, ...]:
    """The everyday words with the names of what they lead to."""
    listed = everyday_words(unit)
    codes = {code for one in listed for code in one.codes}
    return derive_words(listed, {one.code: one.name for one in procedures_of(unit, codes)})


def offering(code: str, field: str | None, *, offered: bool) -> tuple[UseCase[Any, Any], Any]:
    """Show a procedure to citizens, or take it from them."""
    return offer_procedure, OfferProcedure(code, field, offered)


def correcting(code: str, part: str, value: Value) -> tuple[UseCase[Any, Any], Any]:
    """Another value for a part."""
    return correct_procedure, CorrectProcedure(code, part, value)


def dropping(code: str, part: str) -> tuple[UseCase[Any, Any], Any]:
    """A part as the sources have it."""
    return drop_correction, DropCorrection(code, part)


def restoring(
    code: str, part: str, now: str | None, before: str | None, offered: bool | None
) -> tuple[UseCase[Any, Any], Any]:
    """A part as it was before the last act."""
    return restore_part, RestorePart(code, part, now, before, offered)


def papers_of(lines: tuple[PaperLine, ...]) -> tuple[Paper, ...]:
    """The papers as the catalogue keeps them."""
    return tuple(
        Paper(one.name, one.originals, one.copies, PaperKind(one.kind), one.required, one.case)
        for one in lines
    )
