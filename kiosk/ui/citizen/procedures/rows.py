"""The parts of the search page: a field to keep to, and a line of the list."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.citizen.procedures.listing import FieldChip, RowFace
from kiosk.ui.parts.card import card_edge
from kiosk.ui.parts.label import sentence
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.tokens import RADIUS

_RIGHT = Qt.AlignmentFlag.AlignRight


class FieldKey(Pressable):
    """A field and its count, 84 high; filled when chosen. One that has nothing can be pressed too."""

    def __init__(self, look: Look, chip: FieldChip) -> None:
        super().__init__(look, chip.name)
        self.chip = chip
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_chip(self, chip: FieldChip) -> None:
        """Show another count, or another choice."""
        if chip == self.chip:
            return
        before, self.chip = self.chip, chip
        self._tell()
        if (chip.name, len(chip.count)) == (before.name, len(before.count)):
            # The figures are as wide as those before: no new layout.
            self.update()
        else:
            self.restated()

    def _tell(self) -> None:
        self.setChecked(self.chip.chosen)
        self.setAccessibleName(f"{self.chip.name}: {self.chip.count}")

    def coat(self) -> Coat:
        if self.isChecked():
            return Coat("act", "act", "on_act", card_edge(self.look))
        fill = "act_tint" if self.isDown() else "surface"
        return Coat(fill, "line", "ink", card_edge(self.look))

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_key"])

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(112 if self.look.large else 84))

    def minimumSizeHint(self) -> QSize:
        wide = self._name().longest_word() + self._count().natural_width()
        return QSize(int(wide) + self.look.px(2 * 18 + 10), self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        name, count = self._boxes()
        return [(self._name(), name), (self._count(), count)]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        name, count = self._boxes()
        self._name().paint(painter, name, self.ink(coat))
        self._count().paint(painter, count, self.ink(coat), _RIGHT)

    def _boxes(self) -> tuple[QRectF, QRectF]:
        side, wide = self.look.px(18), self._count().natural_width() + 1
        right = self.width() - side - wide
        height = float(self.height())
        return (
            QRectF(side, 0, right - side - self.look.px(10), height),
            QRectF(right, 0, wide, height),
        )

    def _name(self) -> Prose:
        return Prose(self.chip.name, self.look.font("caption", 600), self.look.line("caption"))

    def _count(self) -> Prose:
        return Prose(self.chip.count, self.look.font("caption", 600), self.look.line("caption"))


class ProcedureRow(Pressable):
    """A procedure of the list: its name with what was typed marked, its limit and its fee.

    The name has two lines, or one when ``low``; what is longer ends with …. The fee is said in as many
    words as have room, beside the limit or, under a name of one line, in a line of its own.
    """

    def __init__(self, look: Look, row: RowFace, *, low: bool = False) -> None:
        super().__init__(look, row.name)
        self.row, self._lines = row, 1 if low else 2
        self._measured: tuple[tuple[RowFace, int, Look], tuple[str, bool]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_row(row)

    def set_row(self, row: RowFace) -> None:
        """Show another procedure."""
        self.row = row
        self.setAccessibleName(sentence(row.name, row.limit, row.fee))
        # Its height does not go by its words: a page of other rows needs no new layout.
        self.update()

    def coat(self) -> Coat:
        fill = "act_tint" if self.isDown() else "surface"
        return Coat(fill, "line", "ink", card_edge(self.look))

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_key"])

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(400), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        name, limit, fee = self._boxes()
        kind = OneLine if self._lines == 1 else Prose
        words = kind(self.row.name, self.look.font("item"), self.look.line("item"))
        return [(words, name), (self._limit(), limit), (self._caption(self.fee_shown), fee)]

    @property
    def fee_shown(self) -> str:
        """The words of the fee that have room."""
        return self._fee()[0]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        look = self.look
        name, limit, fee = self._boxes()
        self._draw_name(painter, name, self.ink(coat))
        size = look.px(28)
        soft = look.colour("ink_2")
        for box, icon, words in (
            (limit, "clock", self._limit().plain),
            (fee, "money", self.fee_shown),
        ):
            place = QRectF(box.left() - look.px(38), box.center().y() - size / 2, size, size)
            draw_icon(painter, icon, place, look.colour("act"))
            self._caption(words).paint(painter, box, soft)
        size = look.px(32)
        right = self.width() - look.px(28) - size
        draw_icon(
            painter,
            "chev",
            QRectF(right, (self.height() - size) / 2, size, size),
            look.colour("act"),
        )

    def _draw_name(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        look = self.look
        layout = QTextLayout(self.row.name, look.font("item"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        marks = []
        for start, end in self.row.marks:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, end - start
            style = QTextCharFormat()
            style.setBackground(look.colour("match"))
            piece.format = style
            marks.append(piece)
        layout.setFormats(marks)
        layout.beginLayout()
        lines: list[QTextLine] = []
        while len(lines) < self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(room.width())
            lines.append(line)
        layout.endLayout()
        height = look.line("item")
        top = room.top() + (room.height() - height * len(lines)) / 2
        painter.setPen(ink)
        for at, line in enumerate(lines):
            over = line.textStart() + line.textLength() < len(self.row.name)
            where = room.left() - line.x(), top + at * height - line.y()
            if at + 1 == self._lines and over:
                rest = self.row.name[line.textStart() :]
                painter.setFont(look.font("item"))
                short = painter.fontMetrics().elidedText(
                    rest, Qt.TextElideMode.ElideRight, int(room.width())
                )
                box = QRectF(room.left(), top + at * height, room.width(), height)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), short)
            else:
                line.draw(painter, QPointF(*where))

    def _height(self) -> int:
        look = self.look
        inside = look.px(10) + self._lines * look.line("item") + look.px(8) + look.line("caption")
        return int(inside) + look.px(14)

    def _limit(self) -> Prose:
        return self._caption(self.row.limit)

    def _caption(self, words: str) -> Prose:
        return Prose(words, self.look.font("caption"), self.look.line("caption"))

    def _room(self) -> tuple[float, float]:
        """Where the name begins and how much room it has."""
        left = self.look.px(28)
        return left, self.width() - left - self.look.px(28 + 32 + 16)

    def _fee(self) -> tuple[str, bool]:
        """The longest words that have room, and whether they stand in a line of their own."""
        # Asked for several times at every painting; measuring words is dear.
        asked = (self.row, self.width(), self.look)
        if self._measured is None or self._measured[0] != asked:
            self._measured = (asked, self._fitting_fee())
        return self._measured[1]

    def _fitting_fee(self) -> tuple[str, bool]:
        look = self.look
        _, room = self._room()
        own = room - look.px(38)
        beside = own - self._limit_width() - look.px(24 + 38)
        name = Prose(self.row.name, look.font("item"), look.line("item"))
        spare = self._lines > 1 and name.line_count(room) == 1
        for form in self.row.fee_forms:
            wide = self._caption(form).natural_width() + 1
            if wide <= beside:
                return form, False
            if spare and wide <= own:
                return form, True
        return self.row.fee_forms[-1], False

    def _limit_width(self) -> float:
        return min(self._limit().natural_width() + 1, self._room()[1] * 0.6)

    def _boxes(self) -> tuple[QRectF, QRectF, QRectF]:
        """Name; limit and fee below it, each behind its icon."""
        look = self.look
        left, room = self._room()
        low, icon = look.line("caption"), look.px(38)
        _, own_line = self._fee()
        last = self.height() - look.px(14) - low
        below = last - low if own_line else last
        name = QRectF(left, look.px(10), room, below - look.px(14))
        limit = QRectF(left + icon, below, self._limit_width(), low)
        if own_line:
            return name, limit, QRectF(left + icon, last, room - icon, low)
        start = limit.right() + look.px(24 + 38)
        return name, limit, QRectF(start, below, max(1.0, left + room - start), low)
