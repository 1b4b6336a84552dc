"""What the sections of the manager's face share: how they read, write, ask and answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.jobs import Failed, JobRunner
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.toast import ToastKind
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.store import Store
    from kiosk.storage.units import Actor, ReadUnit

T = TypeVar("T")
Keys = tuple[tuple[str, str], ...]
"""Keys and their words, as the key bar shows them."""


class Host(Protocol):
    """The manager's window, as far as a section sees it."""

    @property
    def clock(self) -> Clock:
        """The window's clock."""

    @property
    def officer(self) -> str:
        """The code of the manager who is signed in."""

    @property
    def jobs(self) -> JobRunner:
        """The lanes, for work that is neither one reading nor one use-case (an import)."""

    @property
    def store(self) -> "Store":
        """The store, for work in a lane."""

    @property
    def actor(self) -> "Actor":
        """Who acts: the manager at this station."""

    @property
    def compact(self) -> bool:
        """Whether the window is smaller than 1440×900."""

    def read(
        self,
        look: "Callable[[ReadUnit], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Look at the store; a refusal that is not taken is shown by the window."""

    def do(
        self,
        plan: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        request_id: str | None = None,
    ) -> None:
        """Carry out a use-case as the manager: ``plan`` gives the use-case and the wish."""

    def ask(self, question: Question, answered: Callable[[bool], None]) -> None:
        """Cover the window with a question; ``answered`` gets whether it was agreed to."""

    def ask_three(
        self, question: Question, answered: Callable[[bool], None], other: Callable[[], None]
    ) -> None:
        """The same with a second way (``question.other``), which ``other`` tells."""

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a short notice."""

    def refuse(self, refusal: Refused) -> None:
        """Show the sentence of a refusal where the section stands."""

    def keys_changed(self) -> None:
        """The section's keys are others now."""

    def go(self, section: str) -> None:
        """Go to another section."""


class Section(QWidget):
    """One place of the rail. It is made once, when it is first gone to, and then kept.

    What it asks of the store stands in a ``work`` module that imports the rooms only inside its
    functions, which run in the store's lane.
    """

    key = ""
    title = ""

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__()
        self.look = look
        self.host = host

    @property
    def keys(self) -> Keys:
        """The keys valid here now, besides those of the window."""
        return ()

    @property
    def unsaved(self) -> bool:
        """Whether something was changed here and not saved; leaving asks first."""
        return False

    def enter(self) -> None:
        """It is shown now: read what it needs, put the focus where work begins."""

    def changed(self) -> None:
        """Something in the store is new."""

    def second(self) -> None:
        """A second has passed while it is shown."""

    def press(self, key: str) -> bool:
        """Take a key by its name in the bar (``"F9"``, ``"Ctrl S"``); False where it means nothing."""
        return False

    def leave(self) -> None:
        """Another section is shown now; what was typed and not saved is dropped."""
