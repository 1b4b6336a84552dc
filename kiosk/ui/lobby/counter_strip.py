"""The counters of the office, each with the number it serves."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.board import TileKind, TileProps, strip_rows
from kiosk.ui.lobby.fitting import fitted
from kiosk.ui.parts.label import sentence
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

_HEIGHTS = {1: (148, 0), 2: (112, 16), 3: (96, 12)}
_GAP = 17
_WIDEST = 4
"""No tile is wider than a fourth of the strip."""
# Fill, edge, its width, dashed, tone of the text.
_COATS: dict[TileKind, tuple[str | None, str, int, bool, str]] = {
    "call": ("gold_tint", "gold_ink", 4, False, "ink"),
    "plain": ("surface", "line", 2, False, "ink"),
    "off": (None, "line_strong", 2, True, "ink_2"),
    "stale": (None, "line_strong", 2, True, "ink_2"),
}
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class CounterStrip(QWidget):
    """Up to 8 counters in one row, 16 in two, more in three; only what changed is repainted."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._tiles: tuple[TileProps, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def tiles(self) -> tuple[TileProps, ...]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: tuple[TileProps, ...]) -> None:
        """Show these counters."""
        before, self._tiles = self._tiles, tiles
        if before == tiles:
            return
        self.setAccessibleName(sentence(*(f"{tile.name} {tile.text}" for tile in tiles)))
        if len(before) != len(tiles):
            self.updateGeometry()
            self.update()
            return
        for at, (old, new) in enumerate(zip(before, tiles, strict=True)):
            if old != new:
                self.update(self._box(at).toAlignedRect())

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = strip_rows(len(self._tiles))
        height, gap = _HEIGHTS[rows]
        total = rows * self.look.px(height) + (rows - 1) * self.look.px(gap)
        return QSize(self.look.px(960), total)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(480), self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What it paints, with the room of each: for tests of clipping."""
        return [(prose, room) for at in range(len(self._tiles)) for prose, room, _ in self._set(at)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        for at, tile in enumerate(self._tiles):
            box = self._box(at)
            if box.intersects(QRectF(event.rect())):
                self._paint_tile(painter, box, tile.kind)
                for prose, room, tone in self._set(at):
                    prose.paint(painter, room, self.look.colour(tone), _CENTRE)
        painter.end()

    def _paint_tile(self, painter: QPainter, box: QRectF, kind: TileKind) -> None:
        look = self.look
        fill, edge, width, dashed, _ = _COATS[kind]
        draw_card(
            painter,
            box,
            fill=look.colour(fill) if fill else None,
            edge=look.colour(edge),
            width=look.px(width),
            radius=look.px(RADIUS["tv"]) * 0.75,
            dashed=dashed,
        )

    def _box(self, at: int) -> QRectF:
        count = len(self._tiles)
        rows = strip_rows(count)
        columns = max(_WIDEST, -(-count // rows))
        gap = float(self.look.px(_GAP))
        width = (self.width() - (columns - 1) * gap) / columns
        high, between = (self.look.px(length) for length in _HEIGHTS[rows])
        row, column = divmod(at, columns)
        return QRectF(column * (width + gap), row * (high + between), width, high)

    def _set(self, at: int) -> list[tuple[Prose, QRectF, str]]:
        tile, box = self._tiles[at], self._box(at)
        look = self.look
        side = look.px(10)
        tone = _COATS[tile.kind][4]
        upper = QRectF(box.left() + side, box.top() + box.height() * 0.09, 0, box.height() * 0.35)
        lower = QRectF(box.left() + side, box.top() + box.height() * 0.48, 0, box.height() * 0.43)
        for room in (upper, lower):
            room.setWidth(box.width() - 2 * side)
        name = fitted(tile.name, look, "min", upper.width(), height=upper.height(), weight=400)
        role = "min" if tile.kind == "off" else "counter"
        text = fitted(tile.text, look, role, lower.width(), height=lower.height())
        return [(name, upper, "ink_2"), (text, lower, tone)]
