"""What whoever sits here took today: the lines, the sums, and the list on paper."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.takings.props import NOTHING, TakenRow, TakingsProps
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
_COLUMNS: tuple[TableColumn[TakenRow], ...] = (
    TableColumn("Giờ", lambda row: row.at, 76),
    TableColumn("Mã hồ sơ", lambda row: row.code, 184, bold=True),
    TableColumn("Người nộp", lambda row: row.name, 176),
    TableColumn("Khoản", lambda row: row.kind, 80),
    TableColumn("Số tiền", lambda row: row.amount, 116, bold=True),
    TableColumn("Cách thu, biên lai, lý do", lambda row: row.how),
)


class TakingsPage(Box):
    """``asked`` carries F9 or Esc, ``opened`` a dossier's code, ``scanned`` a scan that belongs to
    another page."""

    asked = Signal(str)
    opened = Signal(str)
    scanned = Signal(str)

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        self.props = TakingsProps((), (), "", NOTHING)
        whole = Column(look, 16, (16, 16, 16, 16), self)
        self.reply = whole.add(ReplyLine(look))
        across = whole.nest(Row(look, 16), 1)
        card = across.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 0, (20, 0, 20, 12)))
        top.add(Label(look, "Tiền đã thu hôm nay", "h1"))
        self._who = top.add(Label(look, "", "body", "ink_2"))
        self.table: Table[TakenRow] = Table(
            look, "Tiền đã thu hôm nay", _COLUMNS, key=lambda row: row.key, empty=NOTHING
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        foot = inside.nest(Row(look, 16, (16, 10, 16, 10)))
        foot.fill()
        keys = "↑ ↓ chọn   ·   Enter mở hồ sơ"
        foot.add(Label(look, keys, "body", "ink_2", wrap=False), align=_MIDDLE)
        side = Box(look, width=352)
        right = Column(look, 0, (0, 0, 0, 0), side)
        card = right.add(Card(look))
        column = Column(look, 10, (20, 14, 20, 16), card)
        column.add(Label(look, "Tổng đã thu", "h2"))
        self.total = column.add(Label(look, "", "code", wrap=False))
        column.add(Rule(look))
        self._sums = column.nest(Column(look, 6))
        self.submit = column.add(
            DeskButton(look, "In danh sách thu", "printer", "F9", "primary", "action")
        )
        self.back = column.add(DeskButton(look, "Quay lại", "back", "Esc", size="action"))
        right.fill()
        across.add(side)
        self.table.opened.connect(lambda row: self.opened.emit(row.code))
        self.submit.clicked.connect(lambda: self.asked.emit("F9"))
        self.back.clicked.connect(lambda: self.asked.emit("Esc"))
        self.watch: ScanWatch[str] = ScanWatch(self, lambda: "", self._on_scan, ticks)
        self.watch.watch(self)

    def set_props(self, props: TakingsProps, who: str) -> None:
        """Show these props, of that officer."""
        self.props = props
        self._who.setText(who)
        self.table.set_rows(props.rows)
        self.total.setText(props.total)
        while (item := self._sums.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, said in props.sums:
            line = self._sums.add(Box(self.look))
            row = Row(self.look, 8, (0, 0, 0, 0), line)
            row.add(Label(self.look, name, "body", "ink_2", wrap=False), 1)
            row.add(Label(self.look, said, "body", weight=600, align=_RIGHT, wrap=False))
        self.submit.set_reason(props.shut)

    def take_focus(self) -> None:
        """The list holds the focus."""
        order: list[QWidget] = [self.table, self.submit, self.back]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_scan(self, scan: Scan[str]) -> None:
        self.scanned.emit(scan.text)
