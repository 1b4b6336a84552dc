"""Long work in the store's lane, one step at a time: others get their turn in between."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from kiosk.catalogue.stepping import Steps

S = TypeVar("S")
R = TypeVar("R")


class Slices(QObject, Generic[S, R]):
    """Each step is a job of its own, handed in when the one before has told how far it came.

    ``begin`` makes the steps, in the lane; it gets the function that tells whether to stop.
    ``stepped`` tells each step, ``ended`` the result, ``failed`` what went wrong; always on the
    window's thread, and whoever listens may be gone by then: the work still comes to its end.
    """

    stepped = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, jobs: JobRunner, begin: "Callable[[Callable[[], bool]], Steps[S, R]]"
    ) -> None:
        super().__init__()
        self._jobs, self._begin = jobs, begin
        self._steps: Steps[S, R] | None = None
        self._stopped = False
        self._result: R | None = None

    def start(self) -> None:
        """Hand in the first step."""
        self._jobs.run("store", self._next, self._told, self.failed.emit)

    def stop(self) -> None:
        """Stop before the next step that would write; what came of it until then is told."""
        self._stopped = True

    def _next(self) -> tuple[S | None, bool]:
        if self._steps is None:
            self._steps = self._begin(lambda: self._stopped)
        try:
            return next(self._steps), False
        except StopIteration as end:
            self._result = end.value
            return None, True

    def _told(self, told: tuple[S | None, bool]) -> None:
        step, over = told
        if over:
            self.ended.emit(self._result)
            return
        self.stepped.emit(step)
        self.start()
