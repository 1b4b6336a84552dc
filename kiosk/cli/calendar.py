"""``kiosk calendar …``"""

import argparse
from datetime import date

from kiosk.catalogue.limits import parse_limit
from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, moment, say, words
from kiosk.clock import office_day, parse_moment
from kiosk.dossiers.deadlines import due_date
from kiosk.office.calendar_keeping import ConfirmYear, SetDay, confirm_year, set_day
from kiosk.office.reading import office_now
from kiosk.refusal import Refused

KIND_WORDS = {
    "off": "nghỉ",
    "extra_work": "làm bù",
    "half": "làm nửa ngày",
    "normal": "bình thường",
}


def due(args: argparse.Namespace) -> None:
    """``calendar due``"""
    limit = parse_limit(args.limit)
    received = parse_moment(args.received)
    with at_work(args) as work, work.store.read() as unit:
        office = office_now(unit)
    found = due_date(
        received,
        limit,
        office.calendar,
        after_cutoff_counts_as_next_day=office.rules.after_cutoff_counts_as_next_day,
        cutoff=office.rules.forward_cutoff,
    )
    say(
        args,
        {
            "due_at": moment(found.due_at),
            "due_reason": found.reason,
            "days": [
                {"date": day.date.isoformat(), "counts": day.counts, "why": day.why}
                for day in found.days
            ],
        },
        f"Hẹn trả: {words(found.due_at)}",
        found.reason,
        *(f"  {day_words(day.date)}  {day.why}" for day in found.days),
    )


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
    try:
        day = date.fromisoformat(args.date)
    except ValueError:
        raise Refused("date.malformed", text=args.date[:80]) from None
    with at_work(args) as work:
        done = work.do(set_day, SetDay(day, args.kind, args.name))
    say(
        args,
        {"date": done.date.isoformat(), "kind": done.kind, "before": done.before},
        f"{day_words(done.date)}: {KIND_WORDS[done.kind]}.",
    )
