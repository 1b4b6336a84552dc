"""The card on which the look-up secret is typed, on the dossier's page or on one of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.status.message import Message
from kiosk.ui.citizen.status.secret import LENGTH, SecretPageProps, SecretProps
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import IconBox
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.number_pad import CodeBoxes, NumberPad
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SecretCard(Card):
    """``completed`` carries the six figures, ``typed`` those typed so far."""

    completed = Signal(str)
    typed = Signal(str)

    def __init__(
        self, look: Look, props: SecretProps, *, low: bool = False, tight: bool = False
    ) -> None:
        super().__init__(look)
        self._attempt = props.attempt
        self.message = Message(look)
        self.boxes = CodeBoxes(look, props.name, LENGTH)
        self.pad = NumberPad(look, props.clear, props.erase, key_height=80 if low else 96)
        self.boxes.join(self.pad)
        self.boxes.completed.connect(self.completed)
        self.boxes.changed.connect(self.typed)
        close = low or tight
        column = Column(look, 0, (40, 24 if close else 32, 40, 24 if close else 46), self)
        row = column.nest(Row(look, 24))
        row.add(IconBox(look, "lock", 88), align=_MIDDLE)
        words = row.nest(Column(look), 1)
        words.fill()
        words.add(Label(look, props.title, "item"))
        words.add(self.message)
        words.fill()
        column.gap(16 if close else 32)
        column.add(self.boxes)
        column.gap(16 if close else 26)
        column.add(self.pad)
        self.set_props(props)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through."""
        return (self.boxes, *self.pad.keys.values())

    def set_props(self, props: SecretProps) -> None:
        """Show what is so now; after an attempt the boxes are empty."""
        self.message.say(props.text, wrong=props.wrong)
        if props.attempt != self._attempt:
            self._attempt = props.attempt
            self.boxes.clear()
        if self.boxes.isEnabled() != props.usable:
            held = self.isAncestorOf(QApplication.focusWidget() or self)
            for each in (self.boxes, *self.pad.keys.values()):
                each.setEnabled(props.usable)
            if props.usable and held:
                self.boxes.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.boxes.digits:
            self.boxes.set_wrong(props.wrong)


class SecretPage(QWidget):
    """The card alone: where the dossier's own page has no room for it."""

    def __init__(self, look: Look, props: SecretPageProps, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        self.card = SecretCard(look, props.secret, low=wide)
        heading = Label(look, props.title, "h1")
        code = Card(look)
        words = Column(look, 0, (40, 28, 40, 28), code)
        words.add(Label(look, props.code_title, "body", "ink_2"))
        words.add(Label(look, props.code, "tile"))
        if wide:
            row = Row(look, 40, (64, 24, 64, 0), self)
            left = row.nest(Column(look, 24), 1)
            left.add(heading)
            left.add(code)
            left.fill()
            right = row.add(Box(look, width=720))
            column = Column(look, 0, (0, 0, 0, 0), right)
        else:
            column = Column(look, 0, (48, 40, 48, 0), self)
            column.add(heading)
            column.gap(20)
            column.add(code)
            column.gap(20)
        column.add(self.card)
        column.fill()
        self.setFocusProxy(self.card.boxes)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: SecretPageProps) -> None:
        """Show what is so now."""
        self.card.set_props(props.secret)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not forward_figure(event, self.card):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tab_order(self, self.card.stops)


def forward_figure(event: QKeyEvent, card: SecretCard) -> bool:
    """A figure typed while something else has the focus belongs into the boxes."""
    if not (event.text().isdecimal() and card.boxes.isEnabled()):
        return False
    card.boxes.setFocus(Qt.FocusReason.OtherFocusReason)
    card.boxes.type(event.text())
    return True
