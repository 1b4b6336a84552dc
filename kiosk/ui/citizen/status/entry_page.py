"""The page on which a dossier's code is scanned or typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.status.asking import EntryProps
from kiosk.ui.citizen.status.code_line import CodeLine, CodePad
from kiosk.ui.citizen.status.message import Message
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import IconBox
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class EntryPage(QWidget):
    """``typed``, ``erased``, ``cleared`` tell keys; ``submitted``: look for it; ``switched``: a
    code of the other kind is to be typed."""

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()
    submitted = Signal()
    switched = Signal()

    def __init__(self, look: Look, props: EntryProps, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        self.line = CodeLine(look, props.code)
        key_height = 80 if wide else 96
        self.pad = CodePad(look, props.clear, props.erase, free=props.free, key_height=key_height)
        self.switch = BigButton(look, props.switch, "repeat", "outline", "small")
        self.button = BigButton(look, props.button, "search", busy_icon="search")
        self.message = Message(look)
        self.line.typed.connect(self.typed)
        self.line.erased.connect(self.erased)
        self.line.cleared.connect(self.cleared)
        self.line.submitted.connect(self.submitted)
        self.pad.typed.connect(self.typed)
        self.pad.numbers.erased.connect(self.erased)
        self.pad.numbers.cleared.connect(self.cleared)
        self.switch.clicked.connect(self.switched)
        self.button.clicked.connect(self.submitted)
        self.setFocusProxy(self.line)
        lay = self._lay_wide if wide else self._lay
        lay(look, props)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: EntryProps) -> None:
        """Show what is so now."""
        if props.code != self.line.face:
            self.line.set_face(props.code)
        self.message.say(props.error or props.type_text, wrong=bool(props.error))
        if props.reason and self.button.hasFocus():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if props.reason != self.button.reason:
            self.button.set_reason(props.reason)
        if props.busy != self.button.busy:
            self.button.set_busy(props.busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures typed while a button has the focus belong into the line."""
        if event.text().isalnum():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A page that moves into its window loses the order it was given before.
        tab_order(self, (self.line, *self.pad.keys, self.switch, self.button))

    def _lay(self, look: Look, props: EntryProps) -> None:
        column = Column(look, 0, (48, 40, 48, 0), self)
        column.add(Label(look, props.title, "h1"))
        column.gap(20)
        column.add(self._scan_card(look, props))
        column.gap(20)
        card = column.add(Card(look))
        inside = Column(look, 0, (40, 28, 40, 32), card)
        inside.add(Label(look, props.type_title, "item"))
        inside.add(self.message)
        inside.gap(16)
        inside.add(self.line)
        inside.gap(16)
        inside.add(self.pad)
        inside.gap(16)
        inside.add(self.switch)
        column.gap(24)
        column.add(self.button)
        column.fill()

    def _lay_wide(self, look: Look, props: EntryProps) -> None:
        row = Row(look, 40, (64, 24, 64, 0), self)
        left = row.nest(Column(look), 1)
        left.add(Label(look, props.title, "h1"))
        left.gap(20)
        left.add(self._scan_card(look, props))
        left.gap(20)
        card = left.add(Card(look))
        inside = Column(look, 0, (40, 28, 40, 32), card)
        inside.add(Label(look, props.type_title, "item"))
        inside.add(self.message)
        inside.gap(16)
        inside.add(self.line)
        left.fill()
        right = row.add(Box(look, width=650))
        column = Column(look, 0, (0, 0, 0, 0), right)
        column.add(self.pad)
        column.gap(16)
        column.add(self.switch)
        column.fill()
        column.gap(16)
        column.add(self.button)
        column.gap(8)

    def _scan_card(self, look: Look, props: EntryProps) -> Card:
        card = Card(look, "hint")
        row = Row(look, 28, (40, 28, 40, 28), card)
        row.add(IconBox(look, "scan", 104, "gold_ink", "surface"), align=_MIDDLE)
        words = row.nest(Column(look, 4), 1)
        words.fill()
        words.add(Label(look, props.scan_title, "tile"))
        words.add(Label(look, props.scan_text, "label", "ink_2", weight=400))
        words.fill()
        return card
