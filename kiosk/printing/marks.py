"""What is put on a page, as plain values: text and black boxes. Lengths are mm from the top left."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.printing.typography import Line, Style

Box = tuple[float, float, float, float]
"""x, y, width, height."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose baseline begins at (x, y)."""

    x: float
    y: float
    text: str
    style: Style
    white: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """Black rectangles, drawn as one shape."""

    boxes: tuple[Box, ...]


Mark = Text | Fill


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def across(x1: float, x2: float, y: float, thickness: float) -> Fill:
    """A line from ``x1`` to ``x2`` around the height ``y``."""
    return Fill(((x1, y - thickness / 2, x2 - x1, thickness),))


def frame(box: Box, thickness: float) -> Fill:
    """The outline of a box, inside its edges."""
    x, y, wide, high = box
    return Fill(
        (
            (x, y, wide, thickness),
            (x, y + high - thickness, wide, thickness),
            (x, y + thickness, thickness, high - 2 * thickness),
            (x + wide - thickness, y + thickness, thickness, high - 2 * thickness),
        )
    )


def left(line: Line, x: float, y: float) -> Iterable[Text]:
    """A line set from ``x``."""
    return (Text(x + piece.x, y, piece.text, piece.style) for piece in line.pieces)


def centred(line: Line, middle: float, y: float, *, white: bool = False) -> Iterable[Text]:
    """A line set around ``middle``."""
    x = middle - line.width / 2
    return (Text(x + piece.x, y, piece.text, piece.style, white) for piece in line.pieces)
