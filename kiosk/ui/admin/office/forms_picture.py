"""A paper as a picture, as large as its room allows, or a sentence in its place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import Prose


class PaperPicture(QWidget):
    """The paper keeps its shape; it stands at the top of its room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.image: QImage | None = None
        self._said = ""
        self.setAccessibleName("Hình mẫu giấy")

    @property
    def said(self) -> str:
        """The sentence shown instead of a picture."""
        return "" if self.image is not None else self._said

    def show_image(self, image: QImage, told: str) -> None:
        """Show a picture; ``told`` is what it is of."""
        self.image = image
        self.setAccessibleDescription(told)
        self.update()

    def say(self, sentence: str) -> None:
        """Show a sentence instead."""
        self.image, self._said = None, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(240))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The sentence and its room: for tests of clipping."""
        return [(self._prose(), self._room())] if self.said else []

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is not None:
            room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            size = self.image.size().scaled(
                room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())
            ratio = self.devicePixelRatioF()
            fine = self.image.scaledToWidth(
                round(size.width() * ratio), Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(place, fine)
            painter.setPen(self.look.colour("line_strong"))
            painter.drawRect(place)
        elif self._said:
            self._prose().paint(painter, self._room(), self.look.colour("ink_2"))
        painter.end()

    def _prose(self) -> Prose:
        return Prose(self._said, self.look.font("body"), self.look.line("body"))

    def _room(self) -> QRectF:
        return QRectF(self.rect())
