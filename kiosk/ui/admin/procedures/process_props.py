"""The internal process of a procedure while it is changed: pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kiosk.catalogue.limits import TimeLimit, limit_in_words, parse_limit
from kiosk.dossiers.process_sum import process_sum
from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.props import UNITS, limit_typed
from kiosk.ui.parts.choice import Option
from kiosk.ui.words import day

if TYPE_CHECKING:
    from kiosk.dossiers.process_sum import ProcessSum

STEP_UNITS = UNITS[:-1]
LONGEST = 120


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the manager's hands; ``limit`` as it is kept (``2wd``), or as far as it is typed."""

    name: str
    responsible: str
    limit: str

    @property
    def parsed(self) -> TimeLimit | None:
        """The limit; None while it is none."""
        try:
            return parse_limit(self.limit)
        except Refused:
            return None

    @property
    def limit_words(self) -> str:
        """``02 ngày làm việc``; empty while it is none."""
        return limit_in_words(self.parsed) if self.parsed is not None else ""


NEW_STEP = StepLine("", "", "1wd")


@dataclass(frozen=True, slots=True)
class Version:
    """The steps that were set for a procedure from a day on."""

    first_day: date
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class ProcessSeen:
    """All that was set, the latest first day first; the procedure's limits; the departments; and
    the other procedures that have steps to copy."""

    code: str
    name: str
    today: date
    versions: tuple[Version, ...]
    limits: tuple[TimeLimit, ...]
    departments: tuple[str, ...]
    others: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SumProps:
    """What stands below the steps; ``warn``: it is to be looked at again."""

    words: str
    warn: bool = False


def held_on(versions: Iterable[Version], on: date) -> tuple[StepLine, ...]:
    """The steps that hold on a day."""
    return next((one.steps for one in versions if one.first_day <= on), ())


def version_options(seen: ProcessSeen) -> tuple[Option, ...]:
    """The processes to look at by their first days: what is to come, what holds, what was."""
    options, holding = [], True
    for one in seen.versions:
        words = f"Từ {day(one.first_day)}"
        if one.first_day > seen.today:
            words += ", sắp áp dụng"
        elif holding:
            words, holding = f"{words}, đang áp dụng", False
        options.append(Option(one.first_day.isoformat(), words))
    if holding:
        options.append(Option("", "Hiện chưa có quy trình"))
    return tuple(options)


def first_shown(seen: ProcessSeen) -> str:
    """The key of the version that is shown first: the one that holds today."""
    held = (one for one in seen.versions if one.first_day <= seen.today)
    return next((one.first_day.isoformat() for one in held), "")


def told_sum(lines: Iterable[StepLine], limits: tuple[TimeLimit, ...]) -> SumProps:
    """How long the steps take beside the procedure's limits, in one sentence."""
    found = process_sum((one.parsed for one in lines if one.parsed is not None), limits)
    if not found.words:
        return SumProps("Chưa có bước nào: hồ sơ của thủ tục này không theo quy trình.")
    allowed = " hoặc ".join(found.limits)
    told = f"Các bước cộng lại **{found.words}**"
    if not allowed:
        return SumProps(f"{told}; thủ tục chưa có thời hạn để so.")
    return _beside(f"{told}; thời hạn của thủ tục **{allowed}**", found)


def _beside(told: str, found: "ProcessSum") -> SumProps:
    if found.longer:
        return SumProps(f"{told}: các bước dài hơn thời hạn.", warn=True)
    if found.longer_than_some:
        return SumProps(f"{told}: các bước dài hơn thời hạn ngắn nhất.", warn=True)
    return SumProps(f"{told}.")


def fault_of(step: StepLine) -> Refused | None:
    """What is wrong with a step as it is typed: ``step.name``, ``step.responsible`` (``most``),
    ``limit.no_number``, ``limit.out_of_range``; None where nothing is."""
    if not _fits(step.name):
        return Refused("step.name", most=LONGEST)
    if not _fits(step.responsible):
        return Refused("step.responsible", most=LONGEST)
    try:
        parse_limit(limit_typed(*amount_and_unit(step.limit)) or "")
    except Refused as refusal:
        return refusal
    return None


def _fits(text: str) -> bool:
    return bool(text.strip()) and len(text) <= LONGEST


def amount_and_unit(limit: str) -> tuple[str, str]:
    """``2wd`` as it is typed: ``2`` and ``wd``."""
    keys = sorted((unit.key for unit in STEP_UNITS), key=len, reverse=True)
    unit = next((key for key in keys if limit.endswith(key)), keys[0])
    return limit.removesuffix(unit), unit


def squeezed(steps: Iterable[StepLine]) -> tuple[StepLine, ...]:
    """The steps without needless white space, as they are kept."""
    return tuple(
        StepLine(" ".join(one.name.split()), " ".join(one.responsible.split()), one.limit.strip())
        for one in steps
    )
