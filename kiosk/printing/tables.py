"""Ruled tables, their heads repeated on every sheet. Lengths are mm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.printing.marks import Box, Fill, centred, left
from kiosk.printing.sheets import SLACK, Measure, Sheets
from kiosk.printing.typography import Line

BORDER = 0.22
PADDING = 1.5
ROW_PADDING = 1.8
_CENTRED_PADDING = 0.7


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


def row_height(row: Row, measure: Measure) -> float:
    """How high a row is with its padding."""
    return max(len(cell) for cell in row) * measure.step + ROW_PADDING


@dataclass(frozen=True, slots=True)
class Over:
    """Words over the heads of several columns, ``first`` to ``last``."""

    first: int
    last: int
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: a cell for each column, and what stands over some of them."""

    cells: Row
    over: Over | None = None

    def height(self, measure: Measure) -> float:
        """How high it is."""
        if not self.over:
            return row_height(self.cells, measure)
        under = self.cells[self.over.first : self.over.last + 1]
        both = row_height([self.over.lines], measure) + row_height(under, measure)
        return max(both, row_height(self.cells, measure))


def table_begin(head: Head, rows: Sequence[Row], measure: Measure) -> float:
    """How high the head and the rows are without which it does not stand on a sheet."""
    first = rows[0] if rows else head.cells
    return head.height(measure) + min(row_height(first, measure), 5 * measure.step)


def set_table(
    sheets: Sheets, columns: Sequence[Column], head: Head, rows: Iterable[Row], measure: Measure
) -> None:
    """A ruled table; its head is repeated on every sheet, and a row is cut only if no sheet holds it."""
    head_height = head.height(measure)
    pending = list(rows)
    sheets.keep_together(table_begin(head, pending, measure))
    set_head(sheets, columns, head, measure)
    while pending:
        row = pending.pop(0)
        if row_height(row, measure) <= sheets.room + SLACK:
            set_row(sheets, columns, row, measure)
            continue
        fits = int((sheets.room - ROW_PADDING) / measure.step)
        whole_sheet = sheets.limit - sheets.turn_over()[1] - head_height
        if row_height(row, measure) > whole_sheet and fits >= 1:
            set_row(sheets, columns, [cell[:fits] for cell in row], measure)
            pending.insert(0, [cell[fits:] for cell in row])
        else:
            pending.insert(0, row)
        sheets.turn()
        set_head(sheets, columns, head, measure)


def set_head(sheets: Sheets, columns: Sequence[Column], head: Head, measure: Measure) -> None:
    """The head of a table."""
    if not (over := head.over):
        set_row(sheets, columns, head.cells, measure, middle=True)
        return
    top = sheets.y
    bottom = top + head.height(measure)
    parting = top + row_height([over.lines], measure)
    begin, end = columns[over.first].x, columns[over.last].x + columns[over.last].width
    _middle_lines(sheets, over.lines, (begin, top, end - begin, parting - top), measure)
    for number, (column, cell) in enumerate(zip(columns, head.cells, strict=True)):
        above = parting if over.first <= number <= over.last else top
        _middle_lines(sheets, cell, (column.x, above, column.width, bottom - above), measure)
    inner = [columns[number].x for number in range(over.first + 1, over.last + 1)]
    outer = [x for x in _edges(columns) if x not in inner]
    boxes = [*_rulings(columns, top, bottom, outer), _across(begin, end, parting)]
    boxes += [_upright(x, parting, bottom) for x in inner]
    sheets.marks.append(Fill(tuple(boxes)))
    sheets.y = bottom


def set_row(
    sheets: Sheets,
    columns: Sequence[Column],
    row: Row,
    measure: Measure,
    *,
    middle: bool = False,
    height: float = 0.0,
) -> None:
    """One row, as high as its longest cell and at least ``height``; ``middle``: all its lines
    centred."""
    top = sheets.y
    bottom = top + max(row_height(row, measure), height)
    for column, cell in zip(columns, row, strict=True):
        if column.centred or middle:
            box = (column.x, top, column.width, bottom - top)
            _middle_lines(sheets, cell, box, measure)
            continue
        y = top + (bottom - top - len(cell) * measure.step) / 2 + measure.rise
        for line in cell:
            sheets.marks += left(line, column.x + PADDING, y)
            y += measure.step
    sheets.marks.append(Fill(tuple(_rulings(columns, top, bottom, _edges(columns)))))
    sheets.y = bottom


def _middle_lines(sheets: Sheets, lines: Sequence[Line], box: Box, measure: Measure) -> None:
    x, top, wide, high = box
    y = top + (high - len(lines) * measure.step) / 2 + measure.rise
    for line in lines:
        sheets.marks += centred(line, x + wide / 2, y)
        y += measure.step


def _edges(columns: Sequence[Column]) -> list[float]:
    return [*(column.x for column in columns), columns[-1].x + columns[-1].width]


def _rulings(
    columns: Sequence[Column], top: float, bottom: float, edges: Sequence[float]
) -> list[Box]:
    begin, end = columns[0].x, columns[-1].x + columns[-1].width
    lines = [_across(begin, end, y) for y in (top, bottom)]
    return [*lines, *(_upright(x, top, bottom) for x in edges)]


def _across(begin: float, end: float, y: float) -> Box:
    return (begin - BORDER / 2, y - BORDER / 2, end - begin + BORDER, BORDER)


def _upright(x: float, top: float, bottom: float) -> Box:
    return (x - BORDER / 2, top, BORDER, bottom - top)
