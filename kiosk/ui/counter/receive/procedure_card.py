"""Card 1: which procedure, and which of its cases."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from kiosk.ui.counter.receive.bits import MIDDLE, CardHead, FaultLine, NumberDisc, SteadyBox
from kiosk.ui.counter.receive.result_list import ResultList
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.field import LineEdit
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.written import Written, said, write

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Procedure

_HINT = "Gõ mã hoặc tên thủ tục, không cần dấu"
_NO_CASE = "Chọn trường hợp"
_LONGEST_CASE = 90


class ProcedureEdit(LineEdit):
    """The search; with nothing typed it shows the procedure that was chosen.

    ``typed`` tells what is searched, ``asked`` that the list is wanted without a word, ``moved``
    and ``taken`` what the keys do to it, ``closed`` that it is not wanted any more.
    """

    typed = Signal(str)
    asked = Signal()
    moved = Signal(int)
    taken = Signal()
    closed = Signal()
    code = name = ""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "search")
        self.listing = False
        self.setPlaceholderText(_HINT)
        self.setAccessibleName("Thủ tục")
        self.textEdited.connect(self.typed)

    def show_chosen(self, code: str, name: str) -> None:
        """Show this procedure, or none."""
        self.code, self.name = code, name
        self.clear()
        self.setPlaceholderText("" if code else _HINT)
        self.setAccessibleDescription(f"{code} {name}".strip())
        self._tell_whole()
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [*super().texts(), *said(self._chosen())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self.listing:
                self.asked.emit()
            else:
                self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape and (self.listing or self.text()):
            self.clear()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.listing:
            self.asked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = smooth(QPainter(self))
        look = self.look
        side = look.px(18)
        place = QRectF(self._right(), (self.height() - side) / 2, side, side)
        draw_icon(painter, "open", place, look.colour("ink"))
        write(painter, look, self._chosen())
        painter.end()

    def _tell_whole(self) -> None:
        """The whole name of the procedure chosen, however short it is painted."""
        if self.text():
            super()._tell_whole()
        else:
            self.setToolTip(self.name)

    def _chosen(self) -> list[Written]:
        """Code and name of the procedure chosen, while nothing is typed over them."""
        if not self.code or self.text():
            return []
        look = self.look
        line = self.fontMetrics().height()
        left = self.textMargins().left() + 2 + look.px(2)
        code = Prose(self.code, look.font("input", 700), line)
        name = OneLine(self.name, look.font("input", 400), line)
        first = QRectF(left, 0, code.natural_width() + 1, self.height())
        start = left + code.natural_width() + look.px(12)
        rest = QRectF(start, 0, self._right() - look.px(8) - start, self.height())
        return [Written(code, first), Written(name, rest)]

    def _right(self) -> int:
        """Where the arrow begins."""
        return self.width() - self.look.px(14) - self.look.px(18)


class ProcedureCard(Card):
    """The search, the list under it, and the cases. ``picked`` and ``case_chosen`` carry keys."""

    searched = Signal(str)
    picked = Signal(str)
    case_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 8, (20, 14, 20, 18), self)
        self._head_box = Box(look)
        head = CardHead(look, 1, "Thủ tục")
        self._head_box.setLayout(head)
        say(head.said, _HINT)
        column.add(self._head_box)
        row = column.nest(Row(look, 12))
        self._short_head = Box(look)
        short = Row(look, 10, (0, 0, 4, 0), self._short_head)
        short.add(NumberDisc(look, 1), align=MIDDLE)
        short.add(Label(look, "Thủ tục", "h2", wrap=False), align=MIDDLE)
        self._short_head.hide()
        row.add(self._short_head, align=MIDDLE)
        self.asks_case, self._only_case = False, ""
        self._take_first = False
        self.edit = row.add(ProcedureEdit(look), 68)
        self.case = row.add(SteadyBox(look, "Trường hợp"), 32)
        self.case.hide()
        self._fault = column.add(FaultLine(look))
        self.list = ResultList(look)
        self.list.picked.connect(self._pick)
        self.edit.typed.connect(self._on_typed)
        self.edit.asked.connect(lambda: self.searched.emit(""))
        self.edit.moved.connect(self.list.move_by)
        self.edit.taken.connect(self._on_taken)
        self.edit.closed.connect(self.close_list)
        self.case.activated.connect(lambda _: self._on_case())
        self.set_error("")

    @property
    def error(self) -> str:
        """The sentence under the search."""
        return self._fault.text

    @property
    def case_key(self) -> str:
        """The case chosen, or the only one there is."""
        return self.case.current if self.asks_case else self._only_case

    def set_error(self, sentence: str, *, at_case: bool = False) -> None:
        """Say what is wrong with the procedure or with its case."""
        self._fault.say(sentence)
        self.edit.set_wrong(bool(sentence) and not at_case)
        self.case.set_wrong(bool(sentence) and at_case)

    def set_compact(self, compact: bool) -> None:
        """Give up the head's line where height is short."""
        self._head_box.setVisible(not compact)
        self._short_head.setVisible(compact)

    def show_procedure(self, procedure: "Procedure | None", case: str) -> None:
        """Show what was chosen; the cases where there are several."""
        if procedure is None:
            self.edit.show_chosen("", "")
            self.case.hide()
            self.asks_case, self._only_case = False, ""
            return
        self.edit.show_chosen(procedure.code, procedure.name)
        self.case.clear()
        self.asks_case = len(procedure.cases) > 1
        self._only_case = case
        self.case.setVisible(self.asks_case)
        if self.asks_case:
            self.case.addItem(_NO_CASE, "")
            for one in procedure.cases:
                name = one.name or one.code
                short = name if len(name) <= _LONGEST_CASE else name[:_LONGEST_CASE] + "…"
                self.case.addItem(f"Trường hợp: {short}", one.code)
            self.case.choose(case)

    def show_hits(self, typed: str, hits: object) -> None:
        """Open the list with what was found for ``typed``, if that is still what stands there."""
        if typed != self.edit.text() or not self.edit.hasFocus():
            return
        if not typed and not hits:
            self.close_list()
            return
        self.list.set_hits(hits)  # type: ignore[arg-type]
        if self._take_first and self.list.current is not None:
            self._pick(self.list.current.code)
            return
        self._take_first = False
        self.edit.listing = True
        self.place_list()
        self.list.show()
        self.list.raise_()

    def close_list(self) -> None:
        """Put the list away."""
        self.edit.listing = False
        self.list.hide()

    def place_list(self) -> None:
        """Stand the list under the search, as wide as the card's inside, over whatever is there."""
        over = self.list.parentWidget()
        if over is None:
            return
        side = self.look.px(20)
        below = self.edit.mapTo(self, QPoint(0, self.edit.height() + self.look.px(4))).y()
        corner = self.mapTo(over, QPoint(side, below))
        width = self.width() - 2 * side
        self.list.setGeometry(corner.x(), corner.y(), width, self.list.sizeHint().height())

    def _on_typed(self, text: str) -> None:
        self.set_error("")
        self._take_first = False
        if text:
            self.searched.emit(text)
        else:
            self.close_list()

    def _on_taken(self) -> None:
        hit = self.list.current if self.edit.listing else None
        if hit is not None:
            self._pick(hit.code)
        elif self.edit.code and not self.edit.text():
            self.focusNextChild()
        elif not self.edit.text():
            self.searched.emit("")
        elif not self.edit.listing:
            # Enter came faster than the answer: the first hit is meant.
            self._take_first = True

    def _pick(self, code: str) -> None:
        self._take_first = False
        self.close_list()
        self.picked.emit(code)

    def _on_case(self) -> None:
        self.set_error("")
        self.case_chosen.emit(self.case.current)
