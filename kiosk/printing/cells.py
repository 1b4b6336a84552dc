"""Setting the lines of a form: cells beside each other, dots where something may be written."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.printing.form_text import Cell
from kiosk.printing.typography import POINT, Line, Piece, Span, Style, spans_width, width, wrap

_GAP = 5.0
_DOTS_BETWEEN = 32.0
_LEAST_AT_END = 12.0
_FEWEST_DOTS = 6


def set_cells(cells: Sequence[Cell], room: float, plain: Style) -> list[Line]:
    """Lines of ``room`` mm: a cell stands beside the one before it where it fits whole.

    An open cell ends in dots: to the margin when it is the last, else a fixed stretch.
    """
    lines: list[Line] = []
    for number, cell in enumerate(cells, start=1):
        last = number == len(cells)
        spans = list(cell.spans)
        if cell.open and not last:
            spans.append(Span(_dots(_DOTS_BETWEEN, plain), plain))
        wanted = spans_width(spans) + (_LEAST_AT_END if cell.open and last else 0)
        beside = lines[-1].width + _GAP if lines else 0.0
        set_here = wrap(spans, room)
        if lines and len(set_here) == 1 and beside + wanted <= room:
            lines[-1] = _joined(lines[-1], set_here[0], beside)
        else:
            lines += set_here
        if cell.open and last:
            _fill_with_dots(lines, room, plain)
    return lines


def _dots(length: float, style: Style) -> str:
    return "…" * max(int(length / width("…", style)), _FEWEST_DOTS)


def _joined(line: Line, other: Line, x: float) -> Line:
    moved = other.moved(x)
    return Line((*line.pieces, *moved.pieces), moved.width)


def _fill_with_dots(lines: list[Line], room: float, style: Style) -> None:
    space = width(" ", style)
    begin = lines[-1].width + space if lines else 0.0
    if not lines or room - begin < _FEWEST_DOTS * width("…", style):
        begin = 0.0
        lines.append(Line((), 0.0))
    dots = _dots(room - begin, style)
    left_over = room - begin - width(dots, style)
    spread = replace(style, tracking=left_over / POINT / len(dots))
    more = Line((Piece(0.0, dots, spread),), room - begin)
    lines[-1] = _joined(lines[-1], more, begin)
