"""What the print jobs ask of the store. Imported only in the store's lane."""

from kiosk.clock import at_office
from kiosk.storage.commands import UseCase
from kiosk.storage.print_jobs import OwedAgain, listed, printing_stations, since_then
from kiosk.storage.print_wishes import ReprintAt, SettledSeen, SettleSeen, reprint_at, settle_seen
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.prints.props import PrintSeen

_MOST = 400


def look(unit: ReadUnit) -> tuple[PrintSeen, ...]:
    """Today's papers of all stations and what is left open of before, the newest first."""
    since = at_office(unit.day)
    newest = [job for job in listed(unit, limit=_MOST) if job.owed_at >= since]
    known = {job.id for job in newest}
    older = [job for job in listed(unit, unsettled=True, limit=_MOST) if job.id not in known]
    jobs = [*newest, *older]
    again = since_then(unit, jobs)
    others = {kind: printing_stations(unit, kind) for kind in {job.kind for job in jobs}}
    return tuple(
        PrintSeen(
            job,
            again.get(job.id),
            tuple(station for station in others[job.kind] if station != job.station),
        )
        for job in jobs
    )


def reprinting(
    job: str, station: str, reason: str
) -> tuple[UseCase[ReprintAt, OwedAgain], ReprintAt]:
    """A paper once more, at a station, for a reason."""
    return reprint_at, ReprintAt(job, station, reason)


def settling(job: str) -> tuple[UseCase[SettleSeen, SettledSeen], SettleSeen]:
    """Somebody saw that the paper came out."""
    return settle_seen, SettleSeen(job)
