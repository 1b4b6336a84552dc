"""``kiosk dossier …``: what is done to a dossier after its reception."""

import argparse
from typing import TypeVar

from kiosk.cli.at_work import at_work
from kiosk.cli.dossier_told import document_at, lines_at, owed_lines
from kiosk.cli.output import moment, say
from kiosk.cli.said import day_said, papers_said
from kiosk.dossiers.ending import EndDossier
from kiosk.dossiers.ending import refuse as refuse_dossier
from kiosk.dossiers.ending import resume as resume_dossier
from kiosk.dossiers.ending import stop as stop_dossier
from kiosk.dossiers.ending import withdraw as withdraw_dossier
from kiosk.dossiers.extending import ExtendDossier, extend
from kiosk.dossiers.handing_over import (
    HandOver,
    PrintControl,
    TakeOver,
    hand_over,
    print_control,
)
from kiosk.dossiers.handing_over import take_over as take_over_dossier
from kiosk.dossiers.life import MoveDossier, mark_ready, return_result, start_processing
from kiosk.dossiers.losing import FindPapers, LosePapers, report_found, report_loss
from kiosk.dossiers.mending import CorrectDossier
from kiosk.dossiers.mending import correct as correct_dossier
from kiosk.dossiers.model import Act, Receiver, SlipShown
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.reading import find_dossier
from kiosk.dossiers.returning import ReturnResult
from kiosk.dossiers.supplementing import AskSupplement, RestartDossier, ask_supplement
from kiosk.dossiers.supplementing import restart as restart_dossier
from kiosk.refusal import Refused
from kiosk.storage.commands import UseCase

Wish = TypeVar("Wish")


def process(args: argparse.Namespace) -> None:
    """``dossier process CODE``"""
    _act(args, Act.FORWARD, start_processing, MoveDossier(args.code, args.note))


def take_over(args: argparse.Namespace) -> None:
    """``dossier take-over CODE --agency A``"""
    wish = TakeOver(args.code, args.agency, args.note)
    _act(args, Act.TAKE_OVER, take_over_dossier, wish)


def supplement(args: argparse.Namespace) -> None:
    """``dossier supplement CODE --paper … [--reason R] [--exception WHY]``"""
    wish = AskSupplement(args.code, papers_said(args.paper), args.reason, args.exception)
    _act(args, Act.ASK_SUPPLEMENT, ask_supplement, wish)


def restart(args: argparse.Namespace) -> None:
    """``dossier restart CODE``"""
    _act(args, Act.RESTART, restart_dossier, RestartDossier(args.code, args.note))


def apologise(args: argparse.Namespace) -> None:
    """``dossier apologise CODE --day D --reason R``"""
    wish = ExtendDossier(
        args.code,
        day_said(args.day),
        args.reason,
        agency=args.agency,
        signer_title=args.signer_title,
        signer_name=args.signer_name,
    )
    _act(args, Act.EXTEND, extend, wish)


def ready(args: argparse.Namespace) -> None:
    """``dossier ready CODE``"""
    _act(args, Act.READY, mark_ready, MoveDossier(args.code, args.note))


def refuse(args: argparse.Namespace) -> None:
    """``dossier refuse CODE --reason R``"""
    _act(args, Act.REFUSE, refuse_dossier, EndDossier(args.code, args.reason))


def withdraw(args: argparse.Namespace) -> None:
    """``dossier withdraw CODE [--reason R]``"""
    _act(args, Act.WITHDRAW, withdraw_dossier, EndDossier(args.code, args.reason))


def resume(args: argparse.Namespace) -> None:
    """``dossier resume CODE --reason R``"""
    _act(args, Act.RESUME, resume_dossier, EndDossier(args.code, args.reason))


def stop(args: argparse.Namespace) -> None:
    """``dossier stop CODE [--reason R]``"""
    _act(args, Act.STOP, stop_dossier, EndDossier(args.code, args.reason))


def correct(args: argparse.Namespace) -> None:
    """``dossier correct CODE --day D --reason R [--exception WHY]``"""
    wish = CorrectDossier(args.code, day_said(args.day), args.reason, args.exception)
    _act(args, Act.CORRECT, correct_dossier, wish)


def lost(args: argparse.Namespace) -> None:
    """``dossier lost CODE --paper NAME… --reason R --remedy M``"""
    wish = LosePapers(
        args.code,
        args.reason,
        papers=tuple(args.paper),
        remedy=args.remedy,
        agency=args.agency,
        signer_title=args.signer_title,
        signer_name=args.signer_name,
    )
    _act(args, Act.LOSE, report_loss, wish)


def found(args: argparse.Namespace) -> None:
    """``dossier found CODE --note HOW [--paper NAME…]``"""
    _act(args, Act.FIND, report_found, FindPapers(args.code, args.note, tuple(args.paper)))


def give_out(args: argparse.Namespace) -> None:
    """``dossier return CODE --slip brought|missing``; by post no slip is seen.

    Raises :class:`Refused` ``return.slip_unsaid``.
    """
    if args.slip is None and args.to != Receiver.POST:
        raise Refused("return.slip_unsaid")
    wish = ReturnResult(
        args.code,
        Receiver(args.to),
        name=args.name,
        note=args.note,
        id_number=args.id_number,
        authorized=args.authorized,
        slip=SlipShown(args.slip) if args.slip else None,
        compared=args.compared,
        signed=args.signed,
        originals=args.originals is not None,
        only=tuple(args.originals or ()),
        address=args.address,
    )
    _act(args, Act.RETURN, return_result, wish)


def forward(args: argparse.Namespace) -> None:
    """``dossier forward CODE… [--agency A] [--note N]``"""
    with at_work(args) as work:
        done = work.do(hand_over, HandOver(tuple(args.codes), args.agency, args.note))
        with work.store.read() as unit:
            first = find_dossier(unit, done.moved[0].code)
    say(
        args,
        {
            "handover": {
                "number": done.number,
                "agency": done.agency,
                "dossiers": [
                    {
                        "id": one.id,
                        "code": one.code,
                        "state": one.state.value,
                        "at": moment(one.at),
                        "due_at": moment(one.due_at),
                    }
                    for one in done.moved
                ],
            },
            "print_jobs": list(done.print_jobs),
        },
        f"Đã bàn giao {len(done.moved)} hồ sơ cho {done.agency}, danh sách số {done.number}.",
        *(f"  {one.code}" for one in done.moved),
        *owed_lines(first, done.print_jobs),
    )


def control(args: argparse.Namespace) -> None:
    """``dossier control CODE``"""
    with at_work(args) as work:
        owed = work.do(print_control, PrintControl(args.code))
        with work.store.read() as unit:
            found = find_dossier(unit, owed.code)
    say(
        args,
        {"code": owed.code, "print_jobs": list(owed.print_jobs)},
        *owed_lines(found, owed.print_jobs),
    )


def _act(
    args: argparse.Namespace, act: Act, use_case: UseCase[Wish, DossierMoved], wish: Wish
) -> None:
    with at_work(args) as work:
        step = work.do(use_case, wish)
        with work.store.read() as unit:
            found = find_dossier(unit, step.code)
    say(
        args,
        {
            "dossier": document_at(found, act, step),
            "letter": step.letter or None,
            "print_jobs": list(step.print_jobs),
        },
        *lines_at(found, act, step),
    )
