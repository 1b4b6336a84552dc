"""What a manager may want of any station's papers."""

from dataclasses import dataclass

from sqlalchemy import bindparam, update

from kiosk.refusal import Refused
from kiosk.storage.print_jobs import OwedAgain, one, owe_at, printing_stations
from kiosk.storage.schema import print_job
from kiosk.storage.units import WriteUnit
from kiosk.text import squeeze

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class ReprintAt:
    """The wish to have a paper once more, at its own station or another, and why."""

    job: str
    station: str
    reason: str


@dataclass(frozen=True, slots=True)
class SettleSeen:
    """A person has looked: the paper whose end nobody knew did come out."""

    job: str


@dataclass(frozen=True, slots=True)
class SettledSeen:
    """A paper that counts as printed because a person saw it."""

    job: str


def reprint_at(unit: WriteUnit, wish: ReprintAt) -> OwedAgain:
    """Owe a paper once more at a station, marked "bản in lại"; the reason stands in the audit.

    Raises :class:`Refused`: ``print.unknown_job``, ``print.still_owed``, ``print.reason_missing``,
    ``print.no_such_station`` (neither the paper's own nor one that printed such a paper today).
    """
    job = one(unit, wish.job)
    reason = squeeze(wish.reason)[:LONGEST_REASON]
    if not reason:
        raise Refused("print.reason_missing", title=job.title)
    if job.state in ("owed", "sending"):
        raise Refused("print.still_owed", title=job.title)
    if wish.station != job.station and wish.station not in printing_stations(unit, job.kind):
        raise Refused("print.no_such_station", station=wish.station, title=job.title)
    again = owe_at(unit, job, wish.station)
    unit.audit("print.again", again, of=job.id, station=wish.station, reason=reason)
    return OwedAgain(again, job.reprint_of or job.id)


def settle_seen(unit: WriteUnit, wish: SettleSeen) -> SettledSeen:
    """Count a paper as printed because a person saw it; only where nobody knew.

    Raises :class:`Refused`: ``print.unknown_job``, ``print.not_unsure``.
    """
    job = one(unit, wish.job)
    if not unit.run(_SEEN, job=job.id, moment=unit.now):
        raise Refused("print.not_unsure", title=job.title)
    unit.audit("print.seen", job.id)
    return SettledSeen(job.id)


_SEEN = (
    update(print_job)
    .where(print_job.c.id == bindparam("job"), print_job.c.state == "unknown")
    .values(state="printed", reason=None, settled_at=bindparam("moment"))
)
