"""What the office's section asks of the store. Imported only in the store's lane."""

from typing import Any

from kiosk.office import (
    departments_keeping,
    fields_keeping,
    hours_keeping,
    profile_keeping,
    rules_keeping,
)
from kiosk.office.entries import DepartmentEntry, ProfileEntry
from kiosk.office.legal import LegalProfile
from kiosk.office.model import Profile, Rules
from kiosk.office.reading import office_now, profile_now
from kiosk.office.week import Week, week_of
from kiosk.printing.forms import form_fault, is_known, is_own, words_file
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.office.departments_props import DepartmentsSeen
from kiosk.ui.admin.office.forms_props import FormSeen, FormsSeen
from kiosk.ui.admin.office.hours_props import HoursSeen
from kiosk.ui.admin.office.props import OfficeSeen

Doing = tuple[UseCase[Any, Any], Any]


def look(unit: ReadUnit) -> OfficeSeen:
    """The office as the manager keeps it."""
    office = office_now(unit)
    calendar = office.calendar
    fields = fields_keeping.kept_fields(unit)
    waiting = sum(field.waiting for field in fields)
    hours = HoursSeen(week_of(calendar.sessions), calendar.days, unit.now, waiting)
    departments = DepartmentsSeen(
        tuple((one.id, departments_keeping.entry_of(one)) for one in office.departments),
        tuple(one.entry for one in fields),
    )
    return OfficeSeen(
        profile_keeping.kept_profile(unit),
        hours,
        rules_keeping.kept_rules(unit),
        departments,
        _forms(office.profile, profile_now(unit)),
    )


def _forms(office: Profile, profile: LegalProfile) -> FormsSeen:
    return FormsSeen(
        profile.title,
        profile.code,
        office,
        tuple(
            FormSeen(
                form.kind.value,
                form.number,
                form.name,
                form.copies,
                is_known(profile.code, form),
                is_own(profile.code, form.kind),
                str(words_file(profile.code, form.kind)),
                form_fault(profile.code, form.kind),
            )
            for form in profile.forms
        ),
    )


def changing_profile(entry: ProfileEntry, seen: ProfileEntry) -> Doing:
    """The profile shall be so."""
    return profile_keeping.change_profile, profile_keeping.ChangeProfile(entry, seen)


def changing_hours(week: Week, seen: Week) -> Doing:
    """The week shall be so."""
    return hours_keeping.change_hours, hours_keeping.ChangeHours(week, seen)


def changing_rules(entry: Rules, seen: Rules) -> Doing:
    """The rules shall be so."""
    return rules_keeping.change_rules, rules_keeping.ChangeRules(entry, seen)


def changing_department(entry: DepartmentEntry, seen: DepartmentEntry) -> Doing:
    """A department shall be so."""
    wish = departments_keeping.ChangeDepartment(entry, seen)
    return departments_keeping.change_department, wish


def adding_department(entry: DepartmentEntry) -> Doing:
    """One department more."""
    return departments_keeping.add_department, departments_keeping.AddDepartment(entry)


def ordering_departments(names: tuple[str, ...], seen: tuple[str, ...]) -> Doing:
    """The departments in another order."""
    wish = departments_keeping.OrderDepartments(names, seen)
    return departments_keeping.order_departments, wish
