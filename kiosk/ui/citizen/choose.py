"""The page on which a field is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.choosing import ChooseProps, PriorityProps
from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.pager import Pager
from kiosk.ui.citizen.told_card import ToldCard
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import IconBox
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Grid, Row
from kiosk.ui.parts.link import LinkRow
from kiosk.ui.parts.switch import Switch
from kiosk.ui.parts.tiles import Service, ServiceTile
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PriorityCard(Card):
    """The question whether one belongs to a priority group. ``declared`` carries the answer."""

    declared = Signal(bool)

    def __init__(self, look: Look, props: PriorityProps, *, wide: bool) -> None:
        super().__init__(look)
        icon = IconBox(look, "priority", 88, "gold_ink", "gold_tint")
        self._title = Label(look, props.title, "item")
        self._text = Label(look, "", "caption", "ink_2")
        self.switch = Switch(look, props.title, props.yes, props.no)
        self.switch.clicked.connect(self.declared)
        self.wear(look)
        if wide:
            column = Column(look, 16, (32, 24, 32, 24), self)
            row = column.nest(Row(look, 24))
            row.add(icon, align=_MIDDLE)
            row.add(self._title, 1, _MIDDLE)
            row = column.nest(Row(look, 24))
            row.add(self._text, 1, _MIDDLE)
            row.add(self.switch, align=_MIDDLE)
        else:
            row = Row(look, 28, (32, 20, 32, 20), self)
            row.add(icon, align=_MIDDLE)
            words = row.nest(Column(look, 4), 1)
            words.fill()
            words.add(self._title)
            words.add(self._text)
            words.fill()
            row.add(self.switch, align=_MIDDLE)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.setMinimumHeight(look.px(184))

    def set_props(self, props: PriorityProps) -> None:
        """Show the groups, or the one declared."""
        say(self._text, props.text)
        self._text.set_role("body" if props.on else "caption", 600 if props.on else 400)
        self._text.set_tone("ink" if props.on else "ink_2")
        self.set_kind("selected" if props.on else "plain")
        self.switch.setChecked(props.on)


class ChoosePage(QWidget):
    """Two columns of fields, the priority card and the one filled button.

    ``field_chosen`` carries a prefix, ``declared`` the answer to the priority question, ``turned``
    a page of the list; ``take_asked``: somebody wants the number, ``search_asked``: they do not know
    the field.
    """

    field_chosen = Signal(str)
    declared = Signal(bool)
    turned = Signal(int)
    take_asked = Signal()
    search_asked = Signal()

    def __init__(self, look: Look, props: ChooseProps, *, wide: bool) -> None:
        super().__init__()
        self.look, self._wide = look, wide
        self.tiles: dict[str, ServiceTile] = {}
        self.heading = self._make_heading(look, props)
        # A lying screen has no room for a tall card above four rows of tiles.
        self.error = ToldCard(look, long=wide)
        self._room = Box(look)
        self._grid = Grid(look, 12 if wide else 20, parent=self._room)
        self.pager = Pager(look, props.pager, stacked=wide, low=True)
        self.pager.turned.connect(self.turned)
        self.priority: PriorityCard | None = None
        if props.priority is not None:
            self.priority = PriorityCard(look, props.priority, wide=wide)
            self.priority.declared.connect(self.declared)
        self.link = LinkRow(look, props.unsure, props.search)
        self.link.clicked.connect(self.search_asked)
        self.button = BigButton(look, props.button, "ticket", busy_icon="ticket")
        self.button.clicked.connect(self.take_asked)
        if wide:
            self._lay_wide(look)
        else:
            self._lay(look)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: ChooseProps) -> None:
        """Show what is so now."""
        self.heading.setVisible(not props.error)
        self.error.setVisible(bool(props.error))
        if props.error != self.error.text:
            self.error.say(props.error)
        if [service.key for service in props.services] != list(self.tiles):
            self._build(props.services, paged=props.pager.count > 1)
        for service in props.services:
            tile = self.tiles[service.key]
            if tile.service != service:
                tile.set_service(service)
            tile.setChecked(service.key == props.chosen)
        self.pager.set_props(props.pager)
        if self.priority is not None and props.priority is not None:
            self.priority.set_props(props.priority)
        if props.reason and self.button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.set_text(props.button)
        self.button.set_reason(props.reason)
        self.button.set_busy(props.busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A page that moves into its window loses the order it was given before.
        self._order()

    def _make_heading(self, look: Look, props: ChooseProps) -> Box:
        box = Box(look)
        column = Column(look, parent=box)
        column.add(Label(look, props.title, "h1"))
        column.add(Label(look, props.question, "label", "ink_2", weight=400))
        return box

    def _lay(self, look: Look) -> None:
        column = Column(look, 0, (48, 40, 48, 0), self)
        column.add(self.heading)
        column.add(self.error)
        column.gap(36)
        column.add(self._room)
        column.gap(20)
        column.add(self.pager)
        column.gap(20)
        if self.priority is not None:
            column.add(self.priority)
        column.gap(8)
        column.add(self.link)
        column.fill(2)
        column.add(self.button)
        column.fill()

    def _lay_wide(self, look: Look) -> None:
        row = Row(look, 40, (64, 28, 64, 0), self)
        left = row.nest(Column(look), 1)
        left.add(self.heading)
        left.add(self.error)
        left.gap(12)
        left.add(self._room)
        if look.large:
            # Large words leave room for fewer fields, and for the question only under them.
            left.gap(12)
            left.add(self.link)
        left.fill()
        right = row.add(Box(look, width=650))
        column = Column(look, 24, parent=right)
        if self.priority is not None:
            column.add(self.priority)
        column.add(self.pager)
        if not look.large:
            column.add(self.link)
        column.fill()
        column.add(self.button)
        column.gap(8)

    def _build(self, services: tuple[Service, ...], *, paged: bool) -> None:
        # The pager takes its room from the tiles: the question below them stays.
        height = 140 if self._wide else 160 if paged else 192
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        for at, service in enumerate(services):
            tile = ServiceTile(self.look, service, height)
            tile.clicked.connect(lambda _=False, key=service.key: self.field_chosen.emit(key))
            self._grid.addWidget(tile, at // 2, at % 2)
            self.tiles[service.key] = tile
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._order()

    def _order(self) -> None:
        switch = () if self.priority is None else (self.priority.switch,)
        # On a lying screen the priority card stands above the pager.
        below = (*self.pager.buttons, *switch)
        beside = (*switch, *self.pager.buttons)
        if self._wide and self.look.large:
            rest = (self.link, *beside)
        else:
            rest = (*(beside if self._wide else below), self.link)
        tab_order(self, (*self.tiles.values(), *rest, self.button))
