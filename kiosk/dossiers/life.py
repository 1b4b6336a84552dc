"""A dossier's life after reception when all goes well: forwarded, result ready, returned."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from kiosk.dossiers.application import Submitter
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.forwarding import department_of, forwarded
from kiosk.dossiers.issuing import Issued, addressee_of, issue
from kiosk.dossiers.letters import MissingPaper
from kiosk.dossiers.lost import lost_now
from kiosk.dossiers.model import Act, DossierState, Outcome, Receiver
from kiosk.dossiers.moving import DossierMoved, Step, begin, finish
from kiosk.dossiers.progress import Timeliness, timeliness_of
from kiosk.dossiers.reading import events_of, papers_of
from kiosk.dossiers.returning import AUDITED, ReturnResult, given_back, receipt
from kiosk.office.legal import FormKind
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class MoveDossier:
    """A step of a dossier, by its code as scanned or typed, with a note for its log."""

    code: str
    note: str = ""


def start_processing(unit: WriteUnit, wish: MoveDossier) -> DossierMoved:
    """The dossier goes to those who decide on it (NĐ 61/2018/NĐ-CP Điều 18).

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` and ``finish`` refuse,
    ``dossier.unfit`` (the note).
    """
    step, office = begin(unit, wish.code, Act.FORWARD), office_now(unit)
    agency = department_of(step.row, office)
    return forwarded(unit, step, agency, checked_text("note", wish.note), office)


def mark_ready(unit: WriteUnit, wish: MoveDossier) -> DossierMoved:
    """The result has come back to the office; whether in time is decided by this moment.

    A result that was corrected keeps the moment it was first ready, unless the right one comes
    after the day it was promised for: then the dossier is late.

    Raises :class:`Refused` as :func:`start_processing`.
    """
    step = begin(unit, wish.code, Act.READY)
    ready_at, judged = step.row.ready_at or unit.now, step.row.original_due_at
    corrected = step.row.state == DossierState.CORRECTING
    if corrected and timeliness_of(unit.now, step.row.due_at) is Timeliness.OVERDUE:
        ready_at, judged = unit.now, step.row.due_at
    return finish(
        unit,
        step,
        {"note": checked_text("note", wish.note), "from": step.row.holder},
        {},
        ready_at=ready_at,
        original_due_at=judged,
        outcome=Outcome.RESULT.value,
        holder="",
    )


def return_result(unit: WriteUnit, wish: ReturnResult) -> DossierMoved:
    """The result is given out (NĐ 61/2018/NĐ-CP Điều 20). It cannot be taken back.

    So are the papers of a dossier that was refused or stopped. Originals that are given back stand
    on a paper of their own, which the receiver signs.

    Raises :class:`Refused` as :func:`start_processing`, and what
    :func:`kiosk.dossiers.returning.receipt` and ``given_back`` refuse.
    """
    step = begin(unit, wish.code, Act.RETURN)
    told = receipt(wish, step.row.deliver_to)
    if told["to"] is Receiver.SUBMITTER and step.row.submitter is None:
        raise Refused("return.no_submitter", dossier=step.row.code)
    back = given_back(wish, papers_of(unit, step.row.id), lost_now(events_of(unit, step.row.id)))
    audited = {key: value for key, value in told.items() if key in AUDITED}
    sent = _originals_receipt(unit, step, told, back) if back else Issued("", "", ())
    return finish(
        unit,
        step,
        told | {"originals": [paper.name for paper in back]},
        audited | {"originals": len(back)},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        returned_at=unit.now,
    )


def _originals_receipt(
    unit: WriteUnit, step: Step, told: Mapping[str, object], papers: tuple[MissingPaper, ...]
) -> Issued:
    to = addressee_of(step.row)
    name = str(told.get("name", "")) or to.person.name
    if told["to"] is Receiver.SUBMITTER:
        name = msgspec.json.decode(step.row.submitter, type=Submitter).name
    return issue(unit, FormKind.ORIGINALS, step.profile, to, papers=papers, receiver_name=name)
