"""The manager's hand on what the office has decided itself: hand-over, queue, register, copies."""

from dataclasses import asdict, dataclass, replace

import msgspec
from sqlalchemy import select, update

from kiosk.office.managers import only_manager
from kiosk.office.model import Rules
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held, office_now
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.units import ReadUnit, WriteUnit

LIMITS = {
    "priority_ratio": (1, 20), "wait_guard_minutes": (5, 480), "recall_limit": (1, 20),
    "no_show_return_minutes": (0, 480), "entries_per_volume": (50, 100_000),
    "backup_keep_days": (1, 3650), "pin_lock_minutes": (1, 1440),
}  # fmt: skip
"""The least and the most that each number may be."""

LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True)
class ChangeRules:
    """How the rules that were ``seen`` shall be."""

    entry: Rules
    seen: Rules


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """The rules are so now."""

    entry: Rules


@dataclass(frozen=True, slots=True)
class RulesKept:
    """The rules, and whether this year's register has been begun."""

    entry: Rules
    register_begun: bool


def kept_rules(unit: ReadUnit) -> RulesKept:
    """The rules as they stand."""
    return RulesKept(office_now(unit).rules, _register_begun(unit))


def change_rules(unit: WriteUnit, wish: ChangeRules) -> RulesChanged:
    """Change the rules while the office works; they hold from the next number or dossier on.

    A register keeps the size of its volumes from its first entry on (TT 01/2018 Điều 10 khoản 2),
    for volume and entry stand on papers. The manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``rules.changed_meanwhile``, ``rules.out_of_range`` (``part``),
    ``rules.cutoff_malformed``, ``rules.note_malformed``, ``rules.register_begun``.
    """
    only_manager(unit)
    before = office_held(unit).rules
    if before != wish.seen:
        raise Refused("rules.changed_meanwhile")
    entry = _good(wish.entry)
    if entry.entries_per_volume != before.entries_per_volume and _register_begun(unit):
        raise Refused("rules.register_begun", year=unit.day.year)
    unit.run(update(schema.office).values(rules=msgspec.json.encode(entry).decode()))
    office_changed(unit)
    now, then = msgspec.to_builtins(entry), msgspec.to_builtins(before)
    changed = [part for part in now if now[part] != then[part]]
    unit.audit(
        "rules.changed",
        unit.office_id,
        before={part: then[part] for part in changed},
        after={part: now[part] for part in changed},
    )
    return RulesChanged(entry)


def _good(said: Rules) -> Rules:
    if said.forward_cutoff != said.forward_cutoff.replace(second=0, microsecond=0):
        raise Refused("rules.cutoff_malformed")
    numbers = asdict(said)
    for part, (least, most) in LIMITS.items():
        if not least <= numbers[part] <= most:
            raise Refused("rules.out_of_range", part=part, least=least, most=most)
    note = good_name(said.ticket_validity_note, LONGEST_NOTE, may_be_empty=True)
    if note is None:
        raise Refused("rules.note_malformed", most=LONGEST_NOTE)
    return replace(said, ticket_validity_note=note)


def _register_begun(unit: ReadUnit) -> bool:
    this_year = schema.dossier.c.register_year == unit.day.year
    return unit.row(select(schema.dossier.c.id).where(this_year).limit(1)) is not None
