"""The departments that decide on dossiers: name, head, fields, order, in use or not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.office.entries import DepartmentEntry
from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.ordered import OrderedPage
from kiosk.ui.admin.keeping.page import Plan
from kiosk.ui.admin.office.departments_props import (
    DepartmentRow,
    DepartmentsSeen,
    derive_departments,
    unanswered,
)
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_LONGEST = 120
_TOP = Qt.AlignmentFlag.AlignTop


class DepartmentsPage(OrderedPage[DepartmentEntry]):
    """A department is never taken away, for dossiers name it; it is no longer in use instead."""

    title = "Cơ quan giải quyết"
    words = (
        "Nơi nhận khi bàn giao hồ sơ. Nơi nào chậm thì người đứng đầu nơi ấy ký văn bản xin lỗi "
        "và hẹn lại (Mẫu số 04)."
    )
    add_words = "Thêm cơ quan"
    order_words = "Quầy thấy nơi giải quyết lĩnh vực của hồ sơ trước, rồi theo thứ tự này."
    form_width = 450

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.boxes: dict[str, CheckLine] = {}
        self._box_words: tuple[tuple[str, str], ...] = ()
        self.table: Table[DepartmentRow] = Table(
            look,
            "Các cơ quan giải quyết",
            (
                TableColumn("Tên", lambda row: row.name, bold=True),
                TableColumn("Người đứng đầu", lambda row: row.head, 170),
                TableColumn("Lĩnh vực", lambda row: row.fields, 110),
                TableColumn("Tình trạng", lambda row: self._state(row).text, 170, pill=self._state),
            ),
            key=lambda row: row.key,
            empty="Chưa có cơ quan nào. Khi bàn giao, quầy tự ghi tên nơi nhận.",
        )
        form = QWidget()
        column = Column(look, 10, (20, 16, 20, 16), form)
        self.name = column.add(Field(look, "Tên cơ quan, phòng", limit=_LONGEST))
        hint = "Để trống: như của văn phòng"
        self.parent_name = column.add(Field(look, "Cơ quan chủ quản", hint=hint, limit=_LONGEST))
        row = column.nest(Row(look, 12))
        self.head_title = row.add(Field(look, "Chức vụ người đứng đầu", limit=_LONGEST), 1, _TOP)
        self.phone = row.add(Field(look, "Điện thoại", limit=40), 1, _TOP)
        self.head_name = column.add(
            Field(look, "Họ và tên người đứng đầu", hint="Để trống: ký rồi ghi tên", limit=_LONGEST)
        )
        self.in_use = column.add(CheckLine(look, "Đang dùng, hiện khi bàn giao"))
        column.add(Label(look, "Giải quyết lĩnh vực", "caption", "ink_2", weight=600))
        self._checks = column.nest(Column(look, 2))
        column.fill()
        for field in self._fields():
            field.edited.connect(lambda _: self.edited())
            field.submitted.connect(self.submit)
        self.in_use.clicked.connect(lambda _: self.edited())
        self.lay(form)

    def look_at(self, seen: DepartmentsSeen) -> None:
        """Show the departments as they stand."""
        self._make_boxes(seen)
        said = unanswered(seen)
        self.banner.setVisible(bool(said))
        if said:
            self.banner.set_words("Chưa có nơi giải quyết", said)
        self.see(dict(seen.departments), derive_departments(seen))

    def blank(self) -> DepartmentEntry:
        return DepartmentEntry("")

    def fill(self, entry: DepartmentEntry, *, new: bool) -> None:
        texts = (entry.name, entry.parent, entry.head_title, entry.phone, entry.head_name)
        for field, text in zip(self._fields(), texts, strict=True):
            field.set_text(text)
        self.in_use.setChecked(entry.active)
        for prefix, box in self.boxes.items():
            box.setChecked(prefix in entry.fields)

    def typed(self, base: DepartmentEntry) -> DepartmentEntry:
        return replace(
            base,
            name=self.name.text(),
            parent=self.parent_name.text(),
            head_name=self.head_name.text(),
            head_title=self.head_title.text(),
            phone=self.phone.text(),
            fields=tuple(prefix for prefix, box in self.boxes.items() if box.isChecked()),
            active=self.in_use.isChecked(),
        )

    def named(self, entry: DepartmentEntry) -> str:
        return entry.name

    def changing(self, entry: DepartmentEntry, seen: DepartmentEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.office import work

            return work.changing_department(entry, seen)

        return plan

    def adding(self, entry: DepartmentEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.office import work

            return work.adding_department(entry)

        return plan

    def ordering(self, keys: tuple[str, ...], seen: tuple[str, ...]) -> Plan:
        names, before = (tuple(self.entries[key].name for key in order) for order in (keys, seen))

        def plan() -> Any:
            from kiosk.ui.admin.office import work

            return work.ordering_departments(names, before)

        return plan

    def question(self, entry: DepartmentEntry, seen: DepartmentEntry) -> Question | None:
        if entry.active or not seen.active:
            return None
        return Question(
            f"Thôi dùng {seen.name}?",
            "Quầy không còn bàn giao hồ sơ mới đến đây. Hồ sơ đang ở đó và giấy tờ đã lập vẫn giữ "
            "tên này; bấm “Hoàn tác” để trở lại.",
            "Chưa",
            "Thôi dùng",
        )

    def beside(self, refusal: Refused) -> Any:
        if refusal.code == "department.line_malformed":
            parts = {
                "parent": self.parent_name,
                "head_name": self.head_name,
                "head_title": self.head_title,
                "phone": self.phone,
            }
            return parts.get(str(refusal.details.get("part")))
        name = ("department.malformed", "department.name_taken")
        return self.name if refusal.code in name else None

    def stops(self) -> tuple[QWidget, ...]:
        edits = (field.edit for field in self._fields())
        return (*edits, self.in_use, *self.boxes.values())

    def _fields(self) -> tuple[Field, ...]:
        return (self.name, self.parent_name, self.head_title, self.phone, self.head_name)

    def _make_boxes(self, seen: DepartmentsSeen) -> None:
        words = tuple(
            (one.prefix, one.name if one.active else f"{one.name} (đang thôi nhận)")
            for one in seen.fields
        )
        if words == self._box_words:
            return
        self._box_words = words
        ticked = {prefix for prefix, box in self.boxes.items() if box.isChecked()}
        for box in self.boxes.values():
            self._checks.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for prefix, text in words:
            box = self._checks.add(CheckLine(self.look, text, ticked=prefix in ticked))
            box.clicked.connect(lambda _: self.edited())
            box.show()
            self.boxes[prefix] = box
        self.keep_tab_order()

    def _state(self, row: DepartmentRow) -> Any:
        return self.state_of(row, row.state)
