"""The table of hand-overs on the control sheet: a row each, with two boxes to sign in, and blank
rows for the pen. Lengths are mm.

Row of TT 01/2018/TT-VPCP, Mẫu số 05, as in use: who gives and who receives, the time above the
boxes of the two signatures, the outcome, notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.dossiers.letters import HandoverRow
from kiosk.printing import figures
from kiosk.printing.a5 import LEFT
from kiosk.printing.cells import set_cells
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import Cell, Manner, fill
from kiosk.printing.letter_text import HandoverWords, HeadWords
from kiosk.printing.marks import Fill, centred
from kiosk.printing.sheets import SLACK, Measure, Sheets
from kiosk.printing.tables import BORDER, PADDING, ROW_PADDING, Column, Head, set_head, set_row
from kiosk.printing.typography import Line, Style, printable, wrap_text

_PLAIN, _BOLD = Style(Face.SERIF, 9), Style(Face.SERIF_BOLD, 9)
_ITALIC = Style(Face.SERIF_ITALIC, 9)
_MANNER = Manner(_PLAIN, _BOLD, _BOLD)
_LINE = Measure(step=3.8, rise=2.9)
_WIDTHS = (38.0, 51.0, 23.0, 16.0)
_SIGNING = 8.0
"""White between the words of a box and the name in it."""

_BLANK_AT_LEAST, _BLANK_AT_MOST = 5, 11


def _columns() -> tuple[Column, ...]:
    edges = [LEFT + sum(_WIDTHS[:number]) for number in range(len(_WIDTHS))]
    return tuple(
        Column(x, width, centred=number in {1, 2})
        for number, (x, width) in enumerate(zip(edges, _WIDTHS, strict=True))
    )


_COLUMNS = _columns()
_AGENCIES, _TIMES, _OUTCOME, _NOTE = _COLUMNS
_BOX = _TIMES.width / 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A hand-over with its lines broken."""

    agencies: Sequence[Line]
    time: Sequence[Line]
    boxes: tuple[Sequence[Line], Sequence[Line]]
    names: tuple[Sequence[Line], Sequence[Line]]
    outcome: Sequence[Line]
    note: Sequence[Line]

    @property
    def time_height(self) -> float:
        return len(self.time) * _LINE.step + ROW_PADDING

    @property
    def height(self) -> float:
        box = max(map(len, self.boxes)) + max(1, *map(len, self.names))
        boxes = box * _LINE.step + _SIGNING + ROW_PADDING
        beside = max(map(len, (self.agencies, self.outcome, self.note)))
        return max(self.time_height + boxes, beside * _LINE.step + ROW_PADDING)


@dataclass(frozen=True, slots=True)
class Handovers:
    """The table of hand-overs with its lines broken."""

    head: Head
    given: Sequence[_Row]
    blank: _Row

    def begins_with(self, sheets: Sheets) -> float:
        """How high its head and the first row are that stand together, on whichever sheet."""
        first = self.given[0].height if self.given else self.blank.height
        if first > self._whole_sheet(sheets):
            first = self.blank.height
        return self.head.height(_LINE) + first

    def place(self, sheets: Sheets, closing: float) -> None:
        """The table, its head on every sheet. After the last hand-over come at least five blank
        rows, and more while the sheet has room for them above what closes it (``closing``
        high)."""
        sheets.keep_together(self.begins_with(sheets))
        set_head(sheets, _COLUMNS, self.head, _LINE)
        for row in self.given:
            self._place(sheets, row)
        blanks = 0
        while blanks < _BLANK_AT_LEAST or sheets.room < closing - SLACK:
            self._place(sheets, self.blank)
            blanks += 1
        while blanks < _BLANK_AT_MOST and sheets.room >= closing + self.blank.height:
            self._place(sheets, self.blank)
            blanks += 1

    def _place(self, sheets: Sheets, row: _Row) -> None:
        """A row on this sheet, or on the next; what no sheet holds is cut."""
        while row.height > sheets.room + SLACK:
            too_high = row.height > self._whole_sheet(sheets) + SLACK
            if too_high and sheets.room >= self.blank.height:
                first, row = _cut(row, sheets.room)
                _draw(sheets, first)
            sheets.turn()
            set_head(sheets, _COLUMNS, self.head, _LINE)
        _draw(sheets, row)

    def _whole_sheet(self, sheets: Sheets) -> float:
        return sheets.limit - sheets.turn_over()[1] - self.head.height(_LINE)


def handovers(rows: Sequence[HandoverRow], words: HandoverWords) -> Handovers:
    """The table of these hand-overs."""
    return Handovers(
        Head([_head(told, column) for told, column in zip(words.heads, _COLUMNS, strict=True)]),
        [_row(row, words) for row in rows],
        _row(HandoverRow(), words),
    )


def _head(told: HeadWords, column: Column) -> list[Line]:
    parts = [(part, _BOLD) for part in told.text.splitlines()]
    parts += [(part, _ITALIC) for part in told.hint.splitlines()]
    room = column.width - PADDING
    return [line for text, style in parts for line in wrap_text(text, style, room)]


def _row(row: HandoverRow, words: HandoverWords) -> _Row:
    values = {
        "giver": printable(row.giver),
        "receiver": printable(row.receiver),
    }
    agencies: list[Line] = []
    for template in (words.giver, words.receiver):
        cell = fill(template, values, _MANNER)
        agencies += set_cells([cell], _AGENCIES.room, _PLAIN)
        if cell.open:
            agencies += set_cells([Cell((), open=True)], _AGENCIES.room, _PLAIN)
    time = words.blank_time
    if row.at is not None:
        hour, _, day = figures.moment_long(row.at).partition(", ")
        time = (f"{hour},", day)
    box = _BOX - PADDING
    return _Row(
        agencies,
        [line for text in time for line in wrap_text(text, _PLAIN, _TIMES.room)],
        _both(words.boxes, _ITALIC, box),
        _both((printable(row.given_by), printable(row.received_by)), _PLAIN, box),
        wrap_text(printable(row.outcome), _PLAIN, _OUTCOME.room),
        wrap_text(printable(row.note), _PLAIN, _NOTE.room),
    )


def _both(
    texts: tuple[str, str], style: Style, room: float
) -> tuple[Sequence[Line], Sequence[Line]]:
    one, other = texts
    return wrap_text(one, style, room), wrap_text(other, style, room)


def _cut(row: _Row, room: float) -> tuple[_Row, _Row]:
    """What a sheet holds of a row, and what is left of it."""
    beside = int((room - ROW_PADDING) / _LINE.step)
    box = room - row.time_height - ROW_PADDING - _SIGNING
    named = int(box / _LINE.step) - max(map(len, row.boxes))
    one, other = row.names
    first = _Row(
        row.agencies[:beside],
        row.time,
        row.boxes,
        (one[:named], other[:named]),
        row.outcome[:beside],
        row.note[:beside],
    )
    rest = _Row(
        row.agencies[beside:],
        row.time,
        row.boxes,
        (one[named:], other[named:]),
        row.outcome[beside:],
        row.note[beside:],
    )
    return first, rest


def _draw(sheets: Sheets, row: _Row) -> None:
    top = sheets.y
    set_row(
        sheets,
        _COLUMNS,
        [row.agencies, [], row.outcome, row.note],
        _LINE,
        height=row.height,
    )
    y = top + ROW_PADDING / 2 + _LINE.rise
    for line in row.time:
        sheets.marks += centred(line, _TIMES.x + _BOX, y)
        y += _LINE.step
    parting, bottom = top + row.time_height, sheets.y
    half = BORDER / 2
    sheets.marks.append(
        Fill(
            (
                (_TIMES.x, parting - half, _TIMES.width, BORDER),
                (_TIMES.x + _BOX - half, parting, BORDER, bottom - parting),
            )
        )
    )
    for number, (words, names) in enumerate(zip(row.boxes, row.names, strict=True)):
        middle = _TIMES.x + _BOX * (number + 0.5)
        y = parting + ROW_PADDING / 2 + _LINE.rise
        for line in words:
            sheets.marks += centred(line, middle, y)
            y += _LINE.step
        y = bottom - ROW_PADDING / 2 - len(names) * _LINE.step + _LINE.rise
        for line in names:
            sheets.marks += centred(line, middle, y)
            y += _LINE.step
