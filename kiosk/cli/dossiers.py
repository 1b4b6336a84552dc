"""``kiosk dossier receive``, ``show`` and ``reprint``"""

import argparse
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.dossier_told import document, lines
from kiosk.cli.output import moment, say, words
from kiosk.dossiers.application import Application
from kiosk.dossiers.checking import LONGEST_FILE, read_application
from kiosk.dossiers.reading import find_dossier
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.dossiers.reprinting import ReprintSlip, reprint_slip
from kiosk.refusal import Refused
from kiosk.system_words import why_not
from kiosk.wording import doubt_sentence


def receive(args: argparse.Namespace) -> None:
    """``dossier receive FILE.json``"""
    try:
        with Path(args.file).open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise Refused("file.unreadable", file=args.file, why=why_not(error)) from error
    with at_work(args) as work:
        with work.store.read() as unit:
            application = read_application(data, unit.day)
        received = work.do(receive_dossier, _wish(args, application))
    say(
        args,
        {
            "dossier": {
                "id": received.id,
                "code": received.code,
                "state": received.state.value,
                "received_at": moment(received.received_at),
                "due_at": moment(received.due_at),
                "due_reason": received.due_reason,
                "register": {"volume": received.volume, "entry": received.entry},
                "warnings": [
                    {"where": doubt.where, "what": doubt_sentence(doubt.code)}
                    for doubt in received.warnings
                ],
            },
            "print_jobs": list(received.print_jobs),
        },
        f"{received.code}  hẹn trả {words(received.due_at)}",
        received.due_reason,
        *(() if received.print_jobs else ("Trả kết quả ngay: không in giấy hẹn.",)),
        f"Quyển {received.volume:02d}, số {received.entry}",
        *(f"Chú ý: {doubt_sentence(doubt.code)}" for doubt in received.warnings),
    )


def _wish(args: argparse.Namespace, application: Application) -> ReceiveDossier:
    return ReceiveDossier(application, args.counter, args.again, True if args.slip else None)


def show_(args: argparse.Namespace) -> None:
    """``dossier show CODE``"""
    with at_work(args) as work, work.store.read() as unit:
        found = find_dossier(unit, args.code)
    say(args, {"dossier": document(found)}, *lines(found))


def reprint(args: argparse.Namespace) -> None:
    """``dossier reprint CODE``"""
    with at_work(args) as work:
        owed = work.do(reprint_slip, ReprintSlip(args.code))
    say(
        args,
        {"code": owed.code, "print_job": owed.print_job},
        f"{owed.code}: sẽ in giấy hẹn."
        if owed.first
        else f"{owed.code}: sẽ in lại giấy hẹn, có chữ “bản in lại”.",
    )
