"""Procedures written by hand in TOML: ``[[procedure]]`` with channels, cases and papers."""

from enum import StrEnum
from typing import TypeVar

from kiosk.catalogue.cleaning import (
    lines_of,
    listed,
    members,
    name_of_paper,
    names_of,
    text_of,
    whole_number,
)
from kiosk.catalogue.limits import TimeLimit, limit_in_words, parse_limit
from kiosk.catalogue.procedure import (
    Case,
    Channel,
    ChannelKind,
    Level,
    Paper,
    PaperKind,
    Procedure,
)
from kiosk.catalogue.source import Reading
from kiosk.catalogue.unreadable import (
    Unreadable,
    channel_unknown,
    limit_unreadable,
    value_unknown,
)
from kiosk.refusal import Refused

Choice = TypeVar("Choice", bound=StrEnum)


def read_table(table: dict[str, object]) -> Reading:
    """What one ``[[procedure]]`` says; what cannot be read is told beside it."""
    complaints: list[Unreadable] = []
    amount = whole_number(table.get("fee_amount"))
    procedure = Procedure(
        code=text_of(table.get("code")),
        name=text_of(table.get("name")),
        name_en=text_of(table.get("name_en")),
        category=text_of(table.get("category")),
        field_prefix=text_of(table.get("field")) or None,
        level=_choice(Level, "Cấp thực hiện", table.get("level"), Level.UNKNOWN, complaints),
        decision_no=text_of(table.get("decision_no")),
        applicant_types=names_of(table.get("applicant_types")),
        steps_text=lines_of(table.get("steps_text")),
        conditions=lines_of(table.get("conditions")),
        result=names_of(table.get("result")),
        agency=text_of(table.get("agency")),
        fee_text=lines_of(table.get("fee_text")),
        fee_amount=amount if amount is not None and amount >= 0 else None,
        legal_basis=names_of(table.get("legal_basis")),
        channels=tuple(_channels(table, complaints)),
        cases=tuple(_cases(table, complaints)),
        papers=tuple(_papers(table, complaints)),
        note=lines_of(table.get("note")),
    )
    return Reading(procedure, tuple(complaints))


def _channels(table: dict[str, object], complaints: list[Unreadable]) -> list[Channel]:
    channels = []
    for one in listed(table.get("channels")):
        said = text_of(members(one, "channel"))
        if said not in set(ChannelKind):
            complaints.append(Unreadable("Cách thức thực hiện", channel_unknown(said)))
            continue
        limit = _limit("Thời hạn giải quyết", members(one, "limit"), complaints)
        channels.append(
            Channel(
                channel=ChannelKind(said),
                limit=limit,
                limit_text=_limit_text(members(one, "limit_text"), limit),
                fee_text=lines_of(members(one, "fee_text")),
                fee_amount=whole_number(members(one, "fee_amount")),
                note=lines_of(members(one, "note")),
            )
        )
    return channels


def _cases(table: dict[str, object], complaints: list[Unreadable]) -> list[Case]:
    cases: dict[str, Case] = {}
    for position, one in enumerate(listed(table.get("cases")), start=1):
        limit = _limit("Thời hạn theo trường hợp", members(one, "limit"), complaints)
        code = text_of(members(one, "code"))[:40] or str(position)
        cases.setdefault(
            code,
            Case(
                code=code,
                name=text_of(members(one, "name")),
                limit=limit,
                limit_text=_limit_text(members(one, "limit_text"), limit),
            ),
        )
    return list(cases.values())


def _papers(table: dict[str, object], complaints: list[Unreadable]) -> list[Paper]:
    papers = []
    for one in listed(table.get("papers")):
        name = name_of_paper(members(one, "name"))
        if name:
            papers.append(
                Paper(
                    name=name,
                    originals=min(max(whole_number(members(one, "originals")) or 0, 0), 999),
                    copies=min(max(whole_number(members(one, "copies")) or 0, 0), 999),
                    kind=_choice(
                        PaperKind,
                        "Thành phần hồ sơ",
                        members(one, "kind"),
                        PaperKind.SUBMIT,
                        complaints,
                    ),
                    required=members(one, "required") is True,
                    case=text_of(members(one, "case")),
                )
            )
    return papers


def _limit(part: str, value: object, complaints: list[Unreadable]) -> TimeLimit | None:
    said = text_of(value)
    if not said:
        return None
    try:
        return parse_limit(said)
    except Refused:
        complaints.append(Unreadable(part, limit_unreadable(said)))
        return None


def _limit_text(value: object, limit: TimeLimit | None) -> str:
    return text_of(value) or (limit_in_words(limit) if limit else "")


def _choice(
    kind: type[Choice], part: str, value: object, default: Choice, complaints: list[Unreadable]
) -> Choice:
    said = text_of(value)
    if not said:
        return default
    try:
        return kind(said)
    except ValueError:
        complaints.append(Unreadable(part, value_unknown(said)))
        return default
