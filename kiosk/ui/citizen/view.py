"""What the kiosk knows of the office, as plain values without any name of a person."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kiosk.clock import office_day
from kiosk.ui.language import Language
from kiosk.ui.words import clock_time, long_day

if TYPE_CHECKING:
    from kiosk.ratings.questionnaire import Questionnaire

Cause = Literal["", "paper", "jam"]

_COUNTER = re.compile(r"Quầy (\d+)")


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of work: its prefix, its names, the counters that serve it, how many wait.

    ``wait`` is how long a newcomer waits in minutes, None where nothing honest can be said.
    ``priority_wait``: the same for somebody with priority. ``resting``: nobody sits at any of its counters, though others work; ``full``: it has given all
    its numbers of today.
    """

    prefix: str
    name: str
    name_en: str
    icon: str
    counters: tuple[str, ...]
    waiting: int
    wait: tuple[int, int] | None = None
    resting: bool = False
    full: bool = False
    priority_wait: tuple[int, int] | None = None

    @property
    def served(self) -> bool:
        """Whether any counter serves it."""
        return bool(self.counters)


@dataclass(frozen=True, slots=True)
class GroupView:
    """A priority group as the office calls it."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class CallView:
    """A call of today: number and counter."""

    label: str
    counter: str


@dataclass(frozen=True, slots=True)
class PauseView:
    """The whole office pauses: since when, and why, in the manager's words."""

    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class KioskView:
    """The office at a moment. ``hours`` are today's, empty on a day of rest.

    ``asked``: what an evaluation asks, None where nothing can be asked. ``next_day``: when the
    doors open on a later day.
    """

    authority: str
    office: str
    sample: bool
    hours: str
    open: bool
    next_opening: datetime | None
    fields: tuple[FieldView, ...] = ()
    groups: tuple[GroupView, ...] = ()
    calls: tuple[CallView, ...] = ()
    asked: "Questionnaire | None" = None
    pause: PauseView | None = None
    next_day: datetime | None = None

    def field(self, prefix: str) -> FieldView | None:
        """The field with that prefix, if it is still there."""
        return next((each for each in self.fields if each.prefix == prefix), None)

    def group(self, code: str) -> GroupView | None:
        """The priority group with that code, if it is still there."""
        return next((each for each in self.groups if each.code == code), None)


@dataclass(frozen=True, slots=True)
class TakenView:
    """A number given, as it is shown."""

    ticket: str
    label: str
    field: str
    counters: tuple[str, ...]
    people_ahead: int
    priority: bool
    print_job: str
    at: datetime
    wait: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class PaperView:
    """Where the slip stands, and the QR code that may stand in for it.

    ``state`` is the print job's, or ``filed`` for one that went into a file: nobody holds it.
    ``cause`` is what the printer itself told of a failure.
    """

    state: str = "owed"
    cause: Cause = ""
    qr: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """Staff called to this kiosk: ``asked`` by the person, ``told_at`` since a counter shows it."""

    asked: bool = False
    told_at: datetime | None = None


NOT_CALLED = Help()


def named(thing: FieldView | GroupView, language: Language) -> str:
    """The name in the language of the screen; the Vietnamese one where there is no other."""
    return thing.name_en if language.code == "en" and thing.name_en else thing.name


def counter_name(name: str, language: Language) -> str:
    """A counter's name; the plain ones (``Quầy 1``) are translated, others are names."""
    plain = _COUNTER.fullmatch(name)
    return language.tr("Quầy {number}", number=plain[1]) if plain else name


def opening_words(opening: datetime, now: datetime, language: Language) -> str:
    """When the doors open: ``13:30`` today, ``07:30 Thứ Ba, 24/11/2026`` on another day."""
    if office_day(opening) == office_day(now):
        return clock_time(opening)
    return f"{clock_time(opening)} {long_day(office_day(opening), language)}"
