"""The fields of work: prefix, names, icon, order, offered or not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.office.entries import FieldEntry, FieldSeen
from kiosk.refusal import Refused
from kiosk.ui.admin.counters.props import (
    CountersSeen,
    FieldRow,
    derive_fields,
    icon_options,
    limit_text,
    read_limit,
    unserved,
)
from kiosk.ui.admin.keeping.ordered import OrderedPage
from kiosk.ui.admin.keeping.page import Plan
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_FREE = "Chữ đứng trước số trên phiếu, ví dụ HT-016. Không đổi được nữa sau khi đã dùng."
_NO_LIMIT = "không giới hạn"
_FIXED = "Ký hiệu đã in trên phiếu hoặc đã có thủ tục nên giữ nguyên."


class FieldsPage(OrderedPage[FieldEntry]):
    """A field is never taken away, for papers name it; it is no longer offered instead."""

    title = "Lĩnh vực"
    words = "Người dân chọn lĩnh vực ở ki-ốt rồi lấy số. Tên và thứ tự đổi được lúc nào cũng được."
    add_words = "Thêm lĩnh vực"
    order_words = "Thứ tự này là thứ tự ở ki-ốt."

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.seen: dict[str, FieldSeen] = {}
        self.table: Table[FieldRow] = Table(
            look,
            "Các lĩnh vực",
            (
                TableColumn("Ký hiệu", lambda row: row.prefix, 100, bold=True),
                TableColumn("Tên", lambda row: row.name),
                TableColumn("Tiếng Anh", lambda row: row.name_en),
                TableColumn("Quầy", lambda row: row.counters, 90),
                TableColumn("Mỗi ngày", lambda row: row.limit, 90),
                TableColumn("Tình trạng", lambda row: self._state(row).text, 200, pill=self._state),
            ),
            key=lambda row: row.key,
            empty="Chưa có lĩnh vực nào.",
        )
        form = QWidget()
        column = Column(look, 12, (20, 16, 20, 16), form)
        self.prefix = column.add(Field(look, "Ký hiệu", limit=4))
        self.hint = column.add(Label(look, _FREE, "caption", "ink_2"))
        self.name = column.add(Field(look, "Tên lĩnh vực", limit=80))
        self.name_en = column.add(Field(look, "Tên tiếng Anh", limit=80))
        row = column.nest(Row(look, 12))
        self.icon = row.add(ChoiceField(look, "Hình ở ki-ốt", icon_options(""), icons=True), 3)
        self.limit = row.add(Field(look, "Số lượt mỗi ngày", hint=_NO_LIMIT, limit=4), 2)
        self.offered = column.add(CheckLine(look, "Đang tiếp nhận, ki-ốt cấp số"))
        column.fill()
        for field in (self.prefix, self.name, self.name_en, self.limit):
            field.edited.connect(lambda _: self.edited())
            field.submitted.connect(self.submit)
        self.icon.edited.connect(lambda _: self.edited())
        self.offered.clicked.connect(lambda _: self.edited())
        self.lay(form)

    def look_at(self, seen: CountersSeen) -> None:
        """Show the fields as they stand."""
        self.seen = {one.id: one for one in seen.fields}
        said = unserved(seen)
        self.banner.setVisible(bool(said))
        if said:
            self.banner.set_words("Có lĩnh vực chưa ai nhận", said)
        self.see({one.id: one.entry for one in seen.fields}, derive_fields(seen))

    def blank(self) -> FieldEntry:
        return FieldEntry("", "", "", "doc")

    def fill(self, entry: FieldEntry, *, new: bool) -> None:
        row = self.table.current
        here = self.seen.get(row.key) if row is not None else None
        used = not new and here is not None and here.used
        self.prefix.setEnabled(not used)
        self.prefix.edit.setEnabled(not used)
        say(self.hint, _FIXED if used else _FREE)
        self.prefix.set_text(entry.prefix)
        self.name.set_text(entry.name)
        self.name_en.set_text(entry.name_en)
        self.icon.set_options(icon_options(entry.icon))
        self.icon.choose(entry.icon)
        self.limit.set_text(limit_text(entry.daily_limit))
        self.offered.setChecked(entry.active)

    def typed(self, base: FieldEntry) -> FieldEntry:
        return replace(
            base,
            prefix=self.prefix.text(),
            name=self.name.text(),
            name_en=self.name_en.text(),
            icon=self.icon.current,
            daily_limit=read_limit(self.limit.text()),
            active=self.offered.isChecked(),
        )

    def named(self, entry: FieldEntry) -> str:
        return f"lĩnh vực {entry.name}"

    def changing(self, entry: FieldEntry, seen: FieldEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.changing_field(entry, seen)

        return plan

    def adding(self, entry: FieldEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.adding_field(entry)

        return plan

    def ordering(self, keys: tuple[str, ...], seen: tuple[str, ...]) -> Plan:
        prefixes, before = (
            tuple(self.entries[key].prefix for key in order) for order in (keys, seen)
        )

        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.ordering_fields(prefixes, before)

        return plan

    def question(self, entry: FieldEntry, seen: FieldEntry) -> Question | None:
        if entry.active or not seen.active:
            return None
        waiting = sum(one.waiting for one in self.seen.values() if one.entry == seen)
        waits = f" {waiting} số đang chờ vẫn được gọi." if waiting else ""
        return Question(
            f"Thôi nhận lĩnh vực {seen.name}?",
            f"Ki-ốt không cấp số mới cho lĩnh vực này.{waits} Hồ sơ đã nhận vẫn giữ nguyên; "
            "bấm “Hoàn tác” để trở lại.",
            "Chưa",
            "Thôi nhận",
        )

    def beside(self, refusal: Refused) -> Any:
        if refusal.code.startswith("field.prefix_"):
            return self.prefix
        if refusal.code == "field.malformed":
            return self.name_en if refusal.details.get("english") else self.name
        return {
            "field.name_taken": self.name,
            "field.icon_unknown": self.icon,
            "field.limit_absurd": self.limit,
        }.get(refusal.code)

    def stops(self) -> tuple[QWidget, ...]:
        return (
            self.prefix.edit, self.name.edit, self.name_en.edit, self.icon.box,
            self.limit.edit, self.offered,
        )  # fmt: skip

    def _state(self, row: FieldRow) -> Any:
        return self.state_of(row, row.state)
