"""The office's corrections: which parts may be corrected, with what, and how they are applied."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from kiosk.catalogue.cleaning import lines_of, name_of_paper, text_of
from kiosk.catalogue.limits import TimeLimit, limit_in_words, parse_limit
from kiosk.catalogue.procedure import Channel, ChannelKind, Paper, Procedure
from kiosk.refusal import Refused
from kiosk.text import code_point, has_control, unprintable

Value = str | int | None | tuple[Paper, ...]
"""What a part is corrected with: text, đồng, a limit (``5wd``) or the whole list of papers."""

MOST_PAPERS = 100
MOST_FEE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction in force: the part, and its checked value as JSON."""

    part: str
    value: str


def checked(part: str, value: Value) -> str:
    """A correction's value as it is kept.

    Parts: ``name``, ``name_en``, ``category``, ``agency``, ``note``, ``fee_text``, ``fee_amount``
    (đồng, or None for "not certain"), ``papers``, ``limit.direct``, ``limit.online``,
    ``limit.postal`` (``5wd``, or None for "the officer decides").

    Raises :class:`Refused`: ``correction.part_unknown``, ``correction.value`` (with ``why``:
    empty, too_long, control, unprintable with ``letter`` and ``point``, number, papers), ``limit.malformed``, ``limit.out_of_range``.
    """
    if part in _TEXTS:
        return _encoded(_text(part, value))
    if part == "fee_amount":
        if value is not None and (
            isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_FEE
        ):
            raise Refused("correction.value", part=part, why="number", most=MOST_FEE)
        return _encoded(value)
    if part == "papers":
        return _encoded(_papers(value))
    if part in _LIMITS:
        if value is None:
            return _encoded(None)
        if not isinstance(value, str):
            raise Refused("limit.malformed", text=str(value)[:80])
        return _encoded(str(parse_limit(value)))
    raise Refused("correction.part_unknown", part=part[:40], known=list(PARTS))


def apply_corrections(procedure: Procedure, corrections: tuple[Corrected, ...]) -> Procedure:
    """The procedure as the office says it is. A part that is no longer known is passed over."""
    values = {correction.part: correction.value for correction in corrections}
    for part, apply in _APPLY.items():
        if part in values:
            procedure = apply(procedure, values[part])
    return procedure


def _text(part: str, value: Value) -> str:
    if not isinstance(value, str):
        raise Refused("correction.value", part=part, why="empty", most=_TEXTS[part])
    if has_control(value.replace("\n", " ")):
        raise Refused("correction.value", part=part, why="control", most=_TEXTS[part])
    _require_printable(part, value)
    text = lines_of(value) if part in _OF_LINES else text_of(value)
    if not text and part not in _MAY_BE_EMPTY:
        raise Refused("correction.value", part=part, why="empty", most=_TEXTS[part])
    if len(text) > _TEXTS[part]:
        raise Refused("correction.value", part=part, why="too_long", most=_TEXTS[part])
    return text


def _require_printable(part: str, text: str) -> None:
    if part in _ON_PAPER and (letter := unprintable(text)):
        point = code_point(letter)
        raise Refused("correction.value", part=part, why="unprintable", letter=letter, point=point)


def _papers(value: Value) -> tuple[Paper, ...]:
    refusal = Refused("correction.value", part="papers", why="papers", most=MOST_PAPERS)
    if not isinstance(value, tuple) or len(value) > MOST_PAPERS:
        raise refusal
    papers = []
    for paper in value:
        name = name_of_paper(paper.name)
        odd = has_control(paper.name) or has_control(paper.case)
        counts = (paper.originals, paper.copies)
        if odd or not 0 < len(name) <= 2000 or any(not 0 <= count <= 99 for count in counts):
            raise refusal
        _require_printable("papers", paper.name)
        papers.append(replace(paper, name=name, case=text_of(paper.case)))
    return tuple(papers)


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _decoded(value: str, kind: Any) -> Any:
    return msgspec.json.decode(value, type=kind)


def _with_limit(kind: ChannelKind) -> Callable[[Procedure, str], Procedure]:
    def apply(procedure: Procedure, value: str) -> Procedure:
        said: str | None = _decoded(value, str | None)
        limit: TimeLimit | None = parse_limit(said) if said else None
        told = limit_in_words(limit) if limit else ""
        if any(one.channel == kind for one in procedure.channels):
            channels = tuple(
                replace(one, limit=limit, limit_text=told) if one.channel == kind else one
                for one in procedure.channels
            )
        else:
            channels = (*procedure.channels, Channel(kind, limit, told))
        return replace(procedure, channels=channels)

    return apply


def _with_text(part: str) -> Callable[[Procedure, str], Procedure]:
    def apply(procedure: Procedure, value: str) -> Procedure:
        changes: dict[str, Any] = {part: _decoded(value, str)}
        return replace(procedure, **changes)

    return apply


def _with_fee_text(procedure: Procedure, value: str) -> Procedure:
    """The office's own words stand for every channel; the amount beside the old ones is gone."""
    channels = tuple(replace(one, fee_text="", fee_amount=None) for one in procedure.channels)
    return replace(procedure, fee_text=_decoded(value, str), fee_amount=None, channels=channels)


def _with_fee_amount(procedure: Procedure, value: str) -> Procedure:
    """The amount asked at the counter; other channels keep the one published for them."""
    amount: int | None = _decoded(value, int | None)
    channels = tuple(
        replace(one, fee_amount=amount) if one.channel == ChannelKind.DIRECT else one
        for one in procedure.channels
    )
    return replace(procedure, fee_amount=amount, channels=channels)


def _with_papers(procedure: Procedure, value: str) -> Procedure:
    return replace(procedure, papers=_decoded(value, tuple[Paper, ...]))


def _with_field(procedure: Procedure, value: str) -> Procedure:
    return replace(procedure, field_prefix=_decoded(value, str))


FIELD = "field"
"""The field the office files a procedure in; set by offering it, not by a correction."""

_TEXTS = {
    "name": 1500,
    "name_en": 500,
    "category": 300,
    "agency": 1000,
    "note": 4000,
    "fee_text": 4000,
}
_OF_LINES = {"note", "fee_text"}
_ON_PAPER = {"name", "category", "fee_text", "papers"}
_MAY_BE_EMPTY = {"name_en", "agency", "note", "fee_text"}
_LIMITS = {f"limit.{kind.value}": kind for kind in ChannelKind}
# Applied in this order: the fee's words before its amount.
_APPLY: dict[str, Callable[[Procedure, str], Procedure]] = {
    **{part: _with_text(part) for part in _TEXTS if part != "fee_text"},
    "fee_text": _with_fee_text,
    "fee_amount": _with_fee_amount,
    "papers": _with_papers,
    **{part: _with_limit(kind) for part, kind in _LIMITS.items()},
    FIELD: _with_field,
}
PARTS = tuple(part for part in _APPLY if part != FIELD)
