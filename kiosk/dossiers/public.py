"""What a citizen may learn of a dossier at the kiosk (TT 01/2018/TT-VPCP Điều 16 khoản 2 điểm d)."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from kiosk.clock import office_day
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.progress import Timeliness, timeliness_of
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit

STEPS = tuple(DossierState)
"""The four steps shown: đã tiếp nhận, đang giải quyết, đã có kết quả, đã trả kết quả."""


@dataclass(frozen=True, slots=True)
class PublicDetails:
    """What the look-up secret opens. No name and no number of anybody, even so."""

    procedure_code: str
    procedure_name: str
    received_at: datetime
    ready_at: datetime | None
    returned_at: datetime | None
    timeliness: Timeliness | None
    due_reason: str
    fee_text: str


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """What everybody may learn who knows the code: how far it is, and the appointed day.

    ``step`` counts from 1; ``percent`` is the degree of completion.
    """

    code: str
    state: DossierState
    step: int
    percent: int
    received_on: date
    due_at: datetime | None
    details: PublicDetails | None


def public_status(unit: ReadUnit, scanned: str, secret: str | None = None) -> PublicStatus:
    """How far a dossier is; with its look-up secret also what it is about.

    Wrong secrets are not counted here: whoever asks on behalf of the public must limit the tries.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``lookup.wrong_secret``.
    """
    row = dossier_row(unit, scanned)
    state = DossierState(row.state)
    step = STEPS.index(state) + 1
    return PublicStatus(
        code=row.code,
        state=state,
        step=step,
        percent=100 * step // len(STEPS),
        received_on=office_day(row.received_at),
        due_at=row.due_at,
        details=None if secret is None else _details(row, secret),
    )


def _details(row: Row[Any], secret: str) -> PublicDetails:
    bare = "".join(secret.split())
    if not secrets.compare_digest(bare.encode(), row.lookup_secret.encode()):
        raise Refused("lookup.wrong_secret", dossier=row.code)
    return PublicDetails(
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        received_at=row.received_at,
        ready_at=row.ready_at,
        returned_at=row.returned_at,
        timeliness=timeliness_of(row.ready_at, row.due_at),
        due_reason=row.due_reason,
        fee_text=row.fee_text,
    )
