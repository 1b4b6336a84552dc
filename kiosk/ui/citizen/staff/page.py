"""The page of the staff."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.pager import Pager
from kiosk.ui.citizen.staff.faces import HeadCard, OfficerLine
from kiosk.ui.citizen.staff.listing import PersonFace, StaffProps
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class OfficersCard(Card):
    """One line an officer; nothing on it can be pressed."""

    def __init__(self, look: Look, height: float) -> None:
        super().__init__(look)
        self._row_height = height
        self._column = Column(look, 0, (0, 2, 0, 2), self)
        self._body: QWidget | None = None
        self._rows: tuple[PersonFace, ...] = ()

    def set_rows(self, rows: tuple[PersonFace, ...]) -> None:
        """Show these people."""
        if rows == self._rows:
            return
        self._rows = rows
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body = Box(self.look)
        inside = Column(self.look, parent=body)
        for at, face in enumerate(rows):
            if at:
                inside.add(Rule(self.look, width=2))
            inside.add(OfficerLine(self.look, face, self._row_height - 2))
        self._column.add(body)
        body.show()


class StaffPage(QWidget):
    """Heads, officers by counter, the hotline. ``turned`` carries a page of the list."""

    turned = Signal(int)

    def __init__(self, look: Look, props: StaffProps, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        paged = props.pager.count > 1
        self.officers = OfficersCard(look, 92 if wide else 100 if paged else 112)
        self.pager = Pager(look, props.pager, stacked=wide, low=True)
        self.pager.turned.connect(self.turned)
        self._props: StaffProps | None = None
        lay = self._lay_wide if wide else self._lay
        lay(look, props)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: StaffProps) -> None:
        """Show what is so now."""
        if props == self._props:
            return
        self._props = props
        self.officers.set_rows(props.rows)
        self.officers.setVisible(bool(props.rows))
        self.pager.set_props(props.pager)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tab_order(self, self.pager.buttons)

    def _lay(self, look: Look, props: StaffProps) -> None:
        column = Column(look, 0, (48, 40, 48, 0), self)
        column.add(Label(look, props.title, "h1"))
        tight = props.pager.count > 1
        column.gap(4 if tight else 22)
        if props.empty:
            column.add(Label(look, props.empty, "label", "ink_2", weight=400))
        if props.heads:
            column.add(Label(look, props.heads_title, "item"))
            column.gap(12 if tight else 16)
            row = column.nest(Row(look, 24))
            for face in props.heads:
                # A longer name gets the wider card.
                row.add(HeadCard(look, face, low=look.large or tight), len(face.name) + 20)
            column.gap(16 if tight else 40)
        if props.rows:
            column.add(Label(look, props.rows_title, "item"))
            column.gap(8 if tight else 16)
        column.add(self.officers)
        if tight:
            column.gap(12)
        column.add(self.pager)
        if props.hotline:
            column.gap(12 if tight else 28)
            column.add(self._hotline(look, props, low=tight))
        column.fill()

    def _lay_wide(self, look: Look, props: StaffProps) -> None:
        row = Row(look, 40, (64, 20, 64, 0), self)
        left = row.nest(Column(look), 1)
        left.add(Label(look, props.title, "h1"))
        left.gap(8)
        if props.empty:
            left.add(Label(look, props.empty, "label", "ink_2", weight=400))
        left.add(self.officers)
        left.fill()
        right = row.add(Box(look, width=650))
        column = Column(look, 0, (0, 16, 0, 8), right)
        if props.heads:
            column.add(Label(look, props.heads_title, "item"))
            column.gap(12)
            for face in props.heads:
                column.add(HeadCard(look, face, low=True))
                column.gap(16)
        column.fill()
        column.add(self.pager)
        if props.hotline:
            column.gap(16)
            column.add(self._hotline(look, props, low=True))

    def _hotline(self, look: Look, props: StaffProps, *, low: bool) -> Card:
        card = Card(look, "hint")
        side = 10 if low else 20
        row = Row(look, 32, (40, side, 40, side), card)
        row.add(Icon(look, "phone", 48, "gold_ink"), align=_MIDDLE)
        words = row.nest(Column(look), 1)
        words.add(Label(look, props.hotline_title, "body", "ink_2"))
        words.add(Label(look, props.hotline, "tile"))
        return card
