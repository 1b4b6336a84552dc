"""Whom to call or write to: results that are ready, papers that lack, days that moved.

The program makes the list and the words; it sends nothing. NĐ 61/2018/NĐ-CP Điều 19 khoản 9 and Điều 20
ask to tell the citizen by e-mail, message or telephone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, exists, func, select

from kiosk.clock import local
from kiosk.dossiers.application import Applicant, Submitter
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.identity import display_phone
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import ApologyLetter, SupplementLetter
from kiosk.dossiers.model import OPEN_STATES, Act, DossierState
from kiosk.ids import new_id
from kiosk.office.legal import FormKind
from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.paths import RESOURCES
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier, dossier_event, person, telling
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import nfc

TOLD_STATES = (
    DossierState.RESULT_READY,
    DossierState.REFUSED,
    DossierState.STOPPED,
    DossierState.SUPPLEMENTING,
    DossierState.CORRECTING,
)
"""The states that a citizen learns of."""

MOST_LISTED = 300


class ToldBy(StrEnum):
    """How somebody was told."""

    PHONE = "phone"
    MESSAGE = "message"
    EMAIL = "email"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class TellLine:
    """One dossier whose citizen is to be told: ``about`` names the words (a state,
    ``extended`` or ``papers_lost``), ``text`` is ready to send, ``tried`` how often nobody was reached."""

    code: str
    about: str
    since: datetime
    name: str
    phone: str
    email: str
    text: str
    tried: int


@dataclass(frozen=True, slots=True)
class Told:
    """When a citizen was told, how, and by whom."""

    at: datetime
    by: ToldBy
    officer_name: str


@dataclass(frozen=True, slots=True)
class TellStanding:
    """Whether the citizen knows how the dossier stands: ``about`` names the news (empty: there is
    none), ``told`` is None while nobody was reached, ``tried`` how often that was so."""

    about: str = ""
    since: datetime | None = None
    told: Told | None = None
    tried: int = 0


@dataclass(frozen=True, slots=True)
class MarkTold:
    """Somebody was called or written to; ``reached`` is false where nobody answered."""

    code: str
    by: ToldBy = ToldBy.PHONE
    reached: bool = True


@dataclass(frozen=True, slots=True)
class CitizenTold:
    """Written down."""

    code: str
    about: str
    reached: bool


def to_tell(unit: ReadUnit) -> tuple[TellLine, ...]:
    """Whose citizens are still to be told what became of their dossier, the longest waiting first."""
    office = office_now(unit)
    rows = unit.rows(_UNTOLD, most=MOST_LISTED)
    lines = [_line(unit, row, office) for row in rows]
    return tuple(sorted(lines, key=lambda line: line.since))


def count_to_tell(unit: ReadUnit) -> int:
    """How many dossiers :func:`to_tell` would list, those beyond its limit among them."""
    return int(unit.rows(_COUNT_UNTOLD)[0][0])


def telling_of(unit: ReadUnit, scanned: str) -> TellStanding:
    """Whether the citizen of a dossier was told what became of it last.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``.
    """
    row = dossier_row(unit, scanned)
    news = unit.row(_NEWS, of=row.id)
    if news is None or not _is_news(news):
        return TellStanding()
    tries = unit.rows(_TRIES, of=row.id, at_place=row.revision)
    reached = [one for one in tries if one.reached]
    told = None
    if reached:
        last = reached[-1]
        told = Told(last.at, ToldBy(last.by), last.officer_name or last.station)
    return TellStanding(_about(news), news.at, told, len(tries) - len(reached))


def mark_told(unit: WriteUnit, wish: MarkTold) -> CitizenTold:
    """Write down that a citizen was told, or that nobody was reached.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``tell.nothing``.
    """
    row = dossier_row(unit, wish.code, to_change=True)
    news = unit.row(_NEWS, of=row.id)
    about = _about(news) if news is not None and _is_news(news) else None
    if about is None:
        raise Refused("tell.nothing", dossier=row.code)
    unit.add(
        telling,
        id=new_id(),
        dossier_id=row.id,
        position=row.revision,
        by=wish.by.value,
        reached=wish.reached,
        at=unit.now,
        officer=unit.by.officer,
        station=unit.by.station,
    )
    unit.audit("dossier.citizen_told", row.id, dossier=row.code, about=about, reached=wish.reached)
    return CitizenTold(row.code, about, wish.reached)


@cache
def messages() -> Mapping[str, str]:
    """The words by what they are about (``resources/messages.toml``)."""
    text = nfc((RESOURCES / "messages.toml").read_text("utf-8"))
    return msgspec.toml.decode(text, type=dict[str, str])


def _line(unit: ReadUnit, row: Row[Any], office: Office) -> TellLine:
    person = msgspec.json.decode(row.applicant, type=Applicant)
    other = msgspec.json.decode(row.submitter, type=Submitter) if row.submitter else None
    phone = (other.phone if other else None) or person.phone or ""
    about = _about(row)
    return TellLine(
        code=row.code,
        about=about,
        since=row.at,
        name=other.name if other and other.phone else person.name,
        phone=display_phone(phone),
        email=person.email or "",
        text=messages()[about].format_map(dict(_values(unit, row, office))),
        tried=len(unit.rows(_TRIES, of=row.id, at_place=row.revision)),
    )


def _values(unit: ReadUnit, row: Row[Any], office: Office) -> Iterator[tuple[str, str]]:
    yield "code", row.code
    yield "office", office.profile.short_name or office.profile.name
    yield "hotline", office.profile.hotline
    yield "due_at", f"{local(row.due_at):%d/%m/%Y}" if row.due_at else ""
    asked = last_letter(unit, row.id, FormKind.SUPPLEMENT)
    papers = asked.papers if isinstance(asked, SupplementLetter) else ()
    yield "papers", "; ".join(paper.name for paper in papers)
    sorry = last_letter(unit, row.id, FormKind.APOLOGY)
    before = sorry.due_at if isinstance(sorry, ApologyLetter) else None
    yield "due_before", f"{local(before):%d/%m/%Y}" if before else ""


def _about(row: Row[Any]) -> str:
    return str(row.act if row.act in _NEWS_ACTS else row.state)


def _is_news(row: Row[Any]) -> bool:
    return row.act in _NEWS_ACTS or row.state in [state.value for state in TOLD_STATES]


_NEWS_ACTS = (Act.EXTEND.value, Act.LOSE.value)
"""What a citizen learns of in whatever state it happens."""

_LAST_EVENT = (
    select(dossier, dossier_event.c.act, dossier_event.c.at)
    .join(dossier_event, dossier_event.c.dossier_id == dossier.c.id)
    .where(dossier_event.c.position == dossier.c.revision)
)
_NEWS = _LAST_EVENT.where(dossier.c.id == bindparam("of"))
_ALL_UNTOLD = _LAST_EVENT.where(
    dossier.c.state.in_([state.value for state in OPEN_STATES]),
    dossier.c.state.in_([state.value for state in TOLD_STATES])
    | dossier_event.c.act.in_(_NEWS_ACTS),
    ~exists(
        select(telling.c.id).where(
            telling.c.dossier_id == dossier.c.id,
            telling.c.position == dossier.c.revision,
            telling.c.reached,
        )
    ),
)
_UNTOLD = _ALL_UNTOLD.order_by(dossier_event.c.at).limit(bindparam("most"))
_COUNT_UNTOLD = _ALL_UNTOLD.with_only_columns(func.count(dossier.c.id))
_TRIES = (
    select(telling, person.c.name.label("officer_name"))
    .outerjoin(person, person.c.code == telling.c.officer)
    .where(telling.c.dossier_id == bindparam("of"), telling.c.position == bindparam("at_place"))
    .order_by(telling.c.id)
)
