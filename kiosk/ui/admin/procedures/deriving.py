"""From what the catalogue knows to what the section shows. Imported only in the store's lane."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from kiosk.catalogue.limits import TimeLimit, limit_in_words
from kiosk.catalogue.listing import CorrectionSeen, KnownProcedure, ProcedureSeen
from kiosk.catalogue.procedure import ChannelKind, Level, Procedure
from kiosk.office.model import Field
from kiosk.ui.admin.procedures.process_props import StepLine, told_sum
from kiosk.ui.admin.procedures.props import (
    BY_OFFICER,
    Detail,
    KnownRow,
    PaperLine,
    PartKind,
    PartRow,
)
from kiosk.ui.words import day_and_clock, money, number

_LEVELS = {
    Level.WARD: "cấp xã",
    Level.PROVINCE: "cấp tỉnh",
    Level.MINISTRY: "cấp bộ",
    Level.UNKNOWN: "",
}
_KINDS: dict[str, PartKind] = {
    "note": "lines",
    "fee_text": "lines",
    "fee_amount": "money",
    "papers": "papers",
    **{f"limit.{kind.value}": "limit" for kind in ChannelKind},
}
_TITLES = {
    "name": "Tên thủ tục",
    "limit.direct": "Hạn, trực tiếp",
    "limit.online": "Hạn, trực tuyến",
    "limit.postal": "Hạn, bưu chính",
    "fee_text": "Phí, lệ phí",
    "fee_amount": "Số tiền",
    "papers": "Giấy tờ",
    "note": "Ghi chú",
    "agency": "Cơ quan",
    "category": "Lĩnh vực",
    "name_en": "Tên tiếng Anh",
}
_NOTHING = "(chưa có)"


def derive_rows(known: Iterable[KnownProcedure], fields: tuple[Field, ...]) -> tuple[KnownRow, ...]:
    """The lines of the list. What is filed nowhere shows the category of its source."""
    names = {field.prefix: field.name for field in fields}
    return tuple(
        KnownRow(
            one.code,
            one.name,
            one.field,
            names.get(one.field, "") or one.category,
            one.offered,
            one.corrected,
        )
        for one in known
    )


def derive_detail(seen: ProcedureSeen) -> Detail:
    """A procedure with its parts: what stands, what was announced, who corrected it."""
    now = seen.now
    corrections = {one.part: one for one in seen.corrections}
    line = [now.code, now.category, _LEVELS[now.level]]
    return Detail(
        code=now.code,
        name=now.name,
        line=" · ".join(filter(None, line)),
        field=now.field_prefix or "",
        offered=now.offered,
        parts=tuple(_part(part, seen, corrections.get(part)) for part in _TITLES),
        papers=tuple(
            PaperLine(one.name, one.originals, one.copies, one.kind.value, one.required, one.case)
            for one in now.papers
        ),
    )


def with_process(detail: Detail, steps: tuple[StepLine, ...]) -> Detail:
    """The procedure with its internal process of today among its parts, behind its papers."""
    together = told_sum(steps, ()).words.partition(";")[0].replace("**", "")
    shown = f"{len(steps)} bước" if steps else _NOTHING
    row = PartRow("process", "Quy trình nội bộ", "process", shown, together, "")
    at = [one.part for one in detail.parts].index("papers") + 1
    return replace(detail, parts=(*detail.parts[:at], row, *detail.parts[at:]))


def _part(part: str, seen: ProcedureSeen, correction: CorrectionSeen | None) -> PartRow:
    shown, announced = _SHOWN[part](seen.now), _SHOWN[part](seen.announced)
    return PartRow(
        part=part,
        title=_TITLES[part],
        kind=_KINDS.get(part, "line"),
        shown=" ".join(shown.split()) or _NOTHING,
        announced=announced or _NOTHING,
        typed=_typed(part, seen.now),
        by=f"{correction.by or 'Máy'}, {day_and_clock(correction.at)}" if correction else "",
    )


def _limit_of(one: Procedure, kind: ChannelKind) -> tuple[TimeLimit | None, str]:
    channel = next((each for each in one.channels if each.channel == kind), None)
    return (channel.limit, channel.limit_text) if channel is not None else (None, "")


def _limit_shown(kind: ChannelKind) -> Callable[[Procedure], str]:
    def shown(one: Procedure) -> str:
        limit, text = _limit_of(one, kind)
        if limit is not None:
            return limit_in_words(limit)
        if not any(each.channel == kind for each in one.channels):
            return ""
        return f"Cán bộ nhập khi tiếp nhận (ghi “{text}”)" if text else "Cán bộ nhập khi tiếp nhận"

    return shown


def _papers_shown(one: Procedure) -> str:
    return f"{len(one.papers)} giấy tờ" if one.papers else ""


def _amount_shown(one: Procedure) -> str:
    return "chưa chắc số tiền" if one.fee_amount is None else money(one.fee_amount)


def _text_of(part: str) -> Callable[[Procedure], str]:
    return lambda one: str(getattr(one, part))


_SHOWN: dict[str, Callable[[Procedure], str]] = {
    **{
        part: _text_of(part)
        for part in ("name", "name_en", "category", "agency", "note", "fee_text")
    },
    "fee_amount": _amount_shown,
    "papers": _papers_shown,
    **{f"limit.{kind.value}": _limit_shown(kind) for kind in ChannelKind},
}


def _typed(part: str, now: Procedure) -> str:
    if part.startswith("limit."):
        limit, _ = _limit_of(now, ChannelKind(part.removeprefix("limit.")))
        return f"{limit.amount} {limit.unit.value}" if limit is not None else f" {BY_OFFICER}"
    if part == "fee_amount":
        return "" if now.fee_amount is None else number(now.fee_amount)
    return "" if part == "papers" else str(getattr(now, part))
