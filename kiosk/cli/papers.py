"""``kiosk print …``"""

import argparse
import functools

from kiosk.app import printer_for
from kiosk.cli.at_work import at_work
from kiosk.cli.output import moment, say, words
from kiosk.printing.spool import drain
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintAgain, PrintJob
from kiosk.wording import sentence

STATE_WORDS = {
    "owed": "chờ in",
    "sending": "đang in",
    "printed": "đã in",
    "failed": "chưa in được",
    "unknown": "không rõ đã ra giấy chưa",
}


def listed(args: argparse.Namespace) -> None:
    """``print list``"""
    with at_work(args) as work, work.store.read() as unit:
        found = print_jobs.listed(
            unit,
            station=None if args.all else work.station.settings.name,
            unsettled=not args.all,
        )
    say(args, {"print_jobs": [_told(job) for job in found]}, *(_line(job) for job in found))


def run(args: argparse.Namespace) -> None:
    """``print run``"""
    with at_work(args) as work:
        printer = functools.partial(printer_for, work.station)
        done = drain(work.store, work.by, work.folder, printer)
        with work.store.read() as unit:
            kept = [print_jobs.one(unit, job) for job in done.kept]
    say(
        args,
        {"printed": list(done.printed), "kept": [_told(job) for job in kept]},
        f"Đã in {len(done.printed)} tờ; còn lại {len(done.kept)} tờ chưa in được.",
        *(_line(job) for job in kept),
    )


def retry(args: argparse.Namespace) -> None:
    """``print retry``"""
    with at_work(args) as work:
        again = work.do(print_jobs.print_again, PrintAgain(args.job))
    say(
        args,
        {"print_job": again.job, "reprint_of": again.reprint_of},
        f"Sẽ in lại, có chữ “bản in lại”: {again.job}",
    )


def _told(job: PrintJob) -> dict[str, object]:
    why = job.refusal
    return {
        "id": job.id,
        "kind": job.kind,
        "title": job.title,
        "state": job.state,
        "station": job.station,
        "copies": job.copies,
        "attempts": job.attempts,
        "reprint_of": job.reprint_of,
        "owed_at": moment(job.owed_at),
        "reason": sentence(why) if why else None,
    }


def _line(job: PrintJob) -> str:
    why = job.refusal
    told = f"{job.id}  {job.title}  {STATE_WORDS[job.state]}  {words(job.owed_at)}"
    return f"{told}\n    {sentence(why)}" if why else told
