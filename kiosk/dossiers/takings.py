"""What one officer took on one day, as the list that goes to the accountant with the cash.

Danh sách thu trong ngày: lines, sums by way of paying (NĐ 61/2018/NĐ-CP Điều 22, Điều 12 khoản 9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import msgspec
from sqlalchemy import bindparam, select

from kiosk.dossiers.fees import CashOfDay, FeeLine, PaidBy, cash_of_day
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.schema import dossier
from kiosk.storage.units import ReadUnit, WriteUnit

TAKINGS = "takings"
"""The kind of its print jobs."""

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True, slots=True)
class TakingsLine:
    """One line; sums in đồng, a line that takes another back is negative. ``kind`` and ``by`` are
    those of :class:`kiosk.dossiers.fees.FeeLine`."""

    code: str
    applicant_name: str
    procedure_name: str
    kind: str
    by: str
    receipt: str
    reason: str
    taken: int
    waived: int
    at: Moment


class TakingsList(msgspec.Struct, frozen=True, kw_only=True):
    """Danh sách thu trong ngày of one officer; sums in đồng, reversals taken off."""

    office_parent: str
    office_name: str
    place: str
    day: date
    officer_name: str
    lines: tuple[TakingsLine, ...]
    cash: int
    transfer: int
    post: int
    waived: int
    printed_at: Moment
    sample: bool

    @property
    def total(self) -> int:
        """All that came in."""
        return self.cash + self.transfer + self.post


@dataclass(frozen=True, slots=True)
class PrintTakings:
    """The list of whoever acts, of a day; of today where no day is named."""

    day: date | None = None


@dataclass(frozen=True, slots=True)
class TakingsOwed:
    """The list is owed on paper; its sum in đồng."""

    day: date
    total: int
    print_jobs: tuple[str, ...]


def takings_of(unit: ReadUnit, day: date, officer: str | None = None) -> tuple[TakingsList, ...]:
    """The lists of a day, officer by officer in the order of their codes, or of one officer."""
    return tuple(_list(unit, day, each) for each in cash_of_day(unit, day, officer))


def print_takings(unit: WriteUnit, wish: PrintTakings) -> TakingsOwed:
    """Owe the list of whoever acts.

    Raises :class:`Refused`: ``takings.nobody`` (nobody acts who could sign it), ``takings.empty``
    (``day``).
    """
    if unit.by.officer is None:
        raise Refused("takings.nobody")
    day = wish.day or unit.day
    found = takings_of(unit, day, unit.by.officer)
    if not found:
        raise Refused("takings.empty", day=day)
    (given,) = found
    job = print_jobs.owe(
        unit,
        kind=TAKINGS,
        title=f"Danh sách thu ngày {day:%d/%m/%Y}",
        subject=f"{TAKINGS}:{day.isoformat()}:{unit.by.officer}",
        paper=msgspec.json.encode(given),
    )
    unit.audit("takings.printed", job, day=day.isoformat(), total=given.total)
    return TakingsOwed(day, given.total, (job,))


def _list(unit: ReadUnit, day: date, cash: CashOfDay) -> TakingsList:
    office = office_now(unit)
    sums = dict(cash.sums)
    return TakingsList(
        office_parent=office.profile.parent,
        office_name=office.profile.name,
        place=office.profile.place,
        day=day,
        officer_name=cash.officer_name,
        lines=tuple(_lines(unit, cash.lines)),
        cash=sums.get(PaidBy.CASH, 0),
        transfer=sums.get(PaidBy.TRANSFER, 0),
        post=sums.get(PaidBy.POST, 0),
        waived=cash.waived,
        printed_at=unit.now,
        sample=office.sample,
    )


def _lines(unit: ReadUnit, lines: tuple[FeeLine, ...]) -> Iterable[TakingsLine]:
    codes = sorted({line.code for line in lines})
    known = {row.code: row for row in unit.rows(_NAMES, codes=codes)}
    for line in lines:
        row = known[line.code]
        yield TakingsLine(
            code=line.code,
            applicant_name=row.applicant_name,
            procedure_name=row.procedure_name,
            kind=line.kind.value,
            by=line.by.value,
            receipt=line.receipt,
            reason=line.reason,
            taken=0 if line.waiver else line.amount,
            waived=line.amount if line.waiver else 0,
            at=line.at,
        )


_NAMES = select(dossier.c.code, dossier.c.applicant_name, dossier.c.procedure_name).where(
    dossier.c.code.in_(bindparam("codes", expanding=True))
)
