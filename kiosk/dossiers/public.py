"""What a citizen may learn of a dossier at the kiosk (TT 01/2018/TT-VPCP Điều 16 khoản 2 điểm d)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from kiosk.catalogue.reading import procedure
from kiosk.clock import office_day
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import SupplementLetter
from kiosk.dossiers.model import DossierState, Outcome
from kiosk.dossiers.progress import Timeliness, came_of, working_day_counter
from kiosk.dossiers.typed_code import code_meant
from kiosk.office.legal import FormKind
from kiosk.office.reading import office_now
from kiosk.storage.schema import lookup_try
from kiosk.storage.units import ReadUnit

STEPS = {
    DossierState.RECEIVED: 1,
    DossierState.PROCESSING: 2,
    DossierState.SUPPLEMENTING: 2,
    DossierState.WITHDRAWING: 2,
    DossierState.CORRECTING: 2,
    DossierState.RESULT_READY: 3,
    DossierState.REFUSED: 3,
    DossierState.STOPPED: 3,
    DossierState.RETURNED: 4,
}
"""The four steps shown: đã tiếp nhận, đang giải quyết, đã có kết quả, đã trả kết quả. The code
alone tells no more: that a dossier was refused is behind the secret."""
_LAST_STEP = 4


@dataclass(frozen=True, slots=True)
class PublicDetails:
    """What the look-up secret opens. No name and no number of anybody, even so.

    ``procedure_name`` is the one at reception, ``procedure_name_en`` today's, or empty.
    ``field`` names the department in charge, ``counter`` the one that received (None where it is
    not known). ``missing``: the papers that were asked for and are not there yet.
    """

    procedure_name: str
    field: str
    field_en: str
    counter: int | None
    received_at: datetime
    ready_at: datetime | None
    returned_at: datetime | None
    timeliness: Timeliness | None
    due_reason: str
    fee_text: str
    procedure_name_en: str = ""
    state: DossierState = DossierState.RECEIVED
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """What everybody may learn who knows the code: how far it is, and the appointed day.

    ``step`` counts from 1; ``percent`` is the degree of completion; ``overdue`` are the working
    days gone by since the appointed day while there is no result, None where none is late.
    ``locked_until``: no secret is heard before that moment. ``field`` is the prefix of the field
    that hands the result out, not to be shown: it would tell what the dossier is about.
    """

    code: str
    state: DossierState
    step: int
    percent: int
    received_on: date
    due_at: datetime | None
    overdue: int | None
    locked_until: datetime | None
    field: str


def public_status(unit: ReadUnit, scanned: str) -> PublicStatus:
    """How far a dossier is, by its code as scanned or typed (:func:`code_meant`).

    What the secret opens is told by :func:`kiosk.dossiers.lookup.open_details` alone, which
    counts the tries.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``.
    """
    office = office_now(unit)
    row = dossier_row(unit, code_meant(scanned, office.unit_code))
    state = DossierState(row.state)
    step = STEPS[state]
    prefixes = {field.id: field.prefix for field in office.fields}
    return PublicStatus(
        code=row.code,
        state=state,
        step=step,
        percent=100 * step // _LAST_STEP,
        received_on=office_day(row.received_at),
        due_at=row.due_at,
        overdue=_overdue(unit, row),
        locked_until=locked_until(unit, row.id),
        field=prefixes.get(row.field_id, ""),
    )


def details_of(unit: ReadUnit, row: Row[Any]) -> PublicDetails:
    """The second level; only for whoever has just proved to know the secret."""
    office = office_now(unit)
    field = next((each for each in office.fields if each.id == row.field_id), None)
    numbers = {counter.id: counter.number for counter in office.counters}
    return PublicDetails(
        procedure_name=row.procedure_name,
        field=field.name if field else "",
        field_en=field.name_en if field else "",
        counter=numbers.get(row.counter_id),
        received_at=row.received_at,
        ready_at=None if row.outcome == Outcome.STOPPED else row.ready_at,
        returned_at=row.returned_at,
        timeliness=came_of(row),
        due_reason=row.due_reason,
        fee_text=row.fee_text,
        procedure_name_en=procedure(unit, row.procedure_code).name_en,
        state=DossierState(row.state),
        missing=_missing(unit, row),
    )


def _missing(unit: ReadUnit, row: Row[Any]) -> tuple[str, ...]:
    if row.state != DossierState.SUPPLEMENTING:
        return ()
    asked = last_letter(unit, row.id, FormKind.SUPPLEMENT)
    return (
        tuple(paper.name for paper in asked.papers) if isinstance(asked, SupplementLetter) else ()
    )


def locked_until(unit: ReadUnit, dossier_id: str) -> datetime | None:
    """Until when no secret of a dossier is heard; None while one is."""
    tries = unit.row(_TRIES, of=dossier_id)
    if tries is None or tries.locked_until is None or unit.now >= tries.locked_until:
        return None
    until: datetime = tries.locked_until
    return until


def _overdue(unit: ReadUnit, row: Row[Any]) -> int | None:
    finished = row.ready_at is not None or row.returned_at is not None
    if row.due_at is None or (finished and row.state != DossierState.CORRECTING):
        return None
    appointed = office_day(row.due_at)
    if unit.day <= appointed:
        return None
    return working_day_counter(office_now(unit).calendar)(appointed, unit.day)


_TRIES = select(lookup_try).where(lookup_try.c.dossier_id == bindparam("of"))
