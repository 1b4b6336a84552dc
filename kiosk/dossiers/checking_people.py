"""Checking who a dossier is of, and who hands it in: persons and organisations."""

import re
from dataclasses import fields
from datetime import date

from kiosk.dossiers.application import Applicant, ApplicantKind, Submitter
from kiosk.dossiers.identity import (
    Sex,
    bare_id_number,
    id_number_fault,
    normal_phone,
    normal_tax_code,
)
from kiosk.dossiers.parts import Part

LONGEST_NAME = 200
LONGEST_TEXT = 300
EARLIEST_BIRTH = 1900

_OF_PERSONS = ("id_number", "birth_date", "sex")
_OF_ORGANISATIONS = ("tax_code",)


def applicant_of(form: Part, today: date) -> Applicant:
    """The applicant of a form; all that is wrong goes to its problems."""
    if not form.has("applicant"):
        form.wrong("applicant.name", "value.missing")
        return Applicant(name="")
    part = form.part("applicant", _APPLICANT)
    kind = part.choice("kind", ApplicantKind) or ApplicantKind.PERSON
    out_of_place = _OF_PERSONS if kind is ApplicantKind.ORGANISATION else _OF_ORGANISATIONS
    for key in out_of_place:
        if str(part.raw(key) or "").strip():
            part.wrong(key, f"value.not_of_{kind.value}")
    return Applicant(
        name=_name(part),
        kind=kind,
        tax_code=_tax_code(part),
        id_number=id_number(part),
        birth_date=_birth_date(part, today),
        sex=part.choice("sex", Sex),
        address=part.text("address", LONGEST_TEXT),
        phone=_phone(part),
        email=_email(part),
    )


def submitter_of(form: Part) -> Submitter | None:
    """Who hands it in for the applicant; None where there is nobody."""
    if not form.has("submitter"):
        return None
    part = form.part("submitter", _SUBMITTER)
    return Submitter(
        name=_name(part),
        id_number=id_number(part),
        phone=_phone(part),
        relation=part.text("relation", LONGEST_TEXT),
        position=part.text("position", LONGEST_TEXT),
    )


def _name(part: Part) -> str:
    name = part.text("name", LONGEST_NAME, required=True)
    if name and not any(letter.isalpha() for letter in name):
        part.wrong("name", "name.no_letter")
    return name


def id_number(part: Part, key: str = "id_number") -> str | None:
    """An identity number, bare."""
    number = bare_id_number(part.text(key, LONGEST_TEXT))
    if not number:
        return None
    fault = id_number_fault(number)
    if fault is None:
        return number
    part.wrong(key, fault.code, **({} if fault.digits is None else {"digits": fault.digits}))
    return None


def _tax_code(part: Part) -> str | None:
    said = part.text("tax_code", LONGEST_TEXT)
    code = normal_tax_code(said)
    if said and code is None:
        part.wrong("tax_code", "tax_code.malformed")
    return code


def _birth_date(part: Part, today: date) -> date | None:
    born = part.day("birth_date")
    if born is not None and born > today:
        part.wrong("birth_date", "birth_date.future", said=born)
    elif born is not None and born.year < EARLIEST_BIRTH:
        part.wrong("birth_date", "birth_date.too_early", said=born, earliest=EARLIEST_BIRTH)
    return born


def _phone(part: Part) -> str | None:
    said = part.text("phone", LONGEST_TEXT)
    number = normal_phone(said)
    if said and number is None:
        part.wrong("phone", "phone.malformed")
    return number


def _email(part: Part) -> str | None:
    address = part.text("email", LONGEST_TEXT)
    if address and not _EMAIL.fullmatch(address):
        part.wrong("email", "email.malformed")
    return address or None


_APPLICANT, _SUBMITTER = ([part.name for part in fields(kind)] for kind in (Applicant, Submitter))
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{4,190}$)"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
