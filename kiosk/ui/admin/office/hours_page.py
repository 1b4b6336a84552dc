"""The opening sessions: the week at the left, the chosen day's sessions at the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.clock import local
from kiosk.office.calendar import WEEKDAYS
from kiosk.office.week import Week
from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.page import DRAFT
from kiosk.ui.admin.keeping.whole import Plan, WholePage
from kiosk.ui.admin.office.day_form import DayForm
from kiosk.ui.admin.office.hours_props import (
    DayRow,
    HoursSeen,
    TypedWeek,
    derive_question,
    derive_week,
    read_week,
    written,
)
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_WORKDAYS = range(5)
_WORDS = (
    "Ki-ốt chỉ cấp số trong giờ tiếp dân. Ngày hẹn của hồ sơ đã nhận không đổi; hồ sơ nhận từ nay "
    "tính theo giờ mới. Nghỉ lễ, làm bù: ghi ở mục Lịch làm."
)
_LATER = "Giờ theo mùa chưa hẹn trước được ở bản này: đến ngày đổi thì sửa tại đây."
_UNREAD = "Ghi giờ như 07:30."


class HoursPage(WholePage[TypedWeek]):
    """The whole week is written at once; a day that is typed and not written says so."""

    title = "Giờ tiếp nhận"
    what = "giờ tiếp nhận"
    save_words = "Ghi cả tuần"

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.seen: HoursSeen | None = None
        self._week = TypedWeek()
        self._day = 0
        self.table: Table[DayRow] = Table(
            look,
            "Các ngày trong tuần",
            (
                TableColumn("Ngày", lambda row: row.name, 172, bold=True),
                TableColumn("Tiếp dân", lambda row: row.public),
                TableColumn("Tính vào thời hạn", lambda row: row.counting),
                TableColumn("Tình trạng", lambda row: self._state(row).text, 156, pill=self._state),
            ),
            key=lambda row: row.key,
        )
        row = Row(look, 16, (16, 16, 16, 16), self)
        inside = Column(look, 0, (1, 16, 1, 12), row.add(Card(look), 1))
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        top.add(Label(look, self.title, "h1"))
        top.add(Label(look, _WORDS, "body", "ink_2"))
        inside.add(self.table, 1)
        foot = inside.nest(Column(look, 0, (20, 8, 20, 4)))
        foot.add(Label(look, _LATER, "caption", "ink_2"))
        inside = Column(look, 0, (1, 16, 1, 1), row.add(Card(look, width=430)))
        head = inside.nest(Row(look, 12, (20, 0, 20, 12)))
        self.heading = head.add(Label(look, WEEKDAYS[0], "h2"), 1)
        self.day_form = DayForm(look)
        self.lay_form(inside, self.day_form)
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _: self._begin_typing())
        self.day_form.edited.connect(self.edited)
        self.day_form.submitted.connect(self.submit)
        self.day_form.spread.connect(self.spread)
        self.end()

    @property
    def keys(self) -> Keys:
        return (("Ctrl T", "Thêm buổi"), *super().keys)

    def press(self, key: str) -> bool:
        if key != "Ctrl T":
            return super().press(key)
        if self.form.isEnabled():
            self.day_form.add_line()
        return True

    def look_at(self, seen: HoursSeen) -> None:
        """Show the week as it stands."""
        self.seen = seen
        self.see(written(seen.week))

    def begin(self) -> None:
        self.table.setFocus()

    def after_writing(self) -> None:
        self.table.setFocus()

    def spread(self) -> None:
        """Monday to Friday shall be as the chosen day."""
        days = list(self._kept().days)
        for at in _WORKDAYS:
            days[at] = days[self._day]
        self._week = TypedWeek(*days)
        self._fit()

    def fill(self, entry: TypedWeek) -> None:
        self._week = entry
        self.day_form.fill(entry.days[self._day])

    def typed(self, base: TypedWeek) -> TypedWeek:
        return self._kept()

    def readable(self, entry: TypedWeek) -> bool:
        wrong = read_week(entry)
        if isinstance(wrong, Week):
            return True
        self.table.choose(str(wrong.day))
        line = self.day_form.line_of(wrong.session)
        field = line.closes if wrong.closes else line.opens
        field.set_error(_UNREAD)
        self.go_to(field)
        return False

    def changing(self, entry: TypedWeek, seen: TypedWeek) -> Plan:
        wanted, before = read_week(entry), read_week(seen)
        assert isinstance(wanted, Week)
        assert isinstance(before, Week)

        def plan() -> Any:
            from kiosk.ui.admin.office import work

            return work.changing_hours(wanted, before)

        return plan

    def now(self, fact: Any) -> TypedWeek:
        return written(fact.entry)

    def question(self, entry: TypedWeek, seen: TypedWeek) -> Question | None:
        week, before = read_week(entry), read_week(seen)
        if self.seen is None or not isinstance(week, Week) or not isinstance(before, Week):
            return None
        try:
            return derive_question(replace(self.seen, week=before), week)
        except Refused:
            # No week at all: the use-case says why.
            return None

    def beside(self, refusal: Refused) -> Any:
        """The day that is meant is brought into sight; its sentence is said for the page."""
        weekday = refusal.details.get("weekday")
        if weekday in WEEKDAYS:
            self.table.choose(str(WEEKDAYS.index(str(weekday))))
        return None

    def stops(self) -> tuple[QWidget, ...]:
        return (self.table, *self.day_form.stops())

    def _begin_typing(self) -> None:
        first = self.day_form.lines[0].opens
        self.go_to(first if first.isVisibleTo(self) else self.day_form.more)

    def _pick(self, row: DayRow) -> None:
        if int(row.key) != self._day:
            self._week = self._kept()
            self._day = int(row.key)
            self.day_form.fill(self._week.days[self._day])
            self._fit()

    def _kept(self) -> TypedWeek:
        days = list(self._week.days)
        days[self._day] = self.day_form.typed()
        return TypedWeek(*days)

    def _fit(self) -> None:
        super()._fit()
        now = self.seen.now if self.seen is not None else self.host.clock.now()
        today: date = local(now).date()
        self.table.set_rows(derive_week(self._kept(), today))
        self.table.viewport().update()
        self.heading.setText(WEEKDAYS[self._day])
        self.day_form.spread_out.setEnabled(self._day in _WORKDAYS)

    def _state(self, row: DayRow) -> Any:
        at = int(row.key)
        if self._base is not None and self._kept().days[at] != self._base.days[at]:
            return DRAFT
        return row.state
