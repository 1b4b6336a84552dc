"""The fixed parts of Mẫu số 01: head, bars, foot note, the strip at the bottom. Lengths are mm."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.printing.barcodes import (
    CODE128_MODULE,
    CODE128_QUIET,
    QR_QUIET,
    code128,
    code128_modules,
    qr,
    qr_matrix,
)
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import FormText, Manner, fill
from kiosk.printing.marks import Mark, Text, across, centred, frame, left
from kiosk.printing.typography import (
    Span,
    Style,
    balanced,
    fitted,
    printable,
    width,
    wrap,
    wrap_text,
)
from kiosk.refusal import Refused

WIDTH, HEIGHT = 148.0, 210.0
LEFT, RIGHT, TOP, BOTTOM = 10.0, 138.0, 8.0, 204.0
MIDDLE_LEFT, MIDDLE_RIGHT = 36.0, 103.2
"""Where the two columns of the head are centred."""

_PARENT = Style(Face.SERIF, 9.5)
_OFFICE = Style(Face.SERIF_BOLD, 9.5)
_MOTTO = Style(Face.SERIF_BOLD, 10.5)
_PLACE = Style(Face.SERIF_ITALIC, 10.5)
_TITLE = Style(Face.SERIF_BOLD, 12.5)
_BODY = Style(Face.SERIF, 10)
_CODE = Style(Face.SERIF_BOLD, 10.5)
_STAMP = Style(Face.SERIF_BOLD, 8, tracking=0.4)
_STRIP = Style(Face.SERIF, 7.5)
_FOOT = Manner(Style(Face.SERIF, 8.7), Style(Face.SERIF_BOLD, 8.7), Style(Face.SERIF_BOLD, 10.5))

_HEAD_STEP = 4.15
_STAMP_ROW = 5.6
_BARS_HEIGHT = 8.0
_ROOM_FOR_BARS = 67.0
_QR_SIZE = 15.0
_USUAL_QR = 25
_FOOT_STEP = 3.85
_STRIP_HEIGHT = 2.6
_UNDERLINE = 0.28


def head(
    values: Mapping[str, str], words: FormText, *, sample: bool, reprint: bool
) -> tuple[list[Mark], float]:
    """The head of the first sheet down to the title, and the height it ends at.

    Raises :class:`Refused` ``barcode.too_long`` (``text``) when the bars would leave the paper.
    """
    marks, top = _stamps(words, sample=sample, reprint=reprint)
    issuer_end = _issuer(marks, values, top)
    nation_end = _nation(marks, values, words, top)
    y = _code(marks, values["code"], words, max(issuer_end, nation_end) + 3.2)
    y += 8.2
    for line in wrap_text(words.title, _TITLE, RIGHT - LEFT):
        marks += centred(line, (LEFT + RIGHT) / 2, y)
        y += 5.2
    return marks, y - 1.3


def continuation(
    values: Mapping[str, str], words: FormText, *, sample: bool, reprint: bool
) -> tuple[list[Mark], float]:
    """What a further sheet begins with: which dossier it belongs to."""
    marks, top = _stamps(words, sample=sample, reprint=reprint)
    y = top + 3.0
    spans = [
        Span(words.code_label + " ", _BODY),
        Span(values["code"], _CODE),
        Span(" " + words.continued, Style(Face.SERIF_ITALIC, 10)),
    ]
    for line in wrap(spans, RIGHT - LEFT):
        marks += left(line, LEFT, y)
        y += 4.6
    marks.append(across(LEFT, RIGHT, y - 2.6, 0.15))
    return marks, y


def _stamps(words: FormText, *, sample: bool, reprint: bool) -> tuple[list[Mark], float]:
    """Boxed words above everything: that this is a sample, that it is printed again."""
    marks: list[Mark] = []
    if sample:
        wide = width(words.sample, _STAMP) + 4
        marks += _stamp(words.sample, LEFT, wide)
    if reprint:
        wide = width(words.reprint, _STAMP) + 4
        marks += _stamp(words.reprint, RIGHT - wide, wide)
    return marks, TOP + (_STAMP_ROW if marks else 0.0)


def _stamp(words: str, x: float, wide: float) -> list[Mark]:
    return [frame((x, TOP, wide, 4.2), 0.25), Text(x + 2, TOP + 3.05, words, _STAMP)]


def _issuer(marks: list[Mark], values: Mapping[str, str], top: float) -> float:
    """Left column: the parent body in capitals, the office in bold capitals, a short line."""
    y = top + 3.0
    room = 2 * (MIDDLE_LEFT - LEFT)
    widest = 0.0
    for text, style in ((values["office_parent"], _PARENT), (values["office_name"], _OFFICE)):
        for line in balanced(text.upper(), style, room):
            marks += centred(line, MIDDLE_LEFT, y)
            widest = line.width
            y += _HEAD_STEP
    y -= _HEAD_STEP - 2.4
    half = max(widest, 16.0) * 0.24
    marks.append(across(MIDDLE_LEFT - half, MIDDLE_LEFT + half, y, _UNDERLINE))
    return y


def _nation(marks: list[Mark], values: Mapping[str, str], words: FormText, top: float) -> float:
    """Right column: the nation's name, its motto with a line as long, place and day in italics."""
    room = 2 * (RIGHT - MIDDLE_RIGHT)
    y = top + 3.0
    country = fitted(words.country, _OFFICE, room, 8)
    marks += centred(wrap_text(words.country, country, room)[0], MIDDLE_RIGHT, y)
    y += 4.7
    motto = wrap_text(words.motto, _MOTTO, room)[0]
    marks += centred(motto, MIDDLE_RIGHT, y)
    half = motto.width / 2
    y += 1.45
    marks.append(across(MIDDLE_RIGHT - half, MIDDLE_RIGHT + half, y, _UNDERLINE))
    y += 5.8
    manner = Manner(_PLACE, _PLACE, _PLACE)
    whole_day = {**values, "received_day": values["received_day"].replace(" ", "\u00a0")}
    for line in wrap(fill(words.place_and_day, whole_day, manner).spans, room):
        marks += centred(line, MIDDLE_RIGHT, y)
        y += 4.4
    return y - 4.4


def _code(marks: list[Mark], code: str, words: FormText, y: float) -> float:
    """Bars of the code from the left margin, the code in letters beside or below them."""
    if not code:
        x = LEFT + _ROOM_FOR_BARS
        marks.append(Text(x, y + 2.55, words.code_label, _BODY))
        marks.append(Text(x, y + 7.1, "…" * 14, _BODY))
        return y + _BARS_HEIGHT
    modules = code128_modules(code)
    end = LEFT + len(modules) * CODE128_MODULE
    if end > RIGHT:
        raise Refused("barcode.too_long", text=code)
    marks.append(code128(modules, LEFT, y, _BARS_HEIGHT, CODE128_MODULE))
    x = end + 2 * CODE128_QUIET * CODE128_MODULE
    style = fitted(code, _CODE, RIGHT - x, 8.5) if x < RIGHT - 20 else _CODE
    if x + width(code, style) <= RIGHT:
        marks.append(Text(x, y + 2.55, words.code_label, _BODY))
        marks.append(Text(x, y + 7.1, code, style))
        return y + _BARS_HEIGHT
    y += _BARS_HEIGHT + 4.2
    for line in wrap([Span(words.code_label + " ", _BODY), Span(code, _CODE)], RIGHT - LEFT):
        marks += left(line, LEFT, y)
        y += 4.4
    return y - 4.4


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot note: its marks, and where it begins."""

    marks: tuple[Mark, ...]
    top: float


def foot(values: Mapping[str, str], words: FormText) -> Foot:
    """The foot note of the last sheet, standing on the strip: QR of the code alone, and advice.

    Without a code the place of the QR stays white.
    """
    matrix = qr_matrix(values["code"]) if values["code"] else ()
    module = _QR_SIZE / (len(matrix) or _USUAL_QR)
    quiet = QR_QUIET * module
    x = LEFT + _QR_SIZE + quiet + 0.6
    lines = [
        line for text in words.foot for line in wrap(fill(text, values, _FOOT).spans, RIGHT - x)
    ]
    height = max(_QR_SIZE, len(lines) * _FOOT_STEP)
    y = BOTTOM - _STRIP_HEIGHT - quiet - height
    marks: list[Mark] = [
        across(LEFT, RIGHT, y - quiet - 0.2, 0.15),
        qr(matrix, LEFT, y, module),
    ]
    baseline = y + (height - len(lines) * _FOOT_STEP) / 2 + 2.75
    for line in lines:
        marks += left(line, x, baseline)
        baseline += _FOOT_STEP
    return Foot(tuple(marks), y - quiet - 0.3)


def strip(words: FormText, copy: int, page: int, pages: int) -> list[Mark]:
    """The last line of every sheet: which form, which copy, which page of how many."""
    if copy <= len(words.copies):
        right = words.copies[copy - 1]
    else:
        right = words.further_copy.replace("{copy}", str(copy))
    if pages > 1:
        counted = words.page.replace("{page}", str(page)).replace("{pages}", str(pages))
        right = f"{right}  ·  {counted}"
    y = BOTTOM - 0.6
    form = printable(f"{words.number}, {words.version}")
    return [
        Text(LEFT, y, form, _STRIP),
        Text(RIGHT - width(right, _STRIP), y, right, _STRIP),
    ]


SHEET_LIMIT = BOTTOM - _STRIP_HEIGHT - 1.6
"""Nothing of the body is set below this."""
