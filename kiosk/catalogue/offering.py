"""Offering many procedures at once, as a new office does, or taking many from citizens."""

from dataclasses import dataclass

from kiosk.catalogue.corrections import OfferProcedure, ProcedureOffered, offer_procedure
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class OfferProcedures:
    """The wish to offer some procedures, all in one field if it is named, or to withdraw them."""

    codes: tuple[str, ...]
    field_prefix: str | None
    offered: bool


@dataclass(frozen=True, slots=True)
class ProceduresOffered:
    """What became of each procedure, in the order wished."""

    procedures: tuple[ProcedureOffered, ...]


def offer_procedures(unit: WriteUnit, wish: OfferProcedures) -> ProceduresOffered:
    """Offer or withdraw all of them, or none. Raises :class:`Refused` as ``offer_procedure``."""
    return ProceduresOffered(
        tuple(
            offer_procedure(unit, OfferProcedure(code, wish.field_prefix, wish.offered))
            for code in dict.fromkeys(wish.codes)
        )
    )
