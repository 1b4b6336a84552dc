"""The list of a procedure's papers: 80 mm roll, pure black. Lengths are mm."""

import math
from collections.abc import Iterable

from kiosk.catalogue.papers_list import PapersSlip
from kiosk.printing import figures
from kiosk.printing.fonts import Face
from kiosk.printing.marks import Fill, Mark, Page, centred, frame, left
from kiosk.printing.typography import Line, Style, balanced, printable, wrap_text

_ROLL, _LEFT, _RIGHT, _TOP, _CUT, _DOT = 80.0, 7.0, 73.0, 4.0, 8.0, 0.125
_ROOM, _MIDDLE = _RIGHT - _LEFT, _ROLL / 2
_BOX, _INDENT = 4.0, 6.5

_PARENT, _OFFICE = Style(Face.SANS, 7.8), Style(Face.SANS_BOLD, 8.6)
_TITLE, _NAME = Style(Face.SANS_BOLD, 10.5), Style(Face.SANS_BOLD, 11)
_PAPER, _PLAIN = Style(Face.SANS_SEMIBOLD, 9), Style(Face.SANS, 8)
_STAMP = Style(Face.SANS_BOLD, 8.6, tracking=0.6)


class _Roll:
    """Marks placed one below the other."""

    def __init__(self) -> None:
        self.y = _TOP
        self.marks: list[Mark] = []

    def middle(self, lines: Iterable[Line], step: float) -> None:
        for line in lines:
            self.marks += centred(line, _MIDDLE, self.y + 0.78 * step)
            self.y += step

    def block(self, lines: Iterable[Line], step: float, x: float = _LEFT) -> None:
        for line in lines:
            self.marks += left(line, x, self.y + 0.78 * step)
            self.y += step

    def rule(self) -> None:
        self.y = round(self.y / _DOT) * _DOT
        self.marks.append(Fill(((_LEFT, self.y, _ROOM, 3 * _DOT),)))
        self.y += 3 * _DOT

    def stamp(self, words: str) -> None:
        line = wrap_text(words, _STAMP, _ROOM)[0]
        wide = line.width + 6
        self.marks.append(frame((_MIDDLE - wide / 2, self.y, wide, 5.5), 2 * _DOT))
        self.marks += centred(line, _MIDDLE, self.y + 3.8)
        self.y += 7.5


def papers_list_pages(slip: PapersSlip, *, copies: int, reprint: bool) -> list[Page]:
    """The list, as long as it needs, ``copies`` times.

    Raises :class:`Refused`: ``font.missing``, ``font.glyph_missing``.
    """
    roll = _Roll()
    if reprint:
        roll.stamp("BẢN IN LẠI")
    for text, style in ((slip.office_parent, _PARENT), (slip.office_name, _OFFICE)):
        roll.middle(balanced(printable(text).upper(), style, _ROOM), 3.9)
    roll.y += 2
    roll.rule()
    roll.y += 2
    roll.middle(wrap_text("GIẤY TỜ CẦN CHUẨN BỊ", _TITLE, _ROOM), 5.2)
    roll.y += 1
    roll.block(wrap_text(printable(slip.name), _NAME, _ROOM), 5.2)
    roll.block(wrap_text(printable(f"Mã thủ tục {slip.code}"), _PLAIN, _ROOM), 4.1)
    roll.y += 1.5
    for paper in slip.papers:
        _paper(roll, printable(paper.name), printable(paper.manner))
    if not slip.papers:
        nothing = "Chưa có danh mục giấy tờ. Mời Ông/Bà hỏi tại quầy."
        roll.block(wrap_text(nothing, _PLAIN, _ROOM), 4.1)
    roll.y += 1
    roll.rule()
    roll.y += 1.5
    where = " hoặc ".join(slip.counters)
    told = [f"Lĩnh vực {slip.field_name}" + (f", nộp tại {where}" if where else "")]
    told.append(
        f"In lúc {figures.time_short(slip.printed_at)}, {figures.weekday_and_day(slip.printed_at)}"
    )
    if slip.hotline:
        told.append(f"Điện thoại: {figures.spaced_phone(slip.hotline)}")
    for text in told:
        roll.block(wrap_text(printable(text), _PLAIN, _ROOM), 4.1)
    if slip.sample:
        roll.y += 1.6
        roll.stamp("DỮ LIỆU MINH HỌA")
        roll.y -= 2
    height = math.ceil((roll.y + _CUT) / _DOT) * _DOT
    return [Page(_ROLL, height, tuple(roll.marks))] * copies


def papers_list_title(slip: PapersSlip) -> str:
    """The title of the PDF."""
    return printable(f"Giấy tờ cần chuẩn bị – {slip.name}")


def _paper(roll: _Roll, name: str, manner: str) -> None:
    """A box to tick, the paper's name, and what is done with it."""
    roll.y += 1.4
    top = round((roll.y + 0.3) / _DOT) * _DOT
    roll.marks.append(frame((_LEFT, top, _BOX, _BOX), 2 * _DOT))
    roll.block(wrap_text(name, _PAPER, _ROOM - _INDENT), 4.6, _LEFT + _INDENT)
    roll.block(wrap_text(manner, _PLAIN, _ROOM - _INDENT), 4.1, _LEFT + _INDENT)
