"""The end of a queue's day: what is still open is closed, and stands outside the figures."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, func, or_, select, update

from kiosk.office.managers import only_manager
from kiosk.office.reading import office_now
from kiosk.queue.model import TicketState
from kiosk.queue.moving import keep_visit
from kiosk.queue.rows import IS_ACTIVE, IS_WAITING
from kiosk.refusal import Refused
from kiosk.storage.schema import ticket
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class CloseDay:
    """End the queue's day; ``early``: although the office is still open."""

    early: bool = False


@dataclass(frozen=True, slots=True)
class DayClosed:
    """How many numbers were still waiting, and how many stood at a counter."""

    waiting: int
    at_counters: int


def close_day(unit: WriteUnit, wish: CloseDay) -> DayClosed:
    """Close what is open, today's too. Numbers taken afterwards begin to wait as always.

    Raises :class:`Refused`: ``person.may_not_manage``, ``day.still_open`` (``hours``) where it is
    not said to be early.
    """
    only_manager(unit)
    unit.one_at_a_time()
    office = office_now(unit)
    if office.calendar.is_open(unit.now) and not wish.early:
        raise Refused("day.still_open", hours=office.calendar.today_hours(unit.day))
    return _close(unit, unit.day)


def left_open(unit: ReadUnit) -> int:
    """How many numbers of earlier days are still open: nobody has taken or called one since."""
    return int(unit.conn.execute(_LEFT_OPEN, {"until": unit.day - timedelta(days=1)}).scalar_one())


def begin_day(unit: WriteUnit) -> None:
    """See that nothing of earlier days is open. Called before a number is given or called.

    A clock that stood in a later day and was put right has closed today's numbers: they wait again.
    It is looked at once a day in each process; the database says what is open.
    """
    unit.one_at_a_time()
    if unit.memory.get(_MEMORY) == unit.day:
        return
    _close(unit, unit.day - timedelta(days=1))
    again = unit.run(_REOPEN, here=unit.office_id, on_day=unit.day, moment=unit.now)
    if again:
        unit.audit("queue.day_reopened", unit.office_id, waiting=again)
    unit.memory[_MEMORY] = unit.day


def _close(unit: WriteUnit, last: date) -> DayClosed:
    """Close the numbers of all days up to ``last``."""
    active = unit.rows(_OPEN_AT_COUNTERS, until=last)
    for row in active:
        keep_visit(unit, row.id, TicketState.EXPIRED.value)
    waiting, _ = (
        unit.run(those, until=last, moment=unit.now) for those in (_END_WAITING, _END_ACTIVE)
    )
    if waiting or active:
        unit.audit("queue.day_closed", unit.office_id, waiting=waiting, at_counters=len(active))
    return DayClosed(waiting, len(active))


_MEMORY = "queue.day"
_UNTIL = ticket.c.day <= bindparam("until")
_OPEN_AT_COUNTERS = select(ticket.c.id).where(IS_ACTIVE, _UNTIL)
_LEFT_OPEN = select(func.count()).select_from(ticket).where(or_(IS_WAITING, IS_ACTIVE), _UNTIL)
_EXPIRE = update(ticket).values(
    state=TicketState.EXPIRED.value,
    ended_at=bindparam("moment"),
    held_by=None,
    for_counter_id=None,
    revision=ticket.c.revision + 1,
)
_END_WAITING, _END_ACTIVE = (_EXPIRE.where(those, _UNTIL) for those in (IS_WAITING, IS_ACTIVE))
_REOPEN = (
    update(ticket)
    .where(
        ticket.c.office_id == bindparam("here"),
        ticket.c.day == bindparam("on_day"),
        ticket.c.state == TicketState.EXPIRED.value,
        ticket.c.counter_id.is_(None),
        ticket.c.ended_at > bindparam("moment"),
    )
    .values(state="waiting", ended_at=None, revision=ticket.c.revision + 1)
)
