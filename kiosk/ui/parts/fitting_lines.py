"""Lines of equal height, as many as fit; the last one says how many are left out."""

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

    ``most`` is the height of a line where there is room, ``least`` where there is little.
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
        fitting = max(1, int(self.height() // look.px(self._least)))
        many = len(self._rows)
        shown = self._rows if many <= fitting else self._rows[: fitting - 1]
        high = min(float(look.px(self._most)), self.height() / max(1, min(many, fitting)))
        for at, row in enumerate(shown):
            self.draw_line(painter, row, QRectF(0, at * high, width, high))
        if many > len(shown):
            box = QRectF(0, len(shown) * high, width, high)
            words = self.prose(self._left_out.format(many - len(shown)), role="caption")
            words.paint(painter, box, look.colour("ink_2"))
        painter.end()

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
