"""Long work with papers, told step by step: whoever drives it may stop between two steps."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal, TypeVar

T = TypeVar("T")
Doing = Literal["read", "look", "keep", "draw", "scan"]


@dataclass(frozen=True, slots=True)
class Progress:
    """So much of so much is done; ``most`` is 0 while the end is not known."""

    doing: Doing
    done: int
    most: int


Steps = Generator[Progress, None, T]


def ended(steps: Steps[T]) -> T:
    """Go on to the end, and give what comes of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
