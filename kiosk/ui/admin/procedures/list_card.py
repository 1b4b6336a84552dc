"""The list of everything known: search, filters, table."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.admin.procedures.props import (
    ALL,
    EMPTY,
    EVERY_FIELD,
    IS_CORRECTED,
    NOT_FOUND,
    UNFILED,
    Known,
    KnownRow,
    count_states,
    in_field,
    of_state,
    picked_by,
)
from kiosk.ui.admin.procedures.room import RoomyCard
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.choice import ChoiceBox, Choices, Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.ui.words import number

_BOTTOM = Qt.AlignmentFlag.AlignBottom


class ListCard(RoomyCard):
    """Emits ``asked`` whenever what is looked for is another thing."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._known = Known()
        self._found: tuple[str, ...] | None = None
        inside = Column(look, 0, (1, 16, 1, 1), self)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 8))
        head.add(Label(look, "Thủ tục", "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.words = head.add(DeskButton(look, "Cách gọi", "list", "F7"))
        self.imports = head.add(DeskButton(look, "Nhập danh mục", "down", "F6"))
        line = top.nest(Row(look, 12))
        self.search = line.add(
            Field(look, "Tìm thủ tục", icon="search", hint="mã, tên hoặc cách gọi hằng ngày"), 1
        )
        self.field = line.add(ChoiceBox(look, "Lĩnh vực"), align=_BOTTOM)
        line = top.nest(Row(look, 12))
        self.states = line.add(Choices(look, "Lọc thủ tục", count_states(())))
        line.fill()
        self.table: Table[KnownRow] = Table(
            look,
            "Thủ tục",
            (
                TableColumn("Mã", lambda row: row.code, 104, bold=True),
                TableColumn("Tên", lambda row: row.name),
                TableColumn("Lĩnh vực", lambda row: row.field_name, 112),
                TableColumn("Ở ki-ốt", lambda row: row.state.text, 140, pill=lambda r: r.state),
                TableColumn(
                    "Văn phòng",
                    lambda row: "Đã sửa" if row.corrected else "",
                    112,
                    pill=lambda r: IS_CORRECTED if r.corrected else None,
                ),
            ),
            key=lambda row: row.code,
            empty=EMPTY[ALL],
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        self.count = Label(look, " ", "body", "ink_2")
        inside.nest(Row(look, 0, (20, 10, 20, 12))).add(self.count, 1)
        self.search.edited.connect(lambda _: self.asked.emit())
        self.search.submitted.connect(self.table.setFocus)
        self.states.chosen.connect(lambda _: self.asked.emit())
        self.field.activated.connect(lambda _: self.asked.emit())
        self.table.picked.connect(lambda _: self._tell())

    @property
    def typed(self) -> str:
        """What is searched."""
        return self.search.text().strip()

    def set_known(self, known: Known) -> None:
        """Another list; what is searched stays."""
        self._known = known
        options = (
            Option(EVERY_FIELD, "Mọi lĩnh vực"),
            *known.fields,
            Option(UNFILED, "Chưa xếp lĩnh vực"),
        )
        shown = tuple(
            Option(str(self.field.itemData(at)), self.field.itemText(at))
            for at in range(self.field.count())
        )
        if shown != options:
            keep = self.field.current
            self.field.clear()
            for option in options:
                self.field.addItem(option.text, option.key)
            self.field.choose(keep)
            self.field.updateGeometry()
        self.paint()

    def set_found(self, codes: tuple[str, ...] | None) -> None:
        """What the search has found; None while nothing is searched."""
        self._found = codes
        self.paint()

    def paint(self) -> None:
        """Show the lines that fit."""
        rows = self._known.rows
        if self._found is not None:
            rows = picked_by(rows, self._found)
        rows = in_field(rows, self.field.current)
        self.states.set_options(count_states(rows))
        state = self.states.current or ALL
        self.table.set_empty(NOT_FOUND if self._found is not None else EMPTY[state])
        self.table.set_rows(of_state(rows, state))
        self._tell()

    def keep_tab_order(self, *after: QWidget) -> None:
        """Tab goes as one reads, then on to ``after``."""
        stops = (
            self.words, self.imports, self.search.edit, self.field, *self.states.segments,
            self.table, *after,
        )  # fmt: skip
        for one, following in itertools.pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _tell(self) -> None:
        at, of = self.table.currentIndex().row(), len(self.table.rows_model.rows)
        self.count.setText(
            f"Hàng {number(at + 1)} / {number(of)}" if at >= 0 else "Không có hàng nào"
        )
