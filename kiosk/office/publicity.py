"""Who works here, as it must be public (NĐ 61/2018/NĐ-CP Điều 9 khoản 7, Điều 8 khoản 1 điểm đ)."""

from dataclasses import dataclass

from kiosk.office.directory import Person, people
from kiosk.office.reading import office_now
from kiosk.storage.units import ReadUnit

_MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Name, title, field of work, telephone, counter: nothing else is made public of anybody."""

    name: str
    title: str
    field: str
    phone: str
    counter: str


@dataclass(frozen=True, slots=True)
class PublicStaff:
    """Those marked public: the head and the deputies, then the officers by counter.

    ``hotline`` takes complaints and proposals; empty where the office has none.
    """

    heads: tuple[PublicPerson, ...]
    officers: tuple[PublicPerson, ...]
    hotline: str


def public_staff(unit: ReadUnit) -> PublicStaff:
    """Who is made public, in the order in which they are shown.

    A manager who sits at no counter is one of the heads; who has no counter comes last.
    """
    office = office_now(unit)
    names = {counter.number: counter.name for counter in office.counters}
    shown = [person for person in people(unit) if person.public]
    heads = sorted((each for each in shown if _leads(each)), key=lambda each: not each.is_head)
    officers = sorted(
        (each for each in shown if not _leads(each)),
        key=lambda each: (each.counter is None, each.counter or 0),
    )
    return PublicStaff(
        heads=tuple(_told(each, names) for each in heads),
        officers=tuple(_told(each, names) for each in officers),
        hotline=office.profile.hotline,
    )


def _leads(person: Person) -> bool:
    return person.is_head or (person.role == _MANAGER and person.counter is None)


def _told(person: Person, names: dict[int, str]) -> PublicPerson:
    counter = names.get(person.counter, "") if person.counter is not None else ""
    return PublicPerson(person.name, person.title, person.field, person.phone, counter)
