"""The list behind a figure."""

from typing import Generic

from PySide6.QtCore import Signal

from kiosk.ui.admin.overview.listed import AnswerRow, Line, Listed, ListedRow
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_LINES: tuple[TableColumn[ListedRow], ...] = (
    TableColumn("Mã", lambda row: row.code, 230, bold=True),
    TableColumn("Nội dung", lambda row: row.about),
    TableColumn("Lúc", lambda row: row.at, 200),
    TableColumn("Tình trạng", lambda row: row.state.text, 190, pill=lambda r: r.state),
)
_ANSWERS: tuple[TableColumn[AnswerRow], ...] = (
    TableColumn("Câu hỏi", lambda row: row.question, bold=True),
    TableColumn("Trả lời", lambda row: row.answer, 260),
    TableColumn("Số phiếu", lambda row: row.many, 170),
    TableColumn("Tỷ lệ", lambda row: row.share, 120),
)


class ListPage(Box, Generic[Line]):
    """``back``: to the figures."""

    back = Signal()

    def __init__(self, look: Look, columns: tuple[TableColumn[Line], ...]) -> None:
        super().__init__(look)
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 12), card)
        top = inside.nest(Row(look, 16, (20, 0, 20, 12)))
        words = top.nest(Column(look), 1)
        self.title = words.add(Label(look, "", "h1"))
        self.note = words.add(Label(look, "", "body", "ink_2"))
        self.button = top.add(DeskButton(look, "Quay lại", "back", "Esc"))
        self.table: Table[Line] = Table(
            look,
            "Danh sách",
            columns,
            key=lambda row: row.code,
            empty="Không có dòng nào.",
        )
        inside.add(self.table, 1)
        self.button.clicked.connect(self.back)

    def show_list(self, listed: Listed[Line]) -> None:
        """Show these lines."""
        self.title.setText(listed.title)
        self.note.setText(listed.note or f"{len(listed.rows)} dòng")
        self.table.setAccessibleName(listed.title)
        self.table.set_rows(listed.rows)


def lines_page(look: Look) -> ListPage[ListedRow]:
    """Numbers or dossiers, line by line."""
    return ListPage(look, _LINES)


def answers_page(look: Look) -> ListPage[AnswerRow]:
    """What citizens answered."""
    return ListPage(look, _ANSWERS)
