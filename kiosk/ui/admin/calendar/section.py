"""The calendar: a year's days off and days made up for; change one, confirm all."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.calendar.props import (
    KINDS,
    NOT_MOVED,
    DayRow,
    YearSeen,
    derive_year,
    read_day,
)
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import ChoiceBox, Choices, Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.office.calendar_keeping import SetDay
    from kiosk.storage.units import ReadUnit

_BOTTOM = Qt.AlignmentFlag.AlignBottom


class CalendarSection(Section):
    """One year at a time."""

    key = "calendar"
    title = "Lịch làm việc"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self.seen: YearSeen | None = None
        self._year = 0
        self._undo: SetDay | None = None
        column = Column(look, 16, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 16))
        self._title = head.add(Label(look, self.title, "h1"), 1)
        self.years = head.add(Choices(look, "Năm"))
        self.confirm = head.add(DeskButton(look, "Xác nhận cả năm", "check", "F9", "outline"))
        top.add(Label(look, NOT_MOVED, "body", "ink_2"))
        self.banner = top.add(Notice(look, "warn", "alert", ""))
        self.table: Table[DayRow] = Table(
            look,
            "Các ngày của năm",
            (
                TableColumn("Ngày", lambda row: row.day, 200, bold=True),
                TableColumn("Là ngày", lambda row: row.kind.text, 150, pill=lambda r: r.kind),
                TableColumn("Tên", lambda row: row.name),
                TableColumn("Nguồn", lambda row: row.source, 216),
                TableColumn(
                    "Đối chiếu", lambda row: row.confirmed.text, 180, pill=lambda r: r.confirmed
                ),
            ),
            key=lambda row: row.key,
            empty="Chưa có ngày nào.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        foot = inside.nest(Row(look, 16, (20, 12, 20, 16)))
        self.day = foot.add(Field(look, "Ngày", limit=10), 1)
        self.kind = foot.add(
            ChoiceBox(look, "Là ngày", tuple(Option(key, words) for key, words in KINDS)),
            align=_BOTTOM,
        )
        self.name = foot.add(Field(look, "Tên ngày", limit=120), 2)
        self.undo = foot.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z", "outline"), 0, _BOTTOM)
        self.save = foot.add(
            DeskButton(look, "Ghi ngày này", "check", "Ctrl S", "primary", "action"), 0, _BOTTOM
        )
        self.years.chosen.connect(lambda year: self.read(int(year)))
        self.confirm.clicked.connect(self.ask_to_confirm)
        self.save.clicked.connect(self.submit)
        self.undo.clicked.connect(self.take_back)
        self.table.picked.connect(lambda _: self._take_over())
        self._paint()

    @property
    def keys(self) -> Keys:
        keys: Keys = (("Ctrl S", "Ghi ngày này"),)
        if self.confirm.isEnabled():
            keys = (("F9", "Xác nhận cả năm"), *keys)
        return (*keys, ("Ctrl Z", "Hoàn tác")) if self._undo is not None else keys

    def enter(self) -> None:
        self.read(self._year)
        self.table.setFocus()

    def changed(self) -> None:
        self.read(self._year)

    def press(self, key: str) -> bool:
        act = {"F9": self.ask_to_confirm, "Ctrl S": self.submit, "Ctrl Z": self.take_back}.get(key)
        if act is None:
            return False
        act()
        return True

    def read(self, year: int) -> None:
        """Look at a year; 0 is this one."""
        self._year = year

        def look(unit: "ReadUnit") -> YearSeen:
            from kiosk.ui.admin.calendar import work

            return work.look(unit, year)

        self.host.read(look, self._see)

    def ask_to_confirm(self) -> None:
        """F9: the whole year is right."""
        seen = self.seen
        if seen is None or not self.confirm.isEnabled():
            return
        question = Question(
            f"Xác nhận lịch năm {seen.year}?",
            "Các ngày nghỉ và làm bù của năm đã được đối chiếu. Từng ngày vẫn sửa được sau này.",
            "Chưa xác nhận",
            "Xác nhận",
        )
        self.host.ask(question, lambda agreed: self._confirm(seen.year) if agreed else None)

    def submit(self) -> None:
        """Ctrl S: write the day that stands in the fields."""
        seen = self.seen
        if seen is None or self.save.busy:
            return
        day = read_day(self.day.text(), seen.year)
        if day is None:
            self.day.set_error("Ghi ngày như 24/11/2026.")
            self.day.setFocus()
            return
        self._set(day, self.kind.current, self.name.text().strip(), undo=False)

    def take_back(self) -> None:
        """Ctrl Z: the day written last is as it was before."""
        before, self._undo = self._undo, None
        if before is not None:
            self._set(before.date, before.kind, before.name, undo=True)

    def _set(self, day: date, kind: str, name: str, *, undo: bool) -> None:
        before = self._as_it_was(day)

        def plan() -> Any:
            from kiosk.office.calendar_keeping import SetDay
            from kiosk.ui.admin.calendar import work

            return work.setting(SetDay(day, kind, name))

        def done(_: object) -> None:
            self.save.set_busy("")
            if not undo:
                from kiosk.office.calendar_keeping import SetDay

                self._undo = SetDay(day, *before)
            words = "Đã trả lại" if undo else "Đã ghi"
            self.host.notify(f"{words} ngày {day:%d/%m/%Y}.")
            self.read(day.year)

        self.save.set_busy("Đang ghi…")
        self.host.do(plan, done, self._not_done)

    def _as_it_was(self, day: date) -> tuple[str, str]:
        days = self.seen.days if self.seen is not None else ()
        return next(((one.kind, one.name) for one in days if one.date == day), ("normal", ""))

    def _confirm(self, year: int) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.calendar import work

            return work.confirming(year)

        def done(_: object) -> None:
            self.host.notify(f"Đã xác nhận lịch năm {year}.")
            self.read(year)

        self.host.do(plan, done)

    def _not_done(self, error: BaseException) -> None:
        self.save.set_busy("")
        if not isinstance(error, Refused):
            raise error
        fields = {"calendar.day_needs_name": self.name, "calendar.name_malformed": self.name}
        field = fields.get(error.code)
        if field is None:
            self.host.refuse(error)
        else:
            field.set_error(sentence(error))
            field.setFocus()

    def _see(self, seen: YearSeen) -> None:
        self.seen, self._year = seen, seen.year
        self._paint()

    def _paint(self) -> None:
        props = derive_year(self.seen)
        self._title.setText(props.title)
        self.years.set_options(tuple(Option(str(year), str(year)) for year in props.years))
        self.years.choose(str(self._year))
        self._keep_tab_order()
        self.banner.setVisible(bool(props.banner))
        if props.banner:
            self.banner.set_words("Lịch cần đối chiếu", props.banner)
        self.table.set_rows(props.rows)
        self.confirm.set_reason("" if props.can_confirm else "Đã xác nhận")
        self.undo.setVisible(self._undo is not None)
        self.host.keys_changed()

    def _keep_tab_order(self) -> None:
        # Years that were not there before would come last.
        order = (
            *self.years.segments,
            self.confirm,
            self.table,
            self.day.edit,
            self.kind,
            self.name.edit,
            self.undo,
            self.save,
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _take_over(self) -> None:
        """The chosen day's values into the fields."""
        row = self.table.current
        seen = self.seen
        if row is None or seen is None:
            return
        day = next(one for one in seen.days if one.date.isoformat() == row.key)
        self.day.set_text(f"{day.date:%d/%m/%Y}")
        self.kind.choose(day.kind)
        self.name.set_text(day.name)
