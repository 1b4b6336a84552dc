"""A question with several answers: a figure points at one, Enter gives it, Esc gives none."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.sheet import Question, Sheet
from kiosk.ui.theme.look import Look

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ONE_COLUMN = 4
_LEAVES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
MOST_OPTIONS = 18
MORE = "\x00more"
"""The key, in :attr:`ChoiceSheet.options`, of the button that shows the next leaf."""


class ChoiceSheet(Sheet):
    """``chosen`` carries the key of the option given.

    What a scanner types while the sheet stands open (several letters, then Enter) gives no
    answer: one figure alone points at an option. What does not fit stands on further leaves.
    Where options have figures of their own, the others have none; else they are counted.
    """

    chosen = Signal(str)

    def __init__(
        self, look: Look, over: QWidget, question: Question, options: tuple[Option, ...]
    ) -> None:
        super().__init__(look, over, question)
        self.options: dict[str, DeskButton] = {}
        self._box: QWidget | None = None
        per_leaf = MOST_OPTIONS - (len(options) > MOST_OPTIONS)
        self._leaves = [options[at : at + per_leaf] for at in range(0, len(options), per_leaf)]
        self._leaf = 0
        self._own_figures = any(option.figure for option in options)
        self._pointed: dict[str, DeskButton] = {}
        self._build()

    def turn(self, by: int) -> None:
        """Show the next leaf of answers, or the one before; after the last comes the first."""
        if len(self._leaves) > 1:
            self._leaf = (self._leaf + by) % len(self._leaves)
            self.safe.setFocus(Qt.FocusReason.OtherFocusReason)
            self._build()

    def _build(self) -> None:
        layout = self.card.layout()
        assert isinstance(layout, QBoxLayout)
        if self._box is not None:
            layout.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
        shown = self._leaves[self._leaf] if self._leaves else ()
        self.options, self._pointed = {}, {}
        for at, option in enumerate(shown, 1):
            figure = option.figure if self._own_figures else at
            hint = str(figure) if 1 <= figure <= 9 else ""
            self.options[option.key] = DeskButton(self.look, option.text, key=hint)
            if hint:
                self._pointed[hint] = self.options[option.key]
        for key, button in self.options.items():
            button.clicked.connect(lambda _=False, key=key: self._choose(key))
        if len(self._leaves) > 1:
            words = f"Xem tiếp (trang {self._leaf + 1} / {len(self._leaves)})"
            self.options[MORE] = DeskButton(self.look, words, key="PgDn")
            self.options[MORE].clicked.connect(lambda: self.turn(1))
        self._box = box = Box(self.look)
        column = Column(self.look, 8, (0, 0, 0, 0), box)
        several = len(self.options) > _ONE_COLUMN
        row: Row | None = None
        for at, button in enumerate(self.options.values()):
            if row is None or not several or at % 2 == 0:
                row = column.nest(Row(self.look, 8))
            row.add(button, 1)
            button.installEventFilter(self)
        layout.insertWidget(layout.count() - 1, box)
        box.show()
        self.chain()

    def chain(self) -> None:
        """Tab goes along the options and then to the safe answer."""
        for before, after in itertools.pairwise(self._buttons()):
            QWidget.setTabOrder(before, after)

    def hears(self, event: QKeyEvent) -> bool:
        buttons = self._buttons()
        here = next((at for at, each in enumerate(buttons) if each.hasFocus()), -1)
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        leaf = _LEAVES.get(Qt.Key(event.key()))
        if leaf is not None:
            self.turn(leaf)
            return True
        taken = super().hears(event)
        if taken and self._typed:
            self._pointed.get(self._typed, self.safe).setFocus(Qt.FocusReason.TabFocusReason)
        return taken

    def _choose(self, key: str) -> None:
        self.close_quietly()
        self.answered.emit(True)
        self.chosen.emit(key)

    def _buttons(self) -> list[QAbstractButton]:
        return [*getattr(self, "options", {}).values(), *super()._buttons()]
