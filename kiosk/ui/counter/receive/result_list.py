"""The list under the search: what was found, what fits in it marked, one line chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.counter.receive.outlook import Hit
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

NOTHING = "Không có thủ tục khớp. Thử bớt từ, hoặc gõ mã thủ tục."
_ROW, _PAD = 40, 6
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ResultList(QWidget):
    """One line a hit. It never takes the focus: the search's keys move it."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.hits: tuple[Hit, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("Thủ tục tìm thấy")
        self.hide()

    @property
    def current(self) -> Hit | None:
        """The line chosen."""
        return self.hits[self._at] if self._at < len(self.hits) else None

    def set_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found, the first line chosen."""
        self.hits = hits
        self._choose(0)

    def move_by(self, step: int) -> None:
        """Choose another line."""
        if self.hits:
            self._choose((self._at + step) % len(self.hits))

    def sizeHint(self) -> QSize:
        rows = max(1, len(self.hits))
        return QSize(self.look.px(400), rows * self._row() + 2 * self.look.px(_PAD))

    def wear(self, look: Look) -> None:
        self.look = look
        self.resize(self.width(), self.sizeHint().height())
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The text that may wrap: for tests of clipping. Names end with … where room is short."""
        return [] if self.hits else [(self._nothing(), self._line(0))]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position().y())
        if at is not None:
            self._choose(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position().y())
        if at is not None:
            self.picked.emit(self.hits[at].code)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("surface"),
            edge=look.colour("line_strong"),
            width=look.px(1),
            radius=look.px(RADIUS["desk_btn"]),
        )
        if not self.hits:
            self._nothing().paint(painter, self._line(0), look.colour("ink_2"))
        for at, hit in enumerate(self.hits):
            self._paint_hit(painter, at, hit)
        painter.end()

    def _paint_hit(self, painter: QPainter, at: int, hit: Hit) -> None:
        look = self.look
        line = self._line(at)
        if at == self._at:
            box = QRectF(look.px(1), line.top(), self.width() - 2 * look.px(1), line.height())
            painter.fillRect(box, look.colour("act_tint"))
            painter.fillRect(
                QRectF(box.left(), box.top(), look.px(4), box.height()), look.colour("act")
            )
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font("body", 700))
        painter.drawText(line, int(_MIDDLE), hit.code)
        code = max(
            QFontMetricsF(look.font("body", 700)).horizontalAdvance(each.code) for each in self.hits
        )
        small = look.font("caption")
        field = QFontMetricsF(small).horizontalAdvance(hit.field)
        room = line.adjusted(code + look.px(14), 0, -field - look.px(16), 0)
        self._paint_name(painter, room, hit)
        painter.setFont(small)
        painter.setPen(look.colour("ink_2"))
        painter.drawText(line, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), hit.field)

    def _paint_name(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        font: QFont = self.look.font("body")
        metrics = QFontMetricsF(font)
        name = metrics.elidedText(hit.name, Qt.TextElideMode.ElideRight, room.width())
        height = self.look.line("body")
        for start, end in hit.marks:
            left = metrics.horizontalAdvance(name[:start])
            right = metrics.horizontalAdvance(name[: min(end, len(name))])
            if start < len(name):
                mark = QRectF(
                    room.left() + left - 1, room.center().y() - height / 2, right - left + 2, height
                )
                painter.fillRect(mark, self.look.colour("match"))
        painter.setFont(font)
        painter.setPen(self.look.colour("ink"))
        painter.drawText(room, int(_MIDDLE), name)

    def _choose(self, at: int) -> None:
        self._at = at
        hit = self.current
        self.setAccessibleDescription(f"{hit.code} {hit.name}" if hit else NOTHING)
        self.setToolTip(hit.name if hit else "")
        self.update()

    def _row(self) -> int:
        return self.look.px(_ROW)

    def _row_at(self, y: float) -> int | None:
        at = int((y - self.look.px(_PAD)) // self._row())
        return at if 0 <= at < len(self.hits) else None

    def _line(self, at: int) -> QRectF:
        side = self.look.px(16)
        top = self.look.px(_PAD) + at * self._row()
        return QRectF(side, top, self.width() - 2 * side, self._row())

    def _nothing(self) -> Prose:
        return Prose(NOTHING, self.look.font("body"), self.look.line("body"))
