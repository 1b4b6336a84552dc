"""A register's or list's table on A4 landscape: a head in two storeys, rows that flow. Lengths are mm.

A table of thirteen columns: margins narrower than a letter's (NĐ 30/2020/NĐ-CP), the left one wide
enough to bind.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from kiosk.printing.fonts import Face
from kiosk.printing.ledger_text import ColumnText, filled
from kiosk.printing.marks import Fill, Mark, centred
from kiosk.printing.sheets import Measure, Sheets
from kiosk.printing.tables import BORDER, Column, Row, row_height, set_row
from kiosk.printing.typography import Line, Style, printable, width, wrap_text

WIDTH, HEIGHT = 297.0, 210.0
LEFT, RIGHT, TOP, BOTTOM = 22.0, 285.0, 13.0, 201.0
ROOM = RIGHT - LEFT
LIMIT = BOTTOM - 5.0
"""Nothing of the table is set below this."""

LINE = Measure(step=3.8, rise=2.9)
_VALUE = Style(Face.SERIF, 9)
_HEAD = Style(Face.SERIF_BOLD, 8.5)
_MARK = Style(Face.SERIF_ITALIC, 8)
_HEAD_LINE = Measure(step=3.6, rise=2.75)
_STOREY_PADDING = 1.6


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a table as it stands with its top at 0, and how high it is."""

    marks: tuple[Mark, ...]
    height: float

    def at(self, y: float) -> list[Mark]:
        """The same marks with the top at ``y``."""
        moved: list[Mark] = []
        for mark in self.marks:
            if isinstance(mark, Fill):
                boxes = tuple((x, y + top, wide, high) for x, top, wide, high in mark.boxes)
                moved.append(Fill(boxes))
            else:
                moved.append(type(mark)(mark.x, y + mark.y, mark.text, mark.style))
        return moved


def columns_of(texts: Sequence[ColumnText]) -> tuple[Column, ...]:
    """Where the columns stand: each has its share of the sheet's width."""
    scale = ROOM / sum(text.width for text in texts)
    columns: list[Column] = []
    x = LEFT
    for text in texts:
        columns.append(Column(x, text.width * scale, text.centred))
        x += text.width * scale
    return tuple(columns)


def table_head(texts: Sequence[ColumnText], columns: Sequence[Column]) -> TableHead:
    """Heads, with a common one above neighbours of a group, and below them the columns' numbers."""
    heads = [
        _head_lines(text.head, column.width) for text, column in zip(texts, columns, strict=True)
    ]
    groups = list(_groups(texts))
    upper = max(
        (
            len(_head_lines(name, _span(columns, begin, end)[1]))
            for name, begin, end in groups
            if name
        ),
        default=0,
    )
    upper_height = _storey(upper) if upper else 0.0
    lower_height = max(
        (_storey(len(head)) for head, text in zip(heads, texts, strict=True) if text.group),
        default=0.0,
    )
    alone = max((_storey(len(h)) for h, t in zip(heads, texts, strict=True) if not t.group))
    bottom = max(alone, upper_height + lower_height)
    marks: list[Mark] = []
    boxes = [_across(columns, 0.0), _across(columns, bottom)]
    for name, begin, end in groups:
        x, wide = _span(columns, begin, end)
        if name:
            marks += _centred_in(_head_lines(name, wide), x, wide, 0.0, upper_height)
            boxes.append((x, upper_height - BORDER / 2, wide, BORDER))
        for number in range(begin, end):
            column, top = columns[number], upper_height if name else 0.0
            marks += _centred_in(heads[number], column.x, column.width, top, bottom)
            if number > begin:
                boxes.append((column.x - BORDER / 2, upper_height, BORDER, bottom - upper_height))
        boxes.append((x - BORDER / 2, 0.0, BORDER, bottom))
    boxes.append((RIGHT - BORDER / 2, 0.0, BORDER, bottom))
    marks.append(Fill(tuple(boxes)))
    if not any(text.mark for text in texts):
        return TableHead(tuple(marks), bottom)
    numbers = Sheets(HEIGHT, lambda: ([], 0.0), bottom, marks=marks)
    row = [wrap_text(text.mark, _MARK, ROOM) for text in texts]
    set_row(numbers, columns, row, _HEAD_LINE, middle=True)
    return TableHead(tuple(numbers.marks), numbers.y)


def row_of(
    texts: Sequence[ColumnText], columns: Sequence[Column], values: Mapping[str, str]
) -> Row:
    """The lines of a row's cells."""
    return [
        [
            line
            for template in text.lines
            for line in _cell_lines(printable(filled(template, values)), column.room)
        ]
        for text, column in zip(texts, columns, strict=True)
    ]


def set_rows(
    sheets: Sheets,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    whole_sheet: float,
    ending: float,
) -> None:
    """Rows as they come; one is cut only if it is higher than ``whole_sheet``.

    The last one goes with the ``ending`` that follows it, so that nobody signs a sheet of nothing.
    """
    coming = iter(rows)
    row = next(coming, None)
    while row is not None:
        following = next(coming, None)
        row = _cut(sheets, columns, row, whole_sheet)
        height = row_height(row, LINE)
        together = height + (ending if following is None else 0.0)
        sheets.keep_together(together if together <= whole_sheet else height)
        set_row(sheets, columns, row, LINE)
        row = following


def _cut(sheets: Sheets, columns: Sequence[Column], row: Row, whole_sheet: float) -> Row:
    """What is left of a row once no more of it fills whole sheets."""
    while row_height(row, LINE) > whole_sheet:
        fits = int((sheets.room - row_height([[]], LINE)) / LINE.step)
        if fits >= 1:
            set_row(sheets, columns, [cell[:fits] for cell in row], LINE)
            row = [cell[fits:] for cell in row]
        sheets.turn()
    return row


@lru_cache(maxsize=4096)
def _cell_lines(text: str, room: float) -> tuple[Line, ...]:
    """Wrapped lines; a code too wide for its column goes on after a hyphen."""
    if " " in text or "-" not in text or width(text, _VALUE) <= room:
        return tuple(wrap_text(text, _VALUE, room))
    lines: list[Line] = []
    part = ""
    for piece in text.replace("-", "- ").split(" "):
        if part and width(part + piece, _VALUE) > room:
            lines += wrap_text(part, _VALUE, room)
            part = ""
        part += piece
    return (*lines, *wrap_text(part, _VALUE, room))


def _groups(texts: Sequence[ColumnText]) -> Iterator[tuple[str, int, int]]:
    """Runs of columns under one head: its words (empty for a column by itself), first, end."""
    begin = 0
    for name, run in groupby(texts, key=lambda text: text.group):
        count = len(list(run))
        if name:
            yield name, begin, begin + count
        else:
            for number in range(begin, begin + count):
                yield "", number, number + 1
        begin += count


def _span(columns: Sequence[Column], begin: int, end: int) -> tuple[float, float]:
    x = columns[begin].x
    return x, columns[end - 1].x + columns[end - 1].width - x


def _head_lines(text: str, wide: float) -> list[Line]:
    return wrap_text(text, _HEAD, wide - 1.4)


def _storey(lines: int) -> float:
    return lines * _HEAD_LINE.step + _STOREY_PADDING


def _across(columns: Sequence[Column], y: float) -> tuple[float, float, float, float]:
    x = columns[0].x
    return (x - BORDER / 2, y - BORDER / 2, RIGHT - x + BORDER, BORDER)


def _centred_in(
    lines: Sequence[Line], x: float, wide: float, top: float, bottom: float
) -> Iterator[Mark]:
    y = top + (bottom - top - len(lines) * _HEAD_LINE.step) / 2 + _HEAD_LINE.rise
    for line in lines:
        yield from centred(line, x + wide / 2, y)
        y += _HEAD_LINE.step
