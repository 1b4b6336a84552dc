"""The list under the search: what was found, what fits in it marked, one line chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.counter.receive.outlook import Hit
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.tokens import RADIUS
from kiosk.ui.theme.written import Written, said, write

NOTHING = "Không có thủ tục khớp. Thử bớt từ, hoặc gõ mã thủ tục."
_ROW, _PAD = 40, 6


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
        """The texts painted, each with its room: for tests of clipping."""
        return said(self._written())

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
        for at, hit in enumerate(self.hits):
            if at == self._at:
                self._paint_chosen(painter, self._line(at))
            self._paint_marks(painter, self._room(at, hit), hit)
        write(painter, look, self._written())
        painter.end()

    def _written(self) -> list[Written]:
        look = self.look
        if not self.hits:
            nothing = Prose(NOTHING, look.font("body"), look.line("body"))
            return [Written(nothing, self._line(0), "ink_2")]
        found = []
        for at, hit in enumerate(self.hits):
            code = Prose(hit.code, look.font("body", 700), look.line("body"))
            field = Prose(hit.field, look.font("caption"), look.line("caption"))
            room = self._line(at)
            wide = field.natural_width() + 1
            right = room.adjusted(room.width() - wide, 0, 0, 0)
            left = room.adjusted(0, 0, self._room(at, hit).left() - room.right(), 0)
            found.append(Written(code, left))
            found.append(Written(self._name(hit), self._room(at, hit)))
            found.append(Written(field, right, "ink_2", Qt.AlignmentFlag.AlignRight))
        return found

    def _name(self, hit: Hit) -> OneLine:
        return OneLine(hit.name, self.look.font("body"), self.look.line("body"))

    def _room(self, at: int, hit: Hit) -> QRectF:
        """The room of a name: between the codes and the field."""
        look = self.look
        bold = QFontMetricsF(look.font("body", 700))
        code = max(bold.horizontalAdvance(each.code) for each in self.hits)
        field = QFontMetricsF(look.font("caption")).horizontalAdvance(hit.field)
        return self._line(at).adjusted(code + look.px(14), 0, -field - look.px(16), 0)

    def _paint_chosen(self, painter: QPainter, line: QRectF) -> None:
        look = self.look
        box = QRectF(look.px(1), line.top(), self.width() - 2 * look.px(1), line.height())
        painter.fillRect(box, look.colour("act_tint"))
        box.setWidth(look.px(4))
        painter.fillRect(box, look.colour("act"))

    def _paint_marks(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        """The ground under the words that were searched, as far as the name is painted."""
        metrics = QFontMetricsF(self.look.font("body"))
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
