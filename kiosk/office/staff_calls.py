"""Calls for staff from the kiosks: a slip that did not come out, or somebody who needs help.

A kiosk tells citizens that staff know only once a counter where somebody sits has shown the call.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, exists, select, update

from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.storage.schema import print_job, staff_call
from kiosk.storage.units import ReadUnit, WriteUnit

ASKED = "asked"
"""Somebody pressed the button; every other cause is told by the machine itself."""

CAUSES = ("paper", "jam", "printer", ASKED)


@dataclass(frozen=True, slots=True)
class StaffCall:
    """A call; ``about`` is the number whose slip is missing, empty for none.

    ``seen_at``: when a counter at work first showed it. ``ended_at``: when somebody had helped.
    """

    id: str
    station: str
    cause: str
    about: str
    asked_at: datetime
    seen_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallStaff:
    """The acting station needs somebody: why, and for which number."""

    cause: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class SeeStaffCalls:
    """A counter where somebody sits shows these calls (their ids)."""

    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffCallsSeen:
    """So many calls were shown for the first time."""

    count: int


@dataclass(frozen=True, slots=True)
class EndStaffCalls:
    """Somebody has helped at a station: all its calls are over."""

    station: str


@dataclass(frozen=True, slots=True)
class StaffCallsEnded:
    """The station whose calls are over, and how many they were."""

    station: str
    count: int


def call_staff(unit: WriteUnit, wish: CallStaff) -> StaffCall:
    """Call somebody to the acting station; a call for the same cause goes on, for the newer number.

    Raises :class:`ValueError` for a cause that is none of :data:`CAUSES`.
    """
    if wish.cause not in CAUSES:
        raise ValueError(wish.cause)
    station = unit.by.station
    for one in open_calls(unit):
        if (one.station, one.cause) == (station, wish.cause):
            unit.run(_ABOUT, call=one.id, newer=wish.about)
            return StaffCall(one.id, station, one.cause, wish.about, one.asked_at, one.seen_at)
    made = StaffCall(new_id(), station, wish.cause, wish.about, unit.now)
    unit.add(
        staff_call,
        id=made.id,
        station=station,
        cause=made.cause,
        about=made.about,
        day=unit.day,
        asked_at=made.asked_at,
        seen_at=None,
        ended_at=None,
    )
    unit.audit("staff.called", f"station:{station}", cause=made.cause, about=made.about)
    return made


def open_calls(unit: ReadUnit) -> tuple[StaffCall, ...]:
    """Today's calls that wait for somebody, the oldest first.

    A call for a slip is over by itself when that station's printer works again.
    """
    return tuple(_call(row) for row in unit.rows(_OPEN, today=unit.day))


def find_call(unit: ReadUnit, call: str) -> StaffCall | None:
    """A call, ended or not; None for one that is not known."""
    row = unit.row(select(staff_call).where(staff_call.c.id == bindparam("call")), call=call)
    return _call(row) if row is not None else None


def see_staff_calls(unit: WriteUnit, wish: SeeStaffCalls) -> StaffCallsSeen:
    """Note that a counter shows the calls."""
    fresh = [one for one in open_calls(unit) if one.seen_at is None and one.id in wish.calls]
    for one in fresh:
        unit.run(_SEEN, call=one.id, moment=unit.now)
        unit.audit("staff.call_seen", f"station:{one.station}", cause=one.cause)
    return StaffCallsSeen(len(fresh))


def end_staff_calls(unit: WriteUnit, wish: EndStaffCalls) -> StaffCallsEnded:
    """Somebody has helped there. Raises :class:`Refused` ``staff.not_called``: it is over already."""
    waiting = [one for one in open_calls(unit) if one.station == wish.station]
    if not waiting:
        raise Refused("staff.not_called", station=wish.station[:40])
    for one in waiting:
        unit.run(_ENDED, call=one.id, moment=unit.now)
    unit.audit("staff.helped", f"station:{wish.station}", calls=len(waiting))
    return StaffCallsEnded(wish.station, len(waiting))


def _call(row: Row[tuple[object, ...]]) -> StaffCall:
    return StaffCall(
        row.id, row.station, row.cause, row.about, row.asked_at, row.seen_at, row.ended_at
    )


_THIS = update(staff_call).where(staff_call.c.id == bindparam("call"))
_ABOUT = _THIS.values(about=bindparam("newer"))
_SEEN = _THIS.values(seen_at=bindparam("moment"))
_ENDED = _THIS.values(ended_at=bindparam("moment"))
_PRINTS_AGAIN = exists().where(
    print_job.c.station == staff_call.c.station,
    print_job.c.kind == "ticket80",
    print_job.c.state == "printed",
    print_job.c.settled_at > staff_call.c.asked_at,
)
_OPEN = (
    select(staff_call)
    .where(
        staff_call.c.day == bindparam("today"),
        staff_call.c.ended_at.is_(None),
        (staff_call.c.cause == ASKED) | ~_PRINTS_AGAIN,
    )
    .order_by(staff_call.c.asked_at, staff_call.c.id)
)
