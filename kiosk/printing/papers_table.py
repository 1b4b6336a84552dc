"""The table of papers in a letter, its columns as its wording tells. Lengths are mm."""

from collections.abc import Sequence

from kiosk.dossiers.letters import MissingPaper
from kiosk.printing.a5 import LEFT, RIGHT
from kiosk.printing.form_text import Manner
from kiosk.printing.letter_text import LetterPapers, PapersColumn
from kiosk.printing.tables import Column, Head, Over, Row
from kiosk.printing.typography import Line, Style, balanced, printable, wrap_text

_TEXTS = ("name", "what", "name_and_what")


def papers_columns(words: LetterPapers) -> list[Column]:
    """The columns, as wide as the sheet together."""
    share = (RIGHT - LEFT) / sum(column.width for column in words.columns)
    columns: list[Column] = []
    x = LEFT
    for told in words.columns:
        columns.append(Column(x, told.width * share, centred=told.shows not in _TEXTS))
        x += told.width * share
    return columns


def papers_head(words: LetterPapers, columns: Sequence[Column], manner: Manner) -> Head:
    """The head; the first columns with the same words over them stand under these words."""
    cells = [
        balanced(told.head, manner.bold, column.room)
        for told, column in zip(words.columns, columns, strict=True)
    ]
    named = [number for number, column in enumerate(words.columns) if column.over]
    if not named:
        return Head(cells)
    first = last = named[0]
    said = words.columns[first].over
    while last + 1 < len(words.columns) and words.columns[last + 1].over == said:
        last += 1
    room = sum(column.width for column in columns[first : last + 1]) - 2
    return Head(cells, Over(first, last, wrap_text(said, manner.bold, room)))


def papers_rows(
    papers: Sequence[MissingPaper],
    words: LetterPapers,
    columns: Sequence[Column],
    manner: Manner,
    italic: Style,
) -> list[Row]:
    """A row for each paper."""
    if not papers:
        return [_empty(words, columns, manner)]
    return [
        [
            _cell(number, paper, told, column.room, manner, italic)
            for told, column in zip(words.columns, columns, strict=True)
        ]
        for number, paper in enumerate(papers, start=1)
    ]


def _cell(
    row: int, paper: MissingPaper, told: PapersColumn, room: float, manner: Manner, italic: Style
) -> list[Line]:
    name, what = (printable(text) for text in (paper.name, paper.what))
    if told.shows == "name_and_what":
        return [*wrap_text(name, manner.plain, room), *wrap_text(what, italic, room)]
    texts = {
        "row": str(row),
        "name": name,
        "what": what,
        "originals": str(paper.originals or ""),
        "certified": str(paper.certified or ""),
        "copies": str(paper.copies or ""),
    }
    return wrap_text(texts[told.shows], manner.plain, room)


def _empty(words: LetterPapers, columns: Sequence[Column], manner: Manner) -> Row:
    """The words of a table without papers, in its widest column."""
    widest = max(columns, key=lambda column: column.width)
    return [
        wrap_text(words.none, manner.plain, column.room) if column is widest else []
        for column in columns
    ]
