"""What the acts of the counter need of its window."""

from typing import TYPE_CHECKING, Protocol

from kiosk.refusal import Refused
from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.sheet import Question, Sheet
from kiosk.ui.parts.toast import ToastKind

if TYPE_CHECKING:
    from kiosk.ui.parts.choice_sheet import ChoiceSheet


class Host(Protocol):
    """The window, as far as an act sees it."""

    seen: Seen | None

    @property
    def asking(self) -> Sheet | None:
        """The question that stands open."""

    def ask(self, question: Question) -> Sheet:
        """Cover the window with a question."""

    def ask_choice(self, question: Question, options: tuple[Option, ...]) -> "ChoiceSheet":
        """Cover the window with a question that has several answers."""

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a short notice."""

    def say(self, text: str) -> None:
        """Answer on the page that is shown; an empty text takes the answer away."""

    def refuse(self, refusal: Refused) -> None:
        """Answer with the sentence of a refusal."""

    def half_entered(self) -> bool:
        """Whether a reception is under way on the page that is shown."""

    def show_main(self) -> None:
        """Go to the main page; the scan box takes the focus."""
