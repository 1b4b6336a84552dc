"""Fees of dossiers (phí, lệ phí): taken with a receipt, waived with a reason, settled by the day.

NĐ 61/2018/NĐ-CP Điều 22; the agencies settle with the office every quarter (Điều 12 khoản 9). A line
is never changed: what was entered by mistake is reversed by a line of its own, the same day by
whoever entered it, later by a manager.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, select

from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.events import signatory
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.wishes import acts_as_manager, needed_text
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier, payment
from kiosk.storage.units import ReadUnit, WriteUnit

MOST = 10_000_000_000
"""Đồng; a larger sum is a slip of the finger."""
_LONGEST_RECEIPT = 40


class PaidBy(StrEnum):
    """How a fee comes in."""

    CASH = "cash"
    TRANSFER = "transfer"
    POST = "post"


class FeeKind(StrEnum):
    """What a line tells."""

    PAID = "paid"
    WAIVED = "waived"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class TakeFee:
    """A sum in đồng that was paid, and the number of its receipt (số biên lai)."""

    code: str
    amount: int
    receipt: str
    by: PaidBy = PaidBy.CASH


@dataclass(frozen=True, slots=True)
class WaiveFee:
    """A sum in đồng that need not be paid, and why (hộ nghèo, người có công …)."""

    code: str
    amount: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReverseFee:
    """A line that was entered by mistake, and what was wrong with it."""

    payment: str
    reason: str


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of a dossier's fees; a reversal carries the sum it takes back as negative.

    ``waiver`` is true for what was waived and for what takes a waiver back.
    """

    id: str
    code: str
    kind: FeeKind
    amount: int
    by: PaidBy
    receipt: str
    reason: str
    at: datetime
    officer: str | None
    officer_name: str
    reversed: bool
    waiver: bool


@dataclass(frozen=True, slots=True)
class FeeStanding:
    """What a dossier owes in đồng: ``asked`` is None where only words tell; what came in, what was
    waived; ``left`` is never negative."""

    asked: int | None
    paid: int
    waived: int

    @property
    def left(self) -> int | None:
        """What is still to be paid."""
        return None if self.asked is None else max(0, self.asked - self.paid - self.waived)


@dataclass(frozen=True, slots=True)
class FeeTaken:
    """A line as it was written, and how the dossier's fees stand then."""

    line: FeeLine
    standing: FeeStanding


@dataclass(frozen=True, slots=True)
class CashOfDay:
    """What one officer took on one day (danh sách thu trong ngày): lines and sums by way of paying.

    Lines that were reversed stand in it, with their reversal.
    """

    officer: str | None
    officer_name: str
    lines: tuple[FeeLine, ...]
    sums: tuple[tuple[PaidBy, int], ...]
    waived: int


def take_fee(unit: WriteUnit, wish: TakeFee) -> FeeTaken:
    """Write down a sum that was paid.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``fee.absurd`` (``most``),
    ``fee.receipt_needed``, ``fee.receipt_used`` (``receipt``, ``dossier``), ``dossier.unfit``.
    """
    receipt = checked_text("receipt", wish.receipt)[:_LONGEST_RECEIPT]
    if not receipt:
        raise Refused("fee.receipt_needed")
    used = unit.row(_RECEIPT, number=receipt)
    if used is not None:
        raise Refused("fee.receipt_used", receipt=receipt, dossier=used.code)
    row = dossier_row(unit, wish.code, to_change=True)
    return _write(unit, row, FeeKind.PAID, _sound(wish.amount), wish.by, receipt=receipt)


def waive_fee(unit: WriteUnit, wish: WaiveFee) -> FeeTaken:
    """Write down that a sum need not be paid.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``fee.absurd``,
    ``act.reason_needed``, ``dossier.unfit``.
    """
    row = dossier_row(unit, wish.code, to_change=True)
    reason = needed_text("reason", wish.reason)
    return _write(unit, row, FeeKind.WAIVED, _sound(wish.amount), PaidBy.CASH, reason=reason)


def reverse_fee(unit: WriteUnit, wish: ReverseFee) -> FeeTaken:
    """Take a line back by a line of its own. Its receipt's number is not given out again.

    Raises :class:`Refused`: ``fee.unknown``, ``fee.reversed_already``, ``fee.not_yours`` (another
    officer's line, or one of another day, needs a manager), ``act.reason_needed``.
    """
    line = unit.row(_ONE, of=wish.payment)
    if line is None or line.kind == FeeKind.REVERSED:
        raise Refused("fee.unknown")
    if unit.row(_REVERSAL, of=line.id) is not None:
        raise Refused("fee.reversed_already", dossier=line.code)
    own = line.officer == unit.by.officer and line.day == unit.day
    if not own and not acts_as_manager(unit):
        raise Refused("fee.not_yours", day=line.day)
    row = dossier_row(unit, line.code, to_change=True)
    reason = needed_text("reason", wish.reason)
    return _write(
        unit,
        row,
        FeeKind.REVERSED,
        -line.amount,
        PaidBy(line.by),
        reason=reason,
        reverses=line.id,
    )


def fees_of(unit: ReadUnit, scanned: str) -> tuple[FeeStanding, tuple[FeeLine, ...]]:
    """How the fees of a dossier stand, and every line, the first one first.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``.
    """
    row = dossier_row(unit, scanned)
    lines = _lines(unit.rows(_OF_DOSSIER, of=row.id))
    return _standing(row, lines), lines


def cash_of_day(unit: ReadUnit, day: date, officer: str | None = None) -> tuple[CashOfDay, ...]:
    """What came in on a day, officer by officer in the order of their codes, or of one officer."""
    rows = unit.rows(_OF_DAY, on=day)
    codes = sorted({row.officer or "" for row in rows})
    found = []
    for code in codes:
        if officer is not None and code != officer:
            continue
        lines = _lines(row for row in rows if (row.officer or "") == code)
        taken = [line for line in lines if not line.waiver]
        sums = tuple(
            (way, sum(line.amount for line in taken if line.by is way))
            for way in PaidBy
            if any(line.by is way for line in taken)
        )
        waived = sum(line.amount for line in lines if line.waiver)
        found.append(CashOfDay(code or None, lines[0].officer_name, lines, sums, waived))
    return tuple(found)


def _sound(amount: int) -> int:
    if not 0 < amount <= MOST:
        raise Refused("fee.absurd", most=f"{MOST:,}".replace(",", "."))
    return amount


def _write(
    unit: WriteUnit,
    row: Row[Any],
    kind: FeeKind,
    amount: int,
    by: PaidBy,
    *,
    receipt: str | None = None,
    reason: str = "",
    reverses: str | None = None,
) -> FeeTaken:
    who, key = signatory(unit, unit.by.officer), new_id()
    unit.add(
        payment,
        id=key,
        office_id=unit.office_id,
        dossier_id=row.id,
        kind=kind.value,
        amount=amount,
        by=by.value,
        receipt=receipt,
        reason=reason,
        reverses=reverses,
        day=unit.day,
        at=unit.now,
        officer=who.code,
        officer_name=who.name or unit.by.station,
        station=unit.by.station,
    )
    unit.audit(f"fee.{kind.value}", row.id, dossier=row.code, amount=amount, payment=key)
    standing, lines = fees_of(unit, row.code)
    return FeeTaken(next(line for line in lines if line.id == key), standing)


def _lines(rows: Iterable[Row[Any]]) -> tuple[FeeLine, ...]:
    return tuple(
        FeeLine(
            row.id,
            row.code,
            FeeKind(row.kind),
            row.amount,
            PaidBy(row.by),
            row.receipt or "",
            row.reason,
            row.at,
            row.officer,
            row.officer_name,
            row.reversed_by is not None,
            FeeKind.WAIVED in (row.kind, row.taken_back_kind),
        )
        for row in rows
    )


def _standing(row: Row[Any], lines: Iterable[FeeLine]) -> FeeStanding:
    standing = [line for line in lines if not line.reversed]
    return FeeStanding(
        row.fee_amount,
        sum(line.amount for line in standing if line.kind is FeeKind.PAID),
        sum(line.amount for line in standing if line.kind is FeeKind.WAIVED),
    )


_REVERSAL_LINE, _TAKEN_BACK = payment.alias("reversal"), payment.alias("taken_back")
_ALL = (
    select(
        payment,
        dossier.c.code,
        _REVERSAL_LINE.c.id.label("reversed_by"),
        _TAKEN_BACK.c.kind.label("taken_back_kind"),
    )
    .join(dossier, dossier.c.id == payment.c.dossier_id)
    .outerjoin(_REVERSAL_LINE, _REVERSAL_LINE.c.reverses == payment.c.id)
    .outerjoin(_TAKEN_BACK, _TAKEN_BACK.c.id == payment.c.reverses)
)
_OF_DOSSIER = _ALL.where(payment.c.dossier_id == bindparam("of")).order_by(payment.c.id)
_OF_DAY = _ALL.where(payment.c.day == bindparam("on")).order_by(payment.c.id)
_ONE = _ALL.where(payment.c.id == bindparam("of"))
_REVERSAL = select(payment.c.id).where(payment.c.reverses == bindparam("of"))
_RECEIPT = (
    select(dossier.c.code)
    .join(payment, payment.c.dossier_id == dossier.c.id)
    .where(payment.c.receipt == bindparam("number"))
)
