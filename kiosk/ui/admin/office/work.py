"""What the office's section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.office import fields_keeping, hours_keeping, profile_keeping, rules_keeping
from kiosk.office.entries import ProfileEntry
from kiosk.office.model import Rules
from kiosk.office.reading import office_now
from kiosk.office.week import Week, week_of
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.office.hours_props import HoursSeen
from kiosk.ui.admin.office.props import OfficeSeen

Doing = tuple[UseCase[Any, Any], Any]


def look(unit: ReadUnit) -> OfficeSeen:
    """The office as the manager keeps it."""
    calendar = office_now(unit).calendar
    waiting = sum(field.waiting for field in fields_keeping.kept_fields(unit))
    hours = HoursSeen(week_of(calendar.sessions), calendar.days, unit.now, waiting)
    return OfficeSeen(profile_keeping.kept_profile(unit), hours, rules_keeping.kept_rules(unit))


def changing_profile(entry: ProfileEntry, seen: ProfileEntry) -> Doing:
    """The profile shall be so."""
    return profile_keeping.change_profile, profile_keeping.ChangeProfile(entry, seen)


def changing_hours(week: Week, seen: Week) -> Doing:
    """The week shall be so."""
    return hours_keeping.change_hours, hours_keeping.ChangeHours(week, seen)


def changing_rules(entry: Rules, seen: Rules) -> Doing:
    """The rules shall be so."""
    return rules_keeping.change_rules, rules_keeping.ChangeRules(entry, seen)
