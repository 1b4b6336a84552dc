"""What the keys of a dossier's page begin: an act at once, a page that asks, a choice."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.ui.counter.life_keys import CONTROL, OTHERS, STOP, other_acts
from kiosk.ui.parts.sheet import Question

if TYPE_CHECKING:
    from kiosk.ui.counter.window import CounterWindow

_OTHERS = Question(
    "Việc khác của hồ sơ", "Bấm số của việc rồi Enter; mỗi việc hỏi lý do trước khi ghi.", "Không"
)


class LifeKeys:
    """The acts of the dossier that is shown, by their keys."""

    def __init__(self, window: "CounterWindow") -> None:
        self._window = window

    def keys(self) -> dict[str, Callable[[], None]]:
        """Those that can be done now."""
        opened = self._window.opened
        shown = self._window.dossier.props
        if opened is None or shown is None:
            return {}
        acts: dict[str, Callable[[], None]] = {}
        for one in shown.keys:
            if not one.reason:
                acts[one.key] = lambda act=one.act: self._open(act)  # type: ignore[misc]
        return acts | {
            CONTROL: lambda: self._window.acts.control(opened.view.code),
            OTHERS: self._choose,
        }

    def step(self) -> None:
        """F9: the step that comes next; stopping asks first."""
        shown = self._window.dossier.props
        if shown is not None and shown.step_text == STOP:
            self._open("stopped")
        else:
            self._window.acts.step()

    def _open(self, act: str) -> None:
        if self._window.opened is not None:
            self._window.acting.open(act, self._window.opened.view.code)

    def _choose(self) -> None:
        opened = self._window.opened
        options = other_acts(opened) if opened is not None else ()
        if options:
            self._window.ask_choice(_OTHERS, options).chosen.connect(self._open)
