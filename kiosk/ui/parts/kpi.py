"""One figure on a card: what it counts, the figure, its unit, a note; the whole card is a link."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.parts.card import card_edge
from kiosk.ui.parts.label import sentence
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

_HEIGHT = 128
_SIDE = 20


@dataclass(frozen=True, slots=True)
class Kpi:
    """A figure in words: ``Lượt lấy số``, ``124``, ``lượt``, ``31 đang chờ · 3 vắng mặt``."""

    name: str
    icon: str
    figure: str
    unit: str
    note: str


class KpiCard(Pressable):
    """128 high; the figure in the middle line. A figure that is not known is ``–``."""

    def __init__(self, look: Look, kpi: Kpi) -> None:
        super().__init__(look, kpi.name)
        self._kpi = kpi
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_kpi(kpi)

    @property
    def kpi(self) -> Kpi:
        """What is shown."""
        return self._kpi

    def set_kpi(self, kpi: Kpi) -> None:
        """Show another figure."""
        self._kpi = kpi
        self.setText(kpi.name)
        self.setAccessibleName(sentence(f"{kpi.name}: {kpi.figure} {kpi.unit}", kpi.note))
        self.restated()

    def coat(self) -> Coat:
        edge = card_edge(self.look)
        if self.isDown():
            return Coat("act_tint", "act_line", "ink", edge)
        over = self.underMouse() and self.isEnabled()
        return Coat("surface_2" if over else "surface", "line", "ink", edge)

    def radius(self) -> float:
        return self.look.px(RADIUS["desk_card"])

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(250), self.look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(180), self.look.px(_HEIGHT))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        name, figure, unit, note = self._boxes()
        return [
            (self._prose(self._kpi.name, "input", 600), name),
            (self._prose(self._kpi.figure, "kpi"), figure),
            (self._prose(self._kpi.unit, "h2", 600), unit),
            (self._prose(self._kpi.note, "caption", 400), note),
        ]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        look = self.look
        size = look.px(18)
        icon = QRectF(look.px(_SIDE), look.px(19), size, size)
        draw_icon(painter, self._kpi.icon, icon, look.colour("act"))
        tones = ("ink_2", "ink", "ink_2", "ink_2")
        for (prose, box), tone in zip(self.texts(), tones, strict=True):
            prose.paint(painter, box, look.colour(tone))

    def _boxes(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        look, side = self.look, self.look.px(_SIDE)
        room = self.width() - 2 * side
        lead = look.px(27)
        name = QRectF(side + lead, look.px(16), room - lead + look.px(12), look.px(24))
        wide = self._prose(self._kpi.figure, "kpi").natural_width() + 1
        figure = QRectF(side, look.px(40), wide, look.px(52))
        unit = QRectF(side + wide + look.px(5), look.px(56), room - wide, look.px(28))
        note = QRectF(side, look.px(96), room + look.px(12), look.px(20))
        return name, figure, unit, note

    def _prose(self, text: str, role: str, weight: int = 0) -> Prose:
        return Prose(text, self.look.font(role, weight), self.look.line(role))
