"""One person following a dossier: frozen values, forgotten when they leave."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kiosk.dossiers.public import PublicDetails, PublicStatus

Trouble = Literal["", "unknown", "unreadable", "silent"]
"""Nothing; no such code; typed amiss; the store did not answer."""

SecretTrouble = Literal["", "wrong", "silent"]

DAY_FIGURES, NUMBER_FIGURES = 6, 4
_MOST_FIGURES, _MOST_LETTERS = 13, 34
_FEWEST_FIGURES, _FEWEST_LETTERS = 7, 8
_TICKET = re.compile(r"[A-Z]{1,4}[.-]*[0-9]{3,6}")


@dataclass(frozen=True, slots=True)
class Following:
    """What was typed and found so far.

    ``typed``: of this office's own codes the figures after the unit code, else (``free``) the
    whole code. ``asking``: the secret has a page of its own. ``attempt`` counts the secrets sent,
    so that the boxes are emptied after each.
    """

    unit_code: str = ""
    typed: str = ""
    free: bool = False
    finding: bool = False
    trouble: Trouble = ""
    status: "PublicStatus | None" = None
    asking: bool = False
    checking: bool = False
    attempt: int = 0
    secret_trouble: SecretTrouble = ""
    left: int = 0
    details: "PublicDetails | None" = None

    @property
    def enough(self) -> bool:
        """Whether what is typed may be a whole code, or the number on a ticket."""
        fewest = _FEWEST_LETTERS if self.free else _FEWEST_FIGURES
        return len(self.typed) >= fewest or self.is_ticket

    @property
    def is_ticket(self) -> bool:
        """Whether what is typed is a number as tickets carry it (``HT-016``), and no code."""
        return self.free and _TICKET.fullmatch(self.typed) is not None

    @property
    def code(self) -> str:
        """What is typed, as it is looked for."""
        return self.typed if self.free else in_groups(self.typed)


def in_groups(figures: str) -> str:
    """The figures of an own code with the dash that nobody has to type: ``261123-0042``."""
    day, number = figures[:DAY_FIGURES], figures[DAY_FIGURES:]
    return f"{day}-{number}" if number else day


def with_key(now: Following, key: str) -> Following:
    """After one more key: a letter tells that the code is of another form."""
    if now.finding or len(key) != 1 or not key.isascii():
        return now
    if now.trouble in ("unknown", "unreadable"):
        # Whoever types after a wrong code types the code anew.
        now = replace(now, typed="")
    if key.isalpha() and not now.free:
        now = replace(now, free=True)
    if now.free:
        fits = (key.isalnum() or key in ".-") and len(now.typed) < _MOST_LETTERS
    else:
        fits = key.isdecimal() and len(now.typed) < _MOST_FIGURES
    return replace(now, typed=now.typed + key.upper(), trouble="") if fits else now


def without_key(now: Following) -> Following:
    """After taking the last key back."""
    return now if now.finding else replace(now, typed=now.typed[:-1], trouble="")


def emptied(now: Following, *, free: bool) -> Following:
    """Nothing typed, for a code of this office or of another form."""
    return now if now.finding else replace(now, typed="", free=free, trouble="")
