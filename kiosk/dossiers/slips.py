"""What the reception and appointment slip (Mẫu 01) says, and how an identity number is masked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

from kiosk.dossiers.application import Applicant, ApplicantKind

PERSON, ORGANISATION = "Ông/Bà", "Tổ chức"
"""How papers call whom they are for."""

Moment = Annotated[datetime, msgspec.Meta(tz=True)]

_STARS = "*" * 8
_SHOWN_AT_MOST = 3
_TOO_SHORT_TO_SHOW = 6


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """One line of the list of papers handed in."""

    name: str
    kind_text: str
    quantity: int


@dataclass(frozen=True, slots=True)
class AppointmentSlip:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01).

    ``profile`` is the legal profile in force at reception (``ND118_2025``, ``ND61_2018``): it
    chooses the wording. An empty text is printed as a dotted line to write on. ``tax_code`` is an
    organisation's, and is no secret.
    """

    code: str
    profile: str
    office_parent: str
    office_name: str
    place: str
    field_name: str
    applicant_name: str
    id_number_masked: str
    address: str
    phone: str
    email: str
    procedure_code: str
    procedure_name: str
    papers: tuple[SlipPaper, ...]
    sets: int
    limit_text: str
    received_at: Moment
    due_at: Moment
    deliver_at_place: str
    fee_text: str
    volume: int
    entry: int
    lookup_secret: str
    hotline: str
    officer_name: str
    submitter_name: str
    sample: bool
    note: str
    addressed: str = PERSON
    tax_code: str = ""


def addressed(person: Applicant) -> str:
    """How a paper calls the applicant."""
    return ORGANISATION if person.kind is ApplicantKind.ORGANISATION else PERSON


def mask_id(number: str) -> str:
    """The number as paper may show it: ``001203004567`` becomes ``001********567``.

    Always eight stars, so the length is not told. Of a short number less is left standing: at
    least a third stays hidden, and below six characters nothing is shown.
    """
    bare = "".join(letter for letter in number if letter.isalnum()).upper()
    if not bare:
        return ""
    if len(bare) < _TOO_SHORT_TO_SHOW:
        return _STARS
    shown = min(_SHOWN_AT_MOST, len(bare) // 3)
    return bare[:shown] + _STARS + bare[-shown:]
