"""What the office's section shows besides the week: pure."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kiosk.office.legal import profile_on
from kiosk.office.model import Rules
from kiosk.refusal import Refused
from kiosk.ui.admin.office.departments_props import DepartmentsSeen
from kiosk.ui.admin.office.forms_props import FormsSeen
from kiosk.ui.admin.office.hours_props import HoursSeen, read_time

if TYPE_CHECKING:
    from kiosk.office.entries import ProfileEntry
    from kiosk.office.profile_keeping import ProfileKept
    from kiosk.office.rules_keeping import RulesKept

NUMBERS = (
    "priority_ratio",
    "wait_guard_minutes",
    "recall_limit",
    "no_show_return_minutes",
    "entries_per_volume",
    "backup_keep_days",
    "pin_lock_minutes",
)


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """The office as the manager keeps it."""

    profile: "ProfileKept"
    hours: HoursSeen
    rules: "RulesKept"
    departments: DepartmentsSeen
    forms: FormsSeen


@dataclass(frozen=True, slots=True)
class Shown:
    """How the office's names stand on paper and at the kiosk."""

    parent: str
    name: str
    dated: str
    kiosk: str
    first_code: str
    forms: str


@dataclass(frozen=True, slots=True)
class TypedRules:
    """The rules as they are typed."""

    forward_cutoff: str = ""
    after_cutoff_counts_as_next_day: bool = False
    priority_ratio: str = ""
    wait_guard_minutes: str = ""
    recall_limit: str = ""
    no_show_return_minutes: str = ""
    entries_per_volume: str = ""
    backup_keep_days: str = ""
    pin_lock_minutes: str = ""
    ticket_validity_note: str = ""


def derive_shown(kept: "ProfileKept", typed: "ProfileEntry", today: date) -> Shown:
    """The names as they would be shown if this were written."""
    name = " ".join(typed.name.split())
    place = " ".join(typed.place.split())
    code = kept.code_pattern.replace("{unit}", typed.unit_code.strip().upper())
    return Shown(
        parent=" ".join(typed.parent.split()).upper(),
        name=name.upper(),
        dated=f"{place}, ngày {today.day:02d} tháng {today.month:02d} năm {today.year}",
        kiosk=" ".join(typed.short_name.split()) or name,
        first_code=code.replace("{yymmdd}", f"{today:%y%m%d}").replace("{nnnn}", "0001"),
        forms=_decree(today, kept.legal_profile),
    )


def _decree(today: date, code: str) -> str:
    """What the decree in force is called; the code of the one named where its file is missing."""
    try:
        return profile_on(today, code).title
    except Refused:
        return code


def written_rules(rules: Rules) -> TypedRules:
    """The rules as the form shows them."""
    return TypedRules(
        forward_cutoff=f"{rules.forward_cutoff:%H:%M}",
        after_cutoff_counts_as_next_day=rules.after_cutoff_counts_as_next_day,
        ticket_validity_note=rules.ticket_validity_note,
        **{part: str(getattr(rules, part)) for part in NUMBERS},
    )


def read_rules(typed: TypedRules, base: Rules) -> Rules | str:
    """The rules that are meant, or the first part that cannot be read."""
    cutoff = read_time(typed.forward_cutoff)
    if cutoff is None:
        return "forward_cutoff"
    found: dict[str, int] = {}
    for part in NUMBERS:
        text = getattr(typed, part).strip().replace(".", "")
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            return part
        found[part] = int(text)
    return replace(
        base,
        forward_cutoff=cutoff,
        after_cutoff_counts_as_next_day=typed.after_cutoff_counts_as_next_day,
        ticket_validity_note=typed.ticket_validity_note,
        **found,
    )
