"""What a manager keeps, as plain values: profile, counters, fields, departments, priority groups,
people."""

from dataclasses import dataclass

MANAGER = "manager"
ROLES = ("officer", MANAGER, "it")
ICONS = (
    "doc", "rings", "stamp", "map", "house", "build", "store", "heart", "users", "id", "money",
    "award", "folder", "globe", "mail", "phone",
)  # fmt: skip
"""The icons that a field may have, by the names of our own drawings."""

UNIT_CODE = r"([0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(\.[0-9]{2,3}){1,4})\Z"
"""What a unit code (mã đơn vị) looks like: it heads every dossier code."""


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """Who the office is and how it is reached; no ``short_name``: the name stands in its place.

    ``place`` stands before the date on papers.
    """

    unit_code: str
    name: str
    parent: str
    place: str
    short_name: str = ""
    address: str = ""
    hotline: str = ""
    motto: str = ""
    feedback_address: str = ""


@dataclass(frozen=True, slots=True)
class CounterEntry:
    """A counter: the prefixes it serves in the fields' order; ``active``: open."""

    number: int
    name: str
    fields: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field of work; ``active``: citizens are given numbers for it, ``daily_limit`` a day at most."""

    prefix: str
    name: str
    name_en: str
    icon: str
    active: bool = True
    daily_limit: int | None = None


@dataclass(frozen=True, slots=True)
class FieldSeen:
    """A field by its key, whether its prefix is used already, and how many wait in it today."""

    id: str
    entry: FieldEntry
    used: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A body that decides on dossiers: its head signs when it is late (NĐ 61/2018 Điều 19 khoản 9).

    ``parent`` stands above its name on its papers, that of the office where it is empty;
    ``fields``: the prefixes it answers for; ``active``: offered for hand-overs.
    """

    name: str
    parent: str = ""
    head_name: str = ""
    head_title: str = ""
    phone: str = ""
    fields: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A priority group; ``active``: citizens may choose it."""

    code: str
    name: str
    name_en: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody who works here, by the code they sign in with.

    ``counter``: where they usually sit; ``public``: shown at the kiosk (NĐ 61/2018 Điều 9 khoản 7);
    ``is_head``: shown there first, as a head of the office.
    """

    code: str
    name: str
    title: str
    role: str = "officer"
    counter: int | None = None
    field: str = ""
    phone: str = ""
    public: bool = True
    is_head: bool = False
