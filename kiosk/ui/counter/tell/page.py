"""Whom to call: the list at the left, the words for the chosen one and what came of it at the right."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.tell.props import NOBODY, PHONE, WAYS, TellRow
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import Choices
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

COPY, UNREACHED = "Ctrl C", "Ctrl U"
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_COLUMNS: tuple[TableColumn[TellRow], ...] = (
    TableColumn("Mã hồ sơ", lambda row: row.code, 184, bold=True),
    TableColumn("Tin cần báo", lambda row: row.about.text, 156, pill=lambda row: row.about),
    TableColumn("Từ lúc", lambda row: row.since, 112),
    TableColumn("Báo cho", lambda row: row.name),
    TableColumn("Liên lạc", lambda row: row.reach, 132),
    TableColumn("Đã gọi", lambda row: row.tried, 76),
)


class TellPage(Box):
    """``asked`` carries the key of an act, ``opened`` a dossier's code, ``scanned`` a scan that
    belongs to another page; ``chosen``: another line was chosen."""

    asked = Signal(str)
    opened = Signal(str)
    scanned = Signal(str)
    chosen = Signal()

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        whole = Column(look, 16, (16, 16, 16, 16), self)
        self.reply = whole.add(ReplyLine(look))
        across = whole.nest(Row(look, 16), 1)
        card = across.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 0, (20, 0, 20, 12)))
        top.add(Label(look, "Cần gọi báo người nộp", "h1"))
        self._count = top.add(Label(look, "", "body", "ink_2"))
        self.table: Table[TellRow] = Table(
            look, "Cần gọi báo", _COLUMNS, key=lambda row: row.code, empty=" "
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        foot = inside.nest(Row(look, 16, (16, 10, 16, 10)))
        foot.fill()
        keys = "↑ ↓ chọn   ·   Enter mở hồ sơ"
        foot.add(Label(look, keys, "body", "ink_2", wrap=False), align=_MIDDLE)
        self._side_box = Box(look)
        side = Column(look, 0, (0, 0, 0, 0), self._side_box)
        self.card = side.add(_OneCard(look))
        side.fill()
        self._side = across.add(ScrollBox(look, self._side_box))
        self._size_side()
        self.table.picked.connect(lambda _: self._show())
        self.table.opened.connect(lambda row: self.opened.emit(row.code))
        self.card.asked.connect(self.asked)
        self.watch: ScanWatch[str] = ScanWatch(self, lambda: "", self._on_scan, ticks)
        self.watch.watch(self)
        self._show()

    @property
    def row(self) -> TellRow | None:
        """The chosen line."""
        return self.table.current

    @property
    def by(self) -> str:
        """How the citizen is told."""
        return self.card.ways.current or PHONE

    def set_rows(self, rows: tuple[TellRow, ...]) -> None:
        """Show these lines; where the chosen one is gone, the one that took its place is chosen."""
        before, at = self.row, self.table.currentIndex().row()
        self.table.set_empty(NOBODY)
        self.table.set_rows(rows)
        if rows and before is not None and before.code not in {row.code for row in rows}:
            self.table.selectRow(min(at, len(rows) - 1))
        say(self._count, f"{len(rows)} hồ sơ; lâu nhất ở trên." if rows else NOBODY)
        self._show()

    def choose(self, code: str) -> bool:
        """Choose the line of that code; whether it is there."""
        self.table.choose(code)
        return self.row is not None and self.row.code == code

    def take_focus(self) -> None:
        """The list holds the focus; Tab then goes through what can be done with the chosen line."""
        order: list[QWidget] = [self.table, *self.card.focus_order()]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self._size_side()

    def _size_side(self) -> None:
        self._side.setFixedWidth(self.look.px(384))

    def _show(self) -> None:
        self.card.show_row(self.row)
        self.chosen.emit()

    def _on_scan(self, scan: Scan[str]) -> None:
        from kiosk.dossiers.codes import parse_code

        code = parse_code(scan.text)
        if code is None or not self.choose(code):
            self.scanned.emit(scan.text)


class _OneCard(Card):
    """The chosen line: whom to call, the words, and what came of it."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 10, (20, 14, 20, 16), self)
        self._name = column.add(Label(look, "", "h2"))
        self.phone = column.add(Label(look, "", "code", wrap=False))
        self._email = column.add(Label(look, "", "body", "ink_2"))
        self._rule = column.add(Rule(look))
        self._head = column.add(Label(look, "Lời nhắn soạn sẵn", "caption", "ink_2", weight=600))
        self.text = column.add(Label(look, "", "input"))
        self.copy = column.add(DeskButton(look, "Chép lời nhắn", "doc", COPY))
        self._how = column.add(Label(look, "Báo bằng cách nào", "caption", "ink_2", weight=600))
        self.ways = column.add(Choices(look, "Báo bằng cách nào", WAYS))
        self.done = column.add(
            DeskButton(look, "Đã báo người nộp", "check", "F9", "primary", "action")
        )
        self.unreached = column.add(
            DeskButton(look, "Chưa liên lạc được", "userx", UNREACHED, size="action")
        )
        self.back = column.add(DeskButton(look, "Quay lại", "back", "Esc", size="action"))
        for button, key in (
            (self.copy, COPY),
            (self.done, "F9"),
            (self.unreached, UNREACHED),
            (self.back, "Esc"),
        ):
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.copy, *self.ways.segments, self.done, self.unreached, self.back]

    def show_row(self, row: TellRow | None) -> None:
        """Show a line, or that there is none."""
        say(self._name, row.name if row else NOBODY)
        say(self.phone, (row.phone or "không có số điện thoại") if row else "")
        self.phone.set_role("code" if row is not None and row.phone else "input")
        say(self._email, row.email if row else "")
        say(self.text, row.text if row else "")
        there = (self._rule, self._head, self.copy, self._how, self.ways, self.done, self.unreached)
        for each in there:
            each.setVisible(row is not None)
