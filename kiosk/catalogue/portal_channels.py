"""Channels, limits, fees and cases of a full record."""

from collections.abc import Iterable, Sequence

from kiosk.catalogue.cleaning import lines_of, listed, members, text_of, whole_number
from kiosk.catalogue.limits import LimitUnit, TimeLimit, limit_in_words
from kiosk.catalogue.procedure import Case, Channel, ChannelKind
from kiosk.catalogue.unreadable import (
    Unreadable,
    channel_unknown,
    fee_doubtful,
    limit_is_a_sentence,
    limit_unreadable,
    limit_without_unit,
    limits_differ,
)
from kiosk.refusal import Refused

_CHANNELS = {
    "DIRECT": ChannelKind.DIRECT,
    "ONLINE": ChannelKind.ONLINE,
    "POSTAL": ChannelKind.POSTAL,
}
_UNITS = {
    "WORKING_DAY": LimitUnit.WORKING_DAY,
    "DAY": LimitUnit.DAY,
    "HOUR": LimitUnit.HOUR,
    "MONTH": LimitUnit.MONTH,
}
_LIMITS = "Thời hạn giải quyết"
_CHANNEL_PART = "Cách thức thực hiện"
_CASE_PART = "Thời hạn theo trường hợp"
_FEE_PART = "Phí, lệ phí"

LEAST_FEE = 1000
"""Below this (đồng) no fee is asked at a counter: 25 stands for 25.000 (2.001xxx on the portal)."""


def read_channels(
    methods: Sequence[object], cases: Sequence[Case]
) -> tuple[tuple[Channel, ...], list[Unreadable]]:
    """The channels, the same one once; a missing limit is told unless a case has one."""
    complaints: list[Unreadable] = []
    channels: dict[Channel, None] = {}
    for method in methods:
        said = text_of(members(method, "submissionMethod"))
        kind = _CHANNELS.get(said.upper())
        if kind is None:
            complaints.append(Unreadable(_CHANNEL_PART, channel_unknown(said)))
            continue
        limit, limit_text, complaint = _limit(
            members(method, "processingTime"), members(method, "processingTimeUnit")
        )
        if complaint and not any(case.limit for case in cases):
            complaints.append(Unreadable(_LIMITS, complaint))
        fee_text, fee_amount, doubts = _fee(listed(members(method, "fees")))
        complaints += doubts
        channels.setdefault(
            Channel(
                channel=kind,
                limit=limit,
                limit_text=limit_text,
                fee_text=fee_text,
                fee_amount=fee_amount,
                note=lines_of(members(method, "description")),
            )
        )
    return tuple(channels), complaints + _differing(channels)


def read_cases(cases: Iterable[object]) -> tuple[tuple[Case, ...], list[Unreadable]]:
    """The cases with their limits, the same one once; codes are made unique by a turn."""
    complaints: list[Unreadable] = []
    seen: set[tuple[str, str, TimeLimit | None]] = set()
    turns: dict[str, int] = {}
    read: list[Case] = []
    for case in cases:
        name, code = text_of(members(case, "name")), text_of(members(case, "code"))[:36]
        day = members(case, "processingDay")
        limit, limit_text, complaint = _limit(members(day, "qty"), members(day, "type"))
        if complaint:
            complaints.append(Unreadable(_CASE_PART, complaint))
        if (not name and not code) or (code, name, limit) in seen:
            continue
        seen.add((code, name, limit))
        turns[code] = turn = turns.get(code, 0) + 1
        read.append(
            Case(
                code=code if code and turn == 1 else f"{code or 'TH'}-{turn}",
                name=name,
                limit=limit,
                limit_text=limit_text,
            )
        )
    return tuple(read), complaints


def _limit(amount: object, unit: object) -> tuple[TimeLimit | None, str, str]:
    """A limit, how it is told, and the complaint about it (or "")."""
    told = text_of(amount)
    number = whole_number(amount)
    if number is None:
        if len(told.split()) > 1:
            return None, told, limit_is_a_sentence(told)
        return None, told, limit_unreadable(told) if told else ""
    known = _UNITS.get(text_of(unit).upper())
    if known is None:
        return None, f"{number} (không ghi đơn vị)" if number else "", limit_without_unit(number)
    try:
        limit = TimeLimit(number, known)
    except Refused:
        return None, told, limit_unreadable(f"{told} {text_of(unit)}")
    return limit, limit_in_words(limit), ""


def _differing(channels: Iterable[Channel]) -> list[Unreadable]:
    told: dict[ChannelKind, dict[str, None]] = {}
    for one in channels:
        if one.limit is not None:
            told.setdefault(one.channel, {}).setdefault(limit_in_words(one.limit))
    several = {", ".join(texts): None for texts in told.values() if len(texts) > 1}
    return [Unreadable(_LIMITS, limits_differ(texts)) for texts in several]


def _fee(fees: Iterable[object]) -> tuple[str, int | None, list[Unreadable]]:
    """Fee words, a certain amount, doubts. 0 never means free by itself: the province decides.

    An amount is certain when it is the only one and the words beside it do not send the reader
    to the provincial council.
    """
    texts: dict[str, None] = {}
    amounts: set[int] = set()
    certain = True
    doubts: list[Unreadable] = []
    for fee in fees:
        value = members(fee, "value")
        number = whole_number(value)
        words = text_of(members(fee, "description"))
        if number is None and value is not None:
            doubts.append(Unreadable(_FEE_PART, fee_doubtful(text_of(value))))
        elif number is not None and number != 0 and number < LEAST_FEE:
            doubts.append(Unreadable(_FEE_PART, fee_doubtful(str(number))))
            certain = False
        elif number:
            amounts.add(number)
            if not words:
                words = in_dong(number)
            elif in_dong(number).split()[0] not in words and str(number) not in words:
                words = f"{in_dong(number)}: {words}"
        elif words:
            certain = False
        if words:
            texts.setdefault(words)
    amount = amounts.pop() if certain and len(amounts) == 1 else None
    return "\n".join(texts), amount, doubts


def in_dong(amount: int) -> str:
    """An amount as it is written in Vietnamese: ``8.000 đồng``."""
    return f"{amount:,} đồng".replace(",", ".")
