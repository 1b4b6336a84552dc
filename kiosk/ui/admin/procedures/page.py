"""The section's first page: the list at the left, one procedure at the right."""

from kiosk.ui.admin.procedures.detail_card import DetailCard
from kiosk.ui.admin.procedures.list_card import ListCard
from kiosk.ui.admin.procedures.room import Room
from kiosk.ui.parts.layouts import Row
from kiosk.ui.theme.look import Look


class ProceduresPage(Room):
    """Only the two cards; what they do stands in the section."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = Row(look, 16, (16, 16, 16, 16), self)
        self.list = row.add(ListCard(look), 8)
        self.detail = row.add(DetailCard(look), 5)
        self.keep_tab_order()

    def keep_tab_order(self) -> None:
        """Tab goes through the list, then through the procedure."""
        self.list.keep_tab_order(*self.detail.stops())
