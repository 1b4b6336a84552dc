"""The priority groups: names, order of service, in use or not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.office.entries import GroupEntry
from kiosk.refusal import Refused
from kiosk.ui.admin.counters.props import CountersSeen, GroupRow, derive_groups
from kiosk.ui.admin.keeping.ordered import OrderedPage
from kiosk.ui.admin.keeping.page import Plan
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look


class GroupsPage(OrderedPage[GroupEntry]):
    """A group is never taken away, for numbers name it; it is no longer in use instead."""

    title = "Diện ưu tiên"
    words = (
        "Người dân tự chọn diện của mình ở ki-ốt. Không có thứ tự chung cho cả nước: "
        "văn phòng tự quyết định."
    )
    add_words = "Thêm diện"
    order_words = "Diện đứng trước được gọi trước. Số đã cấp giữ thứ tự cũ."

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.table: Table[GroupRow] = Table(
            look,
            "Các diện ưu tiên",
            (
                TableColumn("Thứ tự", lambda row: row.place, 90, bold=True),
                TableColumn("Tên", lambda row: row.name),
                TableColumn("Tiếng Anh", lambda row: row.name_en),
                TableColumn("Tình trạng", lambda row: self._state(row).text, 150, pill=self._state),
            ),
            key=lambda row: row.key,
            empty="Chưa có diện ưu tiên nào.",
        )
        form = QWidget()
        column = Column(look, 12, (20, 16, 20, 16), form)
        self.name = column.add(Field(look, "Tên diện", limit=120))
        self.name_en = column.add(Field(look, "Tên tiếng Anh", limit=120))
        self.in_use = column.add(CheckLine(look, "Đang dùng, hiện ở ki-ốt"))
        column.fill()
        for field in (self.name, self.name_en):
            field.edited.connect(lambda _: self.edited())
            field.submitted.connect(self.submit)
        self.in_use.clicked.connect(lambda _: self.edited())
        self.lay(form)

    def look_at(self, seen: CountersSeen) -> None:
        """Show the groups as they stand."""
        self.see({one.code: one for one in seen.groups}, derive_groups(seen))

    def blank(self) -> GroupEntry:
        return GroupEntry("", "", "")

    def fill(self, entry: GroupEntry, *, new: bool) -> None:
        self.name.set_text(entry.name)
        self.name_en.set_text(entry.name_en)
        self.in_use.setChecked(entry.active)
        self.in_use.setEnabled(not new)

    def typed(self, base: GroupEntry) -> GroupEntry:
        return replace(
            base,
            name=self.name.text(),
            name_en=self.name_en.text(),
            active=self.in_use.isChecked(),
        )

    def named(self, entry: GroupEntry) -> str:
        return f"diện {entry.name}"

    def changing(self, entry: GroupEntry, seen: GroupEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.changing_group(entry, seen)

        return plan

    def adding(self, entry: GroupEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.adding_group(entry)

        return plan

    def ordering(self, keys: tuple[str, ...], seen: tuple[str, ...]) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.ordering_groups(keys, seen)

        return plan

    def question(self, entry: GroupEntry, seen: GroupEntry) -> Question | None:
        if entry.active or not seen.active:
            return None
        return Question(
            "Thôi dùng diện ưu tiên này?",
            f"**{seen.name}** không còn ở ki-ốt. Số đã cấp vẫn được ưu tiên như cũ; bấm “Hoàn tác” "
            "để trở lại.",
            "Chưa",
            "Thôi dùng",
        )

    def beside(self, refusal: Refused) -> Any:
        if refusal.code == "group.malformed" and refusal.details.get("english"):
            return self.name_en
        return self.name if refusal.code in ("group.malformed", "group.name_taken") else None

    def stops(self) -> tuple[QWidget, ...]:
        return (self.name.edit, self.name_en.edit, self.in_use)

    def _state(self, row: GroupRow) -> Any:
        return self.state_of(row, row.state)
