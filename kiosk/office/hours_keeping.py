"""The manager's hand on the opening sessions: the whole week at once."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, insert

from kiosk.ids import new_id
from kiosk.office.calendar import WEEKDAYS, WorkingCalendar
from kiosk.office.managers import only_manager
from kiosk.office.reading import office_changed, office_held
from kiosk.office.week import MOST_A_DAY, SessionEntry, Sessions, Week, week_of
from kiosk.refusal import Refused
from kiosk.storage.schema import opening_session
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class ChangeHours:
    """How the week that was ``seen`` shall be."""

    week: Week
    seen: Week


@dataclass(frozen=True, slots=True)
class HoursChanged:
    """The week as it is now, and which weekdays (1 is Monday) are others than before."""

    entry: Week
    days: tuple[int, ...]


def change_hours(unit: WriteUnit, wish: ChangeHours) -> HoursChanged:
    """Change the opening sessions while the office works.

    Numbers given out stay, and so does every day promised for a dossier: it is written with the
    dossier. What comes in from now on is reckoned with the new hours. The manager's window asks
    for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``hours.changed_meanwhile``, ``hours.too_many``, ``hours.reversed``,
    ``hours.idle``, ``calendar.session_malformed``, ``calendar.sessions_overlap``,
    ``hours.never_open``, ``hours.no_working_day``.
    """
    only_manager(unit)
    before = week_of(office_held(unit).calendar.sessions)
    if before != wish.seen:
        raise Refused("hours.changed_meanwhile")
    after = good_week(wish.week)
    changed = tuple(
        weekday
        for weekday, (old, new) in enumerate(zip(before.days, after.days, strict=True), 1)
        if old != new
    )
    unit.run(delete(opening_session).where(opening_session.c.weekday.in_(changed)))
    lines = [_row(weekday, one) for weekday in changed for one in after.days[weekday - 1]]
    if lines:
        unit.conn.execute(insert(opening_session), lines)
    office_changed(unit)
    unit.audit(
        "hours.changed",
        "hours",
        before=_told(before, changed),
        after=_told(after, changed),
    )
    return HoursChanged(after, changed)


def good_week(said: Week) -> Week:
    """The week with its sessions in order; refuses what :func:`change_hours` does."""
    week = Week(*(_good_day(WEEKDAYS[at], day) for at, day in enumerate(said.days)))
    calendar = WorkingCalendar(week.sessions, {})
    if not any(one.open_for_public for one in calendar.sessions):
        raise Refused("hours.never_open")
    if not any(one.counts_for_deadline for one in calendar.sessions):
        raise Refused("hours.no_working_day")
    return week


def _good_day(weekday: str, day: Sessions) -> Sessions:
    if len(day) > MOST_A_DAY:
        raise Refused("hours.too_many", weekday=weekday, most=MOST_A_DAY)
    for one in day:
        opens, closes = f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"
        if one.opens >= one.closes:
            raise Refused("hours.reversed", weekday=weekday, opens=opens, closes=closes)
        if not (one.public or one.counts):
            raise Refused("hours.idle", weekday=weekday, opens=opens, closes=closes)
    return tuple(sorted(day))


def _row(weekday: int, one: SessionEntry) -> dict[str, object]:
    return {
        "id": new_id(),
        "weekday": weekday,
        "opens": one.opens,
        "closes": one.closes,
        "open_for_public": one.public,
        "counts_for_deadline": one.counts,
    }


def _told(week: Week, days: tuple[int, ...]) -> dict[str, object]:
    return {str(day): msgspec.to_builtins(week.days[day - 1]) for day in days}
