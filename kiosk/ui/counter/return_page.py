"""Handing a result back: who takes it, on what, and the one press that cannot be taken back."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.counter.halves import EMPTY_KEY
from kiosk.ui.counter.kept_line import KeptLine
from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.form import spaced_id
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.return_form import ReturnForm
from kiosk.ui.counter.return_props import (
    APPLICANT,
    BROUGHT,
    LASTING,
    REPRESENTATIVE,
    ReturnEntry,
    ReturnProps,
    derive_return,
    matching,
)
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.dossiers.identity import CardRead
    from kiosk.dossiers.reading import DossierView

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_OWNER = {APPLICANT: "chủ hồ sơ", "submitter": "người nộp"}
_STRANGER = "Căn cước này không phải của chủ hồ sơ hay người nộp: đã điền vào người được ủy quyền."
_MEDDLED = "Bộ gõ tiếng Việt đang bật nên chữ quét được có thể sai; đối chiếu với thẻ."


class ReturnPage(Box):
    """``asked`` carries F9, Esc or Ctrl M; ``scanned`` a scan that belongs to another page; ``settled``: the
    page shows what follows from what was entered now."""

    asked = Signal(str)
    settled = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        self.view: DossierView | None = None
        self.props: ReturnProps | None = None
        whole = Column(look, 12, (16, 14, 16, 16), self)
        top = whole.nest(Row(look, 14))
        self._title = top.add(Label(look, "Trả kết quả", "h1", wrap=False), align=_MIDDLE)
        self._dossier = Label(look, "", "input", "ink_2", marked=True, elide=True)
        top.add(self._dossier, 1, _MIDDLE)
        self.kept = whole.add(KeptLine(look))
        across = whole.nest(Row(look, 16), 1)
        self.form = ReturnForm(look)
        across.add(ScrollBox(look, self.form), 1)
        side = Box(look, width=352)
        right = Column(look, 16, (0, 0, 0, 0), side)
        self.reply = right.add(ReplyLine(look))
        card = right.add(Card(look))
        column = Column(look, 12, (20, 16, 20, 16), card)
        column.add(Label(look, "Sẽ ghi vào diễn biến hồ sơ", "h2"))
        self.told = column.add(Label(look, "", "input", marked=True))
        self.owed = column.add(Label(look, "", "body", "warn", weight=600))
        column.add(Notice(look, "warn", "alert", *LASTING))
        self.submit = column.add(DeskButton(look, "Trả kết quả", "hand", "F9", "primary", "action"))
        self.back = column.add(DeskButton(look, "Chưa trả", "back", "Esc", size="action"))
        right.fill()
        across.add(side)
        self.form.changed.connect(self._paint)
        self.submit.clicked.connect(lambda: self.asked.emit("F9"))
        self.back.clicked.connect(lambda: self.asked.emit("Esc"))
        self.kept.empty.clicked.connect(lambda: self.asked.emit(EMPTY_KEY))
        self.watch: ScanWatch[ReturnEntry] = ScanWatch(self, self.form.entry, self._on_scan, ticks)

    def begin(self, view: "DossierView") -> None:
        """Ask anew, for this dossier."""
        self.view = view
        self.reply.say("")
        self.kept.say("")
        self._dossier.setText(f"**{view.code}**  {view.procedure_name}")
        self.form.show_entry(ReturnEntry())
        self._paint()
        self.form.show_entry(ReturnEntry())
        self.watch.watch(self)

    @property
    def dirty(self) -> bool:
        """Whether something was entered."""
        return self.form.entry() != ReturnEntry()

    def resume(self, entry: ReturnEntry, said: str) -> None:
        """Show what was half entered; what an officer vouches for now is asked again."""
        self.form.show_entry(replace(entry, compared=False, signed=False))
        self._paint()
        self.kept.say(said)

    def set_view(self, view: "DossierView") -> None:
        """The dossier as it was read anew; what was entered stays."""
        if self.view is not None and view.code == self.view.code and view != self.view:
            self.view = view
            self._paint()
            self._order()

    def tell_owed(self, words: str) -> None:
        """Say that a fee is still open; it holds nothing up."""
        say(self.owed, words)

    def take_focus(self) -> None:
        """Go to the first question. Only in its window does the page keep an order of Tab."""
        self._order()
        self.form.first().setFocus(Qt.FocusReason.TabFocusReason)

    def entry(self) -> ReturnEntry:
        """What was entered."""
        return self.form.entry()

    def use_card(self, card: "CardRead", *, meddled: bool = False) -> None:
        """A card chooses who takes the result; a stranger's fills in the representative.

        It ticks nothing: whether face and card agree only a person can see.
        """
        if self.view is None:
            return
        whose = matching(self.view, card.id_number)
        if whose:
            self.form.choose_receiver(whose)
            told = f"Căn cước khớp với {_OWNER[whose]}. Đối chiếu người nhận với ảnh trên thẻ."
        else:
            self.form.choose_receiver(REPRESENTATIVE)
            self.form.fill_in(card.name, spaced_id(card.id_number), sure=not meddled)
            told = f"{_STRANGER} {_MEDDLED}" if meddled else _STRANGER
        self.reply.say(told, "told")
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _paint(self) -> None:
        if self.view is None:
            return
        self.props = derive_return(self.view, self.form.entry())
        self.form.set_props(self.props)
        self.told.setText(self.props.told)
        self._title.setText(self.props.handed.act)
        self.submit.set_text(self.props.handed.act)
        self.submit.set_reason(self.props.shut)
        self.settled.emit()

    def _order(self) -> None:
        order: list[QWidget] = [
            self.kept.empty,
            *self.form.focus_order(),
            self.submit,
            self.back,
        ]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_scan(self, scan: Scan[ReturnEntry]) -> None:
        self.form.show_entry(scan.before)
        self._paint()
        from kiosk.dossiers.codes import parse_code
        from kiosk.dossiers.identity import looks_like_card, read_card

        if looks_like_card(scan.text):
            try:
                self.use_card(read_card(scan.text), meddled=scan.meddled)
            except Refused as refusal:
                self.reply.say(sentence(refusal))
        elif self.view is not None and parse_code(scan.text) == self.view.code:
            self.form.choose_slip(BROUGHT)
            self.reply.say("Giấy hẹn đúng của hồ sơ này.", "told")
            self._paint()
        else:
            self.scanned.emit(scan.text)
