"""The page of one act upon a dossier: what it asks, what it will write, and one press."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.counter.act_form import ActForm
from kiosk.ui.counter.act_props import ActProps, derive_act, derive_choices
from kiosk.ui.counter.act_words import ACTS
from kiosk.ui.counter.halves import EMPTY_KEY
from kiosk.ui.counter.kept_line import KeptLine
from kiosk.ui.counter.life_seen import ActEntry, Before
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


class ActPage(Box):
    """``asked`` carries F9, Esc or Ctrl M; ``scanned`` a scan that belongs to another page; ``settled``:
    the page shows what follows from what was entered now."""

    asked = Signal(str)
    settled = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        self.act = ""
        self.before: Before | None = None
        self.props: ActProps | None = None
        self._begun = ActEntry()
        whole = Column(look, 12, (16, 14, 16, 16), self)
        top = whole.nest(Row(look, 14))
        self.title = top.add(Label(look, "", "h1", wrap=False), align=_MIDDLE)
        self._dossier = Label(look, "", "input", "ink_2", marked=True, elide=True)
        top.add(self._dossier, 1, _MIDDLE)
        self.kept = whole.add(KeptLine(look))
        across = whole.nest(Row(look, 16), 1)
        self.form = ActForm(look)
        self._scroll = across.add(ScrollBox(look, self.form), 1)
        side = Box(look)
        right = Column(look, 16, (0, 0, 6, 0), side)
        self.reply = right.add(ReplyLine(look))
        card = right.add(Card(look))
        column = Column(look, 12, (20, 16, 20, 16), card)
        column.add(Label(look, "Sẽ ghi vào hồ sơ", "h2"))
        self.told = column.nest(Column(look, 6))
        self.submit = column.add(DeskButton(look, "", "send", "F9", "primary", "action"))
        self.back = column.add(DeskButton(look, "Không ghi", "back", "Esc", size="action"))
        right.fill()
        self._side = across.add(ScrollBox(look, side))
        self._size_side()
        self.form.changed.connect(self._on_changed)
        self.submit.clicked.connect(lambda: self.asked.emit("F9"))
        self.back.clicked.connect(lambda: self.asked.emit("Esc"))
        self.kept.empty.clicked.connect(lambda: self.asked.emit(EMPTY_KEY))
        self.watch: ScanWatch[ActEntry] = ScanWatch(self, self.form.entry, self._on_scan, ticks)

    @property
    def code(self) -> str:
        """The dossier's code; empty for a batch that was begun at the main page."""
        view = self.before.view if self.before is not None else None
        return view.code if view is not None else ""

    @property
    def dirty(self) -> bool:
        """Whether something was entered."""
        return self.form.entry() != self._begun

    def begin(self, act: str, before: Before) -> None:
        """Ask anew, for this act."""
        self.act, self.before = act, before
        self.reply.say("")
        self.kept.say("")
        view, asked = before.view, ACTS[act]
        self.title.setText(asked.title)
        self._dossier.setText(f"**{view.code}**  {view.procedure_name}" if view else "")
        self.submit.set_text(asked.submit)
        choices = derive_choices(act, before)
        self.form.offer(before, choices)
        entry = ActEntry()
        if asked.batch:
            ticked = tuple(one.code for one in before.waiting if one.fresh)
            entry = ActEntry(codes=(view.code,) if view else ticked, agency=_department(before))
        elif act == "papers_lost":
            entry = ActEntry(agency=view.holder if view else "")
        elif act == "papers_found":
            entry = ActEntry(chosen=choices)
        elif asked.signers:
            entry = ActEntry(agency=(view.holder if view else "") or _department(before))
        self.form.show_entry(entry)
        self._paint()
        # What is hidden for this act counts as entered as it is.
        self._begun = self.form.entry()
        self.watch.watch(self)
        self._scroll.verticalScrollBar().setValue(0)

    def resume(self, entry: ActEntry, said: str) -> None:
        """Show what was half entered, and that it was kept."""
        self.form.show_entry(entry)
        self._paint()
        self.kept.say(said)

    def settle(self) -> None:
        """What stands here was written: nothing is half entered any more."""
        self._begun = self.form.entry()

    def set_before(self, before: Before) -> None:
        """How things stand now; what was entered stays."""
        if self.before is not None and before != self.before:
            self.before = before
            self._paint()

    def take_focus(self) -> None:
        """Go to the first question. Only in its window does the page keep an order of Tab."""
        self._order()
        self.form.first().setFocus(Qt.FocusReason.TabFocusReason)

    def entry(self) -> ActEntry:
        """What was entered."""
        return self.form.entry()

    def wear(self, look: Look) -> None:
        super().wear(look)
        self._size_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            here = QApplication.focusWidget()
            if here is not None and self.form.isAncestorOf(here):
                self._scroll.ensureWidgetVisible(here)
        else:
            super().keyPressEvent(event)

    def _size_side(self) -> None:
        self._side.setFixedWidth(self.look.px(352))

    def _on_changed(self) -> None:
        self.reply.say("")
        self._paint()

    def _paint(self) -> None:
        if self.before is None:
            return
        before, self.props = self.props, derive_act(self.act, self.before, self.form.entry())
        self.form.set_props(self.props)
        if before is None or before.told != self.props.told:
            self._tell(self.props.told)
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

    def _order(self) -> None:
        order: list[QWidget] = [
            self.kept.empty,
            *self.form.focus_order(),
            self.submit,
            self.back,
        ]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_scan(self, scan: Scan[ActEntry]) -> None:
        """A slip ticks its dossier in a batch; any other scan leads elsewhere, from a page on
        which nothing was entered."""
        self.form.show_entry(scan.before)
        self._paint()
        from kiosk.dossiers.codes import parse_code

        code = parse_code(scan.text) or ""
        if ACTS[self.act].batch and code in self.form.batch.ticks:
            self.form.batch.ticks[code].setChecked(True)
        elif code and code == self.code:
            return
        elif self.dirty:
            self.reply.say(_HALF)
        else:
            self.scanned.emit(scan.text)


def _department(before: Before) -> str:
    return before.view.department if before.view is not None else ""
