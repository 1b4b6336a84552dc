"""Text on paper: what may be printed, how wide it is, where its lines break. Lengths are mm."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.printing.fonts import Face, font_of
from kiosk.refusal import Refused
from kiosk.text import nfc, squeeze

POINT = 25.4 / 72
"""One typographic point in mm."""

_BOUND = "\u00a0"
_COMPOUNDS = (
    "HÀNH CHÍNH CÔNG",
    "HÀNH CHÍNH",
    "KẾT QUẢ",
    "MỘT CỬA",
    "NHÂN DÂN",
    "PHỤC VỤ",
    "TIẾP NHẬN",
    "TRUNG TÂM",
    "ỦY BAN",
)


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size (points), with ``tracking`` points between letters."""

    face: Face
    size: float
    tracking: float = 0.0

    @property
    def em(self) -> float:
        """The size in mm."""
        return self.size * POINT

    def at(self, size: float) -> "Style":
        """The same style at another size."""
        return Style(self.face, size, self.tracking)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A span set at its place in a line."""

    x: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: pieces from left to right, and how wide they are together."""

    pieces: tuple[Piece, ...]
    width: float

    def moved(self, by: float) -> "Line":
        """The line that far to the right."""
        pieces = (Piece(by + piece.x, piece.text, piece.style) for piece in self.pieces)
        return Line(tuple(pieces), by + self.width)


def printable(text: str) -> str:
    """Text as paper takes it: NFC, one line, no controls and no invisible marks.

    A line break or tab counts as a space; other controls and format characters are dropped.
    """
    kept: list[str] = []
    for letter in text:
        if letter.isspace():
            kept.append(" ")
        elif unicodedata.category(letter) not in {"Cc", "Cf"}:
            kept.append(letter)
    return squeeze("".join(kept))


def width(text: str, style: Style) -> float:
    """How wide a text is.

    Everything printed is measured here first, so this is where a missing letter is found: raises
    :class:`Refused` ``font.glyph_missing`` (``character``, ``point`` as ``U+1F600``).
    """
    advances = font_of(style.face).advances
    try:
        units = sum(map(advances.__getitem__, text))
    except KeyError as missing:
        character = str(missing.args[0])
        raise Refused(
            "font.glyph_missing", character=character, point=f"U+{ord(character):04X}"
        ) from None
    return units * style.em / 1000 + len(text) * style.tracking * POINT


def spans_width(spans: Iterable[Span]) -> float:
    """How wide spans are when set on one line."""
    return sum(width(span.text, span.style) for span in spans)


def _words(spans: Iterable[Span]) -> Iterator[tuple[list[Span], Style | None]]:
    """Words (a word may change style inside), each with the style of the space before it."""
    word: list[Span] = []
    space: Style | None = None
    for span in spans:
        for index, part in enumerate(nfc(span.text).split(" ")):
            if index:
                if word:
                    yield word, space
                    word = []
                space = span.style
            if part:
                word.append(Span(part, span.style))
    if word:
        yield word, space


def _chopped(word: list[Span], room: float) -> Iterator[list[Span]]:
    """A word cut into stretches no wider than a line."""
    stretch: list[Span] = []
    used = 0.0
    for span in word:
        begin = 0
        for index, letter in enumerate(span.text):
            wide = width(letter, span.style)
            # a mark that stands on the letter before it goes where that letter goes
            if used + wide > room and used and not unicodedata.combining(letter):
                if index > begin:
                    stretch.append(Span(span.text[begin:index], span.style))
                yield stretch
                stretch, used, begin = [], 0.0, index
            used += wide
        stretch.append(Span(span.text[begin:], span.style))
    if stretch:
        yield stretch


def _set(spans: Sequence[Span]) -> Line:
    """One line from spans, neighbours of one style joined."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].style == span.style:
            joined[-1] = Span(joined[-1].text + span.text, span.style)
        else:
            joined.append(span)
    pieces: list[Piece] = []
    x = 0.0
    for span in joined:
        text = span.text.replace(_BOUND, " ")
        pieces.append(Piece(x, text, span.style))
        x += width(text, span.style)
    return Line(tuple(pieces), x)


def wrap(spans: Iterable[Span], room: float, *, indent: float = 0.0) -> list[Line]:
    """Lines no wider than ``room``; a word wider than that is cut. Nothing is left out.

    The first line begins ``indent`` from the left.
    """
    lines: list[Line] = []
    current: list[Span] = []
    used = 0.0
    for word, space_style in _words(spans):
        wide = spans_width(word)
        space = width(" ", space_style) if current and space_style else 0.0
        within = room if lines else room - indent
        if current and used + space + wide > within:
            lines.append(_set(current))
            current, used, space, within = [], 0.0, 0.0, room
        if wide > within:
            *whole, last = _chopped(word, within)
            lines += [_set(stretch) for stretch in whole]
            word, wide = last, spans_width(last)
        if current and space_style:
            current.append(Span(" ", space_style))
        current += word
        used += space + wide
    if current:
        lines.append(_set(current))
    if indent and lines:
        lines[0] = lines[0].moved(indent)
    return lines


def wrap_text(text: str, style: Style, room: float) -> list[Line]:
    """:func:`wrap` for one text in one style."""
    return wrap([Span(text, style)], room)


def bound_words(heading: str) -> str:
    """A heading whose words of several syllables, and the dash after a word, do not part at a line end."""
    for word in _COMPOUNDS:
        heading = heading.replace(word, word.replace(" ", _BOUND))
    return heading.replace(" – ", f"{_BOUND}– ")


def balanced(text: str, style: Style, room: float) -> list[Line]:
    """As few lines as :func:`wrap` gives, of lengths as even as can be: for centred headings."""
    return balanced_spans([Span(bound_words(text), style)], room)


def balanced_spans(spans: Sequence[Span], room: float) -> list[Line]:
    """:func:`balanced` for words in several styles, none bound to another."""
    lines = wrap(spans, room)
    narrow, wide = room / max(len(lines), 1) * 0.8, room
    while len(lines) > 1 and wide - narrow > 0.5:
        middle = (narrow + wide) / 2
        tried = wrap(spans, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def fitted(text: str, style: Style, room: float, smallest: float) -> Style:
    """The style, shrunk until the text is one line of ``room``, but not below ``smallest`` points."""
    wide = width(text, style)
    if wide <= room:
        return style
    # rounded down to a tenth of a point: equal papers must not differ by a rounding
    return style.at(max(int(style.size * room / wide * 10) / 10, smallest))
