"""Letters to citizens: numbered, kept word for word, owed on paper in the same transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, select

from kiosk.dossiers.application import Applicant
from kiosk.dossiers.identity import display_phone
from kiosk.dossiers.letters import (
    ApologyLetter,
    Letter,
    OriginalsReceipt,
    RefusalLetter,
    StopLetter,
    SupplementLetter,
)
from kiosk.dossiers.slips import addressed, mask_id
from kiosk.ids import new_id
from kiosk.office.directory import find_person
from kiosk.office.legal import FormKind, LegalProfile
from kiosk.office.reading import office_now
from kiosk.storage import print_jobs
from kiosk.storage.schema import letter
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import fold

LETTERS: Mapping[FormKind, type[Letter]] = {
    FormKind.SUPPLEMENT: SupplementLetter,
    FormKind.REFUSAL: RefusalLetter,
    FormKind.APOLOGY: ApologyLetter,
    FormKind.STOP: StopLetter,
    FormKind.ORIGINALS: OriginalsReceipt,
}
_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter is for and what about; ``dossier_id`` and ``code`` only where there is one."""

    person: Applicant
    procedure_code: str
    procedure_name: str
    dossier_id: str | None = None
    code: str = ""

    @property
    def key(self) -> str:
        """By what the same person or organisation is known again without a dossier: number, else
        name and phone."""
        number = self.person.tax_code or self.person.id_number
        if number:
            return number
        return f"{fold(self.person.name)} {self.person.phone or ''}".strip()[:_LONGEST_KEY]


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter of a dossier, as a list shows it; ``printed`` is its number as it says it itself,
    ``cause`` why it was written where its form has several names."""

    kind: FormKind
    number: int
    issued_at: datetime
    printed: str = ""
    cause: str = ""


class _Numbered(msgspec.Struct, frozen=True):
    """The number of a letter and its cause, read out of all that it says."""

    number: str
    mistake: bool = False
    lost_papers: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """A letter that was issued: its number as printed, and what is owed."""

    id: str
    number: str
    print_jobs: tuple[str, ...]


def addressee_of(row: Row[Any]) -> Addressee:
    """The applicant of a dossier's row."""
    return Addressee(
        msgspec.json.decode(row.applicant, type=Applicant),
        row.procedure_code,
        row.procedure_name,
        row.id,
        row.code,
    )


def issue(
    unit: WriteUnit, kind: FormKind, profile: LegalProfile, to: Addressee, **values: Any
) -> Issued:
    """Number a letter, keep it, and owe its copies; ``values`` are what its kind says besides, or in
    place of the office.

    Numbers run from 1 in each year, for each kind.

    Raises :class:`Refused`: ``form.not_in_profile``, ``person.unknown``.
    """
    form = profile.form(kind)
    year = unit.day.year
    place = unit.next_number(f"letter:{kind.value}", str(year))
    number = form.numbered(place)
    content = _letter(unit, kind, profile, to, unit.by.officer, number, values)
    encoded = msgspec.json.encode(content)
    letter_id = new_id()
    unit.add(
        letter,
        id=letter_id,
        office_id=unit.office_id,
        dossier_id=to.dossier_id,
        kind=kind.value,
        year=year,
        number=place,
        procedure_code=to.procedure_code,
        person=to.key,
        issued_at=unit.now,
        officer=unit.by.officer,
        station=unit.by.station,
        content=encoded.decode(),
    )
    job = print_jobs.owe(
        unit,
        kind=kind.value,
        title=f"{form.called(letter_cause(content))} {number}",
        subject=to.dossier_id or letter_id,
        paper=encoded,
        copies=form.copies,
    )
    return Issued(letter_id, number, (job,))


def drafted(
    unit: ReadUnit,
    kind: FormKind,
    profile: LegalProfile,
    to: Addressee,
    officer: str | None,
    **values: Any,
) -> Letter:
    """The letter as it would be written now, before it has a number; nothing is kept.

    Raises :class:`Refused`: ``form.not_in_profile``, ``person.unknown``.
    """
    profile.form(kind)
    return _letter(unit, kind, profile, to, officer, "", values)


def last_letter(unit: ReadUnit, dossier_id: str, kind: FormKind) -> Letter | None:
    """What the last letter of a kind in a dossier said; None where none was written."""
    row = unit.row(_LAST, of=dossier_id, wanted=kind.value)
    return msgspec.json.decode(row.content, type=LETTERS[kind]) if row else None


def numbered_letter(
    unit: ReadUnit, dossier_id: str, kind: FormKind, number: int, year: int | None
) -> Letter | None:
    """What a letter of a dossier said, by its number; without a year the newest of that number."""
    rows = unit.rows(_NUMBERED, of=dossier_id, wanted=kind.value, the_number=number)
    found = [row.content for row in rows if year is None or row.year == year]
    return msgspec.json.decode(found[-1], type=LETTERS[kind]) if found else None


def letters_of(unit: ReadUnit, dossier_id: str) -> tuple[LetterLine, ...]:
    """The letters of a dossier, the first one first."""
    lines = []
    for row in unit.rows(_ALL, of=dossier_id):
        said = msgspec.json.decode(row.content, type=_Numbered)
        lines.append(
            LetterLine(
                FormKind(row.kind), row.number, row.issued_at, said.number, letter_cause(said)
            )
        )
    return tuple(lines)


def letter_cause(content: object) -> str:
    """Why an apology was written: ``lost_papers``, ``mistake``, or empty for a day that moves."""
    if getattr(content, "lost_papers", ""):
        return "lost_papers"
    return "mistake" if getattr(content, "mistake", False) else ""


def _letter(
    unit: ReadUnit,
    kind: FormKind,
    profile: LegalProfile,
    to: Addressee,
    officer: str | None,
    number: str,
    values: Mapping[str, Any],
) -> Letter:
    office = office_now(unit)
    signing = find_person(unit, officer) if officer else None
    person = to.person
    head = {
        "code": to.code,
        "number": number,
        "profile": profile.code,
        "office_parent": office.profile.parent,
        "office_name": office.profile.name,
        "place": office.profile.place,
        "issued_at": unit.now,
        "addressed": addressed(person),
        "applicant_name": person.name,
        "id_number_masked": mask_id(person.id_number or ""),
        "tax_code": person.tax_code or "",
        "address": person.address,
        "phone": display_phone(person.phone or ""),
        "email": person.email or "",
        "procedure_code": to.procedure_code,
        "procedure_name": to.procedure_name,
        "officer_name": signing.name if signing else "",
        "officer_phone": signing.phone if signing else "",
        "hotline": office.profile.hotline,
        "sample": office.sample,
    }
    return LETTERS[kind](**{**head, **values})


_ALL = select(letter).where(letter.c.dossier_id == bindparam("of")).order_by(letter.c.id)
_NUMBERED = (
    select(letter.c.content, letter.c.year)
    .where(
        letter.c.dossier_id == bindparam("of"),
        letter.c.kind == bindparam("wanted"),
        letter.c.number == bindparam("the_number"),
    )
    .order_by(letter.c.id)
)
_LAST = (
    select(letter.c.content)
    .where(letter.c.dossier_id == bindparam("of"), letter.c.kind == bindparam("wanted"))
    .order_by(letter.c.id.desc())
    .limit(1)
)
