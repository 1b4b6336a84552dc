"""One question of an evaluation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.rating.asking import QuestionProps
from kiosk.ui.parts.answer_tile import AnswerTile
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.step_bar import StepBar
from kiosk.ui.theme.look import Look

_MIDDLE, _CENTRE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignHCenter
_TILE, _TILE_WIDE = 224, 168


class QuestionPage(QWidget):
    """``answered`` carries an answer's code; ``passed_over``: on without an answer."""

    answered = Signal(str)
    passed_over = Signal()

    def __init__(self, look: Look, props: QuestionProps, *, wide: bool) -> None:
        super().__init__()
        self.look, self.leaf = look, props.leaf
        self.setAccessibleName(" ".join(props.question.split()))
        self.tiles: dict[str, AnswerTile] = {}
        self.bar = StepBar(look, props.leaf + 1, props.count, props.progress_said)
        self.skip = BigButton(look, props.skip, "", "neutral", "medium", busy_icon="send")
        self.skip.clicked.connect(self.passed_over)
        for face in props.answers:
            height = _TILE_WIDE if wide else _TILE
            tile = AnswerTile(look, face.text, face.icon, face.tone, height)
            tile.clicked.connect(lambda _=False, code=face.code: self.answered.emit(code))
            self.tiles[face.code] = tile
        lay = self._lay_wide if wide else self._lay
        lay(look, props)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: QuestionProps) -> None:
        """Show which answer is chosen, and whether the answers are being written down."""
        self.skip.set_busy(props.busy)
        for code, tile in self.tiles.items():
            tile.setChecked(code == props.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tab_order(self, (*self.tiles.values(), self.skip))

    def _lay(self, look: Look, props: QuestionProps) -> None:
        column = Column(look, 0, (48, 46, 48, 24 if look.large else 48), self)
        column.nest(self._progress(look, props))
        column.gap(16)
        column.add(self.bar)
        if look.large:
            column.gap(16)
            column.fill()
        else:
            column.gap(88)
        column.add(Label(look, props.question, "h1" if look.large else "hero"))
        column.gap(12)
        column.add(Label(look, props.hint, "label", "ink_2", weight=400, balance=True))
        column.fill()
        self._put_answers(look, column, 24)
        column.gap(24 if look.large else 56)
        column.add(self.skip)
        column.gap(16 if look.large else 32)
        column.add(Label(look, props.promise, "body", "ink_2", align=_CENTRE))

    def _lay_wide(self, look: Look, props: QuestionProps) -> None:
        row = Row(look, 64, (64, 32, 64, 16), self)
        left = row.nest(Column(look), 1)
        left.nest(self._progress(look, props))
        left.gap(16)
        left.add(self.bar)
        left.gap(12 if look.large else 40)
        left.add(Label(look, props.question, "h1"))
        left.gap(8)
        left.add(Label(look, props.hint, "body", "ink_2", balance=True))
        left.fill()
        left.add(Label(look, props.promise, "body", "ink_2"))
        right = Column(look, parent=row.add(Box(look, width=880)))
        self._put_answers(look, right, 20)
        right.gap(20)
        right.add(self.skip)
        right.fill()

    def _put_answers(self, look: Look, column: Column, gap: float) -> None:
        for at, tile in enumerate(self.tiles.values()):
            if at:
                column.gap(gap)
            column.add(tile)

    def _progress(self, look: Look, props: QuestionProps) -> Row:
        row = Row(look, 12)
        row.add(Label(look, props.progress, "label", weight=400, marked=True), align=_MIDDLE)
        row.fill()
        row.add(Icon(look, "lock", 32, "ink_2"), align=_MIDDLE)
        row.add(Label(look, props.nameless, "label", "ink_2", weight=400), align=_MIDDLE)
        return row
