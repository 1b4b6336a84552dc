"""Receiving a dossier at the counter (NĐ 61/2018/NĐ-CP Điều 17)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import insert

from kiosk.clock import office_day
from kiosk.dossiers.application import Application, Doubt
from kiosk.dossiers.appointment import COPIES, FORM_01, appointment_slip
from kiosk.dossiers.checking import doubts_about
from kiosk.dossiers.checking_people import LONGEST_NAME
from kiosk.dossiers.codes import new_secret, next_code, next_entry
from kiosk.dossiers.deadlines import CountedDay
from kiosk.dossiers.events import add_event
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.reception import Issued, Reception, prepare
from kiosk.dossiers.terms import needs_slip
from kiosk.dossiers.twins import twin_in_visit, twin_of_record
from kiosk.ids import new_id
from kiosk.office.model import Counter
from kiosk.queue.calling import AtCounter, start_serving
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.schema import dossier, dossier_paper
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import fold


@dataclass(frozen=True, slots=True)
class ReceiveDossier:
    """A dossier to receive, at the counter with that number where one is known.

    ``again``: it is meant, though one for the same person and procedure was received in this visit.
    ``slip``: whether the slip is printed; None leaves it to :func:`kiosk.dossiers.terms.needs_slip`.
    """

    application: Application
    counter: int | None = None
    again: bool = False
    slip: bool | None = None


@dataclass(frozen=True, slots=True)
class DossierReceived:
    """A dossier received: its code, what the slip says of it, and the papers owed.

    ``days`` tells from the day of reception to the due day which one counts.
    """

    id: str
    code: str
    state: DossierState
    received_at: datetime
    due_at: datetime
    due_reason: str
    days: tuple[CountedDay, ...]
    volume: int
    entry: int
    lookup_secret: str
    print_jobs: tuple[str, ...]
    warnings: tuple[Doubt, ...]


def receive_dossier(unit: WriteUnit, wish: ReceiveDossier) -> DossierReceived:
    """Enter a dossier: code, register line, due date, first event, and the slip owed twice.

    Immediate-result procedures are entered like all others, without a slip unless it is asked for
    (Điều 17 khoản 4). A ticket of today
    is linked; one that was called to a counter is being served from now on. One that nobody was
    called with, or nobody came for, is not linked: it would be called again.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.reception.prepare` refuses, and
    ``counter.unknown``, ``ticket.unknown``, ``ticket.other_day``, ``ticket.still_waiting``,
    ``ticket.nobody_came``, ``dossier.just_received`` (``dossier``, ``at``),
    ``dossier.record_known`` (``dossier``, ``foreign``), ``dossier.codes_used_up``,
    ``dossier.code_illegal``.
    """
    reception = prepare(unit, wish.application, unit.by.officer)
    office, terms = reception.office, reception.terms
    counter = office.find_counter(wish.counter) if wish.counter is not None else None
    said = reception.application.ticket
    ticket = _ticket(unit, said) if said else None
    if not wish.again:
        _refuse_twins(unit, reception, ticket)
    if ticket is not None and ticket.counter is not None:
        counter = counter or office.find_counter(ticket.counter)
        if ticket.state is TicketState.CALLED:
            start_serving(unit, AtCounter(ticket.counter))
    issued = Issued(new_id(), next_code(unit, office), next_entry(unit, office), new_secret())
    _write(unit, reception, issued, counter, ticket)
    told: dict[str, Any] = {
        "channel": reception.application.channel,
        "counter": counter.number if counter else None,
        "ticket": ticket.label if ticket else None,
        "limit": str(terms.limit),
        "limit_source": terms.source,
        "due_at": terms.due.due_at,
    }
    change: dict[str, Any] = {}
    if reception.application.due is not None:
        told["due_by_rule"] = terms.by_rule
        change["due_reason"] = reception.application.due.reason
    by = reception.by
    add_event(unit, issued.id, 1, Act.RECEIVE, DossierState.RECEIVED, by, **told, **change)
    jobs: tuple[str, ...] = ()
    if needs_slip(terms, unit.day) if wish.slip is None else wish.slip:
        paper = msgspec.json.encode(appointment_slip(reception, issued))
        title = f"Giấy hẹn {issued.code}"
        owed = print_jobs.owe(
            unit, kind=FORM_01, title=title, subject=issued.id, paper=paper, copies=COPIES
        )
        jobs = (owed,)
    unit.audit(
        "dossier.received",
        issued.id,
        dossier=issued.code,
        procedure=reception.procedure.code,
        **told,
    )
    return DossierReceived(
        id=issued.id,
        code=issued.code,
        state=DossierState.RECEIVED,
        received_at=reception.received_at,
        due_at=terms.due.due_at,
        due_reason=terms.due.reason,
        days=terms.due.days,
        volume=issued.place.volume,
        entry=issued.place.entry,
        lookup_secret=issued.secret,
        print_jobs=jobs,
        warnings=doubts_about(reception.application),
    )


def _refuse_twins(unit: WriteUnit, reception: Reception, ticket: Ticket | None) -> None:
    application = reception.application
    known = twin_of_record(unit, application.foreign_code)
    if known is not None:
        raise Refused("dossier.record_known", dossier=known.code, foreign=application.foreign_code)
    if ticket is None:
        return
    twin = twin_in_visit(unit, ticket.id, reception.procedure.code, application.applicant)
    if twin is not None:
        raise Refused("dossier.just_received", dossier=twin.code, at=twin.at)


def _ticket(unit: ReadUnit, said: str) -> Ticket:
    ticket = find_ticket(unit, said)
    taken_on = office_day(ticket.issued_at)
    if taken_on != unit.day:
        raise Refused("ticket.other_day", label=ticket.label, day=taken_on)
    if ticket.state is TicketState.WAITING:
        raise Refused("ticket.still_waiting", label=ticket.label)
    if ticket.state is TicketState.NO_SHOW:
        raise Refused("ticket.nobody_came", label=ticket.label)
    return ticket


def _write(
    unit: WriteUnit,
    reception: Reception,
    issued: Issued,
    counter: Counter | None,
    ticket: Ticket | None,
) -> None:
    application, terms = reception.application, reception.terms
    person, submitter = application.applicant, application.submitter
    prefix = reception.procedure.field_prefix
    filed_in = (field.id for field in reception.office.fields if field.prefix == prefix)
    unit.conn.execute(
        _ADD,
        {
            "id": issued.id,
            "office_id": unit.office_id,
            "code": issued.code,
            "state": DossierState.RECEIVED.value,
            "legal_profile": reception.profile.code,
            "procedure_code": reception.procedure.code,
            "procedure_name": reception.procedure.name,
            "field_id": next(filed_in, None),
            "case_code": terms.case.code if terms.case else None,
            "channel": application.channel.value,
            "sets": application.sets,
            "note": application.note,
            "applicant_name": person.name,
            "applicant_folded": fold(person.name)[:LONGEST_NAME],
            "applicant_id_number": person.id_number,
            "applicant_tax_code": person.tax_code,
            "foreign_code": application.foreign_code or None,
            "deliver_to": application.deliver_to,
            "applicant_phone": person.phone,
            "applicant": msgspec.json.encode(person).decode(),
            "submitter": msgspec.json.encode(submitter).decode() if submitter else None,
            "time_limit": str(terms.limit),
            "limit_source": terms.source,
            "due_at": terms.due.due_at,
            "original_due_at": terms.due.due_at,
            "due_reason": terms.due.reason,
            "fee_amount": terms.fee_amount,
            "fee_text": terms.fee_text,
            "lookup_secret": issued.secret,
            "register_year": issued.place.year,
            "register_volume": issued.place.volume,
            "register_entry": issued.place.entry,
            "received_at": unit.now,
            "received_by": reception.by.code,
            "received_by_name": reception.by.name or unit.by.station,
            "counter_id": counter.id if counter else None,
            "ticket_id": ticket.id if ticket else None,
            "origin_station": unit.by.station,
            "revision": 1,
        },
    )
    papers: list[dict[str, Any]] = [
        {
            "dossier_id": issued.id,
            "position": position,
            "name": paper.name,
            "originals": paper.originals,
            "copies": paper.copies,
        }
        for position, paper in enumerate(application.papers, start=1)
    ]
    if papers:
        unit.conn.execute(_ADD_PAPER, papers)


_ADD = insert(dossier)
_ADD_PAPER = insert(dossier_paper)
