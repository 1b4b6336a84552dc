"""``kiosk dossier turn-away``: papers that are not taken in"""

import argparse

from kiosk.cli.at_work import Work, at_work
from kiosk.cli.output import day_words, moment, say
from kiosk.cli.said import papers_said
from kiosk.clock import office_day
from kiosk.dossiers.application import Applicant, ApplicantKind
from kiosk.dossiers.turning_away import (
    AskBeforeReception,
    RefuseReception,
    TurnedAway,
    ask_before_reception,
    refuse_reception,
)
from kiosk.office.reading import profile_now
from kiosk.storage import print_jobs


def turn_away(args: argparse.Namespace) -> None:
    """``dossier turn-away --procedure P --name N (--paper … | --refuse) --reason R``"""
    with at_work(args) as work:
        done = _done(args, work)
        with work.store.read() as unit:
            profile = profile_now(unit)
            owed = [print_jobs.one(unit, job) for job in done.print_jobs]
    say(
        args,
        {
            "letter": {
                "kind": done.kind.value,
                "number": done.number,
                "at": moment(done.at),
                "procedure": {"code": done.procedure_code, "name": done.procedure_name},
                "again": done.again,
            },
            "print_jobs": list(done.print_jobs),
        },
        f"{profile.form(done.kind).name} số {done.number}, ngày {day_words(office_day(done.at))}.",
        f"Thủ tục: {done.procedure_code} {done.procedure_name}",
        "Chưa lập hồ sơ, chưa tính thời hạn.",
        *(f"Chờ in: {job.title}, {job.copies} bản." for job in owed),
    )


def _done(args: argparse.Namespace, work: Work) -> TurnedAway:
    person = Applicant(
        name=args.name,
        kind=ApplicantKind.ORGANISATION if args.organisation else ApplicantKind.PERSON,
        tax_code=args.tax_code or None,
        id_number=args.id_number or None,
        address=args.address,
        phone=args.phone or None,
    )
    if args.refuse:
        turned = RefuseReception(args.procedure, person, args.reason, args.submitter)
        return work.do(refuse_reception, turned)
    wish = AskBeforeReception(
        args.procedure, person, papers_said(args.paper), args.reason, args.exception
    )
    return work.do(ask_before_reception, wish)
