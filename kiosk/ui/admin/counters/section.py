"""The counters: name, fields, open or closed; changed while the office works."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.counters.props import (
    CounterRow,
    CounterSeen,
    CountersSeen,
    derive_counters,
    unserved,
)
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.choice import ChoiceBox, Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Grid, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

_BOTTOM = Qt.AlignmentFlag.AlignBottom
_OPEN, _CLOSED = "open", "closed"
_ACROSS = 4


class CountersSection(Section):
    """A table of the counters; below it what can be changed of the one chosen."""

    key = "counters"
    title = "Quầy"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self.seen: CountersSeen | None = None
        self.boxes: dict[str, CheckLine] = {}
        self._chosen = -1
        self._undo: CounterSeen | None = None
        column = Column(look, 16, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 16))
        head.add(Label(look, "Quầy và lĩnh vực", "h1"), 1)
        self.more = head.add(DeskButton(look, "Thêm một quầy", "plus", "Ctrl T", "outline"))
        words = (
            "Đổi được trong giờ làm việc: số đang gọi và đang phục vụ vẫn ở nguyên quầy. "
            "Ki-ốt, quầy và màn hình sảnh tự theo."
        )
        top.add(Label(look, words, "body", "ink_2"))
        self.banner = top.add(Notice(look, "warn", "alert", ""))
        self.table: Table[CounterRow] = Table(
            look,
            "Các quầy",
            (
                TableColumn("Số", lambda row: str(row.number), 70, bold=True),
                TableColumn("Tên", lambda row: row.name, 220),
                TableColumn("Nhận lĩnh vực", lambda row: row.serves),
                TableColumn("Tình trạng", lambda row: row.state.text, 220, pill=lambda r: r.state),
            ),
            key=lambda row: row.key,
            empty="Chưa có quầy nào.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        under = inside.nest(Column(look, 8, (20, 12, 20, 16)))
        self._grid = under.nest(Grid(look, 4))
        foot = under.nest(Row(look, 16))
        self.name = foot.add(Field(look, "Tên quầy", limit=40), 1)
        options = (Option(_OPEN, "Đang mở"), Option(_CLOSED, "Đóng"))
        self.open = foot.add(ChoiceBox(look, "Mở hay đóng", options), align=_BOTTOM)
        self.undo = foot.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z", "outline"), 0, _BOTTOM)
        self.save = foot.add(
            DeskButton(look, "Ghi quầy này", "check", "Ctrl S", "primary", "action"), 0, _BOTTOM
        )
        self.table.picked.connect(lambda _: self._take_over())
        self.more.clicked.connect(self.add)
        self.undo.clicked.connect(self.take_back)
        self.save.clicked.connect(self.submit)
        self._take_over()

    @property
    def keys(self) -> Keys:
        keys: Keys = (("Ctrl S", "Ghi quầy này"), ("Ctrl T", "Thêm một quầy"))
        return (*keys, ("Ctrl Z", "Hoàn tác")) if self._undo is not None else keys

    def enter(self) -> None:
        self.read()
        self.table.setFocus()

    def changed(self) -> None:
        self.read()

    def press(self, key: str) -> bool:
        act = {"Ctrl S": self.submit, "Ctrl T": self.add, "Ctrl Z": self.take_back}.get(key)
        if act is None:
            return False
        act()
        return True

    def read(self) -> None:
        """Look at the counters anew; what is ticked and typed stays."""

        def look(unit: "ReadUnit") -> CountersSeen:
            from kiosk.ui.admin.counters import work

            return work.look(unit)

        self.host.read(look, self._see)

    def submit(self) -> None:
        """Ctrl S: the chosen counter shall be as the fields say."""
        before = self._current()
        if before is None:
            return
        fields = tuple(prefix for prefix, box in self.boxes.items() if box.isChecked())
        wanted = CounterSeen(
            before.number, self.name.text().strip(), fields, self.open.current == _OPEN
        )
        self._change(before, wanted, undo=False)

    def take_back(self) -> None:
        """Ctrl Z: the counter changed last is as it was before."""
        before = self._undo
        seen = self.seen
        if before is None or seen is None:
            return
        now = next((one for one in seen.counters if one.number == before.number), None)
        if now is not None:
            self._change(now, before, undo=True)

    def add(self) -> None:
        """Ctrl T: one counter more."""

        def plan() -> Any:
            from kiosk.ui.admin.counters import work

            return work.adding()

        def done(fact: Any) -> None:
            self.host.notify(f"Đã thêm Quầy {fact.number}. Chọn lĩnh vực cho quầy rồi ghi.")
            self.read()
            self._chosen = -1

        self.host.do(plan, done)

    def _change(self, before: CounterSeen, wanted: CounterSeen, *, undo: bool) -> None:
        def plan() -> Any:
            from kiosk.office.counters_keeping import ChangeCounter
            from kiosk.ui.admin.counters import work

            wish = ChangeCounter(
                wanted.number, wanted.name, wanted.fields, wanted.active, before.as_seen
            )
            return work.changing(wish)

        def done(_: object) -> None:
            self._undo = None if undo else before
            self._chosen = -1
            self.host.notify(f"Đã {'trả lại' if undo else 'ghi'} {before.name}.")
            self.read()

        self.host.do(plan, done, self._not_done)

    def _not_done(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if error.code == "counter.malformed":
            self.name.set_error(sentence(error))
            self.name.setFocus()
        else:
            self.host.refuse(error)

    def _current(self) -> CounterSeen | None:
        row, seen = self.table.current, self.seen
        if row is None or seen is None:
            return None
        return next(one for one in seen.counters if one.number == row.number)

    def _see(self, seen: CountersSeen) -> None:
        fields = self.seen.fields if self.seen is not None else ()
        self.seen = seen
        if seen.fields != fields:
            self._build_boxes(seen)
        said = unserved(seen)
        self.banner.setVisible(bool(said))
        if said:
            self.banner.set_words("Có lĩnh vực chưa ai nhận", said)
        self.table.set_rows(derive_counters(seen))
        self._take_over()

    def _build_boxes(self, seen: CountersSeen) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {field.prefix: CheckLine(self.look, field.name) for field in seen.fields}
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at // _ACROSS, at % _ACROSS)
        self._chosen = -1
        stops = (self.more, self.table, *self.boxes.values(), self.name.edit, self.open)
        for one, following in pairwise((*stops, self.undo, self.save)):
            QWidget.setTabOrder(one, following)

    def _take_over(self) -> None:
        """The chosen counter's values into the fields, once: what is changed then stays."""
        one = self._current()
        self.save.setEnabled(one is not None)
        self.undo.setVisible(self._undo is not None)
        if one is not None and one.number != self._chosen:
            self._chosen = one.number
            self.name.set_text(one.name)
            self.open.choose(_OPEN if one.active else _CLOSED)
            for prefix, box in self.boxes.items():
                box.setChecked(prefix in one.fields)
        self.host.keys_changed()
