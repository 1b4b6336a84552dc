"""The dossiers in figures: today's work, and how many results came on time.

A result is on time when it was ready no later than on the day appointed first; dossiers without an appointed day are
not counted. One that papers were asked for too often is late whenever it was ready. What was stopped counts only where its day was over by then, as late. Nobody is ranked here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, func, or_, select

from kiosk.clock import at_office, office_day
from kiosk.dossiers.model import GIVEN_OUT_STATES, RUNNING_STATES
from kiosk.dossiers.progress import Timeliness, came_of
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.legal import legal_profile, profile_codes
from kiosk.office.reading import office_now
from kiosk.storage.schema import dossier
from kiosk.storage.units import ReadUnit

DAYS_SHOWN = 14
MOST_LISTED = 300
ON_TIME_TARGET = 97.0
"""Per cent; the office's own aim until its rules name another."""

_LOOKED_BACK = 60
_OPEN = tuple(state.value for state in RUNNING_STATES)
_TO_GIVE_OUT = tuple(state.value for state in GIVEN_OUT_STATES)


@dataclass(frozen=True, slots=True)
class OnTime:
    """Results that were ready in a span: all with an appointed day, and those on time."""

    all: int
    on_time: int

    @property
    def share(self) -> float | None:
        """Per cent on time; None where none was ready."""
        return 100 * self.on_time / self.all if self.all else None


@dataclass(frozen=True, slots=True)
class DossierFigures:
    """Today's dossiers, the month's share on time and that of the last working days."""

    received: int
    online: int
    postal: int
    returned: int
    to_collect: int
    overdue: int
    due_today: int
    month: OnTime
    days: tuple[tuple[date, OnTime], ...]
    target: float


def dossier_figures(unit: ReadUnit) -> DossierFigures:
    """The figures at the unit's moment. On its very day a dossier is not overdue yet."""
    begins, ends = _span(unit.day, unit.day)
    by_channel = {row.channel: row.many for row in unit.rows(_RECEIVED, since=begins, until=ends)}
    days = _working_days(office_now(unit).calendar, unit.day)
    month = unit.day.replace(day=1)
    ready = _ready_by_day(unit, min(month, *days) if days else month)
    of_month = [count for day, count in ready.items() if day >= month]
    return DossierFigures(
        received=sum(by_channel.values()),
        online=by_channel.get("online", 0),
        postal=by_channel.get("postal", 0),
        returned=_count(unit, _RETURNED, since=begins, until=ends),
        to_collect=_count(unit, _TO_COLLECT),
        overdue=_count(unit, _DUE, since=_LONG_AGO, until=begins),
        due_today=_count(unit, _DUE, since=begins, until=ends),
        month=OnTime(sum(c.all for c in of_month), sum(c.on_time for c in of_month)),
        days=tuple((day, ready.get(day, OnTime(0, 0))) for day in days),
        target=ON_TIME_TARGET,
    )


@dataclass(frozen=True, slots=True)
class DossierCounted:
    """One of the dossiers behind a figure; without any name."""

    code: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    ready_at: datetime | None
    returned_at: datetime | None
    judged_at: datetime | None


def dossiers_behind(unit: ReadUnit, figure: str) -> tuple[DossierCounted, ...]:
    """The dossiers behind a figure, at most :data:`MOST_LISTED`, in the order of their days.

    ``figure``: ``received`` and ``returned`` today, ``late`` (ready late this month), ``due``
    (overdue and due today).
    """
    begins, ends = _span(unit.day, unit.day)
    if figure == "received":
        wanted = _LINES.where(dossier.c.received_at >= begins, dossier.c.received_at < ends)
        found = unit.rows(wanted.order_by(dossier.c.received_at.desc()).limit(MOST_LISTED))
    elif figure == "returned":
        wanted = _LINES.where(dossier.c.returned_at >= begins, dossier.c.returned_at < ends)
        found = unit.rows(wanted.order_by(dossier.c.returned_at.desc()).limit(MOST_LISTED))
    elif figure == "late":
        month = at_office(unit.day.replace(day=1))
        wanted = _LINES.where(
            dossier.c.ready_at >= month,
            (dossier.c.original_due_at < dossier.c.ready_at) | _asked_too_often(),
        )
        found = unit.rows(wanted.order_by(dossier.c.ready_at.desc()).limit(MOST_LISTED))
    else:
        wanted = _LINES.where(dossier.c.state.in_(_OPEN), dossier.c.due_at < ends)
        found = unit.rows(wanted.order_by(dossier.c.due_at).limit(MOST_LISTED))
    return tuple(
        DossierCounted(
            row.code,
            row.procedure_name,
            row.received_at,
            row.due_at,
            row.ready_at,
            row.returned_at,
            row.original_due_at,
        )
        for row in found
        if figure != "late" or came_of(row) is Timeliness.OVERDUE
    )


def _asked_too_often() -> ColumnElement[bool]:
    return or_(
        *(
            and_(
                dossier.c.legal_profile == code,
                dossier.c.requests > legal_profile(code).rules.requests_at_most,
            )
            for code in profile_codes()
        )
    )


def _working_days(calendar: WorkingCalendar, today: date) -> tuple[date, ...]:
    """The last :data:`DAYS_SHOWN` working days up to today, the oldest first."""
    return tuple(reversed(list(_back(calendar, today))))


def _back(calendar: WorkingCalendar, today: date) -> Iterator[date]:
    found = 0
    for back in range(_LOOKED_BACK):
        day = today - timedelta(back)
        if found < DAYS_SHOWN and calendar.deadline_sessions(day):
            found += 1
            yield day


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    return at_office(first), at_office(last + timedelta(1))


def _ready_by_day(unit: ReadUnit, first: date) -> dict[date, OnTime]:
    """The results that became ready from ``first`` on, by the day they did."""
    counts: dict[date, list[int]] = {}
    for row in unit.rows(_READY, since=at_office(first)):
        count = counts.setdefault(office_day(row.ready_at), [0, 0])
        count[0] += 1
        count[1] += came_of(row) is not Timeliness.OVERDUE
    return {day: OnTime(*count) for day, count in counts.items()}


def _count(unit: ReadUnit, statement: object, **values: object) -> int:
    row = unit.row(statement, **values)
    return int(row[0]) if row is not None else 0


_LONG_AGO = at_office(date(1900, 1, 1))
_LINES = select(
    dossier.c.code,
    dossier.c.procedure_name,
    dossier.c.received_at,
    dossier.c.due_at,
    dossier.c.ready_at,
    dossier.c.returned_at,
    dossier.c.original_due_at,
    dossier.c.requests,
    dossier.c.legal_profile,
)
_SINCE: BindParameter[datetime] = bindparam("since")
_UNTIL: BindParameter[datetime] = bindparam("until")
_RECEIVED = (
    select(dossier.c.channel, func.count().label("many"))
    .where(dossier.c.received_at >= _SINCE, dossier.c.received_at < _UNTIL)
    .group_by(dossier.c.channel)
)
_RETURNED = (
    select(func.count())
    .select_from(dossier)
    .where(dossier.c.returned_at >= _SINCE, dossier.c.returned_at < _UNTIL)
)
_TO_COLLECT = select(func.count()).select_from(dossier).where(dossier.c.state.in_(_TO_GIVE_OUT))
_DUE = (
    select(func.count())
    .select_from(dossier)
    .where(dossier.c.state.in_(_OPEN), dossier.c.due_at >= _SINCE, dossier.c.due_at < _UNTIL)
)
_READY = select(
    dossier.c.ready_at, dossier.c.original_due_at, dossier.c.requests, dossier.c.legal_profile
).where(dossier.c.ready_at >= _SINCE, dossier.c.original_due_at.is_not(None))
