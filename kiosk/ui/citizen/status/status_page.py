"""The page of a dossier: how far it is, the appointed day, and what can be done next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.status.details_card import DetailsCard
from kiosk.ui.citizen.status.secret_card import SecretCard, forward_figure
from kiosk.ui.citizen.status.telling import DueProps, StatusProps
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.icon_box import IconBox
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.pill import StatusPill
from kiosk.ui.parts.step_line import StepLine
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TONES = {
    "soft": ("cal", "act", "act_tint"),
    "warn": ("alert", "warn", "surface"),
    "ok": ("check", "ok", "surface"),
}


class DueCard(Card):
    """The appointed day, and a sentence where one is needed."""

    def __init__(self, look: Look, props: DueProps, *, low: bool, narrow: bool) -> None:
        super().__init__(look, props.kind)
        self._icon = IconBox(look, "cal", 104)
        roles = ("button", "tile") if narrow else ("h1", "button")
        self._day = Label(look, props.day, roles[look.large])
        self._note = Label(look, "", "body", weight=600)
        side = 12 if low and look.large else 20 if low else 32
        row = Row(look, 28, (32, side, 32, side), self)
        row.add(self._icon, align=_MIDDLE)
        if narrow and look.large:
            self._icon.hide()
        words = row.nest(Column(look), 1)
        words.fill()
        words.add(Label(look, props.title, "body", "ink_2"))
        words.add(self._day)
        words.add(self._note)
        words.fill()
        self.set_props(props)

    def set_props(self, props: DueProps) -> None:
        """Show another day or sentence."""
        icon, tone, fill = _TONES[props.kind]
        self.set_kind(props.kind)
        self._icon.set_icon(icon)
        self._icon.set_coat(tone, fill)
        self._day.setText(props.day)
        say(self._note, props.note)
        self._note.set_tone("warn" if props.kind == "warn" else "ink")


class StatusCard(Card):
    """Code, state, steps and day. Where details need the room, the steps give way."""

    def __init__(self, look: Look, props: StatusProps, *, wide: bool, short: bool) -> None:
        super().__init__(look)
        narrow = wide and short
        self._code = Label(look, props.code, "tile", wrap=False)
        self.pill = StatusPill(look, props.pill)
        self.steps = None if short else StepLine(look, props.steps, props.steps_said)
        self.due = DueCard(look, props.due, low=wide or short, narrow=narrow)
        tight = wide or short or look.large
        edge = 16 if wide and look.large else 24 if tight else 40
        column = Column(look, 0, (40, edge, 40, edge - 2), self)
        row = column.nest(Row(look, 24))
        words = row.nest(Column(look), 1)
        if not (wide and look.large):
            words.add(Label(look, props.code_title, "body", "ink_2"))
        words.add(self._code)
        if narrow:
            column.gap(12)
            column.add(self.pill)
        else:
            row.add(self.pill, align=_MIDDLE)
        column.gap(16 if tight else 31)
        column.add(Rule(look, width=2))
        column.gap(20 if tight else 36)
        if self.steps is not None:
            column.add(self.steps)
            column.gap(20 if tight else 34)
            column.fill()
        column.add(self.due)
        self._least = 0 if tight else 646
        self.wear(look)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.setMinimumHeight(look.px(getattr(self, "_least", 0)))

    def set_props(self, props: StatusProps) -> None:
        """Show what is so now."""
        if self._code.text() != props.code:
            self._code.setText(props.code)
        if self.pill.pill != props.pill:
            self.pill.set_pill(props.pill)
        if self.steps is not None and self.steps.steps != props.steps:
            self.steps.set_steps(props.steps, props.steps_said)
        self.due.set_props(props.due)


class StatusPage(QWidget):
    """``ask_asked``: the pad's own page; ``take_asked``: a number; ``completed``, ``typed``: the
    secret."""

    ask_asked = Signal()
    take_asked = Signal()
    completed = Signal(str)
    typed = Signal(str)

    def __init__(self, look: Look, props: StatusProps, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        self._wide = wide
        details = props.details
        short = details is not None and (wide or look.large or details.long)
        self.card = StatusCard(look, props, wide=wide, short=short)
        self.take = BigButton(look, props.take, "ticket", busy_icon="ticket")
        self.ask = BigButton(look, props.ask, "lock", "outline", "medium")
        self.take.clicked.connect(self.take_asked)
        self.ask.clicked.connect(self.ask_asked)
        self.secret: SecretCard | None = None
        self.details: DetailsCard | None = None
        if props.secret is not None:
            tight = bool(props.due.note)
            self.secret = SecretCard(look, props.secret, low=wide, tight=tight)
            self.secret.completed.connect(self.completed)
            self.secret.typed.connect(self.typed)
            self.setFocusProxy(self.secret.boxes)
        if props.details is not None:
            self.details = DetailsCard(look, props.details)
        heading = Label(look, props.title, "h1")
        lay = self._lay_wide if wide else self._lay
        lay(look, heading)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: StatusProps) -> None:
        """Show what is so now."""
        self.card.set_props(props)
        if self.secret is not None and props.secret is not None:
            self.secret.set_props(props.secret)
        if self.details is not None and props.details is not None:
            self.details.set_props(props.details)
        for button, words in ((self.take, props.take), (self.ask, props.ask)):
            button.setVisible(bool(words))
            if words and words != button.text():
                button.set_text(words)
        if props.take_reason and self.take.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if props.take_reason != self.take.reason:
            self.take.set_reason(props.take_reason)
        if props.take_busy != self.take.busy:
            self.take.set_busy(props.take_busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.secret is None or not forward_figure(event, self.secret):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        stops = self.secret.stops if self.secret is not None else ()
        # On a lying screen the one filled button stands below the other.
        buttons = (self.ask, self.take) if self._wide else (self.take, self.ask)
        tab_order(self, (*stops, *buttons))

    def _lay(self, look: Look, heading: Label) -> None:
        column = Column(look, 0, (48, 40, 48, 0), self)
        column.add(heading)
        column.gap(24)
        column.add(self.card)
        column.gap(18)
        if self.secret is not None:
            column.add(self.secret)
        if self.details is not None:
            column.add(self.details)
            column.gap(18)
        column.add(self.take)
        if self.secret is None:
            column.gap(18)
        column.add(self.ask)
        column.fill()

    def _lay_wide(self, look: Look, heading: Label) -> None:
        row = Row(look, 32, (64, 24, 64, 0), self)
        if self.details is not None:
            self._lay_details(look, heading, row)
            return
        left = row.nest(Column(look), 1)
        left.add(heading)
        left.gap(16)
        left.add(self.card)
        left.fill()
        right = row.add(Box(look, width=720))
        column = Column(look, 0, (0, 0, 0, 0), right)
        if self.secret is not None:
            column.add(self.secret)
        column.fill()
        column.add(self.ask)
        column.gap(16)
        column.add(self.take)
        column.gap(8)

    def _lay_details(self, look: Look, heading: Label, row: Row) -> None:
        """Lying, with the details open: they take the larger part."""
        side = row.add(Box(look, width=680))
        left = Column(look, 0, parent=side)
        left.add(heading)
        left.gap(16)
        left.add(self.card)
        left.fill()
        left.add(self.ask)
        left.add(self.take)
        left.gap(8)
        right = row.nest(Column(look), 1)
        assert self.details is not None
        right.add(self.details)
        right.fill()
