"""One person at the kiosk, and what the kiosk knows: frozen values, and the page they make."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from kiosk.ui.citizen.choosing import Choice, ChooseInputs, ChooseProps, derive_choose
from kiosk.ui.citizen.groups import GroupsProps, derive_groups
from kiosk.ui.citizen.home import HomeInputs, HomeProps, derive_home
from kiosk.ui.citizen.taken import Paper, TakenProps, derive_taken, paper_shown
from kiosk.ui.citizen.view import KioskView, PaperView, TakenView
from kiosk.ui.language import Language
from kiosk.ui.theme.tokens import IDLE

Step = Literal["home", "choose", "groups", "taken"]
Props = HomeProps | ChooseProps | GroupsProps | TakenProps

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

    @property
    def patience(self) -> int:
        """The seconds after which the page ends by itself when nobody touches it."""
        if self.step == "taken":
            return _PATIENCE[paper_shown(self.paper, self.waited)]
        return IDLE["list"]


@dataclass(frozen=True, slots=True)
class Screen:
    """How the screen stands and speaks."""

    now: datetime
    language: Language
    wide: bool
    large: bool


def derive(session: Session, known: Known, screen: Screen) -> Props:
    """The page that a session shows; the home page while the office is not known."""
    view, language = known.view, screen.language
    if session.taken is not None and session.step == "taken":
        fields = view.fields if view is not None else ()
        served = next((each for each in fields if each.name == session.taken.field), None)
        return derive_taken(session.taken, served, session.paper, session.waited, language)
    if view is not None and session.step == "groups":
        return derive_groups(
            view, session.group_page, language, wide=screen.wide, large=screen.large
        )
    if view is not None and session.step == "choose":
        return derive_choose(
            ChooseInputs(
                view=view,
                choice=session.choice,
                busy=session.busy,
                error=session.error,
                silent=known.silent,
                now=screen.now,
                language=language,
                wide=screen.wide,
                large=screen.large,
            )
        )
    return derive_home(
        HomeInputs(view, known.refused, known.silent, screen.now, language, screen.wide)
    )
