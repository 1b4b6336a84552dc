"""Telling a scanner from fingers: it types like a keyboard, only faster than anybody can."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Before = TypeVar("Before")

FASTEST_FINGERS_MS = 30
SHORTEST_SCAN = 6


@dataclass(slots=True)
class _Run(Generic[Before]):
    text: str
    last_ms: float
    before: Before


@dataclass(frozen=True, slots=True)
class Scan(Generic[Before]):
    """A scan: what was read, and how things stood before its first letter arrived."""

    text: str
    before: Before


class BurstDetector(Generic[Before]):
    """Watches keystrokes and their times (milliseconds, from any start).

    A scan is at least six letters, each less than 30 ms after the one before it, and then Enter.
    """

    def __init__(self) -> None:
        self._run: _Run[Before] | None = None

    def follows(self, at_ms: float) -> bool:
        """Whether a keystroke at that time would belong to the run before it."""
        return self._run is not None and 0 <= at_ms - self._run.last_ms < FASTEST_FINGERS_MS

    def letter(self, text: str, at_ms: float, before: Callable[[], Before]) -> None:
        """A letter arrived; how things stand is asked for when it is the first of a run."""
        if self._run is not None and self.follows(at_ms):
            self._run.text += text
            self._run.last_ms = at_ms
        else:
            self._run = _Run(text, at_ms, before())

    def enter(self, at_ms: float) -> Scan[Before] | None:
        """Enter arrived: the scan that it ends, if it ends one."""
        run, follows = self._run, self.follows(at_ms)
        self._run = None
        if run is None or not follows or len(run.text) < SHORTEST_SCAN:
            return None
        return Scan(run.text, run.before)

    def stop(self) -> None:
        """Something other than a letter arrived: what follows is no scan's second half."""
        self._run = None
