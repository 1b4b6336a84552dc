"""The questions of handing a result back, as they stand under each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.life_words import RESULT
from kiosk.ui.counter.return_props import SLIPS, ReturnEntry, ReturnProps, id_fault
from kiosk.ui.counter.tick_lines import TickLines
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.choice import Choices
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

_LONGEST_NAME, _LONGEST_NUMBER, _LONGEST_NOTE = 200, 40, 500
_ADDRESS = "Địa chỉ gửi qua bưu chính"
_WHEN_KEPT = (
    "Đánh dấu bản chính đã giữ để đối chiếu và nay trả lại; người nhận ký giấy trả lại bản chính."
)


class ReturnForm(Box):
    """Four cards; ``changed``: something was entered by hand."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        whole = Column(look, 12, (0, 0, 8, 0), self)
        column = Column(look, 8, (20, 12, 20, 14), whole.add(Card(look)))
        self._who_title = column.add(Label(look, RESULT.who, "h2"))
        self.to = column.add(Choices(look, RESULT.who))
        self._who = column.add(Label(look, "", "input", marked=True))
        self._names = column.add(Box(look))
        inside = Column(look, 8, (0, 0, 0, 0), self._names)
        row = inside.nest(Row(look, 12))
        self.name = row.add(Field(look, "Họ và tên người nhận thay", limit=_LONGEST_NAME), 3)
        self.number = row.add(Field(look, "Số căn cước", limit=_LONGEST_NUMBER), 2)
        self.authorized = inside.add(CheckLine(look, "Đã xem giấy ủy quyền"))
        self.address = column.add(Field(look, _ADDRESS, limit=_LONGEST_NOTE))
        self._slip_card = Card(look)
        column = _card(look, whole, "Giấy hẹn", self._slip_card)
        self.slip = column.add(Choices(look, "Giấy hẹn", SLIPS))
        self._identity = column.add(Box(look))
        inside = Column(look, 4, (0, 0, 0, 0), self._identity)
        self.compared = inside.add(CheckLine(look, "Đã đối chiếu căn cước của người nhận"))
        self.signed = inside.add(CheckLine(look, "Người nhận đã ký vào sổ trả kết quả"))
        self._originals_card = Card(look)
        column = _card(look, whole, "Trả lại bản chính", self._originals_card)
        self.originals = column.add(TickLines(look))
        column.add(Label(look, _WHEN_KEPT, "caption", "ink_2"))
        column = _card(look, whole, "Ghi chú")
        self.note = column.add(Field(look, "Ghi chú", limit=_LONGEST_NOTE))
        whole.fill()
        for choices in (self.to, self.slip):
            choices.chosen.connect(lambda _: self.changed.emit())
        for tick in self._ticks().values():
            tick.toggled.connect(lambda _: self.changed.emit())
        self.originals.changed.connect(self.changed)
        for field in (self.name, self.number, self.address, self.note):
            field.edited.connect(lambda _: self.changed.emit())
        self.number.edit.editingFinished.connect(self._on_number)

    def entry(self) -> ReturnEntry:
        """What was entered."""
        ticks = {key: tick.isChecked() for key, tick in self._ticks().items()}
        return ReturnEntry(
            to=self.to.current or ReturnEntry().to,
            name=self.name.text(),
            id_number=self.number.text(),
            slip=self.slip.current,
            note=self.note.text(),
            address=self.address.text(),
            originals=self.originals.chosen(),
            **ticks,
        )

    def show_entry(self, entry: ReturnEntry) -> None:
        """Show what was entered."""
        self.choose_receiver(entry.to)
        self.choose_slip(entry.slip)
        for field, text in (
            (self.name, entry.name),
            (self.number, entry.id_number),
            (self.note, entry.note),
            (self.address, entry.address),
        ):
            if field.text() != text:
                field.set_text(text)
        for key, tick in self._ticks().items():
            tick.blockSignals(True)
            tick.setChecked(getattr(entry, key))
            tick.blockSignals(False)
            tick.update()
        self.originals.show_chosen(entry.originals)

    def set_props(self, props: ReturnProps) -> None:
        """Show what follows from it."""
        say(self._who_title, props.handed.who)
        self.to.setAccessibleName(props.handed.who)
        self.to.set_options(props.receivers)
        say(self._who, props.who)
        self._names.setVisible(props.names)
        self.address.setVisible(not props.slip)
        self.address.edit.setPlaceholderText(props.address)
        self._slip_card.setVisible(props.slip)
        self._identity.setVisible(props.identity)
        self._originals_card.setVisible(bool(props.originals))
        if tuple(self.originals.ticks) != props.originals:
            chosen = self.originals.chosen()
            self.originals.offer((name, name) for name in props.originals)
            self.originals.show_chosen(chosen)
        self.note.edit.setAccessibleName(props.note_name)
        self.note.edit.setPlaceholderText("" if props.slip else props.note_name)

    def choose_receiver(self, key: str) -> None:
        """Choose who takes the result."""
        self.to.choose(key)
        self.to.update()

    def choose_slip(self, key: str) -> None:
        """Say whether the slip was brought; an empty key takes it back."""
        if key:
            self.slip.choose(key)
            self.slip.update()
        else:
            self.slip.choose_none()

    def fill_in(self, name: str, number: str, *, sure: bool) -> None:
        """Fill in a representative from a card; ``sure`` values get a tick."""
        self.name.set_text(name, ticked=sure)
        self.number.set_text(number, ticked=True)

    def first(self) -> QWidget:
        """What holds the focus first."""
        segments = self.to.segments
        return next((one for one in segments if one.isChecked()), segments[0])

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [
            *self.to.segments,
            self.name.edit,
            self.number.edit,
            self.authorized,
            self.address.edit,
            *self.slip.segments,
            self.compared,
            self.signed,
            *self.originals.ticks.values(),
            self.note.edit,
        ]

    def _ticks(self) -> dict[str, CheckLine]:
        return {
            "authorized": self.authorized,
            "compared": self.compared,
            "signed": self.signed,
        }

    def _on_number(self) -> None:
        from kiosk.ui.counter.receive.form import spaced_id

        self.number.set_error(id_fault(self.number.text()))
        self.number.edit.setText(spaced_id(self.number.text()))


def _card(look: Look, whole: Column, title: str, card: Card | None = None) -> Column:
    column = Column(look, 8, (20, 12, 20, 14), whole.add(card or Card(look)))
    column.add(Label(look, title, "h2"))
    return column
