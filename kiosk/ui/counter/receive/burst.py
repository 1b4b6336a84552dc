"""Telling a scanner from fingers: it types like a keyboard, only faster than anybody can."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Before = TypeVar("Before")

FASTEST_FINGERS_MS = 30
SHORTEST_SCAN = 6
_COMPOSING_MS = 500
"""A program that composes letters hands them on late, and tells no time."""


@dataclass(slots=True)
class _Run(Generic[Before]):
    text: str
    last_ms: float
    before: Before
    composing: bool = False
    meddled: bool = False


@dataclass(frozen=True, slots=True)
class Scan(Generic[Before]):
    """A scan: what was read, and how things stood before its first letter arrived.

    ``meddled``: a Vietnamese typing program changed letters on their way.
    """

    text: str
    before: Before
    meddled: bool = False


class BurstDetector(Generic[Before]):
    """Watches keystrokes and their times (milliseconds, from any start).

    A scan is at least six letters, each less than 30 ms after the one before it, and then Enter
    (or Tab: scanners send either). A Vietnamese typing program betrays itself within such a run:
    it takes letters back to put others in their place, or hands them on already composed.
    """

    def __init__(self) -> None:
        self._run: _Run[Before] | None = None

    def follows(self, at_ms: float) -> bool:
        """Whether a keystroke at that time would belong to the run before it."""
        run = self._run
        if run is None:
            return False
        within = _COMPOSING_MS if run.composing else FASTEST_FINGERS_MS
        return 0 <= at_ms - run.last_ms < within

    def letter(self, text: str, at_ms: float, before: Callable[[], Before]) -> None:
        """A letter arrived; how things stand is asked for when it is the first of a run."""
        if self._run is not None and self.follows(at_ms):
            self._run.text += text
            self._run.last_ms = at_ms
            self._run.composing = False
        else:
            self._run = _Run(text, at_ms, before())

    def taken_back(self, at_ms: float) -> bool:
        """The last letter was taken back; whether that belongs to the run."""
        run = self._run
        if run is None or not self.follows(at_ms):
            self._run = None
            return False
        run.text, run.last_ms, run.meddled = run.text[:-1], at_ms, True
        return True

    def composed(self, text: str) -> None:
        """Letters arrived from a typing program. They continue a scan that is well under way."""
        run = self._run
        if run is not None and len(run.text) >= SHORTEST_SCAN:
            run.text += text
            run.composing = run.meddled = True

    def enter(self, at_ms: float) -> Scan[Before] | None:
        """The end arrived: the scan that it ends, if it ends one."""
        run, follows = self._run, self.follows(at_ms)
        self._run = None
        if run is None or not follows or len(run.text) < SHORTEST_SCAN:
            return None
        return Scan(run.text, run.before, run.meddled)

    def stop(self) -> None:
        """Something other than a letter arrived: what follows is no scan's second half."""
        self._run = None
