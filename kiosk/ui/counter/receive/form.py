"""What stands in the cards while a dossier is entered, and how it becomes a dossier file.

Values as the officer typed them: nothing is checked here, so nothing typed is ever lost.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.text import squeeze
from kiosk.ui.words import money

PaperKind = Literal["submit", "present", "note"]

DIRECT, POSTAL, AUTHORIZED, ONLINE = "direct", "postal", "authorized", "online"
PERSON, ORGANISATION = "person", "organisation"
HOURS, DAYS, WORKING_DAYS, MONTHS = "h", "d", "wd", "mo"
MOST_COPIES = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """Whose dossier it is. ``read`` names the values that were read from a card.

    What the other ``kind`` of applicant would have stays as it was typed, and is not handed in.
    """

    kind: str = PERSON
    name: str = ""
    tax_code: str = ""
    id_number: str = ""
    birth_date: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitterEntry:
    """Who hands it in for that person. ``read`` as above."""

    name: str = ""
    id_number: str = ""
    phone: str = ""
    position: str = ""
    relation: str = ""
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEntry:
    """A line of the list of papers. ``group`` is a heading the procedure gives it."""

    name: str
    kind: PaperKind = "submit"
    required: bool = False
    ticked: bool = False
    originals: int = 1
    copies: int = 0
    group: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything on the page. ``fee`` is None until the officer changes what is published.

    ``slip``: the slip is asked for although the result is given at once.
    """

    procedure: str = ""
    case: str = ""
    applicant: PersonEntry = PersonEntry()
    by_other: bool = False
    submitter: SubmitterEntry = SubmitterEntry()
    papers: tuple[PaperEntry, ...] = ()
    channel: str = DIRECT
    sets: int = 1
    fee: str | None = None
    limit_amount: str = ""
    limit_unit: str = WORKING_DAYS
    due_changed: bool = False
    due_day: str = ""
    due_reason: str = ""
    foreign_code: str = ""
    deliver_to: str = ""
    slip: bool = False

    @property
    def of_organisation(self) -> bool:
        """Whether it is an organisation's; then somebody hands it in for it."""
        return self.applicant.kind == ORGANISATION


def is_empty(form: Form) -> bool:
    """Whether nothing was entered that would be missed."""
    person = replace(form.applicant, read=(), kind=PERSON)
    return (
        not form.procedure
        and person == PersonEntry()
        and replace(form.submitter, read=()) == SubmitterEntry()
        and not any(paper.ticked or paper.added for paper in form.papers)
    )


def application_values(form: Form, ticket: str | None = None) -> dict[str, object]:
    """The form as the plain values of a dossier file, for ``kiosk.dossiers.checking``."""
    return {
        "procedure": form.procedure,
        "channel": form.channel,
        "sets": form.sets,
        "ticket": ticket,
        "case": form.case or None,
        "limit": limit_value(form.limit_amount, form.limit_unit),
        "due": _due(form),
        "fee": None if form.fee is None else fee_value(form.fee),
        "foreign_code": form.foreign_code if form.channel == ONLINE else "",
        "deliver_to": form.deliver_to if form.channel == POSTAL else "",
        "applicant": _applicant(form.applicant),
        "submitter": _submitter(form),
        "papers": [
            {
                "name": paper.name,
                "originals": paper.originals if paper.kind == "submit" else 0,
                "copies": paper.copies if paper.kind == "submit" else 0,
            }
            for paper in handed_in(form.papers)
        ],
    }


def _applicant(person: PersonEntry) -> dict[str, object]:
    common: dict[str, object] = {
        "name": person.name,
        "kind": person.kind,
        "address": person.address,
        "phone": person.phone or None,
        "email": person.email or None,
    }
    if person.kind == ORGANISATION:
        return common | {"tax_code": person.tax_code or None}
    return common | {
        "id_number": person.id_number or None,
        "birth_date": day_value(person.birth_date),
        "sex": person.sex or None,
    }


def _submitter(form: Form) -> dict[str, object] | None:
    if not form.by_other and not form.of_organisation:
        return None
    other = form.submitter
    return {
        "name": other.name,
        "id_number": other.id_number or None,
        "phone": other.phone or None,
        "relation": other.relation,
        "position": other.position if form.of_organisation else "",
    }


def _due(form: Form) -> dict[str, object] | None:
    if not form.due_changed:
        return None
    return {"day": day_value(form.due_day), "reason": form.due_reason}


def handed_in(papers: tuple[PaperEntry, ...]) -> tuple[PaperEntry, ...]:
    """The papers that were ticked."""
    return tuple(paper for paper in papers if paper.ticked and paper.kind != "note")


def slashed(typed: str) -> str:
    """A date while it is typed: ``05031999`` becomes ``05/03/1999``; other writing stays."""
    if not re.fullmatch(r"[0-9]*(/[0-9]*){0,2}", typed):
        return typed
    parts = typed.split("/")
    if any(len(part) > 2 for part in parts[:2]):
        digits = "".join(parts)
        return "/".join(part for part in (digits[:2], digits[2:4], digits[4:]) if part)
    return typed


def day_value(typed: str) -> str | None:
    """``05/03/1999``, ``05031999``, ``5-3-1999`` as ``1999-03-05``; else as typed, to be refused."""
    text = squeeze(typed)
    if not text:
        return None
    parts = re.fullmatch(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})", text) or re.fullmatch(
        r"([0-9]{2})([0-9]{2})([0-9]{4})", text
    )
    if parts is None:
        return text
    day, month, year = parts.groups()
    return f"{year}-{int(month):02d}-{int(day):02d}"


def day_shown(value: str) -> str:
    """``1999-03-05`` as ``05/03/1999``; else as it came."""
    parts = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value)
    return f"{parts[3]}/{parts[2]}/{parts[1]}" if parts else value


def fee_value(typed: str) -> dict[str, object] | None:
    """``15.000 đ`` is a sum, other words are words; nothing leaves the published fee."""
    text = squeeze(typed)
    if not text:
        return None
    number = re.fullmatch(r"([0-9]{1,3}(?:[. ][0-9]{3})*|[0-9]+) ?(?:đ|đồng|vnđ)?", text.lower())
    if number is None:
        return {"text": text}
    return {"amount": int(re.sub(r"[. ]", "", number[1]))}


def fee_shown(text: str, amount: int | None) -> str:
    """The published fee as it stands in its box."""
    if amount:
        return money(amount)
    return squeeze(text)


def limit_value(amount: str, unit: str) -> str | None:
    """``3`` working days as ``3wd``; None where nothing was entered."""
    bare = squeeze(amount)
    return f"{bare}{unit}" if bare else None


def spaced_id(typed: str) -> str:
    """Twelve digits in groups of three; anything else as typed."""
    bare = re.sub(r"[\s.\-]", "", typed)
    if not re.fullmatch(r"[0-9]{12}", bare):
        return typed
    return " ".join(bare[at : at + 3] for at in range(0, 12, 3))


def spaced_tax_code(typed: str) -> str:
    """Thirteen figures with the hyphen before a branch's; anything else as typed."""
    bare = re.sub(r"[\s.\-]", "", typed)
    if not re.fullmatch(r"[0-9]{10}(?:[0-9]{3})?", bare):
        return typed
    return f"{bare[:10]}-{bare[10:]}" if len(bare) > 10 else bare


def with_counts(paper: PaperEntry, originals: int, copies: int) -> PaperEntry:
    """The paper with these counts; without a single sheet it is not handed in."""
    originals = min(MOST_COPIES, max(0, originals))
    copies = min(MOST_COPIES, max(0, copies))
    return replace(
        paper, originals=originals, copies=copies, ticked=paper.ticked and originals + copies > 0
    )


def ticked(paper: PaperEntry, on: bool) -> PaperEntry:
    """The paper handed in or not; one that is handed in has a sheet."""
    if on and paper.kind == "submit" and not paper.originals + paper.copies:
        paper = replace(paper, originals=1)
    return replace(paper, ticked=on)


def other_kind(paper: PaperEntry) -> PaperEntry:
    """Originals as copies, or the other way round."""
    return replace(paper, originals=paper.copies, copies=paper.originals)
