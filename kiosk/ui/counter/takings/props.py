"""The day's takings as they are read: lines, and sums by way of paying."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.counter.fees.said import KINDS, WAYS
from kiosk.ui.words import clock_time, money

if TYPE_CHECKING:
    from kiosk.dossiers.takings import TakingsLine, TakingsList

NOTHING = "Hôm nay chưa ghi khoản thu nào."


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One line; ``key`` tells it from every other."""

    key: str
    at: str
    code: str
    name: str
    kind: str
    amount: str
    how: str


@dataclass(frozen=True, slots=True)
class TakingsProps:
    """The lines, sums with their names, the whole sum; ``shut`` is why there is nothing to print."""

    rows: tuple[TakenRow, ...]
    sums: tuple[tuple[str, str], ...]
    total: str
    shut: str


def derive_takings(given: "TakingsList | None") -> TakingsProps:
    """The page's props."""
    if given is None:
        return TakingsProps((), (), money(0), NOTHING)
    sums = (
        ("Tiền mặt", money(given.cash)),
        ("Chuyển khoản", money(given.transfer)),
        ("Qua bưu chính", money(given.post)),
        ("Miễn, giảm", money(given.waived)),
    )
    rows = tuple(_row(at, line) for at, line in enumerate(given.lines))
    return TakingsProps(rows, sums, money(given.total), "")


def _row(at: int, line: "TakingsLine") -> TakenRow:
    how = f"{WAYS[line.by]}, {line.receipt}" if line.receipt else line.reason
    return TakenRow(
        key=str(at),
        at=clock_time(line.at),
        code=line.code,
        name=line.applicant_name,
        kind=KINDS[line.kind],
        amount=money(line.taken or line.waived),
        how=how,
    )
