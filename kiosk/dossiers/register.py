"""The Sổ theo dõi hồ sơ of a year, read from the store (TT 01/2018/TT-VPCP Điều 10).

The register is not kept beside the dossiers: it is what they say, in order of entry. Entries run
from 01 to the end of the year and on from volume to volume; with the year the register is closed.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, func, select

from kiosk.clock import at_office, local
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.appointed_days import APPOINTING
from kiosk.dossiers.forwarding import department_of
from kiosk.dossiers.identity import display_phone
from kiosk.dossiers.letters import RegisterHead, RegisterLine
from kiosk.dossiers.model import Act, DossierState, Outcome, Receiver
from kiosk.dossiers.progress import asked_too_often
from kiosk.office.model import Field, Office
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier, dossier_event
from kiosk.storage.units import ReadUnit
from kiosk.text import fold, squeeze

AT_A_TIME = 500
"""So many lines of a register stand in memory together."""

HOW_WORDS = {
    Receiver.APPLICANT: "Trực tiếp",
    Receiver.SUBMITTER: "Trực tiếp, người nộp nhận",
    Receiver.REPRESENTATIVE: "Trực tiếp, người được ủy quyền nhận",
    Receiver.POST: "Qua bưu chính",
}


@dataclass(frozen=True, slots=True)
class RegisterWish:
    """The register of a year: of all fields, or of the one with that prefix or name."""

    year: int
    field: str | None = None


def register_heads(unit: ReadUnit, wish: RegisterWish) -> tuple[RegisterHead, ...]:
    """The covers of a year's volumes, in order.

    A volume follows the legal profile under which its first dossier was received.

    Raises :class:`Refused`: ``field.unknown``, ``register.empty`` (``year``) and
    ``register.empty_field`` (``year``, ``field``) where nothing was entered.
    """
    office = office_now(unit)
    field = _field(office, wish.field)
    rows = unit.rows(_of_field(_VOLUMES, field), **_asked(unit, wish, field))
    if not rows and field is not None:
        raise Refused("register.empty_field", year=wish.year, field=field.name)
    if not rows:
        raise Refused("register.empty", year=wish.year)
    closed = at_office(date(wish.year, 12, 31)) if wish.year < unit.day.year else None
    profiles = {
        row.register_entry: row.legal_profile
        for row in unit.rows(
            _PROFILES,
            office=unit.office_id,
            the_year=wish.year,
            entries=[row.first_entry for row in rows],
        )
    }
    return tuple(
        RegisterHead(
            profile=profiles[row.first_entry],
            office_parent=office.profile.parent,
            office_name=office.profile.name,
            place=office.profile.place,
            year=wish.year,
            volume=row.register_volume,
            first_entry=row.first_entry,
            last_entry=row.last_entry,
            count=row.lines,
            year_count=sum(one.lines for one in rows),
            last=row is rows[-1],
            closed_on=closed,
            printed_at=unit.now,
            field_name=field.name if field else "",
            sample=office.sample,
        )
        for row in rows
    )


def register_lines(
    unit: ReadUnit, wish: RegisterWish, of: RegisterHead | None = None
) -> Generator[RegisterLine, None, None]:
    """The lines of a year, or ``of`` one of its volumes, in order of entry; they are read as they
    are asked for while the unit is open. Who does not read them all closes them before the unit.

    Raises :class:`Refused` ``field.unknown``.
    """
    office = office_now(unit)
    field = _field(office, wish.field)
    statement, asked = _of_field(_LINES, field), _asked(unit, wish, field)
    if of is not None:
        statement = statement.where(*_OF_VOLUME)
        asked |= {"the_volume": of.volume, "first": of.first_entry, "last": of.last_entry}
    options = {"yield_per": AT_A_TIME}
    with unit.conn.execute(statement, asked, execution_options=options) as rows:
        for row in rows:
            yield _line(row, office)


def _line(row: Row[Any], office: Office) -> RegisterLine:
    returned = row.returned_at is not None
    receipt: dict[str, Any] = msgspec.json.decode(row.receipt) if row.receipt else {}
    handed: dict[str, Any] = msgspec.json.decode(row.handed) if row.handed else {}
    first = row.first_returned_at
    appointed, first_due_at = _day(row.appointed), _day(row.received) or row.original_due_at
    due_at = row.due_at
    if due_at is None and row.state != DossierState.SUPPLEMENTING:
        due_at = appointed or row.original_due_at
    to = Receiver(receipt.get("to", Receiver.APPLICANT))
    return RegisterLine(
        volume=row.register_volume,
        entry=row.register_entry,
        code=row.code,
        procedure_name=row.procedure_name,
        sets=row.sets,
        applicant_name=row.applicant_name,
        address=msgspec.json.decode(row.applicant, type=Applicant).address,
        phone=display_phone(row.applicant_phone or ""),
        agency_name=handed.get("agency") or department_of(row, office),
        received_at=row.received_at,
        due_at=due_at,
        returned_at=row.returned_at,
        received_how=HOW_WORDS[to] if returned else "",
        note=register_note(
            row.note,
            due_at=due_at,
            first_due_at=first_due_at,
            last_due_at=appointed,
            became=_became(row),
            representative=str(receipt.get("name", "")) if returned else "",
            first_returned_at=first if first != row.returned_at else None,
            too_often=asked_too_often(row),
        ),
    )


ASKED_TOO_OFTEN = "Yêu cầu bổ sung quá số lần quy định, tính là quá hạn"
BECAME: dict[str, str] = {
    DossierState.SUPPLEMENTING: "Chờ bổ sung",
    DossierState.WITHDRAWING: "Người nộp xin rút",
    DossierState.CORRECTING: "Đang sửa kết quả",
    Outcome.REFUSED: "Từ chối giải quyết",
    Outcome.STOPPED: "Dừng giải quyết",
}
"""What the last column tells of a dossier that is not on its usual way."""

GIVEN_BACK = "Dừng giải quyết, trả lại giấy tờ"


def _became(row: Row[Any]) -> str:
    if row.outcome == Outcome.STOPPED and row.returned_at is not None:
        return GIVEN_BACK
    return BECAME.get(row.state) or BECAME.get(row.outcome or "", "")


def _day(details: str | None) -> datetime | None:
    """The day that an event appointed."""
    said = msgspec.json.decode(details).get("due_at") if details else None
    return datetime.fromisoformat(said) if said else None


def register_note(
    note: str,
    *,
    due_at: datetime | None,
    first_due_at: datetime | None,
    last_due_at: datetime | None = None,
    representative: str,
    became: str = "",
    first_returned_at: datetime | None = None,
    too_often: bool = False,
) -> str:
    """What the last column says: the officer's note, what became of a dossier without a result, the
    day first appointed where another one or none took its place, and the one last appointed where
    none holds, the day of the first handing out where the
    result was corrected after it, and who took the result away for the applicant."""
    said = [note, became]
    if too_often:
        said.append(ASKED_TOO_OFTEN)
    if first_due_at is not None and first_due_at != due_at:
        said.append(f"Hẹn lần đầu: {local(first_due_at):%d/%m/%Y}")
    if due_at is None and last_due_at is not None and last_due_at != first_due_at:
        said.append(f"Hẹn lại: {local(last_due_at):%d/%m/%Y}")
    if first_returned_at is not None:
        said.append(f"Trả lần đầu: {local(first_returned_at):%d/%m/%Y}")
    if representative:
        said.append(f"Người nhận: {representative}")
    return "; ".join(part for part in said if part)


def _field(office: Office, said: str | None) -> Field | None:
    """A field of the office, also one that it serves no more: its past register stays."""
    if said is None:
        return None
    wanted = fold(squeeze(said))
    for field in sorted(office.fields, key=lambda one: not one.active):
        if wanted in (fold(field.prefix), fold(field.name)):
            return field
    raise Refused("field.unknown", said=said[:80], known=[field.name for field in office.fields])


def _asked(unit: ReadUnit, wish: RegisterWish, field: Field | None) -> dict[str, Any]:
    asked: dict[str, Any] = {"office": unit.office_id, "the_year": wish.year}
    return asked if field is None else asked | {"the_field": field.id}


def _of_field(statement: Any, field: Field | None) -> Any:
    if field is None:
        return statement
    return statement.where(dossier.c.field_id == bindparam("the_field"))


_OF_YEAR = (
    dossier.c.office_id == bindparam("office"),
    dossier.c.register_year == bindparam("the_year"),
)
# The entries alone find a volume by the index; the volume decides where an office has changed how
# many entries a volume holds.
_OF_VOLUME = (
    dossier.c.register_volume == bindparam("the_volume"),
    dossier.c.register_entry.between(bindparam("first"), bindparam("last")),
)
_VOLUMES = (
    select(
        dossier.c.register_volume,
        func.min(dossier.c.register_entry).label("first_entry"),
        func.max(dossier.c.register_entry).label("last_entry"),
        func.count().label("lines"),
    )
    .where(*_OF_YEAR)
    .group_by(dossier.c.register_volume)
    .order_by(func.min(dossier.c.register_entry))
)
_PROFILES = select(dossier.c.register_entry, dossier.c.legal_profile).where(
    *_OF_YEAR, dossier.c.register_entry.in_(bindparam("entries", expanding=True))
)
_RECEIPT = (
    select(dossier_event.c.details)
    .where(
        dossier_event.c.dossier_id == dossier.c.id,
        dossier_event.c.act == Act.RETURN.value,
    )
    .order_by(dossier_event.c.position.desc())
    .limit(1)
    .scalar_subquery()
)
_FIRST_RETURN = (
    select(dossier_event.c.at)
    .where(
        dossier_event.c.dossier_id == dossier.c.id,
        dossier_event.c.act == Act.RETURN.value,
    )
    .order_by(dossier_event.c.position)
    .limit(1)
    .scalar_subquery()
)
_HANDED = (
    select(dossier_event.c.details)
    .where(
        dossier_event.c.dossier_id == dossier.c.id,
        dossier_event.c.act.in_([Act.FORWARD.value, Act.TAKE_OVER.value]),
    )
    .order_by(dossier_event.c.position.desc())
    .limit(1)
    .scalar_subquery()
)
_RECEIVED = (
    select(dossier_event.c.details)
    .where(dossier_event.c.dossier_id == dossier.c.id, dossier_event.c.position == 1)
    .scalar_subquery()
)
_APPOINTED = (
    select(dossier_event.c.details)
    .where(
        dossier_event.c.dossier_id == dossier.c.id,
        dossier_event.c.act.in_([act.value for act in APPOINTING]),
    )
    .order_by(dossier_event.c.position.desc())
    .limit(1)
    .scalar_subquery()
)
_LINES = (
    select(
        dossier.c.register_volume,
        dossier.c.register_entry,
        dossier.c.code,
        dossier.c.procedure_name,
        dossier.c.sets,
        dossier.c.applicant_name,
        dossier.c.applicant_phone,
        dossier.c.applicant,
        dossier.c.field_id,
        dossier.c.received_at,
        dossier.c.due_at,
        dossier.c.original_due_at,
        dossier.c.returned_at,
        dossier.c.note,
        dossier.c.state,
        dossier.c.outcome,
        dossier.c.requests,
        dossier.c.legal_profile,
        _RECEIPT.label("receipt"),
        _FIRST_RETURN.label("first_returned_at"),
        _HANDED.label("handed"),
        _RECEIVED.label("received"),
        _APPOINTED.label("appointed"),
    )
    .where(*_OF_YEAR)
    .order_by(dossier.c.register_entry)
)
