"""What an act of a dossier's life asks: papers, dossiers, a day, an agency, a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.act_props import ActProps
from kiosk.ui.counter.batch_card import BatchCard
from kiosk.ui.counter.life_seen import ActEntry, Before
from kiosk.ui.counter.missing_card import MissingCard
from kiosk.ui.counter.tick_lines import TickLines
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.day_strip import DayStrip
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.listed_field import ListedField
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.text_box import TextBox
from kiosk.ui.theme.look import Look
from kiosk.ui.typed_day import typed_day
from kiosk.ui.words import day

_MANAGER = "Người quản lý cho phép vì"
_EXCEPTION = "Cần người quản lý"
_HEAD = "Để trống: người đứng đầu"
_LONGEST = 120


class ActForm(Box):
    """One form for all acts; an act shows the cards it asks for. ``changed``: by hand."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        whole = Column(look, 12, (0, 0, 8, 0), self)
        self._notice = whole.add(Notice(look, "warn", "alert", _EXCEPTION))
        self.missing = whole.add(MissingCard(look))
        self.batch = whole.add(BatchCard(look))
        self._chosen_card = whole.add(Card(look))
        column = Column(look, 4, (20, 12, 20, 14), self._chosen_card)
        self._chosen_title = column.add(Label(look, "", "h2"))
        self.chosen = column.add(TickLines(look))
        self._day_card = whole.add(Card(look))
        column = Column(look, 8, (20, 12, 20, 14), self._day_card)
        row = column.nest(Row(look, 16))
        self.day = row.add(Field(look, "Ngày hẹn trả mới", hint="ngày/tháng/năm", limit=20), 1)
        beside = row.nest(Column(look, 0, (0, 0, 0, 10)), 2)
        beside.fill()
        self._day_said = beside.add(Label(look, "", "input", "ink_2"))
        self.strip = column.add(DayStrip(look))
        self._agency_card = whole.add(Card(look))
        column = Column(look, 8, (20, 12, 20, 14), self._agency_card)
        self.agency = column.add(ListedField(look, "Cơ quan", limit=_LONGEST))
        self._signers = column.add(Box(look))
        row = Row(look, 12, (0, 0, 0, 0), self._signers)
        self.title = row.add(Field(look, "Chức vụ người ký", hint=_HEAD, limit=_LONGEST), 1)
        self.signer = row.add(Field(look, "Họ và tên người ký", hint=_HEAD, limit=_LONGEST), 1)
        reason_card = whole.add(Card(look))
        column = Column(look, 8, (20, 12, 20, 14), reason_card)
        self.reason = column.add(TextBox(look, "Lý do"))
        self.remedy = column.add(Field(look, "Khắc phục", limit=500))
        self.exception = column.add(Field(look, _MANAGER, limit=500))
        whole.fill()
        for field in self._fields():
            field.edited.connect(lambda _: self.changed.emit())
        self.reason.edited.connect(lambda _: self.changed.emit())
        self.day.edit.editingFinished.connect(self._on_day)
        self.missing.changed.connect(self.changed)
        self.batch.changed.connect(self.changed)
        self.chosen.changed.connect(self.changed)

    def offer(self, before: Before, choices: tuple[str, ...]) -> None:
        """What may be chosen from; ``choices`` are the papers to tick."""
        self.chosen.offer((name, name) for name in choices)
        self.missing.offer(before.papers)
        self.batch.offer(before.waiting)
        self.agency.offer(tuple(one.name for one in before.bodies))

    def entry(self) -> ActEntry:
        """What was entered."""
        return ActEntry(
            papers=self.missing.papers(),
            codes=self.batch.codes(),
            chosen=self.chosen.chosen(),
            remedy=self.remedy.text(),
            day=self.day.text(),
            agency=self.agency.text(),
            signer_title=self.title.text(),
            signer_name=self.signer.text(),
            reason=self.reason.text(),
            exception=self.exception.text(),
        )

    def show_entry(self, entry: ActEntry) -> None:
        """Show what was entered."""
        self.missing.show_papers(entry.papers)
        self.batch.show_codes(entry.codes)
        self.chosen.show_chosen(entry.chosen)
        texts = (
            entry.day,
            entry.agency,
            entry.signer_title,
            entry.signer_name,
            entry.remedy,
            entry.exception,
        )
        for field, text in zip(self._fields(), texts, strict=True):
            if field.text() != text:
                field.set_text(text)
        if self.reason.text() != entry.reason:
            self.reason.set_text(entry.reason)

    def set_props(self, props: ActProps) -> None:
        """Show what follows from it."""
        asked = props.asked
        self._notice.setVisible(bool(props.warning))
        self._notice.set_words(_EXCEPTION, props.warning)
        self.missing.setVisible(asked.papers)
        self.batch.setVisible(asked.batch)
        self._chosen_card.setVisible(bool(asked.chosen))
        self._chosen_title.setText(asked.chosen)
        self.remedy.setVisible(bool(asked.remedy))
        self.remedy.set_name(asked.remedy)
        self._day_card.setVisible(bool(asked.day))
        self.day.set_name(asked.day)
        say(self._day_said, props.day_said)
        self.strip.set_days(props.days)
        self.strip.setVisible(bool(props.days))
        self._agency_card.setVisible(bool(asked.agency))
        self.agency.set_name(asked.agency, asked.unnamed)
        self._signers.setVisible(asked.signers)
        self.reason.set_name(asked.reason)
        self.exception.setVisible(props.exception)

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [
            *self.missing.focus_order(),
            *self.batch.focus_order(),
            *self.chosen.ticks.values(),
            self.day.edit,
            *self.agency.stops(),
            self.title.edit,
            self.signer.edit,
            self.reason.edit,
            self.remedy.edit,
            self.exception.edit,
        ]

    def first(self) -> QWidget:
        """What holds the focus first."""
        shown = (one for one in self.focus_order() if one.isVisibleTo(self))
        return next(shown, self.reason.edit)

    def _fields(self) -> tuple[Field | ListedField, ...]:
        return (self.day, self.agency, self.title, self.signer, self.remedy, self.exception)

    def _on_day(self) -> None:
        typed = typed_day(self.day.text())
        if typed is not None:
            self.day.set_text(day(typed))
