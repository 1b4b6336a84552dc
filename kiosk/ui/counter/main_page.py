"""The counter's main page: the queue at the left, the scan box and the dossiers at the right."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.counter.keyboard import send_on
from kiosk.ui.counter.lines import LinesProps
from kiosk.ui.counter.lines_card import LinesCard
from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch
from kiosk.ui.counter.reply import ReplyKind, ReplyLine
from kiosk.ui.counter.serving import HIGH, ServingCard, ServingProps
from kiosk.ui.counter.waiting import FieldsCard, NextCard, WaitingProps, share_out
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.scan_box import ScanBox
from kiosk.ui.theme.look import Look

SCAN_HINT = "Quét giấy hẹn, căn cước, phiếu số; hoặc gõ mã, số điện thoại, họ tên"
_BACK_MS = 3_000
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_BY_PROGRAM = Qt.FocusReason.OtherFocusReason
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainPage(Box):
    """Paints props and tells what is wanted.

    ``asked`` carries the key of an act, ``scanned`` what came into the scan box, ``opened`` a
    dossier's code, ``tab_chosen`` a tab. The scan box holds the focus; ↑ ↓ and Enter there move
    along the table, and three seconds after anything else it takes the focus back.
    """

    asked = Signal(str)
    scanned = Signal(str)
    opened = Signal(str)
    tab_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        across = Row(look, 16, (16, 16, 16, 16), self)
        left_box = Box(look, width=384)
        left = Column(look, 16, (0, 0, 0, 0), left_box)
        self.serving = left.add(ServingCard(look))
        self.next = left.add(NextCard(look))
        self.fields = left.add(FieldsCard(look), 1)
        across.add(left_box)
        right = across.nest(Column(look, 16), 1)
        ready, waiting = Pill("Sẵn sàng quét", "check", "ok"), Pill("F8 để quét", "scan", "muted")
        self.scan = right.add(ScanBox(look, "Ô quét", SCAN_HINT, ready, waiting))
        self.reply = right.add(ReplyLine(look))
        self.lines = right.add(LinesCard(look), 1)
        self.serving.asked.connect(self.asked)
        self.scan.submitted.connect(self._submit)
        self.scan.edited.connect(lambda _: self.reply.say(""))
        self.lines.opened.connect(self.opened)
        self.lines.tab_chosen.connect(self.tab_chosen)
        self.scan.edit.installEventFilter(self)
        self._watch: ScanWatch[str] = ScanWatch(self, self._before_scan, self._on_scan)
        self._watch.watch(self.scan)
        self._compact = False
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_BACK_MS)
        self._back.timeout.connect(self._take_back)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def set_props(self, serving: ServingProps, waiting: WaitingProps, lines: LinesProps) -> None:
        """Show these props."""
        self.serving.set_props(serving)
        self.next.set_props(waiting)
        self.fields.set_props(waiting)
        tabs = self.lines.tabs.segments
        self.lines.set_props(lines)
        if self.lines.tabs.segments != tabs:
            # New tabs would come last on the way of Tab.
            order = (self.scan.edit, *self.lines.tabs.segments, self.lines.table)
            for one, other in pairwise(order):
                QWidget.setTabOrder(one, other)

    def fit(self, *, compact: bool) -> None:
        """Small windows show lower rows and one line of waiting people."""
        self._compact = compact
        self.lines.set_row_height(40 if compact else 44)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def say(self, text: str, kind: ReplyKind = "warn") -> None:
        """Answer under the scan box."""
        self.reply.say(text, kind)

    def explain(self, key: str) -> bool:
        """Say why a key does nothing now."""
        why = self.serving.why_not(key)
        if why:
            self.say(why)
        return bool(why)

    def give_back(self, text: str) -> None:
        """Put a text that led nowhere back into the scan box, chosen as a whole."""
        self.scan.edit.setText(text)
        self.scan.edit.selectAll()

    def take_focus(self) -> None:
        """The scan box takes the focus; what stands in it gives way to what comes next."""
        if self.isVisible():
            self.scan.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scan.edit.selectAll()

    def type(self, event: QKeyEvent) -> None:
        """Type into the scan box what was typed elsewhere: the beginning of a scan."""
        self.take_focus()
        send_on(event, self.scan.edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._moves_table(event)
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() == _BY_PROGRAM:
            # A question was closed, or a page left: what comes next replaces what stands here.
            self.scan.edit.selectAll()
        return False

    def _before_scan(self) -> str:
        edit = self.scan.edit
        text, at = edit.text(), edit.selectionStart()
        return text if at < 0 else text[:at] + text[at + len(edit.selectedText()) :]

    def _on_scan(self, scan: Scan[str]) -> None:
        """A scan takes the place of what stood in the box."""
        text = scan.text if scan.before.strip() else self.scan.edit.text()
        self.scan.edit.clear()
        self._submit(text)

    def _moves_table(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.lines.step(step)
            return True
        if event.key() in _ENTER and not self.scan.edit.text().strip():
            if self.lines.chosen_code and not event.isAutoRepeat():
                self.opened.emit(self.lines.chosen_code)
            return True
        return False

    def _submit(self, text: str) -> None:
        self.reply.say("")
        self.scanned.emit(text)

    def _share_out(self) -> None:
        used = self.look.px(HIGH + 3 * 16)
        shares = share_out((self.height() - used) / self.look.scale, compact=self._compact)
        self.next.set_most(shares.lines)
        self.fields.set_most(shares.bars)

    def _take_back(self) -> None:
        here = QApplication.focusWidget()
        if here is not None and self.isAncestorOf(here):
            self.take_focus()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self.scan.edit or not self.isAncestorOf(now):
            self._back.stop()
        else:
            self._back.start()
