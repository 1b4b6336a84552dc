"""The queue ticket: 80 mm roll, 72 mm of it printable (576 dots), pure black. Lengths are mm.

A thermal head has 8 dots a millimetre, so rules and QR modules are whole eighths.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.printing import figures
from kiosk.printing.barcodes import QR_QUIET, qr, qr_matrix
from kiosk.printing.fonts import Face
from kiosk.printing.marks import Fill, Mark, Page, centred, frame, left
from kiosk.printing.typography import (
    Line,
    Span,
    Style,
    balanced,
    fitted,
    printable,
    wrap,
    wrap_text,
)
from kiosk.queue.slips import TicketSlip

ROLL = 80.0
LEFT, RIGHT = 7.0, 73.0
MIDDLE = ROLL / 2
ROOM = RIGHT - LEFT
_TOP, _CUT = 4.0, 8.0
_DOT = 0.125
_QR_MODULE = 6 * _DOT
_CAPITAL = 0.714
"""Height of a capital of Open Sans, in sizes."""

_PLAIN = Style(Face.SANS, 8)
_PARENT = Style(Face.SANS, 7.8)
_OFFICE = Style(Face.SANS_BOLD, 8.6)
_CAPTION = Style(Face.SANS, 10)
_NUMBER = Style(Face.SANS_EXTRABOLD, 53)
_FIELD = Style(Face.SANS_BOLD, 12)
_COUNTER = Style(Face.SANS_BOLD, 15.6)
_PRIORITY = Style(Face.SANS_EXTRABOLD, 11.5, tracking=1)
_FIGURE = Style(Face.SANS_BOLD, 13.5)
_STRONG = Style(Face.SANS_BOLD, 8)
_MOTTO = Style(Face.SANS_SEMIBOLD, 7.8)
_STAMP = Style(Face.SANS_BOLD, 8.6, tracking=0.6)

_NUMBER_HEAD = "SỐ THỨ TỰ"
_FIELD_OF = "Lĩnh vực {field}"
_PRIORITY_WORD = "ƯU TIÊN"
_AHEAD = "Người chờ trước"
_WAIT = "Dự kiến chờ"
_TAKEN = "Lấy số lúc "
_PHONE = "Điện thoại: "
_SAMPLE = "DỮ LIỆU MINH HỌA"
_REPRINT = "BẢN IN LẠI"


@dataclass(slots=True)
class _Roll:
    """Marks placed one below the other."""

    y: float = _TOP
    marks: list[Mark] = field(default_factory=list)

    def lines(self, lines: Iterable[Line], step: float, *, white: bool = False) -> None:
        """Centred lines; the first baseline is one ascent (0.78 step) below."""
        for line in lines:
            self.marks += centred(line, MIDDLE, self.y + 0.78 * step, white=white)
            self.y += step

    def rule(self) -> None:
        """A line across the paper, three dots thick."""
        self.y = _on_dots(self.y)
        self.marks.append(Fill(((LEFT, self.y, ROOM, 3 * _DOT),)))
        self.y += 3 * _DOT

    def dashes(self) -> None:
        """A broken line across the paper, two dots thick: 41 strokes of 8 dots, 5 between."""
        self.y = _on_dots(self.y)
        step = 13 * _DOT
        self.marks.append(
            Fill(tuple((LEFT + n * step, self.y, 8 * _DOT, 2 * _DOT) for n in range(41)))
        )
        self.y += 2 * _DOT


def ticket_pages(slip: TicketSlip, *, copies: int, reprint: bool) -> list[Page]:
    """The ticket, as long as it needs, ``copies`` times.

    Raises :class:`Refused`: ``font.missing``, ``font.glyph_missing``, ``barcode.bad_text``.
    """
    roll = _Roll()
    if reprint:
        _stamp(roll, _REPRINT)
    _office(roll, slip)
    _number(roll, slip)
    _counters(roll, slip.counters)
    if slip.priority:
        _priority(roll)
    _waiting(roll, slip)
    _facts(roll, slip)
    _closing(roll, slip)
    # a whole number of dots, so that every mark keeps its place on the head's grid
    height = math.ceil((roll.y + _CUT) / _DOT) * _DOT
    return [Page(ROLL, height, tuple(roll.marks))] * copies


def ticket_title(slip: TicketSlip) -> str:
    """The name of the document."""
    return printable(f"{_NUMBER_HEAD} {slip.label}")


def counters_text(counters: Sequence[str]) -> str:
    """``Quầy 1 hoặc Quầy 2``; of three and more the common word is said once: ``Quầy 1, 2 hoặc 3``."""
    names = [name for name in map(printable, counters) if name]
    if len(names) > 2:
        first, _, _ = names[0].partition(" ")
        tails = [name.removeprefix(f"{first} ") for name in names]
        if all(tail != name and tail.isalnum() for tail, name in zip(tails, names, strict=True)):
            names = [names[0], *tails[1:]]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} hoặc {names[-1]}"


def wait_text(minutes: tuple[int, int]) -> str:
    """``5 – 10 phút``; a range that is one figure is said to be about that."""
    least, most = minutes
    return f"{least} – {most} phút" if most > least else f"khoảng {least} phút"


def _stamp(roll: _Roll, words: str) -> None:
    line = wrap_text(words, _STAMP, ROOM)[0]
    wide = line.width + 6
    roll.marks.append(frame((MIDDLE - wide / 2, roll.y, wide, 5.5), 2 * _DOT))
    roll.marks += centred(line, MIDDLE, roll.y + 3.8)
    roll.y += 5.5 + 2.0


def _office(roll: _Roll, slip: TicketSlip) -> None:
    for text, style in ((slip.office_parent, _PARENT), (slip.office_name, _OFFICE)):
        roll.lines(balanced(printable(text).upper(), style, ROOM), 3.9)
    roll.y += 2.2
    roll.rule()


def _number(roll: _Roll, slip: TicketSlip) -> None:
    roll.y += 2.2
    roll.lines(wrap_text(_NUMBER_HEAD, _CAPTION, ROOM), 4.6)
    roll.y += 3.2
    label = printable(slip.label)
    style = fitted(label, _NUMBER, ROOM, 20)
    for line in wrap_text(label, style, ROOM):
        roll.y += style.em * _CAPITAL
        roll.marks += centred(line, MIDDLE, roll.y)
        roll.y += 3.2
    field_name = printable(slip.field_name)
    if field_name:
        text = _FIELD_OF.format(field=field_name)
        style = _FIELD if len(wrap_text(text, _FIELD, ROOM)) <= 2 else _FIELD.at(10)
        roll.lines(balanced(text, style, ROOM), style.em * 1.3)
    roll.y += 1.6


def _counters(roll: _Roll, counters: Sequence[str]) -> None:
    text = counters_text(counters)
    if not text:
        return
    style = fitted(text, _COUNTER, ROOM - 4, 11.5)
    lines = balanced(text, style, ROOM - 4)
    step = style.em * 1.25
    high = _on_dots(len(lines) * step + 2.4)
    roll.marks.append(Fill(((LEFT, _on_dots(roll.y), ROOM, high),)))
    bottom = _on_dots(roll.y) + high
    roll.y = bottom - high + (high - len(lines) * step) / 2
    roll.lines(lines, step, white=True)
    roll.y = bottom + 1.75


def _priority(roll: _Roll) -> None:
    high = 7.25
    y = _on_dots(roll.y)
    roll.marks.append(frame((LEFT, y, ROOM, high), 3 * _DOT))
    roll.marks += centred(wrap_text(_PRIORITY_WORD, _PRIORITY, ROOM)[0], MIDDLE, y + 5.1)
    roll.y = y + high + 1.75


def _waiting(roll: _Roll, slip: TicketSlip) -> None:
    roll.y += 0.6
    roll.dashes()
    top = roll.y
    columns = [(_AHEAD, str(slip.people_ahead))]
    if slip.wait_minutes is not None:
        columns.append((_WAIT, wait_text(slip.wait_minutes)))
        roll.marks.append(Fill(((36.0, top + 1.75, 2 * _DOT, 10.0),)))
    middles = (MIDDLE,) if len(columns) == 1 else ((LEFT + 36) / 2, (36 + RIGHT) / 2)
    for (caption, figure), middle in zip(columns, middles, strict=True):
        room = ROOM if len(columns) == 1 else 2 * min(middle - LEFT, RIGHT - middle) - 2
        style = fitted(figure, _FIGURE, room, 6)
        roll.marks += centred(wrap_text(caption, _PLAIN, room)[0], middle, top + 4.9)
        roll.marks += centred(wrap_text(figure, style, room)[0], middle, top + 10.8)
    roll.y = top + 13.5
    roll.dashes()


def _facts(roll: _Roll, slip: TicketSlip) -> None:
    """QR of the ticket's id, and beside it when it was taken and how long it holds."""
    matrix = qr_matrix(slip.ticket_id)
    size, quiet = len(matrix) * _QR_MODULE, QR_QUIET * _QR_MODULE
    top = _on_dots(roll.y + quiet)
    x = LEFT + size + quiet
    room = RIGHT - x
    moment = [
        Span(_TAKEN, _PLAIN),
        Span(figures.time_short(slip.taken_at), _STRONG),
    ]
    lines = wrap(moment, room)
    for text in (figures.weekday_and_day(slip.taken_at), printable(slip.valid_note)):
        lines += wrap_text(text, _PLAIN, room)
    step = 4.1
    high = max(size, len(lines) * step)
    roll.marks.append(qr(matrix, LEFT, _on_dots(top + (high - size) / 2), _QR_MODULE))
    y = top + (high - len(lines) * step) / 2 + 0.76 * step
    for line in lines:
        roll.marks += left(line, x, y)
        y += step
    roll.y = _on_dots(top + high + quiet)
    roll.rule()


def _closing(roll: _Roll, slip: TicketSlip) -> None:
    roll.y += 1.8
    if motto := printable(slip.motto):
        style = fitted(motto, _MOTTO, ROOM, 7)
        roll.lines(balanced(motto, style, ROOM), 4.0)
    if hotline := printable(figures.spaced_phone(slip.hotline)):
        roll.lines(balanced(_PHONE + hotline, _PLAIN, ROOM), 4.0)
    if slip.sample:
        roll.y += 1.6
        _stamp(roll, _SAMPLE)
        roll.y -= 2.0


def _on_dots(length: float) -> float:
    return round(length / _DOT) * _DOT
