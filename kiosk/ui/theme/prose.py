"""Text set in lines: wrapped at words, with the design's line height, partly bold, never cut.

Qt's label knows neither a line height nor a wrap that keeps every accent inside the widget;
Vietnamese capitals with two accents reach above a tight line. A :class:`Prose` measures the ink
and grows by what sticks out.
"""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

BOLD = 700
_PAUSE = re.compile(r"[,.;] ")
_WIDTHS_KNOWN = 3


@dataclass(frozen=True, slots=True)
class Inked:
    """One run of text: its characters and whether they are bold."""

    text: str
    bold: bool


def runs(text: str, marked: bool) -> tuple[Inked, ...]:
    """Split ``text`` at ``**`` into plain and bold runs, when it is marked text."""
    if not marked or "**" not in text:
        return (Inked(text, False),)
    return tuple(Inked(piece, at % 2 == 1) for at, piece in enumerate(text.split("**")) if piece)


class Prose:
    """A text in one font, ready to be measured at any width and painted.

    ``marked`` reads ``**bold**``, painted in ``bold_ink`` where that is given; ``phrases`` lets a
    text of two lines break after a comma.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: float,
        *,
        marked: bool = False,
        phrases: bool = False,
        bold_ink: QColor | None = None,
    ) -> None:
        self.font = font
        self._bold_ink = bold_ink
        self.line_height = line_height
        self.metrics = QFontMetricsF(font)
        self.paragraphs = [runs(part, marked) for part in text.split("\n")]
        self.plain = "\n".join(
            "".join(run.text for run in paragraph) for paragraph in self.paragraphs
        )
        self._phrases = phrases and not marked
        self._laid: dict[float, list[QTextLayout]] = {}

    def lay(self, width: float) -> float:
        """Wrap at ``width`` and give the height needed."""
        return self._height(self._layouts(width))

    def natural_width(self) -> float:
        """The width at which nothing wraps."""
        return self._widest(self._layouts(1_000_000.0))

    def longest_word(self) -> float:
        """The width below which a word would break."""
        bold = QFont(self.font)
        if any(run.bold for paragraph in self.paragraphs for run in paragraph):
            bold.setWeight(QFont.Weight(max(BOLD, self.font.weight())))
        measure = QFontMetricsF(bold)
        return max((measure.horizontalAdvance(word) for word in self.plain.split()), default=0.0)

    def widest_line(self, width: float) -> float:
        """The width of the widest line once wrapped at ``width``."""
        return self._widest(self._layouts(width))

    def line_count(self, width: float) -> int:
        """How many lines it takes at ``width``."""
        return sum(layout.lineCount() for layout in self._layouts(width))

    def balanced_width(self, width: float) -> float:
        """The least width that takes no more lines than ``width`` does: lines of like length."""
        lines = self.line_count(width)
        if lines <= 1:
            return width
        low, high = self.longest_word(), width
        while high - low > 2:
            middle = (low + high) / 2
            if self.line_count(middle) <= lines:
                high = middle
            else:
                low = middle
        return high

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        middle: bool = True,
    ) -> None:
        """Draw into ``box``, lines aligned to ``align``, the block in its middle or at its top."""
        layouts = self._layouts(box.width())
        above = self._above(layouts)
        height = self._height(layouts)
        top = box.top() + (max(0.0, (box.height() - height) / 2) if middle else 0.0) + above
        painter.setPen(colour)
        lead = (self.line_height - self.metrics.ascent() - self.metrics.descent()) / 2
        for layout in layouts:
            for at in range(layout.lineCount()):
                line = layout.lineAt(at)
                left = box.left() + _shift(align, box.width() - line.naturalTextWidth())
                line.draw(painter, QPointF(left - line.x(), round(top + lead) - line.y()))
                top += self.line_height

    def _layouts(self, width: float) -> list[QTextLayout]:
        # A layout asks by turns for the natural width and for the height at another.
        if width not in self._laid:
            if len(self._laid) >= _WIDTHS_KNOWN:
                self._laid.pop(next(iter(self._laid)))
            self._laid[width] = self._phrased(width) or self._lines(self.paragraphs, width)
        return self._laid[width]

    def _lines(self, paragraphs: list[tuple[Inked, ...]], width: float) -> list[QTextLayout]:
        return [self._layout(each, width) for each in paragraphs]

    def _phrased(self, width: float) -> list[QTextLayout] | None:
        """Two lines that break after a comma or a full stop, where that is possible."""
        if not self._phrases or len(self.paragraphs) > 1:
            return None
        if sum(layout.lineCount() for layout in self._lines(self.paragraphs, width)) != 2:
            return None
        for found in reversed(list(_PAUSE.finditer(self.plain))):
            parts = [self.plain[: found.start() + 1], self.plain[found.end() :]]
            lines = self._lines([(Inked(part, False),) for part in parts], width)
            if all(layout.lineCount() == 1 for layout in lines):
                return lines
        return None

    def _layout(self, paragraph: tuple[Inked, ...], width: float) -> QTextLayout:
        layout = QTextLayout("".join(run.text for run in paragraph), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(paragraph))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            # A hair more than asked, so that a text laid at its own width does not wrap.
            line.setLineWidth(width + 0.5)
        layout.endLayout()
        return layout

    def _formats(self, paragraph: tuple[Inked, ...]) -> list[QTextLayout.FormatRange]:
        if not any(run.bold for run in paragraph):
            return []
        from PySide6.QtGui import QTextCharFormat

        formats = []
        at = 0
        for run in paragraph:
            if run.bold:
                piece = QTextLayout.FormatRange()
                piece.start, piece.length = at, len(run.text)
                style = QTextCharFormat()
                style.setFontWeight(max(BOLD, self.font.weight()))
                if self._bold_ink is not None:
                    style.setForeground(self._bold_ink)
                piece.format = style
                formats.append(piece)
            at += len(run.text)
        return formats

    def _height(self, layouts: list[QTextLayout]) -> float:
        lines = sum(max(1, layout.lineCount()) for layout in layouts)
        return self._above(layouts) + lines * self.line_height + self._below(layouts)

    def _above(self, layouts: list[QTextLayout]) -> float:
        ink = self._ink(layouts[0], 0)
        return max(0.0, -ink.top() - self._baseline()) if ink else 0.0

    def _below(self, layouts: list[QTextLayout]) -> float:
        ink = self._ink(layouts[-1], layouts[-1].lineCount() - 1)
        return max(0.0, ink.bottom() - (self.line_height - self._baseline())) if ink else 0.0

    def _baseline(self) -> float:
        ascent, descent = self.metrics.ascent(), self.metrics.descent()
        return (self.line_height - ascent - descent) / 2 + ascent

    def _ink(self, layout: QTextLayout, at: int) -> QRectF | None:
        if self.line_height >= self.metrics.height() or not 0 <= at < layout.lineCount():
            return None
        line = layout.lineAt(at)
        start = line.textStart()
        return self.metrics.tightBoundingRect(layout.text()[start : start + line.textLength()])

    def _widest(self, layouts: list[QTextLayout]) -> float:
        return max(
            (
                layout.lineAt(at).naturalTextWidth()
                for layout in layouts
                for at in range(layout.lineCount())
            ),
            default=0.0,
        )


class OneLine(Prose):
    """A text on one line: what is longer than its room ends with …."""

    elide = Qt.TextElideMode.ElideRight

    def is_cut(self, width: float) -> bool:
        """Whether it is painted with … in a room of ``width``."""
        return self.natural_width() > width + 1

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        middle: bool = True,
    ) -> None:
        if not self.is_cut(box.width()):
            super().paint(painter, box, colour, align, middle=middle)
            return
        short = self.metrics.elidedText(self.plain, self.elide, box.width())
        prose = Prose(short, self.font, self.line_height)
        prose.paint(painter, box, colour, align, middle=middle)


class MiddleLine(OneLine):
    """A text on one line whose end tells it from others: what is too long has … in the middle."""

    elide = Qt.TextElideMode.ElideMiddle


def _shift(align: Qt.AlignmentFlag, spare: float) -> float:
    if align & Qt.AlignmentFlag.AlignRight:
        return max(0.0, spare)
    if align & Qt.AlignmentFlag.AlignHCenter:
        return max(0.0, spare / 2)
    return 0.0
