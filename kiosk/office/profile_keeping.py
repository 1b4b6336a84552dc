"""The manager's hand on the office's profile: its names, its place, how it is reached."""

import re
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import select, update

from kiosk.office.entries import UNIT_CODE, ProfileEntry
from kiosk.office.managers import only_manager
from kiosk.office.model import Office
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held, office_now
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.units import ReadUnit, WriteUnit

LONGEST = {
    "name": 120, "parent": 120, "place": 120, "short_name": 300, "address": 300, "hotline": 300,
    "motto": 300, "feedback_address": 300,
}  # fmt: skip
"""The longest each part may be, in characters."""

_NEEDED = ("name", "parent", "place")
_UNIT_CODE = re.compile(UNIT_CODE)


@dataclass(frozen=True, slots=True)
class ChangeProfile:
    """How the profile that was ``seen`` shall be."""

    entry: ProfileEntry
    seen: ProfileEntry


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """The profile is so now."""

    entry: ProfileEntry


@dataclass(frozen=True, slots=True)
class ProfileKept:
    """The profile, whether its unit code heads dossiers already, and what no manager changes."""

    entry: ProfileEntry
    code_used: bool
    code_pattern: str
    legal_profile: str


def kept_profile(unit: ReadUnit) -> ProfileKept:
    """The profile as it stands."""
    office = office_now(unit)
    told = office.profile
    return ProfileKept(_entry(office), _code_used(unit), told.code_pattern, told.legal_profile)


def change_profile(unit: WriteUnit, wish: ChangeProfile) -> ProfileChanged:
    """Change the profile while the office works; papers made from now on show it.

    The unit code heads every dossier code (TT 01/2018/TT-VPCP) and is what it is from the first
    dossier on. The manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``profile.changed_meanwhile``, ``profile.part_malformed`` (``part``),
    ``profile.unit_code_malformed``, ``profile.unit_code_used``.
    """
    only_manager(unit)
    office = office_held(unit)
    before = _entry(office)
    if before != wish.seen:
        raise Refused("profile.changed_meanwhile")
    entry = _good(wish.entry)
    if entry.unit_code != before.unit_code and _code_used(unit):
        raise Refused("profile.unit_code_used", unit_code=before.unit_code)
    parts = {name: getattr(entry, name) for name in LONGEST}
    parts["short_name"] = entry.short_name or entry.name
    profile = replace(office.profile, **parts)
    unit.run(
        update(schema.office).values(
            unit_code=entry.unit_code, profile=msgspec.json.encode(profile).decode()
        )
    )
    office_changed(unit)
    unit.audit(
        "profile.changed",
        unit.office_id,
        before=msgspec.to_builtins(before),
        after=msgspec.to_builtins(entry),
    )
    return ProfileChanged(entry)


def _entry(office: Office) -> ProfileEntry:
    told = office.profile
    parts = {name: getattr(told, name) for name in LONGEST}
    parts["short_name"] = "" if told.short_name == told.name else told.short_name
    return ProfileEntry(unit_code=office.unit_code, **parts)


def _good(said: ProfileEntry) -> ProfileEntry:
    unit_code = said.unit_code.strip().upper()
    if not _UNIT_CODE.match(unit_code):
        raise Refused("profile.unit_code_malformed")
    parts: dict[str, str] = {}
    for part, most in LONGEST.items():
        text = good_name(getattr(said, part), most, may_be_empty=part not in _NEEDED)
        if text is None:
            raise Refused("profile.part_malformed", part=part, most=most)
        parts[part] = text
    if parts["short_name"] == parts["name"]:
        parts["short_name"] = ""
    return ProfileEntry(unit_code=unit_code, **parts)


def _code_used(unit: ReadUnit) -> bool:
    return unit.row(select(schema.dossier.c.id).limit(1)) is not None
