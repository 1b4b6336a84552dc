"""The foot of a form: QR of the code and advice, and the strip at the bottom. Lengths are mm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.printing.a5 import BOTTOM, LEFT, RIGHT, SHEET_LIMIT, STRIP_HEIGHT
from kiosk.printing.barcodes import QR_QUIET, qr, qr_matrix
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import FormText, Manner, fill
from kiosk.printing.marks import Mark, Text, across, left
from kiosk.printing.typography import Line, Style, printable, width, wrap

_STRIP = Style(Face.SERIF, 7.5)
_FOOT = Manner(Style(Face.SERIF, 8.7), Style(Face.SERIF_BOLD, 8.7), Style(Face.SERIF_BOLD, 10.5))
_QR_SIZE = 15.0
_USUAL_QR = 25
_STEP = 3.85


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot note: its marks, and where it begins."""

    marks: tuple[Mark, ...]
    top: float

    @property
    def height(self) -> float:
        """What it takes of a sheet."""
        return SHEET_LIMIT - self.top


def foot(values: Mapping[str, str], texts: Sequence[str]) -> Foot:
    """The foot note of the last sheet, standing on the strip: QR of the code alone, and advice.

    Without a code the place of the QR stays white.
    """
    matrix = qr_matrix(values["code"]) if values["code"] else ()
    module = _QR_SIZE / (len(matrix) or _USUAL_QR)
    quiet = QR_QUIET * module
    x = LEFT + _QR_SIZE + quiet + 0.6
    lines = _lines(values, texts, RIGHT - x)
    height = max(_QR_SIZE, len(lines) * _STEP)
    y = BOTTOM - STRIP_HEIGHT - quiet - height
    marks: list[Mark] = [
        across(LEFT, RIGHT, y - quiet - 0.2, 0.15),
        qr(matrix, LEFT, y, module),
    ]
    marks += _advice(lines, x, y + (height - len(lines) * _STEP) / 2)
    return Foot(tuple(marks), y - quiet - 0.3)


def foot_of_words(values: Mapping[str, str], texts: Sequence[str]) -> Foot:
    """The foot note of a paper that has no code: advice alone, from the left margin."""
    lines = _lines(values, texts, RIGHT - LEFT)
    if not lines:
        return Foot((), SHEET_LIMIT)
    y = BOTTOM - STRIP_HEIGHT - 2.4 - len(lines) * _STEP
    return Foot((across(LEFT, RIGHT, y - 1.2, 0.15), *_advice(lines, LEFT, y)), y - 1.3)


def _lines(values: Mapping[str, str], texts: Sequence[str], room: float) -> list[Line]:
    return [line for text in texts for line in wrap(fill(text, values, _FOOT).spans, room)]


def _advice(lines: Sequence[Line], x: float, top: float) -> list[Mark]:
    baseline = top + 2.75
    marks: list[Mark] = []
    for line in lines:
        marks += left(line, x, baseline)
        baseline += _STEP
    return marks


def strip(words: FormText, copy: int, page: int, pages: int, *, copies: int = 1) -> list[Mark]:
    """The last line of every sheet: which form, which copy, which page of how many."""
    right: list[str] = []
    if copy <= len(words.copies):
        right.append(words.copies[copy - 1])
    elif words.copies or copies > 1:
        right.append(words.further_copy.replace("{copy}", str(copy)))
    if pages > 1:
        right.append(words.page.replace("{page}", str(page)).replace("{pages}", str(pages)))
    told = "  ·  ".join(right)
    y = BOTTOM - 0.6
    form = printable(f"{words.number}, {words.version}")
    marks: list[Mark] = [Text(LEFT, y, form, _STRIP)]
    if told:
        marks.append(Text(RIGHT - width(told, _STRIP), y, told, _STRIP))
    return marks
