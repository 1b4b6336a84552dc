"""The card with the tabs and the table of dossiers."""

from PySide6.QtCore import Qt, Signal

from kiosk.ui.counter.lines import TABS, LineRow, LinesProps
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import Choices
from kiosk.ui.parts.keys import KeyHint
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_COLUMNS: tuple[TableColumn[LineRow], ...] = (
    TableColumn("Mã hồ sơ", lambda row: row.code, 184, bold=True),
    TableColumn("Thủ tục", lambda row: row.procedure),
    TableColumn("Người nộp", lambda row: row.applicant, 164),
    TableColumn("Hẹn trả", lambda row: row.due, 104),
    TableColumn("Tình trạng", lambda row: row.state.text, 176, pill=lambda row: row.state),
)


class LinesCard(Card):
    """``opened`` carries the code of a line; ``tab_chosen`` the key of a tab."""

    opened = Signal(str)
    tab_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (1, 12, 1, 1), self)
        top = column.nest(Row(look, 8, (16, 0, 16, 12)))
        self.tabs = top.add(Choices(look, "Danh sách hồ sơ", boxed=False))
        self.tabs.chosen.connect(self.tab_chosen)
        top.fill()
        self._hint = top.add(KeyHint(look, "Ctrl 1…6", "ink_2"), align=_MIDDLE)
        self.table: Table[LineRow] = Table(
            look, "Hồ sơ", _COLUMNS, key=lambda row: row.code, empty=" "
        )
        self.table.opened.connect(lambda row: self.opened.emit(row.code))
        self.table.picked.connect(lambda _: self._tell_place())
        self.table.clicked.connect(lambda _: self._await(""))
        column.add(self.table, 1)
        column.add(Rule(look))
        foot = column.nest(Row(look, 16, (16, 10, 16, 10)))
        self._place = foot.add(Label(look, "", "body", "ink_2", wrap=False))
        self._awaited = self._tab = ""
        self._note = foot.add(Label(look, "", "body", "ink_2", elide=True), 1)
        keys = "↑ ↓ chọn   ·   Enter mở   ·   Ctrl P in lại giấy hẹn   ·   Ctrl Q chồng quét"
        foot.add(Label(look, keys, "body", "ink_2", wrap=False))

    @property
    def chosen_code(self) -> str:
        """The code of the chosen line, or of the one to come; empty when there is none."""
        if self._awaited:
            return self._awaited
        row = self.table.current
        return row.code if row is not None else ""

    def set_props(self, props: LinesProps) -> None:
        """Show these props."""
        self.tabs.set_options(props.tabs)
        self._hint.setVisible(len(props.tabs) < len(TABS))
        self.tabs.choose(props.current)
        self.table.set_empty(props.empty)
        self.table.set_rows(props.rows)
        self._await(self._awaited if props.current == self._tab else "")
        self._tab = props.current
        self._note.setText(props.note)
        self._tell_place()

    def set_row_height(self, height: float) -> None:
        """The height of a line (design length); a change of look takes it back to 44."""
        self.table.set_row_height(height)

    def choose(self, code: str) -> None:
        """Choose the line of that code; where it is not there yet, as soon as it is."""
        self._await(code)

    def step(self, lines: int) -> None:
        """Move the choice down by so many lines, or up."""
        self._await("")
        last = len(self.table.rows_model.rows) - 1
        if last >= 0:
            at = self.table.currentIndex().row() + lines
            self.table.selectRow(min(last, max(0, at)))

    def _await(self, code: str) -> None:
        here = any(row.code == code for row in self.table.rows_model.rows)
        if here:
            self.table.choose(code)
        self._awaited = "" if here else code

    def _tell_place(self) -> None:
        count = len(self.table.rows_model.rows)
        at = self.table.currentIndex().row() + 1
        self._place.setText(f"Hàng {at} / {count}" if count else "")


def tab_of_key(digit: int) -> str:
    """The tab that ``Ctrl`` and a digit opens; empty where there is none."""
    return TABS[digit - 1] if 1 <= digit <= len(TABS) else ""
