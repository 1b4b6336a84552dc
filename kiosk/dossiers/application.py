"""What the officer enters of a dossier, as frozen values; :mod:`kiosk.dossiers.checking` checks them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.dossiers.identity import Sex
from kiosk.dossiers.model import SubmissionChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper handed in. With neither an original nor a copy it was only shown (xuất trình)."""

    name: str
    originals: int = 1
    copies: int = 0


class ApplicantKind(StrEnum):
    """Cá nhân, or tổ chức: an enterprise, an agency, an association."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Whose dossier it is (chủ hồ sơ); once checked the phone number is E.164.

    An organisation has a tax or enterprise code (``0100109106``, of a branch ``0100109106-001``)
    in place of what belongs to a person alone: identity number, day of birth, sex.
    """

    name: str
    kind: ApplicantKind = ApplicantKind.PERSON
    tax_code: str | None = None
    id_number: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    address: str = ""
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitter:
    """Who hands it in for the applicant (người nộp), and what binds them: a relation, a letter of
    authorization or of introduction. ``position`` is theirs in an organisation."""

    name: str
    id_number: str | None = None
    phone: str | None = None
    relation: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What the officer charges, in đồng, and its words on the slip where a sum does not say it."""

    amount: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueChange:
    """Another day for the result than the rules give, and why: never without a reason."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Everything that is entered of a dossier.

    ``limit`` (``5wd``), ``due``, ``fee`` and ``case`` stand only where the officer decides;
    ``ticket`` is an id or today's label. ``foreign_code`` is the one that the national portal gave
    an online record; ``deliver_to`` the address to which the result is posted, empty where it is
    fetched at the office.
    """

    procedure: str
    channel: SubmissionChannel
    sets: int
    applicant: Applicant
    papers: tuple[Paper, ...] = ()
    submitter: Submitter | None = None
    ticket: str | None = None
    case: str | None = None
    limit: str | None = None
    due: DueChange | None = None
    fee: Fee | None = None
    note: str = ""
    foreign_code: str = ""
    deliver_to: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that does not agree, for the officer to look at; it hinders nothing."""

    where: str
    code: str
