"""The card of what the look-up secret has opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.status.detailing import DetailsProps
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

_TOP = Qt.AlignmentFlag.AlignTop


class DetailsCard(Card):
    """One line a fact, its name at the left."""

    def __init__(self, look: Look, props: DetailsProps) -> None:
        super().__init__(look)
        self._column = Column(look, parent=self)
        self._body: QWidget | None = None
        self._props: DetailsProps | None = None
        self.set_props(props)

    def set_props(self, props: DetailsProps) -> None:
        """Show these facts."""
        if props == self._props:
            return
        self._props, look = props, self.look
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body = Box(look)
        inside = Column(look, 0, (40, 24, 40, 24), body)
        inside.add(Label(look, props.title, "item"))
        for row in props.rows:
            inside.gap(10)
            inside.add(Rule(look, width=2))
            inside.gap(10)
            line = inside.nest(Row(look, 24))
            name = line.add(Box(look, width=264))
            Column(look, parent=name).add(Label(look, row.name, "body", "ink_2"), align=_TOP)
            line.add(Label(look, row.value, "body", weight=600), 1)
        if props.foot:
            inside.gap(16)
            inside.add(Label(look, props.foot, "caption", "ink_2"))
        self._column.add(body)
        body.show()
