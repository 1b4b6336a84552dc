"""The page of one procedure: facts, papers, steps; the list to take along, the number."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.procedures.marks import OpenBox, RingedNumber
from kiosk.ui.citizen.procedures.telling import DetailProps, Fact, PaperGroup
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look

_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight
_STEP = 0.8
"""The part of what is seen that one press moves on."""


class DetailPage(QWidget):
    """``take_asked``: somebody wants a number for it; ``print_asked``: the list of its papers.

    Long content scrolls: by the two arrows, by the keys up, down and page.
    """

    take_asked = Signal()
    print_asked = Signal()

    def __init__(self, look: Look, props: DetailProps, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        self._props: DetailProps | None = None
        self.take = BigButton(look, props.take_words, "ticket", size="broad")
        self.take.clicked.connect(self.take_asked)
        self.papers = BigButton(look, props.print_words, "printer", "outline", "broad")
        self.papers.clicked.connect(self.print_asked)
        self.up = BigButton(look, props.up, "up", "outline", "small")
        self.down = BigButton(look, props.down, "down", "outline", "small")
        self.up.clicked.connect(lambda: self.move_on(-1))
        self.down.clicked.connect(lambda: self.move_on(1))
        self.body = ScrollBox(look, _body(look, props))
        self.body.verticalScrollBar().rangeChanged.connect(self._ranged)
        self.body.verticalScrollBar().valueChanged.connect(self._ranged)
        self.body.viewport().installEventFilter(self)
        self.not_printed = Label(look, "", "body", "ink")
        self._arrows = Box(look)
        row = Row(look, 16, parent=self._arrows)
        row.add(self.up, 1)
        row.add(self.down, 1)
        lay = self._lay_wide if wide else self._lay
        lay(look, props)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(props.name)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: DetailProps) -> None:
        """Show what is so now; what is written of the procedure stays."""
        if props == self._props:
            return
        self._props = props
        self.take.set_reason(props.reason)
        self.take.set_busy(props.busy)
        self.papers.set_busy(props.print_busy)
        self.papers.setText(props.print_words)
        self.papers.setAccessibleName(props.print_words)
        say(self.not_printed, props.not_printed)

    def move_on(self, way: int) -> None:
        """Move on (1) or back (-1) by most of what is seen."""
        bar = self.body.verticalScrollBar()
        bar.setValue(bar.value() + round(way * self.body.viewport().height() * _STEP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageUp: -1,
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.move_on(way)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tab_order(self, (self.up, self.down, self.papers, self.take))
        self._ranged()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._ranged()
        return False

    def _ranged(self) -> None:
        """The arrows are there while something lies out of sight."""
        bar = self.body.verticalScrollBar()
        self._arrows.setVisible(bar.maximum() > 0)
        self.up.setEnabled(bar.value() > 0)
        self.down.setEnabled(bar.value() < bar.maximum())

    def _lay(self, look: Look, props: DetailProps) -> None:
        column = Column(look, 0, (48, 32, 48, 0), self)
        _head(column, look, props)
        column.gap(20)
        column.add(self.body, 1)
        column.gap(16)
        column.add(self._arrows)
        column.gap(16)
        column.add(self.not_printed)
        row = column.nest(Row(look, 24))
        row.add(self.papers, 2)
        row.add(self.take, 3)
        # The board's buttons stand at 1496; large words need the room.
        column.gap(16 if look.large else 80)

    def _lay_wide(self, look: Look, props: DetailProps) -> None:
        row = Row(look, 40, (64, 24, 64, 0), self)
        left = row.nest(Column(look, 12), 1)
        _head(left, look, props)
        left.add(self.body, 1)
        right = row.add(Box(look, width=560))
        column = Column(look, 20, parent=right)
        column.fill()
        column.add(self._arrows)
        column.add(self.not_printed)
        column.add(self.papers)
        column.add(self.take)
        column.gap(8)


def _head(column: Column, look: Look, props: DetailProps) -> None:
    column.add(Label(look, props.head, "body", "ink_2"))
    short = len(props.name) <= 60
    column.add(Label(look, props.name, "h1" if short else "button", weight=700))
    if props.remark:
        column.add(Label(look, props.remark, "caption", "ink_2"))


def _body(look: Look, props: DetailProps) -> QWidget:
    body = Box(look)
    column = Column(look, 16, (0, 0, 20, 0), body)
    column.add(_facts(look, props.facts))
    if props.cases:
        column.add(Label(look, props.cases_title, "item"))
        column.add(_lines(look, props.cases, numbered=False))
    column.add(Label(look, props.papers_title, "item"))
    if props.no_papers:
        column.add(Label(look, props.no_papers, "label", "ink_2", weight=400))
    for group in props.papers:
        column.add(_papers(look, group))
    if props.steps:
        column.add(Label(look, props.steps_title, "item"))
        column.add(_lines(look, props.steps, numbered=True))
    column.fill()
    return body


def _facts(look: Look, facts: tuple[Fact, ...]) -> Card:
    """Two by two; in large text one below the other."""
    card = Card(look)
    across = 1 if look.large else 2
    column = Column(look, 0, (2, 2, 2, 2), card)
    for at in range(0, len(facts), across):
        if at:
            column.add(Rule(look, width=2))
        row = column.nest(Row(look))
        for side, fact in enumerate(facts[at : at + across]):
            if side:
                row.add(Rule(look, width=2, upright=True))
            row.nest(_fact(look, fact), 1)
    return card


def _fact(look: Look, fact: Fact) -> Column:
    column = Column(look, 4, (28, 20, 24, 20))
    row = column.nest(Row(look, 12))
    row.add(Icon(look, fact.icon, 30, "act"), align=_TOP)
    row.add(Label(look, fact.title, "body", "ink_2"), 1)
    long = len(fact.value) > 60
    column.add(Label(look, fact.value, "body" if long else "item"))
    if fact.remark:
        column.add(Label(look, fact.remark, "caption", "ink_2"))
    column.fill()
    return column


def _papers(look: Look, group: PaperGroup) -> Card:
    card = Card(look)
    column = Column(look, 0, (32, 12, 32, 12), card)
    if group.title:
        column.gap(8)
        column.add(Label(look, group.title, "label"))
    for at, line in enumerate(group.lines):
        if at or group.title:
            column.add(Rule(look, width=2))
        row = column.nest(Row(look, 24, (0, 16, 0, 16)))
        row.add(OpenBox(look), align=_TOP)
        row.add(Label(look, line.name, "label"), 1)
        row.add(Label(look, line.manner, "body", "ink_2", align=_RIGHT, wrap=False), align=_TOP)
    return card


def _lines(look: Look, lines: tuple[str, ...], *, numbered: bool) -> Card:
    card = Card(look)
    column = Column(look, 0 if numbered else 16, (32, 20, 32, 20), card)
    for at, line in enumerate(lines, 1):
        row = column.nest(Row(look, 20))
        if not numbered:
            row.add(Icon(look, "right", 28, "act"), align=_TOP)
            row.add(Label(look, line, "body"), 1)
            continue
        row.add(RingedNumber(look, at, leads_on=at < len(lines)))
        words = row.nest(Column(look, 0, (0, 6, 0, 14)), 1)
        words.add(Label(look, line, "body"))
        words.fill()
    return card
