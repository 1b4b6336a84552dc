"""Checking a dossier as it is entered, from a form or from a file: all faults at once."""

import re
from dataclasses import fields
from datetime import date

import msgspec

from kiosk.catalogue.limits import parse_limit
from kiosk.dossiers.application import (
    Applicant,
    ApplicantKind,
    Application,
    Doubt,
    DueChange,
    Fee,
    Paper,
)
from kiosk.dossiers.checking_people import (
    LONGEST_TEXT,
    applicant_of,
    id_number,
    submitter_of,
)
from kiosk.dossiers.identity import id_number_doubts, tax_code_doubts
from kiosk.dossiers.model import SubmissionChannel
from kiosk.dossiers.parts import Part, Problem
from kiosk.refusal import Refused

LONGEST_FILE = 1_000_000
LONGEST_NOTE = 500
LONGEST_REASON = 200
LONGEST_PAPER_NAME = 5000
MOST_PAPERS = 200
MOST_SETS = 99
MOST_COPIES = 99
HIGHEST_FEE = 10**12
LONGEST_FOREIGN_CODE = 40

PROBLEM_CODES = frozenset(
    {
        "value.missing",
        "value.wrong_type",
        "value.unknown_key",
        "value.control",
        "value.unprintable",
        "value.too_long",
        "value.no_such_choice",
        "value.out_of_range",
        "value.no_date",
        "name.no_letter",
        "id_number.length",
        "id_number.malformed",
        "birth_date.future",
        "birth_date.too_early",
        "phone.malformed",
        "email.malformed",
        "papers.too_many",
        "limit.malformed",
        "limit.out_of_range",
        "submitter.missing",
        "submitter.of_organisation",
        "tax_code.malformed",
        "value.not_of_organisation",
        "value.not_of_person",
    }
)
"""Every ``code`` that a problem of ``dossier.unfit`` can have."""

DOUBT_CODES = frozenset(
    {
        "id_number.province",
        "id_number.sex",
        "id_number.birth_year",
        "id_number.old_card",
        "tax_code.check",
        "online.no_code",
        "postal.no_address",
    }
)
"""Every ``code`` that a :class:`Doubt` can have."""


def read_application(data: bytes, today: date) -> Application:
    """Read a dossier file (UTF-8 JSON) and check it.

    Raises :class:`Refused`: ``dossier.file_too_long``, ``dossier.not_utf8``, ``dossier.not_json``
    (``line``, ``column``) and ``dossier.unfit`` as :func:`checked`, with ``keys``: the sentence
    names the keys of the file too.
    """
    if len(data) > LONGEST_FILE:
        raise Refused("dossier.file_too_long", bytes=len(data), most=LONGEST_FILE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if error.reason == "unexpected end of data":
            before = data[: error.start].decode("utf-8-sig").rpartition("\n")[2]
            raise Refused("dossier.not_json", line=line, column=len(before) + 1) from None
        raise Refused("dossier.not_utf8", line=line) from None
    try:
        return checked(msgspec.json.decode(text), today)
    except Refused as refusal:
        raise Refused(refusal.code, problems=refusal.details["problems"], keys=True) from None
    except RecursionError:
        raise Refused("dossier.not_json", line=1, column=1) from None
    except msgspec.DecodeError as error:
        stopped = re.search(r"\(byte (\d+)\)", str(error))
        before = text.encode()[: int(stopped[1])].decode(errors="ignore") if stopped else text
        raise Refused(
            "dossier.not_json",
            line=before.count("\n") + 1,
            column=len(before) - (before.rfind("\n") + 1) + 1,
        ) from None


def checked(value: object, today: date) -> Application:
    """An application out of plain JSON values: everything in NFC, squeezed and sound.

    An unchecked :class:`Application` is checked through ``msgspec.to_builtins``; a checked one
    stays as it is.

    Raises :class:`Refused` ``dossier.unfit`` with ``problems``: all that is wrong, each with
    ``where`` (``applicant.id_number``), ``code`` (one of :data:`PROBLEM_CODES`) and details.
    """
    problems: list[Problem] = []
    form = Part(problems, "", value, _APPLICATION)
    procedure = form.text("procedure", 40, required=True)
    channel = form.choice("channel", SubmissionChannel, required=True)
    sets = form.number("sets", range(1, MOST_SETS + 1), None)
    if not form.has("sets"):
        form.wrong("sets", "value.missing")
    applicant = applicant_of(form, today)
    submitter = submitter_of(form)
    if not form.has("submitter"):
        if applicant.kind is ApplicantKind.ORGANISATION:
            form.wrong("submitter", "submitter.of_organisation")
        elif channel is SubmissionChannel.AUTHORIZED:
            form.wrong("submitter", "submitter.missing")
    papers = tuple(_paper(part) for part in form.parts("papers", MOST_PAPERS, _PAPER))
    ticket, case = form.text("ticket", 80), form.text("case", LONGEST_TEXT)
    limit, fee, note = _limit(form), _fee(form), form.text("note", LONGEST_NOTE)
    due = _due(form)
    foreign_code = form.text("foreign_code", LONGEST_FOREIGN_CODE)
    deliver_to = form.text("deliver_to", LONGEST_TEXT)
    if problems or channel is None or sets is None:
        raise Refused("dossier.unfit", problems=problems)
    return Application(
        procedure=procedure,
        channel=channel,
        sets=sets,
        applicant=applicant,
        papers=papers,
        submitter=submitter,
        ticket=ticket or None,
        case=case or None,
        limit=limit,
        due=due,
        fee=fee,
        note=note,
        foreign_code=foreign_code,
        deliver_to=deliver_to,
    )


def checked_text(key: str, text: str) -> str:
    """A text that goes with an act, as the note does, in NFC and squeezed.

    Raises :class:`Refused` ``dossier.unfit`` with ``key`` as the place.
    """
    problems: list[Problem] = []
    sound = Part(problems, "", {key: text}, (key,)).text(key, LONGEST_NOTE)
    if problems:
        raise Refused("dossier.unfit", problems=problems)
    return sound


def checked_id_number(key: str, text: str) -> str:
    """An identity number that goes with an act, bare; empty where there is none.

    Raises :class:`Refused` ``dossier.unfit`` with ``key`` as the place.
    """
    problems: list[Problem] = []
    number = id_number(Part(problems, "", {key: text}, (key,)), key)
    if problems:
        raise Refused("dossier.unfit", problems=problems)
    return number or ""


def checked_person(person: Applicant | dict[str, object], today: date) -> Applicant:
    """A person to whom something is written without a dossier, checked as an applicant is; also
    out of the plain values of a dossier file.

    Raises :class:`Refused` ``dossier.unfit``.
    """
    problems: list[Problem] = []
    value = {"applicant": msgspec.to_builtins(person)}
    sound = applicant_of(Part(problems, "", value, ("applicant",)), today)
    if problems:
        raise Refused("dossier.unfit", problems=problems)
    return sound


def doubts_about(application: Application) -> tuple[Doubt, ...]:
    """What does not agree in a checked application."""
    person, other = application.applicant, application.submitter
    found = [
        Doubt("applicant.id_number", code)
        for code in id_number_doubts(person.id_number or "", person.birth_date, person.sex)
    ]
    if person.tax_code:
        found += [Doubt("applicant.tax_code", code) for code in tax_code_doubts(person.tax_code)]
    if application.channel is SubmissionChannel.ONLINE and not application.foreign_code:
        found.append(Doubt("foreign_code", "online.no_code"))
    if application.channel is SubmissionChannel.POSTAL and not application.deliver_to:
        found.append(Doubt("deliver_to", "postal.no_address"))
    if other is not None:
        found += [
            Doubt("submitter.id_number", code)
            for code in id_number_doubts(other.id_number or "", None, None)
        ]
    return tuple(found)


def _paper(part: Part) -> Paper:
    allowed = range(MOST_COPIES + 1)
    originals = part.number("originals", allowed, None)
    copies = part.number("copies", allowed, None)
    told = part.has("originals") or part.has("copies")
    return Paper(
        name=part.text("name", LONGEST_PAPER_NAME, required=True),
        originals=originals or 0 if told else 1,
        copies=copies or 0,
    )


def _limit(form: Part) -> str | None:
    text = form.text("limit", LONGEST_TEXT)
    if not text:
        return None
    try:
        return str(parse_limit(text))
    except Refused as refusal:
        form.wrong("limit", refusal.code, **refusal.details)
        return None


def _due(form: Part) -> DueChange | None:
    if not form.has("due"):
        return None
    part = form.part("due", _DUE)
    day, reason = part.day("day"), part.text("reason", LONGEST_REASON, required=True)
    if not str(part.raw("day") or "").strip():
        part.wrong("day", "value.missing")
    return DueChange(day=day, reason=reason) if day is not None else None


def _fee(form: Part) -> Fee | None:
    allowed = range(HIGHEST_FEE + 1)
    if not form.has("fee"):
        return None
    if not isinstance(form.raw("fee"), dict):
        amount = form.number("fee", allowed, None)
        return None if amount is None else Fee(amount=amount)
    part = form.part("fee", _FEE)
    fee = Fee(amount=part.number("amount", allowed, None), text=part.text("text", LONGEST_TEXT))
    return None if fee == Fee() else fee


_APPLICATION, _PAPER, _FEE, _DUE = (
    [part.name for part in fields(kind)] for kind in (Application, Paper, Fee, DueChange)
)
