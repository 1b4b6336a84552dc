"""How long was waited, one line for each field: half of all in full colour, 9 of 10 in a light one."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write

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
        spoken = [f"{bar.name}: giữa {bar.median} phút, 9/10 lượt {bar.ninth} phút" for bar in bars]
        self.setAccessibleName("; ".join(spoken) or self._empty)
        self.setToolTip("\n".join(spoken))
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(290), self.look.px(_HEAD + 4 * _LEAST_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_HEAD + 4 * _LEAST_LINE))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted, each with its room: for tests of clipping."""
        return said(self._written())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        most = max((bar.ninth for bar in self._bars), default=0) or 1
        for bar, line in self._lines():
            self._draw(painter, bar, line, most)
        write(painter, self.look, self._written())
        painter.end()

    def _written(self) -> list[Written]:
        look, width, right = self.look, float(self.width()), Qt.AlignmentFlag.AlignRight
        if not self._bars:
            nothing = Prose(self._empty, look.font("body"), look.line("body"))
            return [Written(nothing, QRectF(self.rect()), "ink_2", middle=False)]
        ninth = QRectF(width - look.px(70), 0, look.px(70), look.px(_HEAD))
        median = QRectF(width - look.px(118), 0, look.px(48), look.px(_HEAD))
        found = [
            Written(self._prose(text, role="caption"), room, "ink_2", right)
            for text, room in (("9/10 lượt", ninth), ("giữa", median))
        ]
        lines = self._lines()
        for bar, line in lines:
            name = QRectF(0, line.top(), width * 0.42 - look.px(8), line.height())
            half = QRectF(width - look.px(90), line.top(), look.px(40), line.height())
            most = QRectF(width - look.px(40), line.top(), look.px(40), line.height())
            found.append(Written(self._prose(bar.name), name))
            found.append(Written(self._prose(str(bar.median), 700), half, "ink", right))
            found.append(Written(self._prose(str(bar.ninth)), most, "ink_2", right))
        if (left := len(self._bars) - len(lines)) > 0:
            last = lines[-1][1] if lines else QRectF(0, 0, width, look.px(_HEAD))
            words = self._prose(f"và {left} lĩnh vực khác", role="caption")
            found.append(Written(words, last.translated(0, last.height()), "ink_2"))
        return found

    def _lines(self) -> list[tuple[WaitBar, QRectF]]:
        """The lines that fit, each with its place."""
        look = self.look
        room = self.height() - look.px(_HEAD)
        fitting = max(1, int(room // look.px(_LEAST_LINE)))
        shown = self._bars if len(self._bars) <= fitting else self._bars[: fitting - 1]
        high = min(float(look.px(_LINE)), room / max(1, min(len(self._bars), fitting)))
        return [
            (bar, QRectF(0, look.px(_HEAD) + at * high, self.width(), high))
            for at, bar in enumerate(shown)
        ]

    def _draw(self, painter: QPainter, bar: WaitBar, line: QRectF, most: int) -> None:
        look, name = self.look, line.width() * 0.42
        track = QRectF(name, line.center().y() - look.px(10) / 2, 0, look.px(10))
        track.setWidth(max(1.0, line.width() - name - look.px(90)))
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

    def _prose(self, text: str, weight: int = 400, role: str = "body") -> OneLine:
        return OneLine(text, self.look.font(role, weight), self.look.line(role))
