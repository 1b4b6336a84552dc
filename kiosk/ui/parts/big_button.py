"""The large buttons of the kiosk: the one filled button of a page, outlined and neutral ones."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import BORDER, RADIUS

Kind = Literal["primary", "outline", "neutral"]
Size = Literal["big", "broad", "medium", "small"]

_SIZES = {
    "big": ("button", 136, 56),
    "broad": ("tile", 136, 48),
    "medium": ("item", 104, 40),
    "small": ("label", 80, 36),
}

_WIDTHS_KNOWN = 16


class BigButton(Pressable):
    """A kiosk button: icon and words in the middle, as high as its words need.

    Disabled, its label is the reason; busy, its label is what it does.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        kind: Kind = "primary",
        size: Size = "big",
        busy_icon: str = "printer",
    ) -> None:
        super().__init__(look, text)
        self._icon, self._kind, self._busy_icon = icon, kind, busy_icon
        self._role, self._min_height, self._icon_size = _SIZES[size]
        self._heights: dict[tuple[str, int, float, float], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(" ".join(text.split()))
        self.restated()

    @property
    def shown(self) -> str:
        """The words it shows in its present state."""
        return self.busy or self.reason or self.text()

    def coat(self) -> Coat:
        if self.busy:
            return Coat("act_tint", "act_line", "act", 2)
        if not self.isEnabled():
            return Coat("surface_2", "line_strong", "ink_3", 2, dashed=True)
        if self._kind == "primary":
            fill = "act_press" if self.isDown() else "act"
            return Coat(fill, fill, "on_act", 2)
        fill = "act_tint" if self.isDown() else "surface"
        if self._kind == "neutral":
            return Coat(fill, "line_strong", "ink", 2)
        return Coat(fill, "act", "act", BORDER["outline_btn"])

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_btn"])

    def sizeHint(self) -> QSize:
        width = self._lead() + self._prose().natural_width() + 2 * self._side()
        return QSize(int(width) + 1, self.heightForWidth(int(width) + 1))

    def minimumSizeHint(self) -> QSize:
        width = self._lead() + self._prose().longest_word() + 2 * self._side()
        return QSize(int(width) + 1, self.look.px(self._min_height))

    def heightForWidth(self, width: int) -> int:
        # A layout asks for it at every change of anything on the page; laying text out is dear.
        asked = (self.shown, width, self.look.scale, self.look.text)
        if asked not in self._heights:
            room = max(1.0, width - self._lead() - 2 * self._side())
            words = int(self._prose().lay(room)) + 1 + 2 * self.look.px(16)
            if len(self._heights) >= _WIDTHS_KNOWN:
                self._heights.clear()
            self._heights[asked] = max(self.look.px(self._min_height), words)
        return self._heights[asked]

    def texts(self) -> list[tuple[Prose, QRectF]]:
        prose = self._prose()
        return [(prose, self._text_box(prose))]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        prose = self._prose()
        box = self._text_box(prose)
        if self._lead():
            size = self.look.px(self._icon_size)
            left = box.left() - self._lead()
            icon = self._busy_icon if self.busy else self._icon
            place = QRectF(left, (self.height() - size) / 2, size, size)
            draw_icon(painter, icon, place, self.ink(coat))
        prose.paint(painter, box, self.ink(coat), Qt.AlignmentFlag.AlignHCenter)

    def _prose(self) -> Prose:
        return Prose(self.shown, self.look.font(self._role), self.look.line(self._role))

    def _lead(self) -> int:
        shows = self._busy_icon if self.busy else self._icon
        return self.look.px(self._icon_size) + self.look.px(20) if shows else 0

    def _side(self) -> int:
        return self.look.px(28)

    def _text_box(self, prose: Prose) -> QRectF:
        room = max(1.0, self.width() - self._lead() - 2 * self._side())
        wide = min(room, prose.widest_line(room) + 1)
        left = (self.width() - self._lead() - wide) / 2 + self._lead()
        return QRectF(left, 0, wide, self.height())
