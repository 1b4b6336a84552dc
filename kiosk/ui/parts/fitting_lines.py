"""Lines under each other, as many as fit; the last one says how many are left out."""

import itertools
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import Prose

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(empty)

    @property
    def rows(self) -> tuple[R, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other lines."""
        self._rows = tuple(rows)
        said = [self.spoken(row) for row in rows]
        self.setAccessibleName("; ".join(said) or self._empty)
        self.setToolTip("\n".join(said))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, width = self.look, float(self.width())
        if not self._rows:
            words = self.prose(self._empty)
            words.paint(painter, QRectF(self.rect()), look.colour("ink_2"), middle=False)
        placed = self.placed()
        for row, box in placed:
            self.draw_line(painter, row, box)
        if left := len(self._rows) - len(placed):
            top = placed[-1][1].bottom() if placed else 0.0
            box = QRectF(0, top, width, look.px(self._least))
            words = self.prose(self._left_out.format(left), role="caption")
            words.paint(painter, box, look.colour("ink_2"))
        painter.end()

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
        prose = self.prose(text, weight, role)
        short = prose.metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.prose(short, weight, role).paint(painter, box, self.look.colour(tone), align)
