"""Tables as spreadsheets (.xlsx), written row by row: a year of dossiers never stands in memory.

Texts stay texts: one that begins like a formula (``=``, ``+``, ``-``, ``@``) is stored as a text
and marked so that it does not become one when somebody edits the cell.
"""

import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.clock import local
from kiosk.text import nfc

Value = str | int | datetime | None

MOST_LETTERS = 32_767
"""So many letters go into a cell of a spreadsheet."""

_A4 = 9
_FORMULA = re.compile(r"\s*[=+\-@]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its head, its width in letters, and how its numbers are written (``00``)."""

    head: str
    width: float
    number_format: str = "0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A spreadsheet's one sheet: ``above`` are the lines over its table, the first one its title."""

    name: str
    above: Sequence[str]
    columns: Sequence[SheetColumn]
    author: str
    page: str


def write_sheet(target: Path, sheet: Sheet, rows: Iterable[Sequence[Value]]) -> int:
    """Write a new file with these rows; how many there were.

    What is needed meanwhile lies in a folder beside ``target`` that is gone afterwards, also when
    the writing is broken off; then there is no sound file. :class:`OSError` as the system tells it.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".kiosk-") as folder:
        book = Workbook(str(target), {"constant_memory": True, "tmpdir": folder})
        book.set_properties({"title": sheet.above[0], "author": sheet.author})
        table = book.add_worksheet(sheet.name)
        try:
            written = _fill(book, table, sheet, rows)
        except BaseException:
            table.row_data_fh.close()
            raise
        try:
            book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else error
            raise cause if isinstance(cause, OSError) else OSError(str(cause)) from error
    return written


def _fill(book: Any, table: Any, sheet: Sheet, rows: Iterable[Sequence[Value]]) -> int:
    formats = _Formats(book, sheet.columns)
    head_row = len(sheet.above)
    _set_up(table, sheet, head_row)
    for number, words in enumerate(sheet.above):
        table.write_string(number, 0, _clean(words), formats.above if number else formats.title)
    for place, column in enumerate(sheet.columns):
        table.write_string(head_row, place, column.head, formats.head)
    count = 0
    for count, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            _write(table, head_row + count, place, value, formats)
    if count:
        table.autofilter(head_row, 0, head_row + count, len(sheet.columns) - 1)
    return count


def _set_up(table: Any, sheet: Sheet, head_row: int) -> None:
    for place, column in enumerate(sheet.columns):
        table.set_column(place, place, column.width)
    table.freeze_panes(head_row + 1, 0)
    table.set_landscape()
    table.set_paper(_A4)
    table.set_margins(left=0.8, right=0.4, top=0.5, bottom=0.6)
    table.repeat_rows(head_row)
    table.fit_to_pages(1, 0)
    table.set_footer(f"&R{sheet.page.replace('{page}', '&P').replace('{pages}', '&N')}")


class _Formats:
    """How the cells look; numbers column by column."""

    def __init__(self, book: Any, columns: Sequence[SheetColumn]) -> None:
        base = {"font_name": "Times New Roman", "font_size": 11}
        cell = base | {"border": 1, "valign": "top"}
        self.title = book.add_format(base | {"bold": True, "font_size": 14})
        self.above = book.add_format(base)
        self.head = book.add_format(
            cell | {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
        )
        self.text = book.add_format(cell | {"text_wrap": True, "num_format": "@"})
        self.quoted = book.add_format(
            cell | {"text_wrap": True, "num_format": "@", "quote_prefix": True}
        )
        self.moment = book.add_format(cell | {"num_format": "dd/mm/yyyy hh:mm", "align": "center"})
        self.numbers = [
            book.add_format(cell | {"num_format": column.number_format, "align": "center"})
            for column in columns
        ]


def _write(table: Any, row: int, place: int, value: Value, formats: _Formats) -> None:
    if isinstance(value, datetime):
        table.write_datetime(row, place, local(value).replace(tzinfo=None), formats.moment)
    elif isinstance(value, int):
        table.write_number(row, place, value, formats.numbers[place])
    elif value:
        text = _clean(value)
        format_ = formats.quoted if _FORMULA.match(text) else formats.text
        table.write_string(row, place, text, format_)
    else:
        table.write_blank(row, place, None, formats.text)


def _clean(text: str) -> str:
    whole = _NOT_XML.sub("", nfc(text))
    return whole if len(whole) <= MOST_LETTERS else f"{whole[: MOST_LETTERS - 1]}…"
