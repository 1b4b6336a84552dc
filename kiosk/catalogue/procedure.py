"""A procedure (thủ tục hành chính) as the office knows it, put together from all its sources."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.catalogue.limits import TimeLimit


class Level(StrEnum):
    """The lowest level of government at which a procedure is carried out (cấp thực hiện)."""

    WARD = "ward"
    PROVINCE = "province"
    MINISTRY = "ministry"
    UNKNOWN = ""


class ChannelKind(StrEnum):
    """How a dossier is handed in (NĐ 61/2018 Điều 16)."""

    DIRECT = "direct"
    ONLINE = "online"
    POSTAL = "postal"


class PaperKind(StrEnum):
    """What is done with a paper: handed in, shown, or nothing (a remark listed as a paper)."""

    SUBMIT = "submit"
    PRESENT = "present"
    NOTE = "note"


class LimitSource(StrEnum):
    """Where a time limit was found; with NONE the officer enters it."""

    CHANNEL = "channel"
    CASE = "case"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way of handing in (cách thức thực hiện), with its limit and fee as published.

    ``limit`` is None where the source names no unit; ``limit_text`` then tells what it does say.
    ``fee_amount`` is in đồng, and None unless a definite amount is published.
    """

    channel: ChannelKind
    limit: TimeLimit | None = None
    limit_text: str = ""
    fee_text: str = ""
    fee_amount: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a procedure (trường hợp) with its own limit; ``code`` is unique among them."""

    code: str
    name: str
    limit: TimeLimit | None = None
    limit_text: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A required document (thành phần hồ sơ); ``case`` is the group it belongs to, or empty."""

    name: str
    originals: int = 0
    copies: int = 0
    kind: PaperKind = PaperKind.SUBMIT
    required: bool = False
    case: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """What must be published about a procedure (NĐ 63/2010 Điều 8, TT 01/2018 Điều 16).

    ``field_prefix`` is the office's field in which it is filed; the kiosk shows it when it is
    ``offered`` there. ``fee_text`` is verbatim; ``fee_amount`` (đồng) only where one is certain.
    ``sources`` names the kinds of source it was put together from, the strongest first.
    """

    code: str
    name: str
    name_en: str = ""
    category: str = ""
    field_prefix: str | None = None
    offered: bool = False
    level: Level = Level.UNKNOWN
    decision_no: str = ""
    applicant_types: tuple[str, ...] = ()
    steps_text: str = ""
    conditions: str = ""
    result: tuple[str, ...] = ()
    agency: str = ""
    fee_text: str = ""
    fee_amount: int | None = None
    legal_basis: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    cases: tuple[Case, ...] = ()
    papers: tuple[Paper, ...] = ()
    note: str = ""
    keywords: str = ""
    sources: tuple[str, ...] = ()

    def find_case(self, code: str) -> Case | None:
        """The case with that code, or None."""
        return next((case for case in self.cases if case.code == code), None)

    def limit_for(
        self, channel: str, case_code: str | None = None
    ) -> tuple[TimeLimit | None, LimitSource]:
        """The time limit of a dossier handed in so, and where it was found.

        It is the channel's; where the channel has none, the limit of the chosen case, or the one
        limit on which all cases agree. A channel listed twice with different limits has none of
        its own. An unlisted channel (``authorized`` counts as direct) has the limit on which all
        listed ones agree, once the cases are silent. Nothing is guessed: with (None, NONE) the
        officer enters the limit.
        """
        wanted = ChannelKind.DIRECT if channel == "authorized" else channel
        listed = [one for one in self.channels if one.channel == wanted]
        own = _agreed(listed)
        if own is not None:
            return own, LimitSource.CHANNEL
        chosen = self.find_case(case_code) if case_code else None
        by_case = chosen.limit if chosen is not None else _agreed(self.cases)
        if by_case is not None:
            return by_case, LimitSource.CASE
        of_others = None if listed else _agreed(self.channels)
        if of_others is not None:
            return of_others, LimitSource.CHANNEL
        return None, LimitSource.NONE

    def fee_for(self, channel: str) -> tuple[str, int | None]:
        """The fee of a channel: its words, and the amount in đồng where one is certain.

        The procedure's own words stand where the channel has none.
        """
        wanted = ChannelKind.DIRECT if channel == "authorized" else channel
        for one in self.channels:
            if one.channel == wanted and one.fee_text:
                return one.fee_text, one.fee_amount
        return self.fee_text, self.fee_amount


def _agreed(holders: "list[Channel] | tuple[Channel, ...] | tuple[Case, ...]") -> TimeLimit | None:
    limits = {one.limit for one in holders}
    return limits.pop() if len(limits) == 1 else None
