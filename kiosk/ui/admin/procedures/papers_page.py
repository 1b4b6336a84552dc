"""The required papers of one procedure: change a line, add, leave out, order, write all at once."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.papers_props import (
    KINDS,
    NEED,
    count_typed,
    moved,
    with_line,
    without_line,
)
from kiosk.ui.admin.procedures.props import Detail, PaperLine
from kiosk.ui.admin.procedures.room import Room, RoomyCard
from kiosk.ui.admin.section import Keys
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.choice import ChoiceBox
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

_TOP = Qt.AlignmentFlag.AlignTop
_KIND_WORDS = {option.key: option.text for option in KINDS}
_SHORT_KINDS = {**_KIND_WORDS, "note": "Ghi chú"}


@dataclass(frozen=True, slots=True)
class _Line:
    place: int
    paper: PaperLine


class PapersPage(Room):
    """``back``: to the procedure. ``wanted`` tells that the list shall be written; ``changed`` keys."""

    back = Signal()
    wanted = Signal()
    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.code = ""
        self.lines: tuple[PaperLine, ...] = ()
        self._before: tuple[PaperLine, ...] = ()
        self._place = 0
        self._painting = False
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(RoomyCard(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 6, (20, 0, 20, 12)))
        head = top.nest(Row(look, 12))
        head.add(Label(look, "Giấy tờ của thủ tục", "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.leave_button = head.add(DeskButton(look, "Về thủ tục", "back", "Esc"))
        self.save = head.add(DeskButton(look, "Ghi danh sách", "check", "Ctrl S", "primary"))
        self.name = top.add(Label(look, " ", "body", "ink_2", elide=True))
        self.table: Table[_Line] = Table(
            look,
            "Giấy tờ",
            (
                TableColumn("TT", lambda line: str(line.place + 1), 64),
                TableColumn("Giấy tờ", lambda line: line.paper.name),
                TableColumn("Bản chính", lambda line: str(line.paper.originals), 100),
                TableColumn("Bản sao", lambda line: str(line.paper.copies), 90),
                TableColumn("Cách dùng", lambda line: _SHORT_KINDS[line.paper.kind], 110),
                TableColumn(
                    "Bắt buộc", lambda line: "Bắt buộc" if line.paper.required else "Khi cần", 110
                ),
                TableColumn("Trường hợp", lambda line: line.paper.case, 180),
            ),
            key=lambda line: str(line.place),
            empty="Thủ tục chưa có giấy tờ nào. Bấm “Thêm giấy”.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        under = inside.nest(Column(look, 12, (20, 12, 20, 16)))
        row = under.nest(Row(look, 16))
        self.paper = row.add(Field(look, "Tên giấy tờ", limit=2000), 5, _TOP)
        self.originals = row.add(Field(look, "Bản chính", limit=3), 1, _TOP)
        self.copies = row.add(Field(look, "Bản sao", limit=3), 1, _TOP)
        self.case = row.add(Field(look, "Trường hợp", limit=500), 2, _TOP)
        row = under.nest(Row(look, 8))
        self.kind = row.add(ChoiceBox(look, "Cách dùng", KINDS))
        self.need = row.add(ChoiceBox(look, "Có bắt buộc không", NEED))
        row.fill()
        self.up = row.add(DeskButton(look, "Lên", "up", "F6"))
        self.down = row.add(DeskButton(look, "Xuống", "down", "F7"))
        self.remove = row.add(DeskButton(look, "Bỏ giấy này", "close", "Del"))
        self.add = row.add(DeskButton(look, "Thêm giấy", "plus", "F9"))
        self._connect()

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self.back)
        self.save.clicked.connect(self.submit)
        self.add.clicked.connect(self.add_line)
        self.remove.clicked.connect(self.remove_line)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.table.picked.connect(lambda _: self._pick())
        self.table.opened.connect(lambda _: self.paper.setFocus())
        for field in (self.paper, self.originals, self.copies, self.case):
            field.edited.connect(lambda _: self._take())
            field.submitted.connect(self.table.setFocus)
        for box in (self.kind, self.need):
            box.activated.connect(lambda _: self._take())
        stops = (
            self.leave_button, self.save, self.table, self.paper.edit, self.originals.edit,
            self.copies.edit, self.case.edit, self.kind, self.need, self.up, self.down,
            self.remove, self.add,
        )  # fmt: skip
        for one, following in itertools.pairwise(stops):
            QWidget.setTabOrder(one, following)

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        keys = [("Ctrl S", "Ghi danh sách")] if self.unsaved else []
        return (
            *keys, ("F9", "Thêm giấy"), ("Del", "Bỏ giấy"), ("F6", "Lên"), ("F7", "Xuống"),
            ("Esc", "Về thủ tục"),
        )  # fmt: skip

    @property
    def unsaved(self) -> bool:
        """Whether the list differs from the one written."""
        return self.lines != self._before

    def press(self, key: str) -> bool:
        """Take a key by its name."""
        act: dict[str, Callable[[], object]] = {
            "Ctrl S": self.submit,
            "F9": self.add_line,
            "Del": self.remove_line,
            "F6": lambda: self._move(-1),
            "F7": lambda: self._move(1),
            "Esc": self.back.emit,
        }
        if key not in act:
            return False
        act[key]()
        return True

    def begin(self, detail: Detail) -> None:
        """Show the papers of a procedure."""
        self.code = detail.code
        self.name.setText(f"{detail.code} · {detail.name}")
        self.lines = self._before = detail.papers
        self._place = 0
        self._paint()
        self._fill()
        self.table.setFocus()

    def forget(self) -> None:
        """What was changed and not written is gone."""
        self.lines = self._before

    def settle(self) -> None:
        """The list is written: it is the one that stands."""
        self._before = self.lines

    def submit(self) -> None:
        """Ctrl S: have the list written, if every line can be read."""
        if self.unsaved and self._take():
            self.wanted.emit()

    def refuse(self, refusal: Refused) -> None:
        """Say beside the name why the list was not written."""
        self.paper.set_error(sentence(refusal))
        self.paper.setFocus()

    def add_line(self) -> None:
        """F9: one more paper at the end."""
        self.lines = (*self.lines, PaperLine("", originals=1))
        self._place = len(self.lines) - 1
        self._paint()
        self._fill()
        self.paper.setFocus()

    def remove_line(self) -> None:
        """Del: leave the chosen paper out; nothing is written before Ctrl S."""
        self.lines = without_line(self.lines, self._place)
        self._place = max(0, min(self._place, len(self.lines) - 1))
        self._paint()
        self._fill()

    def _move(self, by: int) -> None:
        after = moved(self.lines, self._place, by)
        if after != self.lines:
            self.lines = after
            self._place += by
            self._paint()

    def _take(self) -> bool:
        """What is typed into the chosen line; False where it cannot be read."""
        if not self.lines:
            return True
        for field in (self.paper, self.originals, self.copies):
            field.set_error("")
        field = self.originals
        try:
            originals = count_typed(self.originals.text())
            field = self.copies
            copies = count_typed(self.copies.text())
            field = self.paper
            line = PaperLine(
                self.paper.text(), originals, copies, self.kind.current,
                self.need.current == "yes", self.case.text().strip(),
            )  # fmt: skip
            self.lines = with_line(self.lines, self._place, line)
        except Refused as refusal:
            field.set_error(sentence(refusal))
            return False
        self._paint()
        return True

    def _pick(self) -> None:
        line = self.table.current
        if not self._painting and line is not None and line.place != self._place:
            self._place = line.place
            self._fill()

    def _fill(self) -> None:
        line = self.lines[self._place] if self.lines else PaperLine("")
        self.paper.set_text(line.name)
        self.originals.set_text(str(line.originals))
        self.copies.set_text(str(line.copies))
        self.case.set_text(line.case)
        self.kind.choose(line.kind)
        self.need.choose("yes" if line.required else "no")
        for each in (self.paper, self.originals, self.copies, self.case):
            each.edit.setEnabled(bool(self.lines))
        for box in (self.kind, self.need, self.remove, self.up, self.down):
            box.setEnabled(bool(self.lines))

    def _paint(self) -> None:
        self._painting = True
        self.table.set_rows(tuple(_Line(at, paper) for at, paper in enumerate(self.lines)))
        self.table.choose(str(self._place))
        self._painting = False
        self.save.setEnabled(self.unsaved)
        self.changed.emit()
