"""The desk's buttons: words at the left or in the middle, the key that presses it at the right."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.parts.keys import draw_key, key_text, key_width
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

Kind = Literal["primary", "outline", "danger", "quiet"]
Size = Literal["big", "main", "action", "normal"]

_SIZES: dict[str, tuple[str, int, int, int]] = {
    "big": ("action", 700, 64, 24),
    "main": ("action", 700, 56, 24),
    "action": ("h2", 600, 48, 20),
    "normal": ("body", 600, 44, 18),
}


class DeskButton(Pressable):
    """A button of the counter. ``key`` is shown as a hint; the page binds it.

    Disabled with a reason it is dashed and the reason stands under its words.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        key: str = "",
        kind: Kind = "outline",
        size: Size = "normal",
    ) -> None:
        super().__init__(look, text)
        self._icon, self._key, self._kind = icon, key, kind
        self._big = size in ("big", "main")
        self._role, self._weight, self._min_height, self._icon_size = _SIZES[size]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._speak()

    def set_text(self, text: str) -> None:
        """Change the words."""
        if text != self.text():
            self.setText(text)
            self._speak()
            self.restated()

    def set_icon(self, icon: str) -> None:
        """Show another drawing, or none."""
        if icon != self._icon:
            self._icon = icon
            self.restated()

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        if key != self._key:
            self._key = key
            self._speak()
            self.restated()

    def set_kind(self, kind: Kind) -> None:
        """Make it filled, outlined, or a warning outline."""
        self._kind = kind
        self.restated()

    def coat(self) -> Coat:
        if self.busy:
            return Coat("act_tint", "act_line", "act", 1)
        if not self.isEnabled():
            return Coat("surface_2", "line_strong", "ink_3", 1, dashed=True)
        down, over = self.isDown(), self.underMouse()
        if self._kind == "primary":
            fill = "act_press" if down else "act"
            return Coat(fill, fill, "on_act", 1)
        fill = "act_tint" if down else "surface_2" if over else "surface"
        if self._kind == "danger":
            return Coat(fill, "err_line", "err", 1)
        if self._kind == "quiet":
            return Coat(fill if down or over else None, None, "act", 0)
        return Coat(fill, "line_strong", "ink", 1)

    def radius(self) -> float:
        return self.look.px(RADIUS["primary_desk"] if self._big else RADIUS["desk_btn"])

    def sizeHint(self) -> QSize:
        width = int(self._words().natural_width()) + 1 + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = int(self._words().longest_word()) + 1 + self._around()
        return QSize(width, self.look.px(self._min_height))

    def heightForWidth(self, width: int) -> int:
        room = max(1, width - self._around())
        height = self._words().lay(room)
        if self.reason:
            height += self._why().lay(room)
        return max(self.look.px(self._min_height), int(height) + 1 + 2 * self.look.px(8))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        words = self._words()
        room, left, top, needed = self._place()
        if not self.reason:
            shown = [(words, QRectF(left, 0, room, self.height()))]
        else:
            under = QRectF(left, top + needed, room, self.height() - top - needed)
            shown = [(words, QRectF(left, top, room, needed)), (self._why(), under)]
        return [*shown, *([key_text(self.look, self._key, self.key_box())] if self._key else ())]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        look, ink = self.look, self.ink(coat)
        room, left, top, needed = self._place()
        if self._icon:
            size = look.px(self._icon_size)
            place = QRectF(left - self._lead(), (self.height() - size) / 2, size, size)
            draw_icon(painter, self._icon, place, ink)
        self._words().paint(painter, QRectF(left, top, room, needed), ink)
        if self.reason:
            under = self._why().lay(room)
            self._why().paint(painter, QRectF(left, top + needed, room, under), ink)
        if self._key:
            draw_key(painter, self.key_box(), look, self._key, ink)

    def key_box(self) -> QRectF:
        """Where the key stands; it never stands on the words or on the reason."""
        look = self.look
        key, height = key_width(look, self._key), look.px(22)
        at = self.width() - look.px(9) - key
        if self._centred:
            room = max(1.0, float(self.width() - self._around()))
            wide = self._wide(room)
            left = (self.width() - wide - self._around()) / 2 + self._side() + self._lead()
            at = int(left + wide + look.px(10))
        return QRectF(at, (self.height() - height) / 2, key, height)

    def _place(self) -> tuple[float, float, float, float]:
        """The room and the left edge of the words, their top, and the height they need."""
        room = max(1.0, float(self.width() - self._around()))
        left = float(self._side() + self._lead())
        if self._centred:
            left += (self.width() - self._wide(room) - self._around()) / 2
        needed = self._words().lay(room)
        under = self._why().lay(room) if self.reason else 0.0
        return room, left, (self.height() - needed - under) / 2, needed

    def _wide(self, room: float) -> float:
        """How far the longest line of the words and of the reason goes."""
        lines = [self._words(), *([self._why()] if self.reason else [])]
        return min(room, max(line.widest_line(room) for line in lines) + 1)

    @property
    def _centred(self) -> bool:
        return self._big or not (self._icon or self._key)

    def _speak(self) -> None:
        name = " ".join(self.text().split())
        self.setAccessibleName(f"{name}, {self._key}" if self._key else name)

    def _words(self) -> Prose:
        look = self.look
        text = self.busy or self.text()
        return Prose(text, look.font(self._role, self._weight), look.line(self._role))

    def _why(self) -> Prose:
        return Prose(self.reason, self.look.font("hint", 400), self.look.line("hint"))

    def _side(self) -> int:
        return self.look.px(20 if self._big else 12)

    def _lead(self) -> int:
        return self.look.px(self._icon_size) + self.look.px(7) if self._icon else 0

    def _around(self) -> int:
        if not self._key:
            return 2 * self._side() + self._lead()
        key = key_width(self.look, self._key)
        right = self._side() + self.look.px(10) if self._centred else self.look.px(9 + 6)
        return self._side() + self._lead() + key + right
