"""Long work cut into steps: whoever drives it may do something else between two of them."""

from collections.abc import Callable, Generator
from typing import TypeVar

Step = TypeVar("Step")
Result = TypeVar("Result")
Steps = Generator[Step, None, Result]
"""Yields how far the work has come, and returns what came of it."""


def go_through(
    steps: Steps[Step, Result], progress: Callable[[Step], None] | None = None
) -> Result:
    """Do all steps at one go; ``progress`` is told each of them."""
    while True:
        try:
            step = next(steps)
        except StopIteration as ended:
            result: Result = ended.value
            return result
        if progress is not None:
            progress(step)
