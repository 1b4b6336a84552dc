"""Card 4: how it came in, what it costs, when the result is due and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.counter.receive.bits import MIDDLE, TOP, CardHead, FaultLine, QuietLink, SteadyBox
from kiosk.ui.counter.receive.form import (
    AUTHORIZED,
    DAYS,
    DIRECT,
    HOURS,
    MONTHS,
    ONLINE,
    POSTAL,
    WORKING_DAYS,
    Form,
    slashed,
)
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.checks import CheckLine, Stepper
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.day_strip import Day, DayStrip
from kiosk.ui.parts.field import LineEdit
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

CHANNELS = (
    Option(DIRECT, "Trực tiếp"),
    Option(POSTAL, "Bưu chính"),
    Option(AUTHORIZED, "Ủy quyền"),
    Option(ONLINE, "Trực tuyến"),
)
UNITS = (
    Option(WORKING_DAYS, "ngày làm việc"),
    Option(DAYS, "ngày"),
    Option(HOURS, "giờ làm việc"),
    Option(MONTHS, "tháng"),
)
_MOST_SETS = 99
_SHARES = (340, 486)
_LONGEST_FEE, _LONGEST_CODE, _LONGEST_ADDRESS = 300, 40, 300
_LONGEST_REASON = 250
_CHANGE, _KEEP = "Đổi ngày hẹn", "Theo quy định"


class TermsCard(Card):
    """``changed``: something was entered. ``terms_changed``: what the due date depends on."""

    changed = Signal()
    terms_changed = Signal()
    began = Signal(str)
    left = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 8, (20, 10, 20, 12), self)
        self._head = column.nest(CardHead(look, 4, "Kênh nộp, lệ phí, ngày hẹn trả"))
        self._halves = column.nest(Row(look, 16))
        left = self._halves.nest(Column(look, 8), _SHARES[0])
        self.channel = left.add(Choices(look, "Kênh nộp", CHANNELS))
        row = left.nest(Row(look, 10))
        self.fee = row.add(LineEdit(look, "money"), 1)
        self.fee.setMaxLength(_LONGEST_FEE)
        self.fee.setAccessibleName("Phí, lệ phí")
        self.fee.setPlaceholderText("Phí, lệ phí")
        row.add(Label(look, "Số bộ", "body", "ink_2", wrap=False), align=MIDDLE)
        self.sets = row.add(Stepper(look, "Số bộ", 1, 1, _MOST_SETS), align=MIDDLE)
        self.foreign = left.add(self._line("Mã hồ sơ trên Cổng dịch vụ công", _LONGEST_CODE))
        self.deliver = left.add(
            self._line("Địa chỉ trả kết quả (trống: tại đây)", _LONGEST_ADDRESS)
        )
        self.slip = left.add(CheckLine(look, "In giấy hẹn"))
        left.fill()
        right = self._halves.nest(Column(look, 6), _SHARES[1])
        self._limit = Box(look)
        row = Row(look, 10, (0, 0, 0, 0), self._limit)
        row.add(Label(look, "Thời hạn", "body", "ink_2", wrap=False), align=MIDDLE)
        self.amount = row.add(LineEdit(look), 1)
        self.amount.setMaxLength(4)
        self.amount.setAccessibleName("Thời hạn: con số")
        self.unit = row.add(SteadyBox(look, "Thời hạn: đơn vị", UNITS), 2)
        right.add(self._limit)
        self.strip = right.add(DayStrip(look))
        row = right.nest(Row(look, 8))
        self._due = row.add(Label(look, "", "caption", "ink_2", marked=True), 1)
        self.change = row.add(QuietLink(look, _CHANGE, "cal"), align=TOP)
        self._change_box = right.add(Box(look))
        row = Row(look, 8, (0, 0, 0, 0), self._change_box)
        self.due_day = row.add(LineEdit(look), 2)
        self.due_day.setMaxLength(20)
        self.due_day.setAccessibleName("Ngày hẹn trả mới")
        self.due_day.setPlaceholderText("ngày/tháng/năm")
        self.due_reason = row.add(LineEdit(look), 4)
        self.due_reason.setMaxLength(_LONGEST_REASON)
        self.due_reason.setAccessibleName("Lý do đổi ngày hẹn")
        self.due_reason.setPlaceholderText("Lý do, in trên giấy hẹn")
        self._change_box.hide()
        self._fault = right.add(FaultLine(look))
        right.fill()
        self._published_fee = ""
        self.channel.chosen.connect(lambda _: self._on_channel())
        self.slip.toggled.connect(lambda _: self.changed.emit())
        self.foreign.editingFinished.connect(lambda: self._on_left("foreign_code", self.foreign))
        self.deliver.editingFinished.connect(lambda: self._on_left("deliver_to", self.deliver))
        self._show_lines(needs_slip=True)
        self.sets.changed.connect(lambda _: self.changed.emit())
        self.fee.textEdited.connect(lambda _: self._began("fee"))
        self.fee.editingFinished.connect(lambda: self._on_left("fee", self.fee))
        self.amount.textEdited.connect(self._on_amount)
        self.amount.editingFinished.connect(lambda: self._on_left("limit", self.amount))
        self.unit.activated.connect(lambda _: self.terms_changed.emit())
        self.change.clicked.connect(self._on_change)
        self.due_day.textEdited.connect(self._on_due_day)
        self.due_day.editingFinished.connect(lambda: self._on_left("due.day", self.due_day))
        self.due_reason.textEdited.connect(lambda _: self._began("due.reason"))
        self.due_reason.editingFinished.connect(
            lambda: self._on_left("due.reason", self.due_reason)
        )
        self.set_error("")

    @property
    def error(self) -> str:
        """The sentence at the foot of the card."""
        return self._fault.text

    def fee_typed(self) -> str | None:
        """The fee as the officer changed it; None while the published one stands."""
        said = self.fee.text()
        return None if not said.strip() or said == self._published_fee else said

    def limit_typed(self) -> str:
        """The number the officer entered, where the procedure leaves it to them."""
        return "" if self._limit.isHidden() else self.amount.text()

    def show_form(self, form: Form) -> None:
        """Show what a form holds."""
        self.channel.choose(form.channel)
        self.channel.update()
        self.sets.set_value(form.sets)
        self._put_fee(form.fee)
        for line, text in ((self.foreign, form.foreign_code), (self.deliver, form.deliver_to)):
            line.setText(text)
            line.setCursorPosition(0)
        self.slip.setChecked(form.slip)
        self._show_lines(needs_slip=self.slip.isHidden())
        self.amount.setText(form.limit_amount)
        self.unit.choose(form.limit_unit)
        self.due_day.setText(form.due_day)
        self.due_reason.setText(form.due_reason)
        self._open_change(form.due_changed)

    def publish_fee(self, said: str) -> None:
        """Show the published fee, unless the officer entered another one."""
        typed = self.fee_typed()
        self._published_fee = said[:_LONGEST_FEE]
        self._put_fee(typed)

    def offer_slip(self, *, needs_slip: bool) -> None:
        """Where the result is given at once a slip is printed only if it is asked for."""
        self._show_lines(needs_slip=needs_slip)

    def show_limit(self, said: str, *, enter: bool) -> None:
        """Say the limit in the head; ``enter`` opens the boxes for it."""
        say(self._head.said, said)
        self._limit.setVisible(enter)

    def show_due(self, days: tuple[Day, ...], said: str) -> None:
        """Show the counted days and the sentence that explains them."""
        self.strip.set_days(days)
        self.strip.setVisible(bool(days))
        say(self._due, said)
        self.change.setVisible(bool(days) or self.due_changed)

    def set_error(self, sentence: str, where: str = "") -> None:
        """Say what is wrong with one of the values of the card."""
        self._fault.say(sentence)
        self.foreign.set_wrong(bool(sentence) and where == "foreign_code")
        self.deliver.set_wrong(bool(sentence) and where == "deliver_to")
        self.fee.set_wrong(bool(sentence) and where == "fee")
        self.amount.set_wrong(bool(sentence) and where == "limit")
        self.due_day.set_wrong(bool(sentence) and where == "due.day")
        self.due_reason.set_wrong(bool(sentence) and where == "due.reason")

    def warn(self, sentence: str) -> None:
        """Say what is worth a second look, unless something is wrong."""
        if sentence and not self.error:
            self._fault.say(sentence, "warn")

    @property
    def due_changed(self) -> bool:
        """Whether the officer appoints another day than the rules give."""
        return not self._change_box.isHidden()

    def set_upright(self, upright: bool) -> None:
        """Put the due date under the channel, where the card is narrow."""
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        self._halves.setSpacing(self.look.px(8 if upright else 16))
        for at, share in enumerate((0, 1) if upright else _SHARES):
            self._halves.setStretch(at, share)

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [
            *self.channel.segments,
            self.fee,
            self.sets,
            self.foreign,
            self.deliver,
            self.slip,
            self.amount,
            self.unit,
            self.change,
            self.due_day,
            self.due_reason,
        ]

    def _line(self, name: str, limit: int) -> LineEdit:
        line = LineEdit(self.look)
        line.setMaxLength(limit)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        where = "foreign_code" if limit == _LONGEST_CODE else "deliver_to"
        line.textEdited.connect(lambda _: self._began(where))
        return line

    def _show_lines(self, *, needs_slip: bool) -> None:
        self.foreign.setVisible(self.channel.current == ONLINE)
        self.deliver.setVisible(self.channel.current == POSTAL)
        self.slip.setVisible(not needs_slip)

    def _on_channel(self) -> None:
        self._show_lines(needs_slip=self.slip.isHidden())
        self.terms_changed.emit()

    def _open_change(self, on: bool) -> None:
        self._change_box.setVisible(on)
        self.change.set_text(_KEEP if on else _CHANGE)

    def _on_change(self) -> None:
        self._open_change(not self.due_changed)
        self.set_error("")
        if self.due_changed:
            self.due_day.setFocus()
        else:
            self.due_day.clear()
            self.due_reason.clear()
        self.terms_changed.emit()

    def _on_due_day(self, text: str) -> None:
        if self.due_day.cursorPosition() == len(text):
            self.due_day.setText(slashed(text))
            self.due_day.setModified(True)
        self._began("due.day")

    def _put_fee(self, typed: str | None) -> None:
        self.fee.setText(self._published_fee if typed is None else typed)
        self.fee.setCursorPosition(0)
        self.fee.setToolTip(self.fee.text())

    def _began(self, where: str) -> None:
        self.set_error("")
        self.began.emit(where)
        self.changed.emit()

    def _on_amount(self, _text: str) -> None:
        self._began("limit")
        self.terms_changed.emit()

    def _on_left(self, where: str, edit: LineEdit) -> None:
        if edit.isModified():
            edit.setModified(False)
            self.left.emit(where)
