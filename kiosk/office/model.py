"""The office as frozen values: who we are, when we are open, what we serve, where."""

from dataclasses import dataclass
from datetime import datetime, time

from kiosk.office.calendar import WorkingCalendar
from kiosk.refusal import Refused
from kiosk.text import fold, squeeze


@dataclass(frozen=True, slots=True)
class Profile:
    """The office's name and how it is reached; printed on every paper."""

    name: str
    parent: str
    short_name: str
    place: str
    address: str
    hotline: str
    motto: str
    legal_profile: str
    feedback_address: str = ""
    code_pattern: str = "{unit}-{yymmdd}-{nnnn}"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the office itself has decided; the manager edits it."""

    forward_cutoff: time = time(15)
    after_cutoff_counts_as_next_day: bool = False
    priority_ratio: int = 2
    wait_guard_minutes: int = 45
    recall_limit: int = 3
    no_show_return_minutes: int = 15
    entries_per_volume: int = 1000
    backup_keep_days: int = 14
    pin_lock_minutes: int = 15
    ticket_validity_note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work (lĩnh vực) that the office serves, with the prefix of its numbers.

    ``daily_limit``: how many numbers it gives in a day; None where there is no limit.
    """

    id: str
    prefix: str
    name: str
    name_en: str
    icon: str
    categories: tuple[str, ...]
    active: bool
    daily_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter (quầy) and the fields it serves, by prefix."""

    id: str
    number: int
    name: str
    fields: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class Department:
    """A body (cơ quan, phòng chuyên môn) that decides on dossiers of ``fields``, by prefix."""

    id: str
    name: str
    parent: str
    head_name: str
    head_title: str
    phone: str
    fields: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class PriorityGroup:
    """A group served earlier (domain: no national order exists, the office decides)."""

    code: str
    name: str
    name_en: str
    rank: int
    active: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """The whole office pauses (mất điện, sơ tán …): since when, and what citizens are told."""

    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Office:
    """Everything about the office that the rooms ask for, as it stands now."""

    id: str
    revision: int
    sample: bool
    unit_code: str
    profile: Profile
    rules: Rules
    calendar: WorkingCalendar
    fields: tuple[Field, ...]
    counters: tuple[Counter, ...]
    priority_groups: tuple[PriorityGroup, ...]
    departments: tuple[Department, ...] = ()
    pause: Pause | None = None

    def field_by_id(self, field_id: str) -> Field:
        """The field with that key."""
        return next(field for field in self.fields if field.id == field_id)

    def find_field(self, said: str) -> Field:
        """The served field that is called so: by prefix, or by name whatever its accents.

        Raises :class:`Refused` ``field.unknown``.
        """
        wanted = fold(squeeze(said))
        for field in self.fields:
            if field.active and wanted in (fold(field.prefix), fold(field.name)):
                return field
        raise Refused(
            "field.unknown", said=said[:80], known=[f.name for f in self.fields if f.active]
        )

    def find_counter(self, number: int) -> Counter:
        """The counter with that number. Raises :class:`Refused` ``counter.unknown``."""
        for counter in self.counters:
            if counter.number == number and counter.active:
                return counter
        raise Refused(
            "counter.unknown",
            number=number,
            known=[c.number for c in self.counters if c.active],
        )

    def counter_by_id(self, counter_id: str) -> Counter:
        """The counter with that key."""
        return next(counter for counter in self.counters if counter.id == counter_id)

    def counters_serving(self, field: Field) -> tuple[Counter, ...]:
        """The counters where that field is served, in order."""
        return tuple(c for c in self.counters if c.active and field.prefix in c.fields)

    def find_priority(self, code: str) -> PriorityGroup:
        """The priority group with that code. Raises :class:`Refused` ``priority.unknown``."""
        for group in self.priority_groups:
            if group.active and group.code == code:
                return group
        raise Refused(
            "priority.unknown",
            said=code[:40],
            known=[g.code for g in self.priority_groups if g.active],
        )

    def departments_for(self, field_id: str) -> tuple[Department, ...]:
        """The departments in use: those that answer for the field with that key first."""
        prefix = next((field.prefix for field in self.fields if field.id == field_id), None)
        listed = (one for one in self.departments if one.active)
        return tuple(sorted(listed, key=lambda one: prefix not in one.fields))

    def department_named(self, said: str) -> Department | None:
        """The department of that name, in use or not; None for a body that is not listed."""
        wanted = fold(squeeze(said))
        return next((one for one in self.departments if fold(one.name) == wanted), None)
