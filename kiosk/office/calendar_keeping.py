"""The manager's hand on the calendar: days added, changed, confirmed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, extract, func, insert, select, update

from kiosk.office.calendar import BY_HAND, CalendarDay, DayKind, fixed_holiday, fixed_holidays
from kiosk.office.managers import only_manager
from kiosk.office.reading import office_changed, office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import calendar_day
from kiosk.storage.units import WriteUnit
from kiosk.text import has_control, squeeze

LONGEST_NAME = 120
YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class ConfirmYear:
    """Every day of the year's calendar is as the office keeps it."""

    year: int


@dataclass(frozen=True, slots=True)
class YearConfirmed:
    """How many days were unconfirmed until now."""

    year: int
    days: int


@dataclass(frozen=True, slots=True)
class SetDay:
    """A day off (``off``), a day made up for (``extra_work``), a half day, or ``normal``."""

    date: date
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DaySet:
    """What the day was before (None: an ordinary day)."""

    date: date
    kind: str
    before: str | None


def confirm_year(unit: WriteUnit, wish: ConfirmYear) -> YearConfirmed:
    """Confirm a year's calendar: the Prime Minister decides Tết and Quốc khánh days yearly.

    (Bộ luật Lao động 45/2019/QH14 Điều 112 khoản 3.) Only by this is a year vouched for. In one that
    was entered by hand alone the fixed holidays are written down with it.

    Raises :class:`Refused`: ``person.may_not_manage``, ``calendar.empty_year``.
    """
    only_manager(unit)
    in_year = extract("year", calendar_day.c.date) == wish.year
    known = unit.conn.execute(
        select(func.count()).select_from(calendar_day).where(in_year)
    ).scalar_one()
    if not known:
        raise Refused("calendar.empty_year", year=wish.year)
    changed = unit.run(
        update(calendar_day).where(in_year, ~calendar_day.c.confirmed).values(confirmed=True)
    )
    calendar = office_now(unit).calendar
    if wish.year not in calendar.drafted:
        missing = [day for day in fixed_holidays(wish.year) if day.date not in calendar.days]
        changed += len(missing)
        _write(unit, *missing)
    office_changed(unit)
    unit.audit("calendar.confirmed", f"calendar:{wish.year}", days=changed)
    return YearConfirmed(wish.year, changed)


def set_day(unit: WriteUnit, wish: SetDay) -> DaySet:
    """Write one day of the calendar as the office keeps it; this day is confirmed by that.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``calendar.unknown_kind``, ``calendar.day_needs_name``,
    ``calendar.name_malformed``, ``calendar.year_out_of_range``,
    ``calendar.fixed_holiday`` (``date``, ``name``) where the law's holiday would be taken away from
    a year that nobody drafted.
    """
    only_manager(unit)
    name = squeeze(wish.name)
    if wish.kind not in ("off", "extra_work", "half", "normal"):
        raise Refused("calendar.unknown_kind", kind=wish.kind[:20])
    if wish.kind != "normal" and not name:
        raise Refused("calendar.day_needs_name", date=wish.date)
    if len(name) > LONGEST_NAME or has_control(name):
        raise Refused("calendar.name_malformed", date=wish.date, most=LONGEST_NAME)
    if wish.date.year not in YEARS:
        raise Refused(
            "calendar.year_out_of_range", year=wish.date.year, least=YEARS[0], most=YEARS[-1]
        )
    fixed = fixed_holiday(wish.date)
    if wish.kind == "normal" and fixed and wish.date.year not in office_now(unit).calendar.drafted:
        raise Refused("calendar.fixed_holiday", date=wish.date, name=fixed.name)
    this_day = calendar_day.c.date == wish.date
    before = unit.conn.execute(select(calendar_day.c.kind).where(this_day)).scalar()
    unit.run(delete(calendar_day).where(this_day))
    if wish.kind != "normal":
        _write(unit, CalendarDay(wish.date, DayKind(wish.kind), name, BY_HAND, True))
    office_changed(unit)
    unit.audit(
        "calendar.day_set", f"calendar:{wish.date.isoformat()}", kind=wish.kind, before=before
    )
    return DaySet(wish.date, wish.kind, before)


def _write(unit: WriteUnit, *days: CalendarDay) -> None:
    for day in days:
        unit.conn.execute(
            insert(calendar_day),
            {
                "date": day.date,
                "kind": day.kind.value,
                "name": day.name,
                "source": day.source,
                "confirmed": day.confirmed,
            },
        )
