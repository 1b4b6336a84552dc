"""The page of the search: what is typed, the fields, the procedures that fit, the keyboard."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.pager import Pager
from kiosk.ui.citizen.procedures.listing import ListProps
from kiosk.ui.citizen.procedures.rows import FieldKey, ProcedureRow
from kiosk.ui.language import Language
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.field import LineEdit
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.text_keyboard import TextKeyboard
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.written import Written, said, write


class SearchBox(LineEdit):
    """104 high, with a remark at its right while there is room for it."""

    def __init__(self, look: Look, hint: str, *, low: bool) -> None:
        self._hint, self._low = hint, low
        super().__init__(look, "search")

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.setFont(look.font("button", 600))
        high = look.px(88 if self._low else 104)
        self.setFixedHeight(max(high, self.fontMetrics().height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        write(painter, self.look, self._remark())
        painter.end()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [*super().texts(), *said(self._remark())]

    def _remark(self) -> list[Written]:
        look = self.look
        hint = Prose(self._hint, look.font("caption"), look.line("caption"))
        wide, right = hint.natural_width() + 1, self.width() - look.px(32)
        typed = self.fontMetrics().horizontalAdvance(self.text())
        if look.px(110) + typed + look.px(24) + wide >= right:
            return []
        return [Written(hint, QRectF(right - wide, 0, wide, self.height()), "ink_2")]


class ListPage(QWidget):
    """Search, fields, lines. What is typed on any keyboard goes into the search.

    ``typed`` carries the whole text, ``kept_to`` a field's prefix, ``opened`` a code, ``turned`` a
    page; ``more_fields``: other fields are wanted; ``keys_wanted``: the keyboard out or put away.
    """

    typed = Signal(str)
    kept_to = Signal(str)
    more_fields = Signal()
    opened = Signal(str)
    turned = Signal(int)
    keys_wanted = Signal(bool)

    def __init__(self, look: Look, props: ListProps, language: Language, *, wide: bool) -> None:
        super().__init__()
        self.look, self._wide = look, wide
        self.search = SearchBox(look, props.hint, low=wide)
        self.search.setAccessibleName(props.title)
        self.search.setText(props.typed)
        self.search.textEdited.connect(self.typed)
        self.fields = [FieldKey(look, chip) for chip in props.chips]
        for key in self.fields:
            key.clicked.connect(lambda _=False, key=key: self.kept_to.emit(key.chip.prefix))
        self.other = BigButton(look, props.other, "down", "outline", "small")
        self.other.clicked.connect(self.more_fields)
        self.rows: list[ProcedureRow] = []
        self._found = Label(look, "", "body", "ink_2", marked=True)
        self._empty = Label(look, "", "label", "ink_2", weight=400)
        self.pager = Pager(look, props.pager, low=True)
        self.pager.turned.connect(self.turned)
        self.show_keys = BigButton(look, props.show_keys, "kbd", "outline", "small")
        self.show_keys.clicked.connect(lambda: self.keys_wanted.emit(True))
        self.keyboard: TextKeyboard | None = None
        if props.keys:
            self.keyboard = TextKeyboard(look, language, low=wide)
            self.keyboard.typed.connect(self._add)
            self.keyboard.erased.connect(lambda: self._change(self.search.text()[:-1]))
            self.keyboard.cleared.connect(lambda: self._change(""))
            self.keyboard.hidden.connect(lambda: self.keys_wanted.emit(False))
        self._list = Column(look, 12 if wide else 16)
        lay = self._lay_wide if wide else self._lay
        lay(look, props)
        self.setFocusProxy(self.search)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: ListProps) -> None:
        """Show what is so now."""
        say(self._found, props.found)
        say(self._empty, props.empty)
        for key, chip in zip(self.fields, props.chips, strict=True):
            key.set_chip(chip)
            key.setText(chip.name)
        self.other.setVisible(bool(props.other))
        while len(self.rows) < len(props.rows):
            self._add_row(props)
        for row, face in zip(self.rows, props.rows, strict=False):
            row.set_row(face)
            row.show()
        for row in self.rows[len(props.rows) :]:
            row.hide()
        self.pager.set_props(props.pager)
        self.show_keys.setVisible(not props.keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if (
            text
            and text.isprintable()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._add(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._change(self.search.text()[:-1])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    def _add_row(self, props: ListProps) -> None:
        row = ProcedureRow(self.look, props.rows[len(self.rows)], low=self._wide)
        row.clicked.connect(lambda: self.opened.emit(row.row.code))
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        self._order()

    def _order(self) -> None:
        keys = () if self.keyboard is None else self.keyboard.in_order
        fields = (*self.fields, self.other)
        beside = (*self.rows, *fields) if self._wide else (*fields, *self.rows)
        order = (self.search, *beside, *self.pager.buttons, self.show_keys, *keys)
        tab_order(self, order)

    def _add(self, letter: str) -> None:
        self._change(self.search.text() + letter)

    def _change(self, text: str) -> None:
        self.search.setText(text)
        self.typed.emit(text)

    def _lay(self, look: Look, props: ListProps) -> None:
        whole = Column(look, parent=self)
        column = whole.nest(Column(look, 0, (48, 32, 48, 0)), 1)
        column.add(Label(look, props.title, "h1"))
        column.gap(12)
        column.add(self.search)
        column.gap(24)
        row = column.nest(Row(look, 24), 1)
        row.add(self._fields_box(look, 312))
        row.nest(self._list_column(look), 1)
        if self.keyboard is not None:
            whole.add(self.keyboard)

    def _lay_wide(self, look: Look, props: ListProps) -> None:
        whole = Column(look, parent=self)
        row = whole.nest(Row(look, 40, (64, 20, 64, 0)), 1)
        left = row.nest(Column(look, 12), 1)
        left.add(self.search)
        left.nest(self._list_column(look), 1)
        row.add(self._fields_box(look, 650))
        if self.keyboard is not None:
            whole.add(self.keyboard)

    def _list_column(self, look: Look) -> Column:
        column = Column(look, 12)
        if not self._wide:
            column.add(self._found)
        column.add(self._empty)
        column.nest(self._list)
        column.fill()
        if not self._wide:
            column.add(self.pager)
            column.add(self.show_keys)
            column.gap(8)
        return column

    def _fields_box(self, look: Look, width: float) -> Box:
        box = Box(look, width=width)
        column = Column(look, 12, parent=box)
        if self._wide:
            column.add(self._found)
        across = 2 if self._wide else 1
        cells = (*self.fields, self.other)
        for at in range(0, len(cells), across):
            row = column.nest(Row(look, 12))
            for cell in cells[at : at + across]:
                row.add(cell, 1)
        column.fill()
        if self._wide:
            column.add(self.pager)
            column.add(self.show_keys)
            column.gap(8)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return box
