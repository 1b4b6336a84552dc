"""Filling sheet after sheet from the top: paragraphs, then rows of a table. Lengths are mm."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.printing.marks import Fill, Mark, centred, left
from kiosk.printing.typography import Line

BORDER = 0.22
PADDING = 1.5
_CENTRED_PADDING = 0.7
_ROW_PADDING = 1.8
_SLACK = 0.01


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
        if height > self.room + _SLACK:
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    x: float
    width: float
    centred: bool

    @property
    def room(self) -> float:
        """The width for text."""
        return self.width - 2 * (_CENTRED_PADDING if self.centred else PADDING)


Row = Sequence[Sequence[Line]]
"""The lines of each cell."""


def rows_height(row: Row, measure: Measure) -> float:
    """How high a row is with its padding."""
    return max(len(cell) for cell in row) * measure.step + _ROW_PADDING


def set_table(
    sheets: Sheets, columns: Sequence[Column], head: Row, rows: Iterable[Row], measure: Measure
) -> None:
    """A ruled table; its head is repeated on every sheet, and a row is cut only if no sheet holds it."""
    head_height = rows_height(head, measure)
    pending = list(rows)
    first = pending[0] if pending else head
    sheets.keep_together(head_height + min(rows_height(first, measure), 5 * measure.step))
    set_row(sheets, columns, head, measure, middle=True)
    while pending:
        row = pending.pop(0)
        if rows_height(row, measure) <= sheets.room + _SLACK:
            set_row(sheets, columns, row, measure)
            continue
        fits = int((sheets.room - _ROW_PADDING) / measure.step)
        whole_sheet = sheets.limit - sheets.turn_over()[1] - head_height
        if rows_height(row, measure) > whole_sheet and fits >= 1:
            set_row(sheets, columns, [cell[:fits] for cell in row], measure)
            pending.insert(0, [cell[fits:] for cell in row])
        else:
            pending.insert(0, row)
        sheets.turn()
        set_row(sheets, columns, head, measure, middle=True)


def set_row(
    sheets: Sheets,
    columns: Sequence[Column],
    row: Row,
    measure: Measure,
    *,
    middle: bool = False,
) -> None:
    """One ruled row at the height reached, whether or not it fits; ``middle`` centres every cell."""
    top = sheets.y
    bottom = top + rows_height(row, measure)
    for column, cell in zip(columns, row, strict=True):
        y = top + (bottom - top - len(cell) * measure.step) / 2 + measure.rise
        for line in cell:
            if column.centred or middle:
                sheets.marks += centred(line, column.x + column.width / 2, y)
            else:
                sheets.marks += left(line, column.x + PADDING, y)
            y += measure.step
    begin, end = columns[0].x, columns[-1].x + columns[-1].width
    half = BORDER / 2
    edges = [*(column.x for column in columns), end]
    lines = [(begin - half, y - half, end - begin + BORDER, BORDER) for y in (top, bottom)]
    lines += [(x - half, top, BORDER, bottom - top) for x in edges]
    sheets.marks.append(Fill(tuple(lines)))
    sheets.y = bottom
