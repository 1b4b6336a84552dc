"""A QR code on the screen, to be photographed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth

Matrix = tuple[tuple[bool, ...], ...]
_QUIET = 4


class QrCode(QWidget):
    """Black on white in every theme, on whole pixels, with its quiet zone, ``size`` square."""

    def __init__(self, look: Look, matrix: Matrix, name: str, size: float = 332) -> None:
        super().__init__()
        self._matrix, self._size = matrix, size
        self.setAccessibleName(name)
        self.wear(look)

    def wear(self, look: Look) -> None:
        self.look = look
        side = look.px(self._size)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = smooth(QPainter(self))
        white, black = QColor("#FFFFFF"), QColor("#000000")
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=white,
            edge=look.colour("line"),
            width=look.px(2),
            radius=look.px(16),
        )
        count = len(self._matrix)
        module = self.width() // (count + 2 * _QUIET)
        left = (self.width() - count * module) // 2
        for row, modules in enumerate(self._matrix):
            for at, dark in enumerate(modules):
                if dark:
                    painter.fillRect(left + at * module, left + row * module, module, module, black)
        painter.end()
