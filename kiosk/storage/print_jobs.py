"""What is owed on paper.

A slip is owed, not printed: the job is written in the same transaction as the ticket or dossier
it tells of, with everything the paper says frozen in it. A spool (``kiosk.printing``) claims it,
sends it and settles it. A job once sent is never sent again by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, exists, func, literal_column, select, text, update

from kiosk.clock import at_office
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.settings import leaving_with
from kiosk.storage.schema import print_job
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One paper owed: what it is, for which subject, and where it stands.

    ``state`` is ``owed``, ``sending`` (a spool has it in hand), ``printed``, ``failed`` (the
    reason stands beside it) or ``unknown`` (the spool died while sending: a person must look).
    """

    id: str
    station: str
    kind: str
    title: str
    subject: str
    paper: str
    copies: int
    state: str
    attempts: int
    reason: str | None
    reprint_of: str | None
    owed_at: datetime
    settled_at: datetime | None

    @property
    def refusal(self) -> Refused | None:
        """Why it was not printed, for a failed or unknown job."""
        if self.reason is None:
            return None
        code, details = msgspec.json.decode(self.reason, type=tuple[str, dict[str, Any]])
        return Refused(code, **details)

    @property
    def is_reprint(self) -> bool:
        """Whether the paper must carry the words "bản in lại"."""
        return self.reprint_of is not None


_COLUMNS = (
    print_job.c.id,
    print_job.c.station,
    print_job.c.kind,
    print_job.c.title,
    print_job.c.subject,
    print_job.c.paper,
    print_job.c.copies,
    print_job.c.state,
    print_job.c.attempts,
    print_job.c.reason,
    print_job.c.reprint_of,
    print_job.c.owed_at,
    print_job.c.settled_at,
)
# Spelled as the index spells it, and no bound LIMIT: else SQLite reads all papers ever printed.
_OPEN = text("print_job.state <> 'printed'")
_ONE = select(*_COLUMNS).where(print_job.c.id == bindparam("job"))
_NEXT_SEEN = (
    select(print_job.c.id)
    .where(print_job.c.station == bindparam("at_station"), _OPEN, print_job.c.state == "owed")
    .order_by(print_job.c.id)
    .limit(literal_column("1"))
)
_NEXT = _NEXT_SEEN.with_for_update(skip_locked=True)
_PRINTED_SINCE_DAWN = (
    select(print_job.c.station, print_job.c.kind)
    .where(
        print_job.c.owed_at >= bindparam("dawn"),
        print_job.c.state == "printed",
    )
    .order_by(print_job.c.owed_at.desc(), print_job.c.id.desc())
)
_OWED_SINCE_DAWN = select(*_COLUMNS).where(
    print_job.c.owed_at >= bindparam("dawn"), print_job.c.station == bindparam("at_station")
)
_AGAIN = (
    select(*_COLUMNS)
    .where(
        print_job.c.reprint_of.is_not(None),
        print_job.c.reprint_of.in_(bindparam("firsts", expanding=True)),
    )
    .order_by(print_job.c.id)
)
_CLAIM = (
    update(print_job)
    .where(print_job.c.id == bindparam("job"), print_job.c.state == "owed")
    .values(
        state="sending",
        sent_at=bindparam("moment"),
        claim=bindparam("holder"),
        attempts=print_job.c.attempts + 1,
    )
)
_SETTLE = (
    update(print_job)
    .where(
        print_job.c.id == bindparam("job"),
        print_job.c.state == "sending",
        print_job.c.claim == bindparam("holder"),
    )
    .values(state=bindparam("outcome"), reason=bindparam("told"), settled_at=bindparam("moment"))
)


def owe(
    unit: WriteUnit, *, kind: str, title: str, subject: str, paper: bytes, copies: int = 1
) -> str:
    """Write a paper down as owed by the acting station; the job's id."""
    return _owe(unit, kind, title, subject, paper.decode(), copies, None)


def owe_again(unit: WriteUnit, job_id: str) -> str:
    """Owe a paper once more, marked as a reprint, at the acting station; the new job's id.

    Raises :class:`Refused` ``print.unknown_job``.
    """
    job = one(unit, job_id)
    return _owe(
        unit, job.kind, job.title, job.subject, job.paper, job.copies, job.reprint_of or job.id
    )


def owe_at(unit: WriteUnit, job: PrintJob, station: str) -> str:
    """Owe a paper once more, marked as a reprint, at ``station``; the new job's id."""
    first = job.reprint_of or job.id
    return _owe(unit, job.kind, job.title, job.subject, job.paper, job.copies, first, station)


def _owe(
    unit: WriteUnit,
    kind: str,
    title: str,
    subject: str,
    paper: str,
    copies: int,
    reprint_of: str | None,
    station: str | None = None,
) -> str:
    job_id = new_id()
    unit.add(
        print_job,
        id=job_id,
        office_id=unit.office_id,
        station=station or unit.by.station,
        kind=kind,
        title=title,
        subject=subject,
        paper=paper,
        copies=copies,
        state="owed",
        attempts=0,
        reprint_of=reprint_of,
        owed_at=unit.now,
    )
    return job_id


@dataclass(frozen=True, slots=True)
class PrintAgain:
    """The wish to have a paper once more."""

    job: str


@dataclass(frozen=True, slots=True)
class OwedAgain:
    """A paper owed once more, and the job that owed it first."""

    job: str
    reprint_of: str


def print_again(unit: WriteUnit, wish: PrintAgain) -> OwedAgain:
    """Owe a paper once more at the acting station, marked "bản in lại".

    Raises :class:`Refused`: ``print.unknown_job``, ``print.still_owed`` (it is yet to come out).
    """
    job = one(unit, wish.job)
    if job.state in ("owed", "sending"):
        raise Refused("print.still_owed", title=job.title)
    again = owe_again(unit, job.id)
    unit.audit("print.again", again, of=job.id)
    return OwedAgain(again, job.reprint_of or job.id)


@dataclass(frozen=True, slots=True)
class PrintElsewhere:
    """The wish to have a paper printed by another station."""

    job: str
    station: str


def print_elsewhere(unit: WriteUnit, wish: PrintElsewhere) -> OwedAgain:
    """Owe a paper once more at another station, marked "bản in lại".

    Raises :class:`Refused`: ``print.unknown_job``, ``print.still_owed``,
    ``print.no_such_station`` (not one of :func:`printing_stations`).
    """
    job = one(unit, wish.job)
    if job.state in ("owed", "sending"):
        raise Refused("print.still_owed", title=job.title)
    if wish.station not in printing_stations(unit, job.kind):
        raise Refused("print.no_such_station", station=wish.station, title=job.title)
    first = job.reprint_of or job.id
    again = _owe(unit, job.kind, job.title, job.subject, job.paper, job.copies, first, wish.station)
    unit.audit("print.elsewhere", again, of=job.id, station=wish.station)
    return OwedAgain(again, first)


def printing_stations(unit: ReadUnit, kind: str) -> tuple[str, ...]:
    """The stations whose printer for such a paper has put one out today, the latest first."""
    alike = leaving_with(kind)
    rows = unit.rows(_PRINTED_SINCE_DAWN, dawn=at_office(unit.day))
    return tuple(dict.fromkeys(row.station for row in rows if row.kind in alike))


def of_today(unit: ReadUnit, station: str) -> list[PrintJob]:
    """What this station owed since this morning, the newest first; what is left of before too."""
    rows = unit.rows(_OWED_SINCE_DAWN, at_station=station, dawn=at_office(unit.day))
    found = {row.id: _job(row) for row in rows}
    found |= {job.id: job for job in listed(unit, station=station, unsettled=True)}
    return [found[job_id] for job_id in sorted(found, reverse=True)]


def since_then(unit: ReadUnit, jobs: Iterable[PrintJob]) -> dict[str, PrintJob]:
    """For each job the last one that owed its paper once more, at whatever station."""
    first_of = {job.id: job.reprint_of or job.id for job in jobs}
    if not first_of:
        return {}
    last: dict[str, PrintJob] = {}
    for row in unit.rows(_AGAIN, firsts=sorted(set(first_of.values()))):
        again = _job(row)
        last[str(again.reprint_of)] = again
    return {
        job: last[first]
        for job, first in first_of.items()
        if first in last and last[first].id > job
    }


def any_owed(unit: ReadUnit, station: str) -> bool:
    """Whether this station owes a paper that nobody has in hand."""
    return unit.row(_NEXT_SEEN, at_station=station) is not None


def one(unit: ReadUnit, job_id: str) -> PrintJob:
    """One job. Raises :class:`Refused` ``print.unknown_job``."""
    row = unit.row(_ONE, job=job_id)
    if row is None:
        raise Refused("print.unknown_job", job=job_id)
    return _job(row)


def claim_next(unit: WriteUnit, station: str, holder: str) -> PrintJob | None:
    """Take the oldest owed job of a station in hand, for the spool ``holder``."""
    job_id = unit.conn.execute(_NEXT, {"at_station": station}).scalar()
    if job_id is None:
        return None
    unit.run(_CLAIM, job=job_id, moment=unit.now, holder=holder)
    return one(unit, job_id)


def settle(unit: WriteUnit, job_id: str, holder: str, outcome: str, why: Refused | None) -> None:
    """Say how the sending ended: ``printed``, ``failed`` or ``unknown``, and why.

    Raises :class:`Refused` ``print.not_in_hand`` when another spool has settled it meanwhile.
    """
    told = None if why is None else msgspec.json.encode([why.code, why.details]).decode()
    if not unit.run(
        _SETTLE, job=job_id, holder=holder, outcome=outcome, told=told, moment=unit.now
    ):
        raise Refused("print.not_in_hand", job=job_id)
    unit.audit(f"print.{outcome}", job_id)


def left_in_hand(unit: ReadUnit, station: str, holder: str) -> list[PrintJob]:
    """Jobs that an earlier spool of this station took in hand and never settled."""
    found = unit.rows(
        select(*_COLUMNS)
        .where(
            print_job.c.station == station,
            _OPEN,
            print_job.c.state == "sending",
            print_job.c.claim != holder,
        )
        .order_by(print_job.c.id)
    )
    return [_job(row) for row in found]


def take_over(unit: WriteUnit, job_id: str, holder: str) -> None:
    """Put a job that was left in hand into the hands of ``holder``."""
    unit.run(
        update(print_job)
        .where(print_job.c.id == job_id, print_job.c.state == "sending")
        .values(claim=holder)
    )


def listed(
    unit: ReadUnit, *, station: str | None = None, unsettled: bool = False, limit: int = 200
) -> list[PrintJob]:
    """Jobs, the newest first; ``unsettled`` leaves those neither printed nor owed again since."""
    query = select(*_COLUMNS).order_by(print_job.c.id.desc()).limit(limit)
    if station is not None:
        query = query.where(print_job.c.station == station)
    if unsettled:
        query = query.where(_OPEN, ~_PRINTED_SINCE)
    return [_job(row) for row in unit.rows(query)]


def of_subject(unit: ReadUnit, subject: str) -> list[PrintJob]:
    """The papers owed for one subject, the oldest first."""
    found = unit.rows(
        select(*_COLUMNS).where(print_job.c.subject == subject).order_by(print_job.c.id)
    )
    return [_job(row) for row in found]


_LATER = print_job.alias("later")
_PRINTED_SINCE = exists(
    select(_LATER.c.id).where(
        _LATER.c.id > print_job.c.id,
        _LATER.c.reprint_of == func.coalesce(print_job.c.reprint_of, print_job.c.id),
    )
)


def _job(row: Any) -> PrintJob:
    return PrintJob(*row)
