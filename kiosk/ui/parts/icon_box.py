"""Icons as widgets: alone, in a tinted box, in a disc."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, draw_mark, smooth
from kiosk.ui.theme.tokens import RADIUS


class Icon(QWidget):
    """An icon of ``size`` (design length) in a token's colour."""

    def __init__(self, look: Look, name: str, size: float, tone: str = "ink") -> None:
        super().__init__()
        self.look, self.name, self.tone, self._size = look, name, tone, size
        Icon.wear(self, look)

    def set_icon(self, name: str, tone: str = "") -> None:
        """Show another icon, in another tone if one is given."""
        self.name, self.tone = name, tone or self.tone
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        side = look.px(self._size)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint inside ``box``."""
        draw_icon(painter, self.name, box, self.look.colour(self.tone))


class IconBox(Icon):
    """An icon in a rounded tinted box; in high contrast the box is outlined instead."""

    def __init__(
        self,
        look: Look,
        name: str,
        size: float = 88,
        tone: str = "act",
        fill: str = "act_tint",
        share: float = 0.62,
    ) -> None:
        self.fill, self._share = fill, share
        super().__init__(look, name, size, tone)

    def set_coat(self, tone: str, fill: str) -> None:
        """Change both colours."""
        if (tone, fill) != (self.tone, self.fill):
            self.tone, self.fill = tone, fill
            self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        look = self.look
        outlined = look.contrasting and self.fill in ("act_tint", "gold_tint", "muted", "ok_tint")
        draw_card(
            painter,
            box,
            fill=look.colour(self.fill),
            edge=look.colour("line") if outlined else None,
            width=look.px(3) if outlined else 0,
            radius=look.px(RADIUS["icon_box"]) * min(1.0, self._size / 88),
        )
        side = box.width() * self._share
        place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        draw_icon(painter, self.name, place, look.colour(self.tone))


class Disc(Icon):
    """An icon or a short text in a filled disc."""

    def __init__(
        self, look: Look, name: str, size: float, fill: str = "ok", tone: str = "on_act"
    ) -> None:
        self.fill = fill
        super().__init__(look, name, size, tone)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        draw_disc(painter, box, self.look, self.name, fill=self.fill, tone=self.tone)


class Mark(Icon):
    """The office mark on the red band."""

    def __init__(self, look: Look, size: float) -> None:
        super().__init__(look, "", size, "gold")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        draw_mark(painter, box, self.look.colour(self.tone))


def draw_disc(
    painter: QPainter, box: QRectF, look: Look, icon: str, *, fill: str, tone: str
) -> None:
    """A filled disc with an icon in it."""
    draw_card(painter, box, fill=look.colour(fill), edge=None, width=0, radius=box.width() / 2)
    side = box.width() * 0.66
    place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    draw_icon(painter, icon, place, look.colour(tone))
