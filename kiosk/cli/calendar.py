"""``kiosk calendar …``"""

import argparse
from datetime import datetime
from typing import Any

from kiosk.catalogue.limits import limit_in_words, parse_limit
from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import procedure
from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, moment, say, words
from kiosk.cli.said import day_said
from kiosk.clock import office_day, parse_moment
from kiosk.dossiers.application import Applicant, Application
from kiosk.dossiers.deadlines import due_date
from kiosk.dossiers.forwarding import forward_by, forward_words
from kiosk.dossiers.model import SubmissionChannel
from kiosk.dossiers.terms import Terms, terms_of
from kiosk.office.calendar_keeping import ConfirmYear, SetDay, confirm_year, set_day
from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.refusal import Refused

KIND_WORDS = {
    "off": "nghỉ",
    "extra_work": "làm bù",
    "half": "làm nửa ngày",
    "normal": "bình thường",
}


def due(args: argparse.Namespace) -> None:
    """``calendar due --limit L | --procedure P [--channel C] [--case K], --received TIME``"""
    received = parse_moment(args.received)
    document: dict[str, Any] = {}
    lines: list[str] = []
    with at_work(args) as work, work.store.read() as unit:
        office = office_now(unit)
        if args.limit is None:
            named = procedure(unit, args.procedure)
            terms = _terms_asked(office, named, _asked(args, named), received)
            limit, (document, lines) = terms.limit, _terms(terms, named)
        else:
            limit = parse_limit(args.limit)
    found = due_date(
        received,
        limit,
        office.calendar,
        after_cutoff_counts_as_next_day=office.rules.after_cutoff_counts_as_next_day,
        cutoff=office.rules.forward_cutoff,
    )
    forward = forward_by(received, office.rules.forward_cutoff, office.calendar)
    say(
        args,
        document
        | {
            "due_at": moment(found.due_at),
            "due_reason": found.reason,
            "forward_by": moment(forward),
            "days": [
                {"date": day.date.isoformat(), "counts": day.counts, "why": day.why}
                for day in found.days
            ],
        },
        *lines,
        f"Hẹn trả: {words(found.due_at)}",
        found.reason,
        f"Chuyển giải quyết {forward_words(received, forward)}.",
        *(f"  {day_words(day.date)}  {day.why}" for day in found.days),
    )


def _asked(args: argparse.Namespace, named: Procedure) -> Application:
    """An application of which only matters what decides on the time limit."""
    return Application(
        procedure=named.code,
        channel=SubmissionChannel(args.channel or SubmissionChannel.DIRECT),
        sets=1,
        applicant=Applicant(name=""),
        case=args.case,
    )


def _terms_asked(office: Office, named: Procedure, asked: Application, received: datetime) -> Terms:
    """The terms; nothing is being received here, and a refusal does not say so."""
    try:
        return terms_of(office, named, asked, received)
    except Refused as refusal:
        if refusal.code == "dossier.case_needed":
            raise Refused(
                "due.case_needed", procedure=named.name, cases=refusal.details["cases"]
            ) from refusal
        raise


def _terms(terms: Terms, named: Procedure) -> tuple[dict[str, Any], list[str]]:
    case = f", trường hợp {terms.case.name}" if terms.case else ""
    document = {
        "procedure": {"code": named.code, "name": named.name},
        "case": terms.case.code if terms.case else None,
        "limit": str(terms.limit),
        "limit_source": terms.source,
    }
    lines = [f"{named.code} {named.name}{case}", f"Thời hạn: {limit_in_words(terms.limit)}"]
    return document, lines


def listed(args: argparse.Namespace) -> None:
    """``calendar list``"""
    with at_work(args) as work, work.store.read() as unit:
        year = args.year or office_day(unit.now).year
        days = [day for day in office_now(unit).calendar.days.values() if day.date.year == year]
    days.sort(key=lambda day: day.date)
    say(
        args,
        {
            "days": [
                {
                    "date": day.date.isoformat(),
                    "kind": day.kind.value,
                    "name": day.name,
                    "source": day.source,
                    "confirmed": day.confirmed,
                }
                for day in days
            ]
        },
        *(
            f"{day_words(day.date)}  {KIND_WORDS[day.kind.value]}  {day.name}"
            + ("" if day.confirmed else "  (chưa xác nhận)")
            for day in days
        ),
        *([] if days else [f"Lịch năm {year} chưa có ngày nghỉ, ngày làm bù nào."]),
    )


def confirm(args: argparse.Namespace) -> None:
    """``calendar confirm``"""
    with at_work(args) as work:
        done = work.do(confirm_year, ConfirmYear(args.year))
    say(
        args,
        {"year": done.year, "confirmed": done.days},
        f"Đã xác nhận lịch năm {done.year}: {done.days} ngày vừa được xác nhận.",
    )


def change(args: argparse.Namespace) -> None:
    """``calendar set``"""
    day = day_said(args.date)
    with at_work(args) as work:
        done = work.do(set_day, SetDay(day, args.kind, args.name))
    say(
        args,
        {"date": done.date.isoformat(), "kind": done.kind, "before": done.before},
        f"{day_words(done.date)}: {KIND_WORDS[done.kind]}.",
    )
