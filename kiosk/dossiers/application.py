"""What the officer enters of a dossier, as frozen values; :mod:`kiosk.dossiers.checking` checks them."""

from dataclasses import dataclass
from datetime import date

from kiosk.dossiers.identity import Sex
from kiosk.dossiers.model import SubmissionChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper handed in. With neither an original nor a copy it was only shown (xuất trình)."""

    name: str
    originals: int = 1
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Whose dossier it is (chủ hồ sơ); once checked the phone number is E.164."""

    name: str
    id_number: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    address: str = ""
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitter:
    """Who hands it in for the applicant (người nộp), and what binds them."""

    name: str
    id_number: str | None = None
    phone: str | None = None
    relation: str = ""


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
    ``ticket`` is an id or today's label.
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


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that does not agree, for the officer to look at; it hinders nothing."""

    where: str
    code: str
