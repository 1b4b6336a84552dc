"""Lines of equal height, as many as fit; the last one says how many are left out."""

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

    ``most`` is the height of a line where there is room, ``least`` where there is little.
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
            self._put(painter, Written(words, QRectF(self.rect()), "ink_2", middle=False))
        fitting = max(1, int(self.height() // look.px(self._least)))
        many = len(self._rows)
        shown = self._rows if many <= fitting else self._rows[: fitting - 1]
        high = min(float(look.px(self._most)), self.height() / max(1, min(many, fitting)))
        for at, row in enumerate(shown):
            self.draw_line(painter, row, QRectF(0, at * high, width, high))
        if many > len(shown):
            box = QRectF(0, len(shown) * high, width, high)
            words = self.prose(self._left_out.format(many - len(shown)), role="caption")
            self._put(painter, Written(words, box, "ink_2"))

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
            self._put(painter, Written(prose, box, tone, align))

    def write_pill(self, painter: QPainter, pill: Pill, box: QRectF) -> None:
        """Paint a pill at the left of ``box``."""
        draw_pill(painter, box, self.look, pill)
        self._written.append(Written(*pill_text(self.look, pill, box)))

    def _put(self, painter: QPainter, text: Written) -> None:
        write(painter, self.look, (text,))
        self._written.append(text)
