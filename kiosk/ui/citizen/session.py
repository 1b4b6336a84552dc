"""One person at the kiosk, and what the kiosk knows: frozen values, light enough for the start."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from kiosk.ui.citizen.view import NOT_CALLED, Help, KioskView, PaperView, TakenView
from kiosk.ui.language import Language
from kiosk.ui.theme.tokens import IDLE

Step = Literal["home", "choose", "groups", "taken", "errand"]
Paper = Literal["printing", "printed", "none"]

NO_ANSWER_S = 6
"""Seconds after which a slip that has not come out counts as not coming."""

HELP_S = 180
"""Seconds for whoever has called staff: the number stays until somebody can be there."""

_PATIENCE: dict[Paper, int] = {
    "printing": IDLE["ticket"],
    "printed": IDLE["ticket"],
    "none": IDLE["no_paper"],
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the kiosk knows of the office.

    ``refused``: the store could not be opened; ``silent``: the seconds since it stopped
    answering, None while it answers.
    """

    view: KioskView | None = None
    refused: bool = False
    silent: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody has chosen so far; ``group`` is the priority declared, empty for none."""

    field: str = ""
    group: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One person, from their first touch until they leave. ``waited`` counts seconds for a slip."""

    step: Step = "home"
    choice: Choice = field(default_factory=Choice)
    group_page: int = 0
    busy: bool = False
    error: BaseException | None = None
    taken: TakenView | None = None
    paper: PaperView = field(default_factory=PaperView)
    waited: int = 0
    help: Help = NOT_CALLED

    @property
    def patience(self) -> int:
        """The seconds after which the page ends by itself when nobody touches it."""
        if self.step == "taken" and self.help.asked:
            return HELP_S
        if self.step == "taken":
            return _PATIENCE[paper_shown(self.paper, self.waited)]
        return IDLE["list"]


@dataclass(frozen=True, slots=True)
class Screen:
    """How the screen stands and speaks; ``text`` is how much larger its type is than the design's.

    ``low``: everything to press shall stand in its lower part.
    """

    now: datetime
    language: Language
    wide: bool
    large: bool
    text: float = 1.0
    low: bool = False


def paper_shown(paper: PaperView, waited: int) -> Paper:
    """What the page shows of the slip ``waited`` seconds after the number was taken."""
    if paper.state == "printed":
        return "printed"
    if paper.state in ("failed", "unknown", "filed") or waited >= NO_ANSWER_S:
        return "none"
    return "printing"
