"""Shapes that several parts paint: cards, the focus ring, the office mark, the drum motif."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.ui.theme.look import Look


def smooth(painter: QPainter) -> QPainter:
    """The painter with edges and images smoothed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def draw_card(
    painter: QPainter,
    box: QRectF,
    *,
    fill: QColor | None,
    edge: QColor | None,
    width: float,
    radius: float,
    dashed: bool = False,
) -> None:
    """A rounded box whose border lies wholly inside ``box``."""
    inset = width / 2 if edge else 0.0
    area = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    if edge:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3.0, 2.5])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    curve = max(0.0, radius - inset)
    painter.drawRoundedRect(area, curve, curve)


def draw_focus_ring(painter: QPainter, box: QRectF, look: Look, radius: float) -> None:
    """The ring of what holds the keyboard: dark outside, gold inside, within ``box``."""
    desk = look.board == "desk"
    outer = look.px(2 if desk else 3)
    inner = look.px(2 if desk else 5)
    edges = (
        (0.0, outer, look.colour("ring_out")),
        (float(outer), inner, look.colour("ring_in")),
    )
    for offset, width, colour in edges:
        draw_card(
            painter,
            box.adjusted(offset, offset, -offset, -offset),
            fill=None,
            edge=colour,
            width=width,
            radius=max(0.0, radius - offset),
        )


def star_points(centre: QPointF, outer: float, inner: float, rays: int) -> QPolygonF:
    """A star with its first ray upwards."""
    points = []
    for at in range(rays * 2):
        reach = outer if at % 2 == 0 else inner
        angle = math.pi * at / rays - math.pi / 2
        points.append(centre + QPointF(reach * math.cos(angle), reach * math.sin(angle)))
    return QPolygonF(points)


def draw_mark(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The office mark: a five-pointed star in a double ring."""
    side = min(box.width(), box.height())
    centre = box.center()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.0, side * 0.028)))
    painter.drawEllipse(centre, side * 0.485, side * 0.485)
    painter.setPen(QPen(colour, max(0.75, side * 0.014)))
    painter.drawEllipse(centre, side * 0.425, side * 0.425)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        star_points(centre + QPointF(0, side * 0.015), side * 0.28, side * 0.112, 5)
    )


@lru_cache(maxsize=12)
def drum_image(side: int, part: tuple[int, int, int, int], colour: str, opacity: float) -> QImage:
    """The bronze drum ``side`` pixels square, or the part of it (x, y, width, height) that shows.

    Drawn once and kept: the rest of it lies outside the band and costs nothing.
    """
    x, y, width, height = part
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = smooth(QPainter(image))
    painter.translate(-x, -y)
    painter.scale(side / 520, side / 520)
    painter.translate(260, 260)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = QColor(colour)
    painter.setBrush(ink)
    painter.drawPolygon(star_points(QPointF(0, 0), 62, 22, 14))
    _drum_rings(painter, ink)
    _drum_bands(painter, ink)
    painter.end()
    return _faded(image, opacity)


def _faded(image: QImage, opacity: float) -> QImage:
    # The whole drawing is faded at once, so that crossing lines do not darken each other.
    faded = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(opacity)
    painter.drawImage(0, 0, image)
    painter.end()
    return faded


def _drum_rings(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.2))
    for radius in (70, 77.5, 100, 107, 139, 147, 176, 184, 214, 222, 252, 258):
        painter.drawEllipse(QPointF(0, 0), radius, radius)


def _drum_bands(painter: QPainter, ink: QColor) -> None:
    for count, near, far in ((60, 81.0, 96.0), (120, 226.0, 248.0)):
        for at in range(count):
            painter.drawLine(_polar(near, at * 360 / count), _polar(far, at * 360 / count))
    zigzag = QPainterPath(_polar(172, 0))
    for at in range(1, 145):
        zigzag.lineTo(_polar(172 if at % 2 == 0 else 150, at * 2.5))
    painter.drawPath(zigzag)
    for at in range(36):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(_polar(123, at * 10), 9, 9)
        painter.setBrush(ink)
        painter.drawEllipse(_polar(123, at * 10), 2.2, 2.2)
    painter.setPen(Qt.PenStyle.NoPen)
    bird = QPolygonF(
        [
            QPointF(x, y)
            for x, y in ((0, -19), (4, -5), (12, -4), (5, 3), (0, 20), (-4, 3), (-8, -5), (-2, -5))
        ]
    )
    for at in range(18):
        painter.save()
        painter.rotate(at * 20 + 10)
        painter.translate(198, 0)
        painter.rotate(-8)
        painter.drawPolygon(bird)
        painter.restore()


def _polar(radius: float, degrees: float) -> QPointF:
    angle = math.radians(degrees)
    return QPointF(radius * math.cos(angle), radius * math.sin(angle))
