"""Icons: our own SVG files, drawn in a token's colour."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.paths import RESOURCES

ICONS = RESOURCES / "icons"


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def icon_image(name: str, size: int, colour: str, ratio: float = 1.0) -> QImage:
    """Icon ``name`` as a square image of ``size`` logical pixels in ``colour`` (``#RRGGBB``).

    Images, not pixmaps: they may outlive the application. From 100 px on the stroke is finer.
    """
    from PySide6.QtSvg import QSvgRenderer

    text = _source(name).replace("currentColor", colour)
    if size >= 100:
        text = text.replace('stroke-width="1.75"', 'stroke-width="1.45"')
    renderer = QSvgRenderer(QByteArray(text.encode()))
    side = max(1, round(size * ratio))
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw icon ``name`` in the middle of ``box``, as large as its shorter side."""
    size = int(min(box.width(), box.height()))
    if not name or size <= 0:
        return
    ratio = painter.device().devicePixelRatioF()
    image = icon_image(name, size, colour.name(), ratio)
    corner = box.center() - QPointF(size / 2, size / 2)
    painter.drawImage(QPointF(round(corner.x()), round(corner.y())), image)
