"""The counters: name, fields, open or closed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.office.entries import CounterEntry
from kiosk.refusal import Refused
from kiosk.ui.admin.counters.props import (
    CounterRow,
    CountersSeen,
    derive_counters,
    left_by,
    unserved,
)
from kiosk.ui.admin.keeping.page import KeepingPage, Plan
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look


class CountersPage(KeepingPage[CounterEntry]):
    """A new counter is there at once, with the next free number; then it is given its fields."""

    title = "Quầy"
    words = (
        "Đổi được trong giờ làm việc: số đang gọi và đang phục vụ vẫn ở nguyên quầy. "
        "Ki-ốt, quầy và màn hình sảnh tự theo."
    )
    add_words = "Thêm một quầy"

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.seen = CountersSeen((), ())
        self.boxes: dict[str, CheckLine] = {}
        self._box_words: tuple[tuple[str, str], ...] = ()
        self.table: Table[CounterRow] = Table(
            look,
            "Các quầy",
            (
                TableColumn("Số", lambda row: row.key, 60, bold=True),
                TableColumn("Tên", lambda row: row.name, 130),
                TableColumn("Nhận lĩnh vực", lambda row: row.serves),
                TableColumn("Đang ngồi", lambda row: row.officer, 150),
                TableColumn("Tình trạng", lambda row: self._state(row).text, 180, pill=self._state),
            ),
            key=lambda row: row.key,
            empty="Chưa có quầy nào.",
        )
        form = QWidget()
        column = Column(look, 12, (20, 16, 20, 16), form)
        self.name = column.add(Field(look, "Tên quầy", limit=40))
        self.open = column.add(CheckLine(look, "Quầy đang mở"))
        column.add(Label(look, "Quầy này nhận", "caption", "ink_2", weight=600))
        self._checks = column.nest(Column(look, 2))
        column.fill()
        self.name.edited.connect(lambda _: self.edited())
        self.name.submitted.connect(self.submit)
        self.open.clicked.connect(lambda _: self.edited())
        self.lay(form)

    def look_at(self, seen: CountersSeen) -> None:
        """Show the counters as they stand."""
        self.seen = seen
        self._make_boxes(seen)
        said = unserved(seen)
        self.banner.setVisible(bool(said))
        if said:
            self.banner.set_words("Có lĩnh vực chưa ai nhận", said)
        entries = {str(one.entry.number): one.entry for one in seen.counters}
        self.see(entries, derive_counters(seen))

    def add(self) -> None:
        """Ctrl T: one counter more."""
        if not self.save.busy:
            self._add(CounterEntry(0, ""))

    def fill(self, entry: CounterEntry, *, new: bool) -> None:
        self.name.set_text(entry.name)
        self.open.setChecked(entry.active)
        for prefix, box in self.boxes.items():
            box.setChecked(prefix in entry.fields)

    def typed(self, base: CounterEntry) -> CounterEntry:
        fields = tuple(prefix for prefix, box in self.boxes.items() if box.isChecked())
        return replace(base, name=self.name.text(), fields=fields, active=self.open.isChecked())

    def named(self, entry: CounterEntry) -> str:
        return entry.name

    def changing(self, entry: CounterEntry, seen: CounterEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.changing_counter(entry, seen)

        return plan

    def adding(self, entry: CounterEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.adding_counter()

        return plan

    def question(self, entry: CounterEntry, seen: CounterEntry) -> Question | None:
        said = []
        closes = seen.active and not entry.active
        here = next((one for one in self.seen.counters if one.entry.number == entry.number), None)
        if closes and here is not None and here.officer:
            said.append(f"**{here.officer}** đang ngồi ở quầy này và sẽ rời quầy.")
        for field in left_by(self.seen, entry):
            waits = f" {field.waiting} số đang chờ." if field.waiting else ""
            said.append(f"Không còn quầy nào nhận **{field.entry.name}**.{waits}")
        if not said:
            return None
        words = " ".join((*said, "Bấm “Hoàn tác” để trở lại như trước."))
        title = f"Đóng {seen.name}?" if closes else f"Ghi {seen.name} như vậy?"
        return Question(title, words, "Xem lại", "Đóng quầy" if closes else "Ghi")

    def beside(self, refusal: Refused) -> Any:
        return self.name if refusal.code == "counter.malformed" else None

    def stops(self) -> tuple[QWidget, ...]:
        return (self.name.edit, self.open, *self.boxes.values())

    def _make_boxes(self, seen: CountersSeen) -> None:
        words = tuple(
            (
                one.entry.prefix,
                one.entry.name if one.entry.active else f"{one.entry.name} (đang thôi nhận)",
            )
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

    def _state(self, row: CounterRow) -> Any:
        return self.state_of(row, row.state)
