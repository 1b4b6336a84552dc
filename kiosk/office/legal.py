"""The decrees under which dossiers are handled, as dated data: forms, numbers, limits.

A dossier keeps the profile that was in force on the day it was received (:func:`profile_on`). What the official texts say
only in parts (``known`` is false) stands in ``resources/profiles`` for the office to amend.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

import msgspec

from kiosk.paths import RESOURCES
from kiosk.refusal import Refused
from kiosk.text import nfc


class FormKind(StrEnum):
    """What a paper is for; its number differs from decree to decree."""

    APPOINTMENT = "appointment"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"
    REGISTER = "register"
    HANDOVER = "handover"
    ORIGINALS = "originals"


class Recount(StrEnum):
    """How a limit runs on once a dossier is complete: from zero, or from where it stopped."""

    RESTART = "restart"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class FormOfProfile:
    """A form under a decree. ``number`` is empty where it has none; ``symbol`` follows the number of
    each paper (``12/HDHS``); ``known``: the official blank form was at hand for its layout.
    ``names`` are what it is called instead for another cause (``mistake``, ``lost_papers``)."""

    kind: FormKind
    number: str
    name: str
    copies: int
    known: bool
    symbol: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def called(self, cause: str) -> str:
        """What the paper is called for a cause; an empty one is the usual."""
        return self.names.get(cause, self.name)

    def numbered(self, place: int) -> str:
        """The number on a paper: ``01/HDHS``, or ``01`` where the form has no symbol."""
        return f"{place:02d}/{self.symbol}" if self.symbol else f"{place:02d}"


@dataclass(frozen=True, slots=True)
class ProfileRules:
    """What a decree allows: how often, and until when.

    ``request_within_days`` are working days from the reception, ``extension_days_before`` calendar
    days before the appointed one. More than ``corrections_at_most`` corrections are a manager's.
    """

    requests_at_most: int
    request_within_days: int
    recount: Recount
    extensions_at_most: int
    extension_days_before: int
    stop_by_office: bool
    corrections_at_most: int = 1


@dataclass(frozen=True, slots=True)
class LegalProfile:
    """A decree: when it is in force, its forms, its rules."""

    code: str
    title: str
    first_day: date
    rules: ProfileRules
    forms: tuple[FormOfProfile, ...]
    last_day: date | None = None

    def form(self, kind: FormKind) -> FormOfProfile:
        """The form for a purpose. Raises :class:`Refused` ``form.not_in_profile``."""
        found = next((form for form in self.forms if form.kind is kind), None)
        if found is None:
            raise Refused("form.not_in_profile", form=kind.value, profile=self.title)
        return found

    def form_called(self, said: str) -> FormOfProfile:
        """The form by its kind or its number (``supplement``, ``02``, ``2``).

        Raises :class:`Refused` ``slip.unknown_form`` (``form``, ``known``).
        """
        asked = said.strip().lower()
        numbered = asked.zfill(2) if asked.isdecimal() else ""
        for form in self.forms:
            if asked == form.kind or (numbered and numbered == form.number):
                return form
        known = [f"{form.number} {form.kind}".strip() for form in self.forms]
        raise Refused("slip.unknown_form", form=said[:20], known=known)


@cache
def legal_profile(code: str) -> LegalProfile:
    """The profile with that code (``ND118_2025``).

    Raises :class:`Refused` ``legal.unknown`` (``profile``, ``known``), ``legal.unreadable``
    (``profile``, ``why``).
    """
    file = RESOURCES / "profiles" / f"{code.lower()}.toml"
    if code not in profile_codes():
        raise Refused("legal.unknown", profile=code[:40], known=list(profile_codes()))
    try:
        return msgspec.toml.decode(nfc(file.read_text("utf-8")), type=LegalProfile)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise Refused("legal.unreadable", profile=code, why=str(error)) from None


def profile_on(day: date, named: str) -> LegalProfile:
    """The decree a dossier received that day falls under.

    The one the office has ``named`` where it is in force then, else the newest that is: an office
    moves on to the next decree by itself. Between two decrees the one that was last in force goes
    on; before all of them the oldest holds.

    Raises :class:`Refused` as :func:`legal_profile`.
    """
    own = legal_profile(named)
    known = sorted((legal_profile(code) for code in profile_codes()), key=lambda one: one.first_day)
    begun = [one for one in known if one.first_day <= day]
    in_force = [one for one in begun if one.last_day is None or day <= one.last_day]
    if own in in_force:
        return own
    return (in_force or begun or known[:1])[-1]


@cache
def profile_codes() -> tuple[str, ...]:
    """The profiles at hand, the oldest decree last."""
    return tuple(
        sorted((file.stem.upper() for file in (RESOURCES / "profiles").glob("*.toml")), key=_year)
    )


def _year(code: str) -> tuple[int, str]:
    return (-int(code.rpartition("_")[2]), code)
