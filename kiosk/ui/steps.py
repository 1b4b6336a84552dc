"""Long work in the devices' lane, a step at a time: other work comes between, and it can be stopped."""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.ui.jobs import JobRunner

Steps = Generator[Any, None, Any]


class StepRun(QObject):
    """One long work at a time. ``moved`` carries what each step tells; ``rested``: it has ended."""

    moved = Signal(object)
    rested = Signal()

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._now: _Work | None = None

    @property
    def running(self) -> bool:
        """Whether a work is under way."""
        return self._now is not None

    def begin(
        self,
        make: Callable[[], Steps],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Begin a work, unless one is under way. ``make`` runs in the lane, as every step does.

        ``done`` gets what the steps gave at their end, ``failed`` what they raised; neither is
        called for a work that was stopped.
        """
        if self._now is None:
            self._now = _Work(make, done, failed)
            self._go_on(self._now)

    def stop(self) -> None:
        """Stop between two steps: the steps are closed in their lane, and nothing is told."""
        work, self._now = self._now, None
        if work is not None:
            work.stopped = True
            self.rested.emit()

    def _go_on(self, work: "_Work") -> None:
        def told(step: "_Step") -> None:
            if work.stopped:
                return
            if not step.last:
                self.moved.emit(step.told)
                if not work.stopped:
                    self._go_on(work)
                return
            self._now = None
            self.rested.emit()
            work.done(step.told)

        def failed(error: BaseException) -> None:
            if work.stopped:
                return
            self._now = None
            self.rested.emit()
            work.failed(error)

        self._jobs.run("devices", work.step, told, failed, owner=self)


class _Step:
    def __init__(self, told: Any, *, last: bool = False) -> None:
        self.told, self.last = told, last


class _Work:
    def __init__(
        self,
        make: Callable[[], Steps],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self.done, self.failed = done, failed
        self.stopped = False
        self._make = make
        self._steps: Steps | None = None

    def step(self) -> _Step:
        """In the lane: the next step, or the end."""
        if self.stopped:
            if self._steps is not None:
                self._steps.close()
            return _Step(None, last=True)
        if self._steps is None:
            self._steps = self._make()
        try:
            return _Step(next(self._steps))
        except StopIteration as end:
            return _Step(end.value, last=True)
