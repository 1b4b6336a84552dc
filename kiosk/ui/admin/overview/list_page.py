"""The list behind a figure."""

from PySide6.QtCore import Signal

from kiosk.ui.admin.overview.listed import Listed, ListedRow
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look


class ListPage(Box):
    """``back``: to the figures."""

    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 12), card)
        top = inside.nest(Row(look, 16, (20, 0, 20, 12)))
        words = top.nest(Column(look), 1)
        self.title = words.add(Label(look, "", "h1"))
        self.count = words.add(Label(look, "", "body", "ink_2"))
        self.button = top.add(DeskButton(look, "Quay lại", "back", "Esc"))
        self.table: Table[ListedRow] = Table(
            look,
            "Danh sách",
            (
                TableColumn("Mã", lambda row: row.code, 230, bold=True),
                TableColumn("Nội dung", lambda row: row.about),
                TableColumn("Lúc", lambda row: row.at, 200),
                TableColumn("Tình trạng", lambda row: row.state.text, 190, pill=lambda r: r.state),
            ),
            key=lambda row: row.code,
            empty="Không có dòng nào.",
        )
        inside.add(self.table, 1)
        self.button.clicked.connect(self.back)

    def show_list(self, listed: Listed) -> None:
        """Show these lines."""
        self.title.setText(listed.title)
        self.count.setText(f"{len(listed.rows)} dòng")
        self.table.setAccessibleName(listed.title)
        self.table.set_rows(listed.rows)
