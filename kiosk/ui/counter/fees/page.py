"""The page of a dossier's fees: what is asked, what it will write, and one press."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.counter.fees.form import FeeForm
from kiosk.ui.counter.fees.props import FeeEntry, FeeProps, FeesBefore, begun, derive_fees
from kiosk.ui.counter.halves import EMPTY_KEY
from kiosk.ui.counter.kept_line import KeptLine
from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_HALF = "Đang nhập dở: bấm F9 để ghi, hoặc Esc để giữ lại, rồi quét lại."


class FeePage(Box):
    """``asked`` carries F9, Esc or Ctrl M; ``scanned`` a scan that belongs to another page; ``settled``:
    the page shows what follows from what was entered now."""

    asked = Signal(str)
    settled = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        self.before: FeesBefore | None = None
        self.props: FeeProps | None = None
        self._begun = FeeEntry()
        whole = Column(look, 12, (16, 14, 16, 16), self)
        top = whole.nest(Row(look, 14))
        top.add(Label(look, "Phí, lệ phí", "h1", wrap=False), align=_MIDDLE)
        self._dossier = Label(look, "", "input", "ink_2", marked=True, elide=True)
        top.add(self._dossier, 1, _MIDDLE)
        self.kept = whole.add(KeptLine(look))
        across = whole.nest(Row(look, 16), 1)
        self.form = FeeForm(look)
        self._scroll = across.add(ScrollBox(look, self.form), 1)
        side = Box(look, width=352)
        right = Column(look, 16, (0, 0, 0, 0), side)
        self.reply = right.add(ReplyLine(look))
        card = right.add(Card(look))
        column = Column(look, 12, (20, 16, 20, 16), card)
        column.add(Label(look, "Sẽ ghi vào sổ thu", "h2"))
        self.told = column.nest(Column(look, 6))
        self.submit = column.add(DeskButton(look, "", "money", "F9", "primary", "action"))
        self.back = column.add(DeskButton(look, "Không ghi", "back", "Esc", size="action"))
        right.fill()
        across.add(side)
        self.form.changed.connect(self._on_changed)
        self.submit.clicked.connect(lambda: self.asked.emit("F9"))
        self.back.clicked.connect(lambda: self.asked.emit("Esc"))
        self.kept.empty.clicked.connect(lambda: self.asked.emit(EMPTY_KEY))
        self.watch: ScanWatch[FeeEntry] = ScanWatch(self, self.form.entry, self._on_scan, ticks)
        self.watch.watch(self)

    @property
    def code(self) -> str:
        """The dossier's code."""
        return self.before.code if self.before is not None else ""

    @property
    def dirty(self) -> bool:
        """Whether something was entered."""
        return self.form.entry() != self._begun

    def begin(self, before: FeesBefore) -> None:
        """Ask anew, for this dossier."""
        self.before = before
        self.reply.say("")
        self.kept.say("")
        self._dossier.setText(f"**{before.code}**  {before.procedure}")
        self.form.show_entry(begun(before))
        self._paint()
        self._begun = self.form.entry()
        self._scroll.verticalScrollBar().setValue(0)

    def resume(self, entry: FeeEntry, said: str) -> None:
        """Show what was half entered, and that it was kept."""
        self.form.show_entry(entry)
        self._paint()
        self.kept.say(said)

    def settle(self) -> None:
        """What stands here was written: nothing is half entered any more."""
        self._begun = self.form.entry()

    def set_before(self, before: FeesBefore) -> None:
        """How things stand now; what was entered stays."""
        if before != self.before:
            self.before = before
            self._paint()

    def take_focus(self) -> None:
        """Go to the first question. Only in its window does the page keep an order of Tab."""
        order: list[QWidget] = [
            self.kept.empty,
            *self.form.focus_order(),
            self.submit,
            self.back,
        ]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
        self.form.first().setFocus(Qt.FocusReason.TabFocusReason)

    def entry(self) -> FeeEntry:
        """What was entered."""
        return self.form.entry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            here = QApplication.focusWidget()
            if here is not None and self.form.isAncestorOf(here):
                self._scroll.ensureWidgetVisible(here)
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        self.reply.say("")
        self._paint()

    def _paint(self) -> None:
        if self.before is None:
            return
        self.props = derive_fees(self.before, self.form.entry())
        self.form.set_props(self.props)
        self._tell(self.props.told)
        self.submit.set_text(self.props.submit)
        self.submit.set_reason(self.props.shut)
        self.settled.emit()

    def _tell(self, lines: tuple[str, ...]) -> None:
        while (item := self.told.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self.told.add(Label(self.look, line, "body", marked=True))

    def _on_scan(self, scan: Scan[FeeEntry]) -> None:
        """A dossier or a card leads elsewhere, from a page on which nothing was entered; anything
        else is the receipt's own code."""
        self.form.show_entry(scan.before)
        self._paint()
        from kiosk.dossiers.codes import parse_code
        from kiosk.dossiers.identity import looks_like_card

        code = parse_code(scan.text) or ""
        if code and code == self.code:
            return
        if not code and not looks_like_card(scan.text) and self.form.receipt.isVisibleTo(self):
            self.form.receipt.set_text(scan.text.strip()[:40])
            self._on_changed()
        elif self.dirty:
            self.reply.say(_HALF)
        else:
            self.scanned.emit(scan.text)
