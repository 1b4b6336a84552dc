"""The page on which somebody says which priority group is theirs."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.pager import Pager, PagerProps, derive_pager
from kiosk.ui.citizen.view import KioskView, named
from kiosk.ui.language import Language
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Grid
from kiosk.ui.parts.tiles import Service, ServiceTile
from kiosk.ui.theme.look import Look

_PAGE, _PAGE_LARGE_WIDE = 8, 6


@dataclass(frozen=True, slots=True)
class GroupsProps:
    """What the page says."""

    title: str
    note: str
    groups: tuple[Service, ...]
    pager: PagerProps


def derive_groups(
    view: KioskView, page: int, language: Language, *, wide: bool, large: bool
) -> GroupsProps:
    """The page at a moment."""
    size = _PAGE_LARGE_WIDE if wide and large else _PAGE
    pager = derive_pager(page, -(-len(view.groups) // size), language)
    return GroupsProps(
        title=language.tr("Ông/Bà thuộc diện nào?"),
        note=language.tr("Cán bộ xác nhận tại quầy. Phiếu chỉ in chữ ƯU TIÊN, không in lý do."),
        groups=tuple(
            Service(group.code, "priority", named(group, language), "")
            for group in view.groups[pager.at * size : (pager.at + 1) * size]
        ),
        pager=pager,
    )


class GroupsPage(QWidget):
    """One tap chooses. ``group_chosen`` carries the group's code, ``turned`` a page."""

    group_chosen = Signal(str)
    turned = Signal(int)

    def __init__(self, look: Look, props: GroupsProps, *, wide: bool) -> None:
        super().__init__()
        self.look, self._wide = look, wide
        self.tiles: dict[str, ServiceTile] = {}
        side = 64 if wide else 48
        column = Column(look, 0, (side, 28 if wide else 40, side, 0), self)
        column.add(Label(look, props.title, "h1"))
        column.add(Label(look, props.note, "label", "ink_2", weight=400))
        column.gap(24)
        self._room = column.add(Box(look))
        self._grid = Grid(look, 20, parent=self._room)
        column.gap(20)
        self.pager = column.add(Pager(look, props.pager))
        self.pager.turned.connect(self.turned)
        column.fill()
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A page that moves into its window loses the order it was given before.
        self._order()

    def set_props(self, props: GroupsProps) -> None:
        """Show what is so now."""
        if [group.key for group in props.groups] != list(self.tiles):
            self._build(props.groups)
        for group in props.groups:
            tile = self.tiles[group.key]
            if tile.service != group:
                tile.set_service(group)
        self.pager.set_props(props.pager)

    def _build(self, groups: tuple[Service, ...]) -> None:
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        columns = 2 if self._wide else 1
        for at, group in enumerate(groups):
            tile = ServiceTile(self.look, group, 120)
            tile.setCheckable(False)
            tile.clicked.connect(lambda _=False, key=group.key: self.group_chosen.emit(key))
            self._grid.addWidget(tile, at // columns, at % columns)
            self.tiles[group.key] = tile
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._order()

    def _order(self) -> None:
        tab_order(self, (*self.tiles.values(), *self.pager.buttons))
