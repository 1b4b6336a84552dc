"""Paragraphs of a letter: lines from the margin, running text, lines in the middle. Lengths are mm."""

from collections.abc import Iterator, Mapping

from kiosk.printing.cells import set_cells
from kiosk.printing.form_text import FormLine, Manner, fill
from kiosk.printing.typography import Line, Piece, balanced_spans, width, wrap

_INDENT = 8.0
_STRETCHED_AT_MOST = 0.25
"""Of the line: one that is emptier (a long word went to the next) stays as it is."""


def set_paragraph(
    line: FormLine, values: Mapping[str, str], manner: Manner, room: float
) -> list[Line]:
    """The lines of one paragraph, in lines of ``room``.

    Running text (NĐ 30/2020/NĐ-CP) begins set in and is justified; where its last value is empty
    it is a line with dots like any other.
    """
    cells = [fill(cell, values, manner) for cell in line.cells]
    if line.manner == "line" or cells[-1].open:
        return set_cells(cells, room, manner.plain)
    spans = [span for cell in cells for span in cell.spans]
    if line.manner == "middle":
        lines = balanced_spans(spans, room)
        return [one.moved((room - one.width) / 2) for one in lines]
    lines = wrap(spans, room, indent=_INDENT)
    return [*(justified(one, room) for one in lines[:-1]), *lines[-1:]]


def justified(line: Line, room: float) -> Line:
    """The line with its spaces stretched to ``room``."""
    words = [word for piece in line.pieces for word in _words(piece)]
    spaces = sum(word.text.endswith(" ") for word in words[:-1])
    missing = room - line.width
    if not spaces or missing > _STRETCHED_AT_MOST * room:
        return line
    pieces: list[Piece] = []
    shift = 0.0
    for word in words:
        pieces.append(Piece(word.x + shift, word.text, word.style))
        if word.text.endswith(" "):
            shift += missing / spaces
    return Line(tuple(pieces), room)


def _words(piece: Piece) -> Iterator[Piece]:
    """The words of a piece, each with the space that follows it."""
    at, begin = 0, piece.x
    while at < len(piece.text):
        end = piece.text.find(" ", at)
        word = piece.text[at : end + 1] if end >= 0 else piece.text[at:]
        yield Piece(begin, word, piece.style)
        begin += width(word, piece.style)
        at += len(word)
