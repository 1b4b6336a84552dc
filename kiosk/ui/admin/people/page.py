"""Everybody in a table; the chosen one's entry beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.office.entries import MANAGER, PersonEntry
from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.page import KeepingPage, Plan
from kiosk.ui.admin.people.pin_part import PinPart
from kiosk.ui.admin.people.props import (
    ROLE_OPTIONS,
    PeopleSeen,
    PersonRow,
    counter_options,
    derive_people,
)
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_TOP = Qt.AlignmentFlag.AlignTop


class PeoplePage(KeepingPage[PersonEntry]):
    """Codes stay: papers and the log name people by them."""

    title = "Cán bộ của văn phòng"
    words = "Người được công khai hiện ở ki-ốt với họ tên, chức danh, lĩnh vực và điện thoại."
    add_words = "Thêm cán bộ"
    form_width = 470

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.table: Table[PersonRow] = Table(
            look,
            "Cán bộ",
            (
                TableColumn("Mã", lambda row: row.key, 80, bold=True),
                TableColumn("Họ và tên", lambda row: row.name),
                TableColumn("Chức danh", lambda row: row.title),
                TableColumn("Quầy", lambda row: row.counter, 100),
                TableColumn("Tình trạng", lambda row: self._state(row).text, 170, pill=self._state),
            ),
            key=lambda row: row.key,
            empty="Chưa có ai.",
        )
        form = QWidget()
        column = Column(look, 10, (20, 16, 20, 16), form)
        row = column.nest(Row(look, 12))
        self.code = row.add(Field(look, "Mã", limit=20), 3, _TOP)
        self.name = row.add(Field(look, "Họ và tên", limit=120), 5, _TOP)
        row = column.nest(Row(look, 12))
        self.titled = row.add(Field(look, "Chức danh", limit=120), 4, _TOP)
        self.phone = row.add(Field(look, "Điện thoại", limit=40), 3, _TOP)
        self.work = column.add(Field(look, "Lĩnh vực phụ trách", limit=200))
        row = column.nest(Row(look, 12))
        self.role = row.add(ChoiceField(look, "Vai trò", ROLE_OPTIONS), 1, _TOP)
        self.counter = row.add(ChoiceField(look, "Quầy"), 1, _TOP)
        self.public = column.add(CheckLine(look, "Công khai ở ki-ốt"))
        self.head = column.add(CheckLine(look, "Lãnh đạo văn phòng, đứng đầu trang cán bộ"))
        self.pins = column.add(PinPart(look))
        column.fill()
        for field in (self.code, self.name, self.titled, self.phone, self.work):
            field.edited.connect(lambda _: self.edited())
            field.submitted.connect(self.submit)
        for choice in (self.role, self.counter):
            choice.edited.connect(lambda _: self.edited())
        for check in (self.public, self.head):
            check.clicked.connect(lambda _: self.edited())
        self.lay(form)

    @property
    def person(self) -> PersonRow | None:
        """Who is chosen; None while somebody new is written down."""
        return None if self._adding else self.table.current

    def look_at(self, seen: PeopleSeen) -> None:
        """Show everybody as they stand."""
        self.counter.set_options(counter_options(seen))
        self.see({one.entry.code: one.entry for one in seen.people}, derive_people(seen))
        self.pins.show_person(self.person)

    def blank(self) -> PersonEntry:
        return PersonEntry("", "", "")

    def fill(self, entry: PersonEntry, *, new: bool) -> None:
        self.code.setEnabled(new)
        self.code.edit.setEnabled(new)
        for field, text in (
            (self.code, entry.code),
            (self.name, entry.name),
            (self.titled, entry.title),
            (self.phone, entry.phone),
            (self.work, entry.field),
        ):
            field.set_text(text)
        self.role.choose(entry.role)
        self.counter.choose(str(entry.counter) if entry.counter is not None else "")
        self.public.setChecked(entry.public)
        self.head.setChecked(entry.is_head)
        self.pins.forget()

    def typed(self, base: PersonEntry) -> PersonEntry:
        counter = self.counter.current
        return replace(
            base,
            code=self.code.text(),
            name=self.name.text(),
            title=self.titled.text(),
            role=self.role.current,
            counter=int(counter) if counter else None,
            field=self.work.text(),
            phone=self.phone.text(),
            public=self.public.isChecked(),
            is_head=self.head.isChecked(),
        )

    def named(self, entry: PersonEntry) -> str:
        return entry.name

    def changing(self, entry: PersonEntry, seen: PersonEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.changing(entry, seen)

        return plan

    def adding(self, entry: PersonEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.adding(entry)

        return plan

    def question(self, entry: PersonEntry, seen: PersonEntry) -> Question | None:
        if seen.role != MANAGER or entry.role == MANAGER:
            return None
        return Question(
            f"{seen.name} thôi vai trò lãnh đạo?",
            "Người này không còn vào được màn hình điều hành; bấm “Hoàn tác” để trở lại.",
            "Chưa",
            "Thôi vai trò lãnh đạo",
        )

    def beside(self, refusal: Refused) -> Any:
        if refusal.code == "person.line_malformed":
            return self.phone if refusal.details.get("phone") else self.work
        return {
            "person.code_missing": self.code,
            "person.code_malformed": self.code,
            "person.code_taken": self.code,
            "person.name_malformed": self.name,
            "person.title_malformed": self.titled,
            "person.last_manager": self.role,
            "counter.unknown": self.counter,
        }.get(refusal.code)

    def stops(self) -> tuple[QWidget, ...]:
        fields = (self.code, self.name, self.titled, self.phone, self.work)
        return (
            *(field.edit for field in fields), self.role.box, self.counter.box, self.public,
            self.head, *self.pins.stops(),
        )  # fmt: skip

    def _fit(self) -> None:
        # First, for the key bar tells what can be done for this person.
        self.pins.show_person(self.person)
        super()._fit()

    def _state(self, row: PersonRow) -> Any:
        return self.state_of(row, row.state)
