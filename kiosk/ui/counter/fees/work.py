"""What the page of a dossier's fees asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.dossiers.fees import (
    FeeTaken,
    PaidBy,
    ReverseFee,
    TakeFee,
    WaiveFee,
    fees_of,
    reverse_fee,
    take_fee,
    waive_fee,
)
from kiosk.dossiers.finding import dossier_row
from kiosk.office.directory import find_person
from kiosk.office.managers import MANAGING_ROLES
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.counter.fees.props import PAID, WAIVED, FeeEntry, FeesBefore, typed_amount


def before(unit: ReadUnit, code: str, officer: str) -> FeesBefore:
    """How the fees of a dossier stand.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``person.unknown``.
    """
    row = dossier_row(unit, code)
    standing, lines = fees_of(unit, code)
    return FeesBefore(
        code=row.code,
        procedure=row.procedure_name,
        words=row.fee_text,
        standing=standing,
        lines=lines,
        officer=officer,
        manager=find_person(unit, officer).role in MANAGING_ROLES,
        today=unit.day,
    )


def planned(code: str, entry: FeeEntry) -> tuple[UseCase[Any, FeeTaken], Any]:
    """What was entered, as a wish."""
    amount, reason = typed_amount(entry.amount) or 0, " ".join(entry.reason.split())
    if entry.deed == PAID:
        return take_fee, TakeFee(code, amount, entry.receipt.strip(), PaidBy(entry.by))
    if entry.deed == WAIVED:
        return waive_fee, WaiveFee(code, amount, reason)
    return reverse_fee, ReverseFee(entry.line, reason)
