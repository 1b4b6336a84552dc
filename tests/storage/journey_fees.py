"""The fees of the day."""

from collections.abc import Callable
from typing import Any

from kiosk.dossiers.fees import (
    PaidBy,
    ReverseFee,
    TakeFee,
    WaiveFee,
    reverse_fee,
    take_fee,
    waive_fee,
)
from kiosk.dossiers.takings import PrintTakings, print_takings
from tests.fixtures.store import SteppingClock

Do = Callable[..., Any]


def fees(do: Do, clock: SteppingClock, code: str) -> None:
    """Paid, waived, taken back; the same receipt twice and a line taken back twice are refused;
    the list of the day is printed, that of a day without lines is refused."""
    paid = do(take_fee, TakeFee(code, 15_000, "AA-000123"))
    do(take_fee, TakeFee(code, 15_000, "AA-000123"))
    do(take_fee, TakeFee(code, 8_000, "CK-7", PaidBy.TRANSFER))
    do(waive_fee, WaiveFee(code, 2_000, "hộ nghèo"))
    for _ in range(2):
        do(reverse_fee, ReverseFee(paid.line.id, "ghi nhầm hồ sơ"))
    do(print_takings, PrintTakings())
    before = clock.now()
    clock.set("2026-11-26T08:00+07:00")
    do(reverse_fee, ReverseFee(paid.line.id, "hôm sau"))
    do(print_takings, PrintTakings())
    clock.set(before.isoformat())
