"""The page of a dossier's scans: the scans, their pages, what can be done, where more come from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.scans.props import NO_SCANS, ScanRow, ScansProps
from kiosk.ui.counter.scans.source_card import SourceCard
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.page_grid import PageGrid
from kiosk.ui.parts.progress import Progress
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
Typed = tuple[str, str]
CLOSELY = "Enter xem gần · Shift ← → chọn nhiều trang · Ctrl ← → xếp lại"
_SMALL = "Enter để xem lại mọi trang · ← → trang khác · ↑ ↓ cuộn"


class ScansPage(Box):
    """``asked`` carries the key of an act; ``scanned`` what a barcode scanner read
    that is no dossier's code; ``changed``: something was chosen or entered."""

    asked = Signal(str)
    scanned = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        whole = Column(look, 12, (16, 14, 16, 16), self)
        top = whole.nest(Row(look, 14))
        self.title = top.add(Label(look, "Giấy tờ quét", "h1", wrap=False), align=_MIDDLE)
        self._head = Label(look, "", "input", "ink_2", marked=True, elide=True)
        top.add(self._head, 1, _MIDDLE)
        across = whole.nest(Row(look, 16), 1)
        across.add(self._left(look))
        across.add(self._middle(look), 1)
        across.add(self._right(look))
        self._size_side()
        self.source.asked.connect(self.asked)
        self.source.changed.connect(self.changed)
        self.to.edited.connect(lambda _: self.changed.emit())
        self.to.submitted.connect(lambda: self.asked.emit("F6"))
        self.table.picked.connect(lambda _: self.changed.emit())
        self.grid.picked.connect(lambda _: self.changed.emit())
        self.grid.marked_changed.connect(self.changed)
        self.grid.looked.connect(lambda closely: say(self.hint, _SMALL if closely else CLOSELY))
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
        self.watch: ScanWatch[Typed] = ScanWatch(self, self._typed, self._on_scan, ticks)
        self.watch.watch(self)

    def set_props(self, props: ScansProps) -> None:
        """Show these props."""
        say(self._head, props.head)
        self._note.setText(props.note)
        self.table.set_rows(props.rows)
        say(self._heading, props.heading)
        say(self._about, props.about)
        self.grid.set_cells(props.cells)
        self.hint.setVisible(bool(props.cells))
        acts = {
            "F9": props.save,
            "F3": props.turn,
            "F4": props.split,
            "F5": props.name,
            "F6": props.move,
            "Ctrl L": props.versions,
        }
        for key, act in acts.items():
            self.buttons[key].set_text(act.text)
            self.buttons[key].set_reason(act.reason)
        self.buttons["Esc"].set_text(props.leave)

    def set_names(self, options: tuple[Option, ...]) -> None:
        """What a new file may be called."""
        self.paper.set_options(options)

    def set_doing(self, words: str, done: int = 0, most: int = 0) -> None:
        """How far the work has come; without words there is none."""
        self.doing.setVisible(bool(words))
        if words:
            self.progress.set_done(done, most, words)

    def begin(self) -> None:
        """Another dossier: nothing is entered yet."""
        self.reply.say("")
        self.to.set_text("")
        self.grid.look_closely(False)
        self.paper.choose("submitted:")

    def take_focus(self) -> None:
        """Go to the list of scans, or to the files where there is none."""
        first = self.table if self.table.rows_model.rows else self.source.table
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.table.set_row_height(36)
        self._size_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _left(self, look: Look) -> QWidget:
        box = Box(look, width=360)
        left = Column(look, 16, (0, 0, 0, 0), box)
        card = left.add(Card(look), 1)
        column = Column(look, 8, (20, 14, 20, 14), card)
        top = column.nest(Row(look, 8))
        top.add(Label(look, "Bản quét", "h2", wrap=False), 1, _MIDDLE)
        self._note = top.add(Label(look, "", "body", "ink_2", wrap=False), align=_MIDDLE)
        self.table: Table[ScanRow] = Table(
            look,
            "Các bản quét của hồ sơ",
            (
                TableColumn("Giấy tờ", lambda row: row.title, bold=True),
                TableColumn("Trang", lambda row: row.pages, 110, pill=lambda row: row.pill),
            ),
            key=lambda row: row.scan,
            empty=NO_SCANS,
        )
        self.table.set_row_height(36)
        self.table.horizontalHeader().hide()
        column.add(self.table, 1)
        self.source = left.add(SourceCard(look, "Tệp chờ lưu", named=True), 2)
        assert self.source.paper is not None
        self.paper = self.source.paper
        return box

    def _middle(self, look: Look) -> QWidget:
        card = Card(look)
        column = Column(look, 6, (20, 14, 14, 14), card)
        self._heading = column.add(Label(look, "", "h2", elide=True))
        self._about = column.add(Label(look, "", "caption", "ink_2", elide=True))
        self.grid = column.add(PageGrid(look, "Các trang của bản quét", ""), 1)
        self.hint = column.add(Label(look, CLOSELY, "caption", "ink_2", elide=True))
        return card

    def _right(self, look: Look) -> QWidget:
        inside = Box(look)
        right = Column(look, 16, (0, 0, 0, 0), inside)
        self.reply = right.add(ReplyLine(look))
        self.doing = right.add(Card(look))
        self.progress = Progress(look, "Việc đang làm")
        Column(look, 0, (20, 14, 20, 14), self.doing).add(self.progress)
        self.doing.hide()
        card = right.add(Card(look))
        column = Column(look, 8, (20, 14, 20, 14), card)
        self.buttons = {"F9": DeskButton(look, "", "check", "F9", "primary", "action")}
        self.buttons["F3"] = DeskButton(look, "", "repeat", "F3")
        self.buttons["F4"] = DeskButton(look, "", "swap", "F4")
        self.buttons["F5"] = DeskButton(look, "", "edit", "F5")
        for button in self.buttons.values():
            column.add(button)
        self.to = column.add(Field(look, "Chuyển đến hồ sơ", hint="Gõ hoặc quét mã", limit=80))
        self.buttons["F6"] = column.add(DeskButton(look, "", "send", "F6"))
        self.buttons["Ctrl L"] = column.add(DeskButton(look, "", "clock", "Ctrl L"))
        self.buttons["Esc"] = column.add(DeskButton(look, "Quay lại hồ sơ", "back", "Esc"))
        note = "Bản đã lưu không bị sửa: mỗi thay đổi thành bản mới, bản cũ vẫn giữ."
        column.add(Label(look, note, "caption", "ink_2"))
        right.fill()
        self.side = ScrollBox(look, inside)
        bar = self.side.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: right.set_margins((0, 0, 6 if most else 0, 0)))
        return self.side

    def _size_side(self) -> None:
        self.side.setFixedWidth(self.look.px(320))

    def _typed(self) -> Typed:
        return self.source.path.text(), self.to.text()

    def _on_scan(self, scan: Scan[Typed]) -> None:
        """A dossier's code goes where pages shall go; what it was typed into is as before."""
        from kiosk.dossiers.codes import parse_code

        path, to = scan.before
        code = parse_code(scan.text)
        self.source.path.set_text(path)
        self.to.set_text(code or to)
        self.changed.emit()
        if code is None:
            self.scanned.emit(scan.text)
