"""Taking back what was just done to a procedure: as it stood before, if nobody came in between."""

from dataclasses import dataclass
from typing import Any

import msgspec

from kiosk.catalogue.correction import FIELD, Value, checked
from kiosk.catalogue.corrections import (
    ProcedureOffered,
    correction_of,
    forget_correction,
    put_correction,
    show_or_hide,
)
from kiosk.catalogue.keeping import recompose
from kiosk.catalogue.procedure import Paper
from kiosk.catalogue.reading import procedure
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class RestorePart:
    """The wish to put a part (or ``field``) back: to the correction ``before``, or to none (None).

    Values are JSON as they stood. ``now`` is what the one who takes it back believes to stand.
    ``offered`` also says again whether citizens see the procedure.
    """

    code: str
    part: str
    now: str | None
    before: str | None
    offered: bool | None = None


def restore_part(unit: WriteUnit, wish: RestorePart) -> ProcedureOffered:
    """Put a part back as it was before the last act.

    Raises :class:`Refused`: ``procedure.unknown``, ``correction.moved_on`` when somebody has
    written in between, and whatever is refused of a correction.
    """
    known = procedure(unit, wish.code)
    if correction_of(unit, known.code, wish.part) != wish.now:
        raise Refused("correction.moved_on", procedure=known.code)
    if wish.before is None:
        forget_correction(unit, known.code, wish.part)
    elif wish.before != wish.now:
        put_correction(unit, known.code, wish.part, _checked_again(unit, wish.part, wish.before))
    if wish.offered is not None:
        show_or_hide(unit, known.code, wish.offered)
    made = recompose(unit, [known.code])[known.code]
    unit.audit(
        "procedure.taken_back",
        known.code,
        part=wish.part,
        value=None if wish.before is None else msgspec.Raw(wish.before.encode()),
        field=made.field_prefix,
        offered=made.offered,
    )
    return ProcedureOffered(made.code, made.name, made.field_prefix, made.offered)


def value_of(part: str, kept: str) -> Value:
    """A kept correction as the value that was given for it."""
    kind: Any = tuple[Paper, ...] if part == "papers" else str | int | None
    value: Value = msgspec.json.decode(kept, type=kind)
    return value


def _checked_again(unit: ReadUnit, part: str, kept: str) -> str:
    if part != FIELD:
        return checked(part, value_of(part, kept))
    prefix = office_now(unit).find_field(str(value_of(part, kept))).prefix
    return msgspec.json.encode(prefix).decode()
