"""What is known of a dossier, read into frozen values for screens and papers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from kiosk.catalogue.limits import limit_in_words, parse_limit
from kiosk.dossiers.application import Applicant, Paper, Submitter
from kiosk.dossiers.appointed_days import first_appointed
from kiosk.dossiers.events import said_by
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.forwarding import department_of
from kiosk.dossiers.issuing import LetterLine, letters_of
from kiosk.dossiers.lost import LostPapers, lost_now
from kiosk.dossiers.model import OPEN_STATES, Act, DossierState, Outcome, SubmissionChannel
from kiosk.dossiers.pauses import Pause, pauses_of, waiting_since
from kiosk.dossiers.process import StepStanding, steps_of
from kiosk.dossiers.progress import (
    DueStatus,
    Timeliness,
    came_of,
    standing,
    working_day_counter,
)
from kiosk.office.reading import office_now
from kiosk.queue.model import label_of
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.schema import dossier, dossier_event, dossier_paper, ticket
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class DossierEvent:
    """One line of a dossier's log. ``details`` differ from act to act (``note``, ``to`` …)."""

    position: int
    act: Act
    state: DossierState
    at: datetime
    officer: str | None
    officer_name: str
    station: str
    details: dict[str, Any]

    @property
    def by(self) -> str:
        """Who wrote it, as a list shows it: a name, or which machine did."""
        return said_by(self.officer, self.officer_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """A dossier as its officers see it. The look-up secret is only on its slip.

    ``due_at`` is the day told now, ``original_due_at`` the one it is judged by, ``first_due_at``
    the one of the reception.
    """

    id: str
    code: str
    state: DossierState
    legal_profile: str
    procedure_code: str
    procedure_name: str
    field: str
    case: str | None
    channel: SubmissionChannel
    sets: int
    note: str
    applicant: Applicant
    submitter: Submitter | None
    foreign_code: str
    deliver_to: str
    limit: str | None
    limit_text: str
    limit_source: str
    due_at: datetime | None
    original_due_at: datetime | None
    first_due_at: datetime | None
    due_reason: str
    due: DueStatus
    fee_text: str
    fee_amount: int | None
    register_year: int
    volume: int
    entry: int
    received_at: datetime
    received_by: str
    counter: int | None
    ticket: str | None
    ready_at: datetime | None
    returned_at: datetime | None
    timeliness: Timeliness | None
    papers: tuple[Paper, ...]
    events: tuple[DossierEvent, ...]
    print_jobs: tuple[PrintJob, ...]
    revision: int
    requests: int
    extensions: int
    outcome: Outcome | None
    holder: str
    pauses: tuple[Pause, ...]
    letters: tuple[LetterLine, ...]
    steps: tuple[StepStanding, ...]
    department: str
    lost: LostPapers | None


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line of the officer's table; ``waiting_since``: when its citizen was asked for papers
    that are not there yet."""

    id: str
    code: str
    procedure_code: str
    procedure_name: str
    applicant: str
    state: DossierState
    received_at: datetime
    due_at: datetime | None
    due: DueStatus
    outcome: Outcome | None = None
    waiting_since: datetime | None = None


def find_dossier(unit: ReadUnit, scanned: str) -> DossierView:
    """The dossier with the scanned or typed code, and all that belongs to it.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``.
    """
    row = dossier_row(unit, scanned)
    office = office_now(unit)
    events = events_of(unit, row.id)
    names = {field.id: field.name for field in office.fields}
    numbers = {counter.id: counter.number for counter in office.counters}
    return DossierView(
        id=row.id,
        code=row.code,
        state=DossierState(row.state),
        legal_profile=row.legal_profile,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        field=names.get(row.field_id, ""),
        case=row.case_code,
        channel=SubmissionChannel(row.channel),
        sets=row.sets,
        note=row.note,
        applicant=msgspec.json.decode(row.applicant, type=Applicant),
        submitter=msgspec.json.decode(row.submitter, type=Submitter) if row.submitter else None,
        foreign_code=row.foreign_code or "",
        deliver_to=row.deliver_to,
        limit=row.time_limit,
        limit_text=limit_in_words(parse_limit(row.time_limit)) if row.time_limit else "",
        limit_source=row.limit_source,
        due_at=row.due_at,
        original_due_at=row.original_due_at,
        first_due_at=first_appointed(events),
        due_reason=row.due_reason,
        due=standing(row, unit.now, working_day_counter(office.calendar)),
        fee_text=row.fee_text,
        fee_amount=row.fee_amount,
        register_year=row.register_year,
        volume=row.register_volume,
        entry=row.register_entry,
        received_at=row.received_at,
        received_by=row.received_by_name,
        counter=numbers.get(row.counter_id),
        ticket=_label(unit, row.ticket_id),
        ready_at=row.ready_at,
        returned_at=row.returned_at,
        timeliness=None if row.state == DossierState.CORRECTING else came_of(row),
        papers=papers_of(unit, row.id),
        events=events,
        print_jobs=tuple(print_jobs.of_subject(unit, row.id)),
        revision=row.revision,
        requests=row.requests,
        extensions=row.extensions,
        outcome=Outcome(row.outcome) if row.outcome else None,
        holder=row.holder,
        pauses=pauses_of(unit, row.id),
        letters=letters_of(unit, row.id),
        steps=steps_of(unit, row),
        department=department_of(row, office),
        lost=lost_now(events),
    )


def list_dossiers(
    unit: ReadUnit, state: DossierState | None = None, limit: int = 200
) -> tuple[DossierLine, ...]:
    """Dossiers for the officer's table.

    Without a state: all that are not yet returned, the most pressing first. The returned ones
    come with the last returned first.
    """
    if state is None:
        rows = unit.rows(_OPEN.limit(limit))
    elif state is DossierState.RETURNED:
        rows = unit.rows(_RETURNED.limit(limit))
    else:
        rows = unit.rows(_IN_STATE.limit(limit), wanted=state.value)
    counter = working_day_counter(office_now(unit).calendar)
    asked = [row.id for row in rows if row.state == DossierState.SUPPLEMENTING]
    waiting = waiting_since(unit, asked)
    return tuple(
        DossierLine(
            id=row.id,
            code=row.code,
            procedure_code=row.procedure_code,
            procedure_name=row.procedure_name,
            applicant=row.applicant_name,
            state=DossierState(row.state),
            received_at=row.received_at,
            due_at=row.due_at,
            due=standing(row, unit.now, counter),
            outcome=Outcome(row.outcome) if row.outcome else None,
            waiting_since=waiting.get(row.id),
        )
        for row in rows
    )


def dossiers_of_ticket(unit: ReadUnit, ticket_id: str) -> tuple[str, ...]:
    """The codes of the dossiers received for a ticket, in order: one visit may bring several."""
    return tuple(row.code for row in unit.rows(_OF_TICKET, the_ticket=ticket_id))


def _label(unit: ReadUnit, ticket_id: str | None) -> str | None:
    row = unit.row(_TICKET, the_ticket=ticket_id) if ticket_id else None
    return label_of(row.series, row.number) if row else None


def papers_of(unit: ReadUnit, dossier_id: str) -> tuple[Paper, ...]:
    """The papers of a dossier, in their order."""
    return tuple(
        Paper(name=row.name, originals=row.originals, copies=row.copies)
        for row in unit.rows(_PAPERS, the_dossier=dossier_id)
    )


def events_of(unit: ReadUnit, dossier_id: str) -> tuple[DossierEvent, ...]:
    """The log of a dossier, the first line first."""
    return tuple(
        DossierEvent(
            position=row.position,
            act=Act(row.act),
            state=DossierState(row.state),
            at=row.at,
            officer=row.officer,
            officer_name=row.officer_name,
            station=row.station,
            details=msgspec.json.decode(row.details),
        )
        for row in unit.rows(_EVENTS, the_dossier=dossier_id)
    )


_TICKET = select(ticket.c.series, ticket.c.number).where(ticket.c.id == bindparam("the_ticket"))
_OF_TICKET = (
    select(dossier.c.code)
    .where(dossier.c.ticket_id == bindparam("the_ticket"))
    .order_by(dossier.c.id)
)
_PAPERS = (
    select(dossier_paper)
    .where(dossier_paper.c.dossier_id == bindparam("the_dossier"))
    .order_by(dossier_paper.c.position)
)
_EVENTS = (
    select(dossier_event)
    .where(dossier_event.c.dossier_id == bindparam("the_dossier"))
    .order_by(dossier_event.c.position)
)
_LINES = select(
    dossier.c.id,
    dossier.c.code,
    dossier.c.procedure_code,
    dossier.c.procedure_name,
    dossier.c.applicant_name,
    dossier.c.state,
    dossier.c.received_at,
    dossier.c.due_at,
    dossier.c.original_due_at,
    dossier.c.ready_at,
    dossier.c.outcome,
    dossier.c.requests,
    dossier.c.legal_profile,
)
_PRESSING = (dossier.c.due_at.is_(None), dossier.c.due_at, dossier.c.id)
# Among a million returned ones "not returned" would be looked for line by line.
_OPEN = _LINES.where(dossier.c.state.in_([state.value for state in OPEN_STATES])).order_by(
    *_PRESSING
)
_IN_STATE = _LINES.where(dossier.c.state == bindparam("wanted")).order_by(*_PRESSING)
# By the moment, not by the state: what is returned has one, and the index of moments is in order.
_RETURNED = _LINES.where(dossier.c.returned_at.is_not(None)).order_by(
    dossier.c.returned_at.desc(), dossier.c.id.desc()
)
