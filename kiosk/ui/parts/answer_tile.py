"""An answer to choose from: a face or a sign in a tinted disc, and the words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Row, let_through
from kiosk.ui.parts.tiles import Tile
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card

_DISC_SHARE = 0.64
_ICON_SHARE = 0.7


class ToneDisc(Icon):
    """An icon in a round tint of its tone; in high contrast the disc is outlined instead."""

    def draw(self, painter: QPainter, box: QRectF) -> None:
        look = self.look
        draw_card(
            painter,
            box,
            fill=look.colour(f"{self.tone}_tint"),
            edge=look.colour(self.tone) if look.contrasting else None,
            width=look.px(3) if look.contrasting else 0,
            radius=box.width() / 2,
        )
        side = box.width() * _ICON_SHARE
        place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        draw_icon(painter, self.name, place, look.colour(self.tone))


class AnswerTile(Tile):
    """One touch chooses it; ``height`` is its design length, ``tone`` one of ok, act and warn."""

    def __init__(
        self, look: Look, text: str, icon: str, tone: str = "act", height: float = 224
    ) -> None:
        super().__init__(look, text, height, height)
        self.setCheckable(True)
        side = round(height * _DISC_SHARE)
        row = Row(look, 48, (48, 12, 32, 12), self)
        row.add(ToneDisc(look, icon, side, tone), align=Qt.AlignmentFlag.AlignVCenter)
        row.add(Label(look, text, "button", middle=True), 1)
        let_through(self)

    def nextCheckState(self) -> None:
        """A second touch does not take the answer back."""
        self.setChecked(True)
