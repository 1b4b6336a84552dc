"""How long was waited, one line for each field: half of all in full colour, 9 of 10 in a light one."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose

_LINE, _LEAST_LINE, _HEAD = 30, 22, 24


@dataclass(frozen=True, slots=True)
class WaitBar:
    """A line: its name, and the minutes that half and 9 of 10 did not exceed."""

    name: str
    median: int
    ninth: int


class WaitBars(QWidget):
    """Lines of 30, closer where there are many; a long name ends with …, the tool tip tells all."""

    def __init__(self, look: Look, empty: str) -> None:
        super().__init__()
        self.look = look
        self._empty = empty
        self._bars: tuple[WaitBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_bars(())

    @property
    def bars(self) -> tuple[WaitBar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: tuple[WaitBar, ...]) -> None:
        """Show other lines."""
        self._bars = bars
        said = [f"{bar.name}: giữa {bar.median} phút, 9/10 lượt {bar.ninth} phút" for bar in bars]
        self.setAccessibleName("; ".join(said) or self._empty)
        self.setToolTip("\n".join(said))
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(290), self.look.px(_HEAD + 4 * _LEAST_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_HEAD + 4 * _LEAST_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, width, right = self.look, float(self.width()), Qt.AlignmentFlag.AlignRight
        if not self._bars:
            self._prose(self._empty).paint(
                painter, QRectF(self.rect()), look.colour("ink_2"), middle=False
            )
            painter.end()
            return
        ninth = QRectF(width - look.px(70), 0, look.px(70), look.px(_HEAD))
        median = QRectF(width - look.px(110), 0, look.px(48), look.px(_HEAD))
        for text, box in (("9/10 lượt", ninth), ("giữa", median.translated(-look.px(8), 0))):
            self._prose(text, role="caption").paint(painter, box, look.colour("ink_2"), right)
        room = self.height() - look.px(_HEAD)
        fitting = max(1, int(room // look.px(_LEAST_LINE)))
        shown = self._bars if len(self._bars) <= fitting else self._bars[: fitting - 1]
        high = min(look.px(_LINE), room / max(1, min(len(self._bars), fitting)))
        most = max(1, *(bar.ninth for bar in self._bars))
        for at, bar in enumerate(shown):
            self._draw(painter, bar, look.px(_HEAD) + at * high, high, most)
        if (left := len(self._bars) - len(shown)) > 0:
            box = QRectF(0, look.px(_HEAD) + len(shown) * high, width, high)
            self._prose(f"và {left} lĩnh vực khác", role="caption").paint(
                painter, box, look.colour("ink_2")
            )
        painter.end()

    def _draw(self, painter: QPainter, bar: WaitBar, top: float, high: float, most: int) -> None:
        look, width, right = self.look, float(self.width()), Qt.AlignmentFlag.AlignRight
        name = width * 0.42
        prose = self._prose(bar.name)
        short = prose.metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, name - look.px(8))
        self._prose(short).paint(painter, QRectF(0, top, name, high), look.colour("ink"))
        track = QRectF(name, top + (high - look.px(10)) / 2, 0, look.px(10))
        track.setWidth(max(1.0, width - name - look.px(90)))
        for share, tone in (
            (1.0, "muted"),
            (bar.ninth / most, "act_line"),
            (bar.median / most, "act"),
        ):
            part = QRectF(track)
            part.setWidth(min(track.width(), max(look.px(10) * 1.0, track.width() * share)))
            radius = part.height() / 2
            fill = look.colour(tone)
            draw_card(painter, part, fill=fill, edge=None, width=0, radius=radius)
        box = QRectF(width - look.px(90), top, look.px(40), high)
        self._prose(str(bar.median), 700).paint(painter, box, look.colour("ink"), right)
        box = QRectF(width - look.px(40), top, look.px(40), high)
        self._prose(str(bar.ninth)).paint(painter, box, look.colour("ink_2"), right)

    def _prose(self, text: str, weight: int = 400, role: str = "body") -> Prose:
        return Prose(text, self.look.font(role, weight), self.look.line(role))
