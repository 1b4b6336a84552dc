"""The manager's hand on the priority groups: named, ordered, in use or not.

No national order of these groups exists: the office decides it.
"""

import re
from dataclasses import dataclass

import msgspec
from sqlalchemy import insert, update

from kiosk.office.entries import GroupEntry
from kiosk.office.managers import only_manager
from kiosk.office.model import Office, PriorityGroup
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held
from kiosk.refusal import Refused
from kiosk.storage.schema import priority_group
from kiosk.storage.units import WriteUnit
from kiosk.text import fold

LONGEST_NAME = 120
MOST_GROUPS = 20
_LONGEST_CODE = 20
_OUT_OF_THE_WAY = 1000


@dataclass(frozen=True, slots=True)
class AddGroup:
    """A new group, last in the order; its code comes from its name."""

    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """How the group that was ``seen`` shall be; its code stays."""

    entry: GroupEntry
    seen: GroupEntry


@dataclass(frozen=True, slots=True)
class OrderGroups:
    """All codes in the order of service; ``seen``: the order that the manager saw."""

    codes: tuple[str, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupKept:
    """The group is so now."""

    entry: GroupEntry


@dataclass(frozen=True, slots=True)
class GroupsOrdered:
    """The groups stand in this order; ``before``: how they stood."""

    codes: tuple[str, ...]
    before: tuple[str, ...]


def entry_of(one: PriorityGroup) -> GroupEntry:
    """A group as the manager keeps it."""
    return GroupEntry(one.code, one.name, one.name_en, one.active)


def add_group(unit: WriteUnit, wish: AddGroup) -> GroupKept:
    """Add a priority group; the manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``group.malformed``, ``group.name_taken``, ``group.too_many``.
    """
    only_manager(unit)
    office = office_held(unit)
    groups = office.priority_groups
    if len(groups) >= MOST_GROUPS:
        raise Refused("group.too_many", most=MOST_GROUPS)
    name, name_en = _good(office, wish.name, wish.name_en, "")
    code = _free_code(name, {one.code for one in groups})
    unit.conn.execute(
        insert(priority_group),
        {
            "code": code,
            "name": name,
            "name_en": name_en,
            "rank": max((one.rank for one in groups), default=0) + 1,
            "active": True,
        },
    )
    office_changed(unit)
    unit.audit("group.added", f"priority:{code}", name=name, name_en=name_en)
    return GroupKept(GroupEntry(code, name, name_en))


def change_group(unit: WriteUnit, wish: ChangeGroup) -> GroupKept:
    """Change a group while the office works; numbers already given keep their rank.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``priority.unknown``, ``group.changed_meanwhile``,
    ``group.malformed``, ``group.name_taken``.
    """
    only_manager(unit)
    office = office_held(unit)
    known = next((one for one in office.priority_groups if one.code == wish.seen.code), None)
    if known is None:
        codes = [one.code for one in office.priority_groups]
        raise Refused("priority.unknown", said=wish.seen.code[:40], known=codes)
    if entry_of(known) != wish.seen:
        raise Refused("group.changed_meanwhile", group=known.name)
    name, name_en = _good(office, wish.entry.name, wish.entry.name_en, known.code)
    entry = GroupEntry(known.code, name, name_en, wish.entry.active)
    unit.run(
        update(priority_group)
        .where(priority_group.c.code == known.code)
        .values(name=name, name_en=name_en, active=entry.active)
    )
    office_changed(unit)
    unit.audit(
        "group.changed",
        f"priority:{known.code}",
        before=msgspec.to_builtins(wish.seen),
        after=msgspec.to_builtins(entry),
    )
    return GroupKept(entry)


def order_groups(unit: WriteUnit, wish: OrderGroups) -> GroupsOrdered:
    """Put the groups in another order of service; numbers already given keep theirs.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``group.order_stale`` where the groups or their order are others.
    """
    only_manager(unit)
    before = tuple(one.code for one in office_held(unit).priority_groups)
    if before != tuple(wish.seen) or sorted(wish.codes) != sorted(before):
        raise Refused("group.order_stale")
    # Ranks are unique: all step aside before they stand in their new places.
    for first in (_OUT_OF_THE_WAY, 1):
        for rank, code in enumerate(wish.codes, first):
            place = update(priority_group).where(priority_group.c.code == code)
            unit.run(place.values(rank=rank))
    office_changed(unit)
    unit.audit("group.ordered", "priorities", before=before, after=wish.codes)
    return GroupsOrdered(tuple(wish.codes), before)


def _good(office: Office, name_said: str, english_said: str, code: str) -> tuple[str, str]:
    name = good_name(name_said, LONGEST_NAME)
    name_en = good_name(english_said, LONGEST_NAME, may_be_empty=True)
    if name is None or name_en is None:
        raise Refused("group.malformed", english=name is not None, most=LONGEST_NAME)
    others = [fold(one.name) for one in office.priority_groups if one.code != code]
    if fold(name) in others:
        raise Refused("group.name_taken", group=name)
    return name, name_en or name


def _free_code(name: str, taken: set[str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[: _LONGEST_CODE - 3] or "group"
    codes = (stem, *(f"{stem}_{number}" for number in range(2, MOST_GROUPS + 2)))
    return next(code for code in codes if code not in taken)
