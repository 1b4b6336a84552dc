"""Lines under each other, as many as fit; the last one says how many are left out."""

import itertools
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.pill import Pill, draw_pill, pill_text
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write

R = TypeVar("R")


class FittingLines(QWidget, Generic[R]):
    """Paints rows under each other; :meth:`draw_line` and :meth:`spoken` tell how one looks and reads.

    ``most`` is the height of a line where there is room, ``least`` where there is little; one that
    says more may want more.
    """

    def __init__(self, look: Look, empty: str, most: float, least: float, left_out: str) -> None:
        super().__init__()
        self.look = look
        self._empty, self._most, self._least, self._left_out = empty, most, least, left_out
        self._rows: tuple[R, ...] = ()
        self._written: list[Written] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(empty)

    @property
    def rows(self) -> tuple[R, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other lines."""
        self._rows = tuple(rows)
        spoken = [self.spoken(row) for row in rows]
        self.setAccessibleName("; ".join(spoken) or self._empty)
        self.setToolTip("\n".join(spoken))
        self.update()

    def spoken(self, row: R) -> str:
        """A line as it is read aloud."""
        raise NotImplementedError

    def wanted(self, row: R, width: float) -> float:
        """The height below which a line of this width would be cut."""
        return self.look.px(self._least)

    def draw_line(self, painter: QPainter, row: R, box: QRectF) -> None:
        """Paint a line inside ``box``."""
        raise NotImplementedError

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(280), self.look.px(self._least * 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(self._least * 3))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted, each with its room: for tests of clipping."""
        nowhere = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(nowhere)
        self._draw(painter)
        painter.end()
        return said(self._written)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        look, width = self.look, float(self.width())
        self._written = []
        if not self._rows:
            words = self.prose(self._empty)
            self.put(painter, Written(words, QRectF(self.rect()), "ink_2", middle=False))
        placed = self.placed()
        for row, box in placed:
            self.draw_line(painter, row, box)
        if left := len(self._rows) - len(placed):
            top = placed[-1][1].bottom() if placed else 0.0
            box = QRectF(0, top, width, look.px(self._least))
            words = self.prose(self._left_out.format(left), role="caption")
            self.put(painter, Written(words, box, "ink_2"))

    def placed(self) -> list[tuple[R, QRectF]]:
        """The lines that fit, and where each stands; room to spare is shared among them."""
        look, width = self.look, float(self.width())
        least = float(look.px(self._least))
        heights = [self.wanted(row, width) for row in self._rows]
        many = len(heights)
        if sum(heights) > self.height():
            many = sum(total + least <= self.height() for total in itertools.accumulate(heights))
        used = sum(heights[:many]) + (least if many < len(heights) else 0.0)
        shares = many + (many < len(heights))
        spare = min(look.px(self._most) - least, max(0.0, self.height() - used) / max(1, shares))
        tops = itertools.accumulate((high + spare for high in heights[:many]), initial=0.0)
        return [
            (row, QRectF(0, top, width, high + spare))
            for row, top, high in zip(self._rows[:many], tops, heights, strict=False)
        ]

    def prose(self, text: str, weight: int = 0, role: str = "body") -> Prose:
        """A text as it is set here."""
        return Prose(text, self.look.font(role, weight), self.look.line(role))

    def write(
        self,
        painter: QPainter,
        text: str,
        box: QRectF,
        tone: str = "ink",
        *,
        weight: int = 0,
        role: str = "body",
        right: bool = False,
    ) -> None:
        """Write one line into ``box``; what is too long ends with …."""
        prose = OneLine(text, self.look.font(role, weight), self.look.line(role))
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if text:
            self.put(painter, Written(prose, box, tone, align))

    def write_pill(self, painter: QPainter, pill: Pill, box: QRectF) -> None:
        """Paint a pill at the left of ``box``."""
        draw_pill(painter, box, self.look, pill)
        self._written.append(Written(*pill_text(self.look, pill, box)))

    def put(self, painter: QPainter, text: Written) -> None:
        """Paint a text, and tell of it."""
        write(painter, self.look, (text,))
        self._written.append(text)
