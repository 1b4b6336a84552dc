"""Putting a procedure together: the office's corrections, over the sources, each where it is best.

Part by part the strongest source that says anything stands: the full record, then the catalogue
line, then what was written by hand. A bare catalogue line thus never empties the papers known
from elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.catalogue.correction import Corrected, apply_corrections
from kiosk.catalogue.procedure import Case, Channel, Level, LimitSource, Procedure
from kiosk.catalogue.source import SourceKind
from kiosk.office.model import Office
from kiosk.text import fold, squeeze

_STRONGEST_FIRST = (SourceKind.RECORD, SourceKind.CATALOGUE, SourceKind.HANDWRITTEN)


@dataclass(frozen=True, slots=True)
class Filing:
    """How an office files procedures: its fields' prefixes, and the field of each category."""

    prefixes: frozenset[str]
    of_category: dict[str, str]

    def field_of(self, category: str) -> str | None:
        """The field that serves a category, or the first of several (``A; B``) that is served."""
        names = (fold(name) for name in category.split("; "))
        return next((self.of_category[name] for name in names if name in self.of_category), None)


def filing_of(office: Office) -> Filing:
    """The filing of an office; a field serves the category of its own name too."""
    of_category: dict[str, str] = {}
    for field in office.fields:
        if field.active:
            for name in (*field.categories, field.name):
                of_category.setdefault(fold(squeeze(name)), field.prefix)
    return Filing(frozenset(field.prefix for field in office.fields), of_category)


def compose(
    read: Mapping[SourceKind, Procedure],
    corrections: tuple[Corrected, ...],
    filing: Filing,
    *,
    offered: bool,
) -> Procedure:
    """The procedure that ``read`` (at least one source) and the office's corrections make.

    It is filed in the field the office chose, else in the one written by hand, else in the one
    that serves its category. Only what is filed can be offered.
    """
    kinds = [kind for kind in _STRONGEST_FIRST if kind in read]
    said = [read[kind] for kind in kinds]
    channels, cases = _limits(read, said)
    fee = next((one for one in said if one.fee_text or one.fee_amount is not None), said[0])
    composed = Procedure(
        code=said[0].code,
        name=next(one.name for one in said if one.name),
        name_en=_text("name_en", said),
        category=_text("category", said),
        level=next((one.level for one in said if one.level), Level.UNKNOWN),
        decision_no=_text("decision_no", said),
        applicant_types=next((one.applicant_types for one in said if one.applicant_types), ()),
        steps_text=_text("steps_text", said),
        conditions=_text("conditions", said),
        result=next((one.result for one in said if one.result), ()),
        agency=_text("agency", said),
        fee_text=fee.fee_text,
        fee_amount=fee.fee_amount,
        legal_basis=next((one.legal_basis for one in said if one.legal_basis), ()),
        channels=channels,
        cases=cases,
        papers=next((one.papers for one in said if one.papers), ()),
        note=_text("note", said),
        keywords=_text("keywords", said),
        sources=tuple(kind.value for kind in kinds),
    )
    corrected = apply_corrections(composed, corrections)
    prefix = corrected.field_prefix
    if prefix is None:
        by_hand = read.get(SourceKind.HANDWRITTEN)
        prefix = by_hand.field_prefix if by_hand else None
    if prefix is None:
        prefix = filing.field_of(corrected.category)
    known = prefix if prefix in filing.prefixes else None
    return replace(corrected, field_prefix=known, offered=offered and known is not None)


def _text(part: str, said: list[Procedure]) -> str:
    return next((text for one in said if (text := str(getattr(one, part)))), "")


def _limits(
    read: Mapping[SourceKind, Procedure], said: list[Procedure]
) -> tuple[tuple[Channel, ...], tuple[Case, ...]]:
    """Channels and cases belong together: both from one source.

    Where a full record names no unit and its cases do not settle the limit either, the limit
    written by hand for the same channel stands.
    """
    chosen = next((one for one in said if one.channels or one.cases), None)
    if chosen is None:
        return (), ()
    by_hand = read.get(SourceKind.HANDWRITTEN)
    if by_hand is None or by_hand is chosen:
        return chosen.channels, chosen.cases
    return tuple(_settled(one, chosen, by_hand) for one in chosen.channels), chosen.cases


def _settled(channel: Channel, chosen: Procedure, by_hand: Procedure) -> Channel:
    if chosen.limit_for(channel.channel)[1] is not LimitSource.NONE or channel.limit is not None:
        return channel
    written = next((one for one in by_hand.channels if one.channel == channel.channel), None)
    if written is None or written.limit is None:
        return channel
    return replace(channel, limit=written.limit, limit_text=written.limit_text)
