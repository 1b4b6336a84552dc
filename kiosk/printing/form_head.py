"""The head of a form and of its further sheets: issuer, nation, code, title. Lengths are mm."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.printing.a5 import LEFT, MIDDLE_LEFT, MIDDLE_RIGHT, RIGHT, TOP
from kiosk.printing.barcodes import CODE128_MODULE, CODE128_QUIET, code128, code128_modules
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import FormText, Manner, fill
from kiosk.printing.marks import Mark, Text, across, centred, frame, left
from kiosk.printing.typography import (
    Span,
    Style,
    balanced,
    fitted,
    width,
    wrap,
    wrap_text,
)
from kiosk.refusal import Refused

_PARENT = Style(Face.SERIF, 9.5)
_OFFICE = Style(Face.SERIF_BOLD, 9.5)
_MOTTO = Style(Face.SERIF_BOLD, 10.5)
_PLACE = Style(Face.SERIF_ITALIC, 10.5)
_TITLE = Style(Face.SERIF_BOLD, 12.5)
_BODY = Style(Face.SERIF, 10)
_CODE = Style(Face.SERIF_BOLD, 10.5)
_STAMP = Style(Face.SERIF_BOLD, 8, tracking=0.4)

_HEAD_STEP = 4.15
_STAMP_ROW = 5.6
_BARS_HEIGHT = 8.0
_ROOM_FOR_BARS = 67.0
_UNDERLINE = 0.28


@dataclass(frozen=True, slots=True)
class Stamps:
    """What every sheet is stamped with: that it is a sample, that it is printed again."""

    sample: bool
    reprint: bool


def head(
    values: Mapping[str, str], words: FormText, stamps: Stamps, *, awaits_code: bool = False
) -> tuple[list[Mark], float]:
    """The head of the first sheet down to the title, and the height it ends at.

    Without a code there are no bars: a paper that ``awaits_code`` has dots in their place, any
    other stands by its own number under the issuer.

    Raises :class:`Refused` ``barcode.too_long`` (``text``) when the bars would leave the paper.
    """
    marks, top = _stamps(words, stamps)
    issuer_end = _issuer(marks, values, words, top)
    nation_end = _nation(marks, values, words, top)
    y = max(issuer_end, nation_end)
    if values["code"] or awaits_code:
        y = _code(marks, values["code"], words, y + 3.2)
    y += 8.2
    for line in balanced(words.title, _TITLE, RIGHT - LEFT):
        marks += centred(line, (LEFT + RIGHT) / 2, y)
        y += 5.2
    return marks, y - 1.3


def continuation(
    values: Mapping[str, str], words: FormText, stamps: Stamps
) -> tuple[list[Mark], float]:
    """What a further sheet begins with: which dossier it belongs to, or which number it has."""
    marks, top = _stamps(words, stamps)
    y = top + 3.0
    if values["code"] or not words.number_line:
        spans = [Span(words.code_label + " ", _BODY), Span(values["code"], _CODE)]
    else:
        spans = _number(values, words, Manner(_BODY, _CODE, _CODE))
    spans.append(Span(" " + words.continued, Style(Face.SERIF_ITALIC, 10)))
    for line in wrap(spans, RIGHT - LEFT):
        marks += left(line, LEFT, y)
        y += 4.6
    marks.append(across(LEFT, RIGHT, y - 2.6, 0.15))
    return marks, y


def _number(values: Mapping[str, str], words: FormText, manner: Manner) -> list[Span]:
    """``Số: 12/HDHS``, or dots to write the number on."""
    cell = fill(words.number_line, values, manner)
    dots = [Span("…" * 8, manner.plain)] if cell.open else []
    return [*cell.spans, *dots]


def _stamps(words: FormText, stamps: Stamps) -> tuple[list[Mark], float]:
    """Boxed words above everything."""
    marks: list[Mark] = []
    if stamps.sample:
        wide = width(words.sample, _STAMP) + 4
        marks += _stamp(words.sample, LEFT, wide)
    if stamps.reprint:
        wide = width(words.reprint, _STAMP) + 4
        marks += _stamp(words.reprint, RIGHT - wide, wide)
    return marks, TOP + (_STAMP_ROW if marks else 0.0)


def _stamp(words: str, x: float, wide: float) -> list[Mark]:
    return [frame((x, TOP, wide, 4.2), 0.25), Text(x + 2, TOP + 3.05, words, _STAMP)]


def _issuer(marks: list[Mark], values: Mapping[str, str], words: FormText, top: float) -> float:
    """Left column: the parent body in capitals, the issuer in bold capitals, a short line, and
    the paper's own number where it has one."""
    y = top + 3.0
    room = 2 * (MIDDLE_LEFT - LEFT)
    widest = 0.0
    for text, style in zip(_issuing(values, words), (_PARENT, _OFFICE), strict=True):
        for line in balanced(text.upper(), style, room):
            marks += centred(line, MIDDLE_LEFT, y)
            widest = line.width
            y += _HEAD_STEP
    y -= _HEAD_STEP - 2.4
    half = max(widest, 16.0) * 0.24
    marks.append(across(MIDDLE_LEFT - half, MIDDLE_LEFT + half, y, _UNDERLINE))
    if not words.number_line or (values["code"] and not values["number"]):
        return y
    y += 1.0
    for line in wrap(_number(values, words, Manner(_BODY, _BODY, _BODY)), room):
        y += 4.2
        marks += centred(line, MIDDLE_LEFT, y)
    return y + 0.8


def _issuing(values: Mapping[str, str], words: FormText) -> tuple[str, str]:
    """The body above and the issuer; where no issuer is told the office, and no name twice."""
    above, issuer = (
        "".join(span.text for span in fill(name, values, Manner(_BODY, _BODY, _BODY)).spans)
        for name in words.issuer
    )
    issuer = issuer or values["office_name"]
    return "" if above == issuer else above, issuer


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
    whole_day = {**values, "issued_day": values["issued_day"].replace(" ", "\u00a0")}
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
