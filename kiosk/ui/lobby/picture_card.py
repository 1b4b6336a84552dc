"""A picture of the office's own in the large place, while nobody is called."""

from PySide6.QtCore import QAbstractAnimation, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.board import PictureProps
from kiosk.ui.lobby.pictures import Picture
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.motion import is_still
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.tokens import DUR, RADIUS

_EDGE = 2


class PictureCard(QWidget):
    """The whole picture, as large as the card; one fades into the next, the first out of paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._album: dict[str, Picture] = {}
        self._props: PictureProps | None = None
        self._now = QPixmap()
        self._before = QPixmap()
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(2 * DUR["fade"])
        self._fading.setStartValue(0.0)
        self._fading.setEndValue(1.0)
        self._fading.valueChanged.connect(self._on_fade)

    @property
    def props(self) -> PictureProps | None:
        """What is shown."""
        return self._props

    @property
    def fading(self) -> bool:
        """Whether one picture still goes over into another."""
        return self._fading.state() == QAbstractAnimation.State.Running

    def set_album(self, pictures: tuple[Picture, ...]) -> None:
        """The pictures that may be asked for."""
        self._album = {each.name: each for each in pictures}

    def show_picture(self, props: PictureProps | None) -> None:
        """Show a picture of the album; None: none, nothing moves."""
        if props == self._props:
            return
        self._before, self._props = self._now, props
        self.setAccessibleName(props.said if props else "")
        self._scale()
        if props is None or is_still(self):
            self.settle()
        else:
            self._share = 0.0
            self._fading.start()
        self.update()

    def settle(self) -> None:
        """End the fading at once."""
        self._fading.stop()
        self._before, self._share = QPixmap(), 1.0
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self._scale()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, box = self.look, QRectF(self.rect())
        radius = look.px(RADIUS["tv"])
        draw_card(
            painter,
            box,
            fill=look.colour("surface"),
            edge=look.colour("line"),
            width=look.px(_EDGE),
            radius=radius,
        )
        edge = look.px(_EDGE)
        inside = QPainterPath()
        inside.addRoundedRect(box.adjusted(edge, edge, -edge, -edge), radius - edge, radius - edge)
        painter.setClipPath(inside)
        for pixmap, share in ((self._before, 1 - self._share), (self._now, self._share)):
            if not pixmap.isNull() and share > 0:
                painter.setOpacity(share)
                at = QRectF(pixmap.rect())
                at.moveCenter(box.center())
                painter.drawPixmap(at.topLeft(), pixmap)
        painter.end()

    def _scale(self) -> None:
        found = self._album.get(self._props.name) if self._props else None
        if found is None:
            self._now = QPixmap()
            return
        image = QImage(
            found.rgb,
            found.width,
            found.height,
            3 * found.width,
            QImage.Format.Format_RGB888,
        )
        inner = self.look.px(_EDGE)
        self._now = QPixmap.fromImage(image).scaled(
            self.width() - 2 * inner,
            self.height() - 2 * inner,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def _on_fade(self, share: float) -> None:
        self._share = share
        self.update()
