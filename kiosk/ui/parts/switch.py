"""A switch that says in words where it stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card
from kiosk.ui.theme.prose import Prose


class Switch(Pressable):
    """168×80, on or off. ``name`` is the question it answers; it is spoken, not shown."""

    def __init__(self, look: Look, name: str, on: str = "Có", off: str = "Không") -> None:
        super().__init__(look)
        self._on, self._off = on, off
        self.setCheckable(True)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.restated)
        self.restated()

    def restated(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.shown}")
        super().restated()

    @property
    def shown(self) -> str:
        """The word it shows."""
        return self._on if self.isChecked() else self._off

    def coat(self) -> Coat:
        if not self.isEnabled():
            return Coat("surface_2", "line_strong", "ink_3", 2, dashed=True)
        if self.isChecked():
            fill = "act_press" if self.isDown() else "act"
            return Coat(fill, fill, "on_act", 3)
        return Coat("act_tint" if self.isDown() else "surface", "line_strong", "ink_2", 3)

    def radius(self) -> float:
        return self.height() / 2

    def sizeHint(self) -> QSize:
        words = max(self._prose(word).natural_width() for word in (self._on, self._off))
        height = self.look.px(80)
        knob = height - self.look.px(24)
        needed = int(words) + 1 + knob + self.look.px(34)
        return QSize(max(self.look.px(168), needed), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(self.shown), self._boxes()[1])]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        knob, words = self._boxes()
        tone = "on_act" if self.isChecked() and self.isEnabled() else "line_strong"
        draw_card(
            painter,
            knob,
            fill=self.look.colour(tone),
            edge=None,
            width=0,
            radius=knob.width() / 2,
        )
        prose = self._prose(self.shown)
        prose.paint(painter, words, self.ink(coat), Qt.AlignmentFlag.AlignHCenter)

    def _prose(self, word: str) -> Prose:
        return Prose(word, self.look.font("caption", 700), self.look.line("caption"))

    def _boxes(self) -> tuple[QRectF, QRectF]:
        inset = self.look.px(12)
        side = self.height() - 2 * inset
        far = self.width() - inset - side
        knob = QRectF(far if self.isChecked() else inset, inset, side, side)
        left = self.look.px(16) if self.isChecked() else knob.right() + self.look.px(4)
        right = knob.left() - self.look.px(4) if self.isChecked() else self.width() - inset
        return knob, QRectF(left, 0, right - left, self.height())
