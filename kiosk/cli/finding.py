"""One line of ``kiosk doctor``."""

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "note", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, what was found, and the cure where something is not good.

    ``note``: neither good nor bad, for somebody to know. ``bad`` keeps the office from work.
    """

    what: str
    state: State
    found: str
    cure: str = ""
