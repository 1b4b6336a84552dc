"""What is asked of a fee: a sum and its receipt, a sum and why, or a line written by mistake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.fees.props import BY, DEEDS, PAID, REVERSED, FeeEntry, FeeProps, FeeRow
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Choices
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.parts.text_box import TextBox
from kiosk.ui.theme.look import Look

_COLUMNS: tuple[TableColumn[FeeRow], ...] = (
    TableColumn("Lúc", lambda row: row.at, 112),
    TableColumn("Khoản", lambda row: row.kind.text, 112, pill=lambda row: row.kind),
    TableColumn("Số tiền", lambda row: row.amount, 116, bold=True),
    TableColumn("Cách thu, biên lai, lý do", lambda row: row.how),
    TableColumn("Người ghi", lambda row: row.who, 150),
)
_NONE = "Chưa ghi khoản nào."


class FeeForm(Box):
    """``changed``: something was entered by hand."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        whole = Column(look, 12, (0, 0, 8, 0), self)
        card = whole.add(Card(look))
        column = Column(look, 6, (20, 12, 20, 14), card)
        self._figures = column.nest(Row(look, 32))
        self._words = column.add(Label(look, "", "body", "ink_2"))
        card = whole.add(Card(look))
        column = Column(look, 12, (20, 14, 20, 14), card)
        row = column.nest(Row(look, 0))
        self.deeds = row.add(Choices(look, "Ghi khoản gì", DEEDS))
        row.fill()
        self._sums = column.add(Box(look))
        row = Row(look, 16, (0, 0, 0, 0), self._sums)
        self.amount = row.add(Field(look, "Số tiền (đồng)", bold=True, limit=24), 2)
        self.receipt = row.add(Field(look, "Số biên lai", limit=40), 3)
        self._ways = column.add(Box(look))
        inside = Column(look, 4, (0, 0, 0, 0), self._ways)
        inside.add(Label(look, "Thu bằng", "caption", "ink_2", weight=600))
        row = inside.nest(Row(look, 0))
        self.ways = row.add(Choices(look, "Thu bằng", BY))
        row.fill()
        self.reason = column.add(TextBox(look, "Lý do", lines=2))
        card = whole.add(Card(look))
        column = Column(look, 6, (1, 12, 1, 8), card)
        inside = column.nest(Column(look, 4, (20, 0, 20, 0)))
        inside.add(Label(look, "Các khoản đã ghi", "h2"))
        self._none = inside.add(Label(look, _NONE, "body", "ink_2"))
        self.table: Table[FeeRow] = column.add(
            Table(look, "Các khoản đã ghi", _COLUMNS, key=lambda row: row.id)
        )
        whole.fill()
        for choices in (self.deeds, self.ways):
            choices.chosen.connect(lambda _: self.changed.emit())
        for field in (self.amount, self.receipt):
            field.edited.connect(lambda _: self.changed.emit())
        self.reason.edited.connect(lambda _: self.changed.emit())
        self.table.picked.connect(lambda _: self._on_picked())

    def entry(self) -> FeeEntry:
        """What was entered."""
        row = self.table.current
        return FeeEntry(
            deed=self.deeds.current or PAID,
            amount=self.amount.text(),
            by=self.ways.current or FeeEntry().by,
            receipt=self.receipt.text(),
            reason=self.reason.text(),
            line=row.id if row is not None else "",
        )

    def show_entry(self, entry: FeeEntry) -> None:
        """Show what was entered."""
        self.deeds.choose(entry.deed)
        self.ways.choose(entry.by)
        for field, text in ((self.amount, entry.amount), (self.receipt, entry.receipt)):
            if field.text() != text:
                field.set_text(text)
        if self.reason.text() != entry.reason:
            self.reason.set_text(entry.reason)
        if entry.line:
            self.table.choose(entry.line)

    def set_props(self, props: FeeProps) -> None:
        """Show what follows from it."""
        self._show_figures(props.figures)
        say(self._words, f"Theo thủ tục: {props.words}" if props.words else "")
        deed = self.deeds.current
        self._sums.setVisible(deed != REVERSED)
        self.receipt.setVisible(deed == PAID)
        self._ways.setVisible(deed == PAID)
        self.reason.setVisible(deed != PAID)
        self.amount.set_warning(props.warning)
        self.table.set_rows(props.rows)
        self.table.setVisible(bool(props.rows))
        self._none.setVisible(not props.rows)
        line = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().height()
        self.table.setFixedHeight(head + line * max(1, len(props.rows)))

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [
            *self.deeds.segments,
            self.amount.edit,
            self.receipt.edit,
            *self.ways.segments,
            self.reason.edit,
            self.table,
        ]

    def first(self) -> QWidget:
        """What holds the focus first: the receipt's number, where the sum is known."""
        if self.receipt.isVisibleTo(self):
            return self.receipt.edit if self.amount.text() else self.amount.edit
        return self.amount.edit if self.amount.isVisibleTo(self) else self.reason.edit

    def _on_picked(self) -> None:
        if self.deeds.current == REVERSED:
            self.changed.emit()

    def _show_figures(self, figures: tuple[tuple[str, str], ...]) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, said in figures:
            self._figures.add(
                Label(self.look, f"{name}  **{said}**", "input", "ink_2", marked=True, wrap=False)
            )
        self._figures.fill()
