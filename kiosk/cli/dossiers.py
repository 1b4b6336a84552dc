"""``kiosk dossier …`` and ``kiosk slip``"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from kiosk.cli.at_work import at_work
from kiosk.cli.output import moment, say, words
from kiosk.dossiers.checking import LONGEST_FILE, read_application
from kiosk.dossiers.life import (
    MoveDossier,
    mark_ready,
    return_result,
    start_processing,
)
from kiosk.dossiers.model import ACT_WORDS, STATE_WORDS, DossierState
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.reading import DossierEvent, DossierView, find_dossier, list_dossiers
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.dossiers.reprinting import ReprintSlip, reprint_slip, slip_of
from kiosk.dossiers.returning import ReturnResult
from kiosk.refusal import Refused
from kiosk.storage.commands import UseCase
from kiosk.system_words import why_not
from kiosk.wording import doubt_sentence

Move = TypeVar("Move", MoveDossier, ReturnResult)


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
        received = work.do(receive_dossier, ReceiveDossier(application, args.counter))
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
        f"Quyển {received.volume:02d}, số {received.entry}",
        *(f"Chú ý: {doubt_sentence(doubt.code)}" for doubt in received.warnings),
    )


def show_(args: argparse.Namespace) -> None:
    """``dossier show CODE``"""
    with at_work(args) as work, work.store.read() as unit:
        found = find_dossier(unit, args.code)
    say(args, {"dossier": _told(found)}, *_lines(found))


def process_(args: argparse.Namespace) -> None:
    """``dossier process CODE``"""
    _move(args, start_processing, MoveDossier(args.code))


def ready_(args: argparse.Namespace) -> None:
    """``dossier ready CODE``"""
    _move(args, mark_ready, MoveDossier(args.code))


def return_(args: argparse.Namespace) -> None:
    """``dossier return CODE``"""
    _move(args, return_result, ReturnResult(args.code))


def listed(args: argparse.Namespace) -> None:
    """``dossier list``"""
    with at_work(args) as work, work.store.read() as unit:
        found = list_dossiers(unit, _state(args.state))
    say(
        args,
        {
            "dossiers": [
                {
                    "id": row.id,
                    "code": row.code,
                    "procedure": row.procedure_name,
                    "state": row.state.value,
                    "due_at": moment(row.due_at),
                    "due": row.due.words,
                }
                for row in found
            ]
        },
        *(
            f"{row.code}  {row.procedure_name}  {STATE_WORDS[row.state]}  {row.due.words}"
            for row in found
        ),
    )


def _state(said: str | None) -> DossierState | None:
    if said is None:
        return None
    try:
        return DossierState(said)
    except ValueError:
        known = [state.value for state in DossierState]
        raise Refused("dossier.unknown_state", said=said[:40], known=known) from None


def slip(args: argparse.Namespace) -> None:
    """``slip CODE --form 01 --out FILE.pdf``"""
    from kiosk.printing.papers import form01_pdf

    if args.form not in ("01", "1"):
        raise Refused("slip.unknown_form", form=args.form[:20], known=["01"])
    target = Path(args.out)
    if target.exists():
        raise Refused("file.exists", file=args.out)
    with at_work(args) as work, work.store.read() as unit:
        paper = slip_of(unit, args.code)
    pdf = form01_pdf(paper, copies=2)
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise Refused("file.unwritable", file=args.out, why=why_not(error)) from error
    say(args, {"file": str(target), "code": paper.code}, f"Đã ghi {target}.")


def reprint(args: argparse.Namespace) -> None:
    """``dossier reprint CODE``"""
    with at_work(args) as work:
        owed = work.do(reprint_slip, ReprintSlip(args.code))
    say(
        args,
        {"code": owed.code, "print_job": owed.print_job},
        f"{owed.code}: sẽ in lại giấy hẹn, có chữ “bản in lại”.",
    )


def _move(args: argparse.Namespace, act: UseCase[Move, DossierMoved], wish: Move) -> None:
    with at_work(args) as work:
        step = work.do(act, wish)
        with work.store.read() as unit:
            found = find_dossier(unit, step.code)
    say(args, {"dossier": _told_at(found, step)}, f"{step.code}  {STATE_WORDS[step.state]}")


def _told_at(found: DossierView, step: DossierMoved) -> dict[str, Any]:
    """The dossier as that step left it, whatever came after: asked again, the same again."""
    reached = next(
        (place for place, event in enumerate(found.events) if event.state is step.state),
        len(found.events),
    )
    told = _told(found) | {
        "state": step.state.value,
        "due_at": moment(step.due_at),
        "at": moment(step.at),
        "timeliness": step.timeliness,
        "events": _events(found.events[: reached + 1]),
    }
    if step.state is not DossierState.RETURNED:
        told["returned_at"] = None
        if step.state is not DossierState.RESULT_READY:
            told["ready_at"] = None
    del told["print_jobs"]
    return told


def _told(found: DossierView) -> dict[str, Any]:
    return {
        "id": found.id,
        "code": found.code,
        "state": found.state.value,
        "procedure": {"code": found.procedure_code, "name": found.procedure_name},
        "applicant": found.applicant.name,
        "received_at": moment(found.received_at),
        "due_at": moment(found.due_at),
        "due_reason": found.due_reason,
        "ready_at": moment(found.ready_at),
        "returned_at": moment(found.returned_at),
        "register": {"volume": found.volume, "entry": found.entry},
        "ticket": found.ticket,
        "papers": [
            {"name": p.name, "originals": p.originals, "copies": p.copies} for p in found.papers
        ],
        "events": _events(found.events),
        "print_jobs": [job.id for job in found.print_jobs],
    }


def _events(events: Sequence[DossierEvent]) -> list[dict[str, Any]]:
    return [
        {
            "act": event.act.value,
            "state": event.state.value,
            "at": moment(event.at),
            "officer": event.officer_name,
        }
        for event in events
    ]


def _lines(found: DossierView) -> list[str]:
    return [
        f"{found.code}  {STATE_WORDS[found.state]}",
        f"Thủ tục: {found.procedure_code} {found.procedure_name}",
        f"Chủ hồ sơ: {found.applicant.name}",
        f"Nhận: {words(found.received_at)}; hẹn trả: {words(found.due_at)}. {found.due_reason}",
        f"Quyển {found.volume:02d}, số {found.entry}",
        *(f"  {p.name}: {p.originals} bản chính, {p.copies} bản sao" for p in found.papers),
        *(f"  {words(e.at)}  {ACT_WORDS[e.act]}  {e.officer_name}" for e in found.events),
    ]
