"""The act that can be taken back: the last one of this stay."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.catalogue.corrections import ProcedureCorrected, ProcedureOffered


@dataclass(frozen=True, slots=True)
class Undo:
    """A part (or ``field``) of a procedure: its correction now and before, as JSON.

    ``offered``: citizens saw it before; None where that was not touched.
    """

    code: str
    part: str
    now: str | None
    before: str | None
    offered: bool | None = None


def of_correcting(fact: "ProcedureCorrected") -> Undo:
    """Takes back a correction, or the dropping of one."""
    return Undo(fact.code, fact.part, fact.now, fact.before)


def of_offering(fact: "ProcedureOffered") -> Undo:
    """Takes back offering, filing or withdrawing."""
    return Undo(fact.code, "field", fact.filed_now, fact.filed_before, fact.offered_before)
