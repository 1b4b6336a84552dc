"""The ring of a due date: how much of the time is gone, and what is left of it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import Prose

_SIDE, _ARC = 108, 12
_WHOLE = 360 * 16


@dataclass(frozen=True, slots=True)
class RingFace:
    """``used`` from 0 to 1; ``number`` and ``word`` stand in its middle; ``tone`` is a token.

    ``said`` is what it is called: ``Còn 3 ngày làm việc``.
    """

    used: float
    number: str
    word: str
    tone: str
    said: str = ""


class Ring(QWidget):
    """An arc of 12 px. The words beside it say the same: colour and arc only help."""

    def __init__(self, look: Look, face: RingFace) -> None:
        super().__init__()
        self.look, self.face = look, face
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face)

    def set_face(self, face: RingFace) -> None:
        """Show something else."""
        self.face = face
        self.setAccessibleName(face.said or f"{face.number} {face.word}".strip())
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(_SIDE), self.look.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted and their rooms: for tests of clipping."""
        number, word = self._proses()
        above, below = self._rooms(number, word)
        return [(number, above), (word, below)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, face = self.look, self.face
        width = float(look.px(_ARC))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        pen = QPen(look.colour("well"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(look.colour(face.tone))
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(_WHOLE * face.used))
        number, word = self._proses()
        above, below = self._rooms(number, word)
        middle = Qt.AlignmentFlag.AlignHCenter
        number.paint(painter, above, look.colour("ink"), middle)
        word.paint(painter, below, look.colour("ink_2"), middle)
        painter.end()

    def _proses(self) -> tuple[Prose, Prose]:
        look = self.look
        return (
            Prose(self.face.number, look.font("code", 800), look.line("code")),
            Prose(self.face.word, look.font("caption"), look.line("caption")),
        )

    def _rooms(self, number: Prose, word: Prose) -> tuple[QRectF, QRectF]:
        side = float(self.width())
        high = number.line_height + (word.line_height if self.face.word else 0)
        top = (self.height() - high) / 2
        inset = self.look.px(_ARC + 4)
        return (
            QRectF(inset, top, side - 2 * inset, number.line_height),
            QRectF(inset, top + number.line_height, side - 2 * inset, word.line_height),
        )
