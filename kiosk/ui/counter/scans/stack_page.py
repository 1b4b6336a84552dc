"""The page of stacks: a stack of several dossiers sorts itself, or a person looks at its heaps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.scans.source_card import SourceCard
from kiosk.ui.counter.scans.stack_props import StackProps
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.page_grid import PageGrid
from kiosk.ui.parts.progress import Progress
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_HOW = (
    "Đặt giấy hẹn lên đầu giấy tờ của mỗi hồ sơ rồi quét cả chồng. "
    "Chương trình chia theo mã trên giấy hẹn; không khớp thì chưa lưu trang nào."
)
_LOOK = (
    "Chọn từng chồng: quét giấy hẹn hoặc gõ mã của nó, nhập vào chồng trước, "
    "hay tách từ một trang. Rồi bấm F9."
)
_NO_HEAPS = "Chọn tệp, gõ số hồ sơ rồi bấm F9."
HEAP_SIZE = (168, 118)
Typed = tuple[str, str, str]


class StackPage(Box):
    """``asked`` carries the key of an act; ``assigned`` the code of the chosen heap, typed or
    scanned; ``scanned`` any other scan; ``changed``: something was chosen or entered."""

    asked = Signal(str)
    assigned = Signal(str)
    scanned = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        whole = Column(look, 12, (16, 14, 16, 16), self)
        top = whole.nest(Row(look, 14))
        top.add(Label(look, "Chồng giấy nhiều hồ sơ", "h1", wrap=False), align=_MIDDLE)
        self._count = top.add(Label(look, "", "input", "ink_2", elide=True), 1, _MIDDLE)
        across = whole.nest(Row(look, 16), 1)
        across.add(self._left(look))
        across.add(self._middle(look), 1)
        across.add(self._right(look))
        self._size_side()
        self.source.asked.connect(self.asked)
        self.source.changed.connect(self._on_source)
        self.source.table.opened.connect(lambda _: self.dossiers.edit.setFocus())
        self.dossiers.edited.connect(lambda _: self.changed.emit())
        self.dossiers.submitted.connect(lambda: self.asked.emit("F9"))
        self.code.submitted.connect(lambda: self.assigned.emit(self.code.text()))
        for grid in (self.heaps, self.pages):
            grid.picked.connect(lambda _: self.changed.emit())
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
        self.watch: ScanWatch[Typed] = ScanWatch(self, self._typed, self._on_scan, ticks)
        self.watch.watch(self)

    def set_props(self, props: StackProps) -> None:
        """Show these props."""
        laid = bool(props.heaps)
        say(self._count, props.count)
        self.source.setVisible(not laid)
        self._looked.setVisible(laid)
        say(self._file, props.file)
        self._why.set_words("Chưa lưu trang nào", props.why)
        self._how.setText(_LOOK if laid else _HOW)
        self.code.setVisible(laid)
        self.heaps.set_cells(props.heaps)
        self._rule.setVisible(laid)
        self.pages.setVisible(laid)
        say(self._heading, props.heading)
        self.pages.set_cells(props.pages)
        acts = {"F9": props.save, "F3": props.join, "F4": props.split, "Ctrl L": props.give_up}
        for key, act in acts.items():
            self.buttons[key].set_text(act.text)
            self.buttons[key].set_reason(act.reason)
            self.buttons[key].setVisible(laid or key == "F9")

    def set_doing(self, words: str, done: int = 0, most: int = 0) -> None:
        """How far the work has come; without words there is none."""
        self.doing.setVisible(bool(words))
        self.buttons["Esc"].set_text("Thôi" if words else "Về trang Quầy")
        if words:
            self.progress.set_done(done, most, words)

    def take_focus(self) -> None:
        """Go to the heaps where there are any, else to the files."""
        if self.heaps.cells:
            first: QWidget = self.heaps
        else:
            first = self.dossiers.edit if self.source.file else self.source.table
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self._size_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _left(self, look: Look) -> QWidget:
        box = Box(look, width=360)
        left = Column(look, 16, (0, 0, 0, 0), box)
        self.source = left.add(SourceCard(look, "Tệp chờ lưu"), 1)
        self._looked = left.add(Card(look), 1)
        column = Column(look, 12, (20, 14, 20, 14), self._looked)
        column.add(Label(look, "Phải xem trước khi lưu", "h2"))
        self._file = column.add(Label(look, "", "body", "ink_2", elide=True))
        self._why = column.add(Notice(look, "warn", "alert", ""))
        column.fill()
        return box

    def _middle(self, look: Look) -> QWidget:
        card = Card(look)
        column = Column(look, 6, (20, 14, 14, 14), card)
        column.add(Label(look, "Các chồng", "h2"))
        self.heaps = PageGrid(look, "Các chồng của tệp", _NO_HEAPS, size=HEAP_SIZE, lines=2)
        column.add(self.heaps, 1)
        self._rule = column.add(Rule(look))
        self._heading = column.add(Label(look, "", "body", weight=600, elide=True))
        self.pages = column.add(PageGrid(look, "Các trang của chồng đang chọn"), 1)
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
        self.dossiers = column.add(Field(look, "Chồng này có mấy hồ sơ", limit=3))
        self.buttons = {"F9": DeskButton(look, "", "check", "F9", "primary", "action")}
        column.add(self.buttons["F9"])
        self.code = column.add(Field(look, "Mã hồ sơ của chồng đang chọn", limit=80))
        for key, icon in (("F3", "up"), ("F4", "swap"), ("Ctrl L", "close"), ("Esc", "back")):
            self.buttons[key] = column.add(DeskButton(look, "", icon, key))
        self.buttons["Esc"].set_text("Về trang Quầy")
        self._how = column.add(Label(look, _HOW, "caption", "ink_2"))
        right.fill()
        self.side = ScrollBox(look, inside)
        bar = self.side.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: right.set_margins((0, 0, 6 if most else 0, 0)))
        return self.side

    def _size_side(self) -> None:
        self.side.setFixedWidth(self.look.px(320))

    def _on_source(self) -> None:
        """A folder within the inbox whose name is a number says how many dossiers."""
        chosen = self.source.chosen
        if chosen is not None and chosen.dossiers is not None:
            self.dossiers.set_text(str(chosen.dossiers))
        self.changed.emit()

    def _typed(self) -> Typed:
        return self.source.path.text(), self.dossiers.text(), self.code.text()

    def _on_scan(self, scan: Scan[Typed]) -> None:
        from kiosk.dossiers.codes import parse_code

        path, dossiers, code = scan.before
        self.source.path.set_text(path)
        self.dossiers.set_text(dossiers)
        self.code.set_text(code)
        if self.heaps.cells and parse_code(scan.text) is not None:
            self.assigned.emit(scan.text)
        else:
            self.scanned.emit(scan.text)
