"""What stands around a register's table: who keeps it, stamps, the foot, signatures. Lengths are mm."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.printing.cells import set_cells
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import Manner, Signature, fill
from kiosk.printing.ledger import BOTTOM, HEIGHT, LEFT, RIGHT, ROOM, TOP, WIDTH
from kiosk.printing.ledger_text import LedgerText, filled
from kiosk.printing.marks import Mark, Page, Text, across, centred, frame
from kiosk.printing.sheets import Measure, Sheets
from kiosk.printing.typography import (
    Line,
    Style,
    balanced,
    fitted,
    printable,
    width,
    wrap,
    wrap_text,
)

BODY = Manner(Style(Face.SERIF, 12), Style(Face.SERIF_BOLD, 12), Style(Face.SERIF_BOLD, 13))
BODY_LINE = Measure(step=5.4, rise=4.2)
GAP = 1.0
ITALIC = Style(Face.SERIF_ITALIC, 12)
_PARENT = Style(Face.SERIF, 12)
_OFFICE = Style(Face.SERIF_BOLD, 12)
_MOTTO = Style(Face.SERIF_BOLD, 13)
_RUNNING = Style(Face.SERIF_BOLD, 9)
_STRIP = Style(Face.SERIF, 8)
_STAMP = Style(Face.SERIF_BOLD, 9, tracking=0.4)
_STAMP_HEIGHT = 4.8
_ROOM_FOR_STAMPS = 75.0
_MIDDLES = (LEFT + ROOM * 0.25, LEFT + ROOM * 0.75)
_HALF_ROOM = ROOM * 0.44
_BEFORE_ENDING = 3.0
_SIGNING = 26.0
"""White between the words of a signature and the name, for the pen and for a stamp of 36 mm."""

Paragraph = Sequence[Line]


def masthead(parent: str, office: str, words: LedgerText, top: float) -> tuple[list[Mark], float]:
    """Who writes on the left, nation and motto on the right; the height they end at."""
    left, right = _MIDDLES
    marks: list[Mark] = []
    y = top + 4.0
    widest = 0.0
    for text, style in ((parent, _PARENT), (office, _OFFICE)):
        for line in balanced(printable(text).upper(), style, _HALF_ROOM):
            marks += centred(line, left, y)
            widest = line.width
            y += 5.2
    y -= 3.2
    half = max(widest, 20.0) * 0.2
    marks.append(across(left - half, left + half, y, 0.28))
    country = fitted(words.country, _OFFICE, _HALF_ROOM, 9)
    marks += centred(wrap_text(words.country, country, _HALF_ROOM)[0], right, top + 4.0)
    motto = wrap_text(words.motto, _MOTTO, _HALF_ROOM)[0]
    marks += centred(motto, right, top + 9.6)
    half = motto.width / 2
    marks.append(across(right - half, right + half, top + 11.4, 0.28))
    return marks, max(y, top + 11.4)


def place_and_day(text: str, y: float) -> Iterator[Mark]:
    """Place and day in italics under the motto."""
    for line in wrap_text(printable(text), ITALIC, _HALF_ROOM):
        yield from centred(line, _MIDDLES[1], y)


def stamps(*said: str) -> tuple[list[Mark], float]:
    """Boxed words at the top, one beside the other (that this is a sample, that it is printed
    again), and the height below them."""
    marks: list[Mark] = []
    x = LEFT
    for words in said:
        wide = width(words, _STAMP) + 4
        marks.append(frame((x, TOP, wide, _STAMP_HEIGHT), 0.25))
        marks.append(Text(x + 2, TOP + 3.5, words, _STAMP))
        x += wide + 3
    return marks, TOP + (_STAMP_HEIGHT + 1.5 if said else 0.0)


def sheet_top(running: str, *stamped: str) -> tuple[list[Mark], float]:
    """Which register this sheet belongs to, beside the stamps; the height its table begins at."""
    marks, below = stamps(*stamped)
    y = TOP + 3.4
    for line in wrap_text(printable(running), _RUNNING, ROOM - 2 * _ROOM_FOR_STAMPS):
        marks += centred(line, LEFT + ROOM / 2, y)
        y += 4.0
    return marks, max(below, y - 2.0)


def page_of(
    marks: Sequence[Mark], words: LedgerText, number: str, right: str, page: int, pages: int
) -> Page:
    """A sheet with its last line: which form, ``right``, and which page of how many."""
    y = BOTTOM - 0.4
    numbered = filled(words.numbered, {"number": number}) if number else words.title
    counted = filled(words.page, {"page": str(page), "pages": str(pages)})
    end = "  ·  ".join(part for part in (right, counted) if part)
    foot = [
        Text(LEFT, y, printable(f"{numbered}, {words.version}"), _STRIP),
        Text(RIGHT - width(printable(end), _STRIP), y, printable(end), _STRIP),
    ]
    return Page(WIDTH, HEIGHT, (*marks, *foot))


def paragraphs(templates: Sequence[str], values: Mapping[str, str]) -> list[Paragraph]:
    """Lines of the body; a value that is missing leaves dots to write on."""
    return [set_cells([fill(template, values, BODY)], ROOM, BODY.plain) for template in templates]


@dataclass(frozen=True, slots=True)
class Ending:
    """What a register or list ends with, its lines broken; it stands on one sheet."""

    said: Sequence[Paragraph]
    day: Sequence[Line]
    signatures: Sequence[tuple[Sequence[Line], Sequence[Line]]]

    @property
    def height(self) -> float:
        """How much of a sheet it needs."""
        over = max(len(above) for above, _ in self.signatures)
        under = max(len(below) for _, below in self.signatures)
        lines = sum(len(paragraph) for paragraph in self.said) + len(self.day) + over + under
        gaps = GAP * (len(self.said) + 1)
        return _BEFORE_ENDING + lines * BODY_LINE.step + gaps + _SIGNING

    def put_on(self, sheets: Sheets) -> None:
        """Set it; ``sheets.turn_over`` must begin a sheet without a table."""
        sheets.keep_together(self.height)
        sheets.y += _BEFORE_ENDING
        for paragraph in self.said:
            sheets.paragraph(paragraph, LEFT, BODY_LINE, GAP)
        sheets.y += GAP
        wide = ROOM / len(self.signatures)
        middles = [LEFT + wide * (number + 0.5) for number in range(len(self.signatures))]
        _column(sheets, self.day, middles[-1], sheets.y)
        top = sheets.y + len(self.day) * BODY_LINE.step
        name = top + max(len(over) for over, _ in self.signatures) * BODY_LINE.step + _SIGNING
        for middle, (over, under) in zip(middles, self.signatures, strict=True):
            _column(sheets, over, middle, top)
            _column(sheets, under, middle, name)


def ending(
    said: Sequence[str], day: str, signatures: Sequence[Signature], values: Mapping[str, str]
) -> Ending:
    """The last words, place and ``day`` above the last signature, and the signatures."""
    room = ROOM / len(signatures) - 8
    return Ending(
        paragraphs(said, values),
        wrap_text(printable(filled(day, values)), ITALIC, room),
        [_signature(one, values, room) for one in signatures],
    )


def _signature(
    one: Signature, values: Mapping[str, str], room: float
) -> tuple[list[Line], list[Line]]:
    over = wrap_text(one.role, BODY.bold, room) + wrap_text(one.how, ITALIC, room)
    return over, wrap(fill(one.name, values, Manner(BODY.bold, BODY.bold, BODY.bold)).spans, room)


def _column(sheets: Sheets, lines: Sequence[Line], middle: float, top: float) -> None:
    for number, line in enumerate(lines):
        y = top + BODY_LINE.rise + number * BODY_LINE.step
        sheets.marks += centred(line, middle, y)
