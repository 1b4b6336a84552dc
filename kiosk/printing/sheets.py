"""Filling sheet after sheet from the top. Lengths are mm."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kiosk.printing.marks import Mark, left
from kiosk.printing.typography import Line

SLACK = 0.01
"""What rounding may add up to."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Measure:
    """How lines sit: the step between lines, and how far the first baseline is from the top."""

    step: float
    rise: float


@dataclass(slots=True)
class Sheets:
    """A stack of sheets being filled.

    ``turn_over`` gives the marks a further sheet begins with and the height they end at;
    nothing is set below ``limit``.
    """

    limit: float
    turn_over: Callable[[], tuple[list[Mark], float]]
    y: float
    done: list[list[Mark]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def room(self) -> float:
        """What is left of this sheet."""
        return self.limit - self.y

    def turn(self) -> None:
        """Begin the next sheet."""
        self.done.append(self.marks)
        self.marks, self.y = self.turn_over()

    def keep_together(self, height: float) -> None:
        """Begin the next sheet unless so much still goes on this one."""
        if height > self.room + SLACK:
            self.turn()

    def all(self) -> list[list[Mark]]:
        """Every sheet's marks."""
        return [*self.done, self.marks]

    def paragraph(self, lines: Sequence[Line], x: float, measure: Measure, gap: float) -> None:
        """Lines from ``x``, with white below them; they may run on to the next sheet."""
        for line in lines:
            self.keep_together(measure.step)
            self.marks += left(line, x, self.y + measure.rise)
            self.y += measure.step
        self.y += gap


def fewest_sheets(fill: Callable[[T], list[list[Mark]]], settings: Sequence[T]) -> list[list[Mark]]:
    """The sheets of the first setting, the roomiest, or of the first that spares a second sheet."""
    roomy = fill(settings[0])
    for setting in settings[1:] if len(roomy) == 2 else ():
        tried = fill(setting)
        if len(tried) == 1:
            return tried
    return roomy
