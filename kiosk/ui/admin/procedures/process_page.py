"""The internal process of one procedure: steps changed, ordered, copied, written from a day on."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.papers_props import moved
from kiosk.ui.admin.procedures.process_form import StepForm
from kiosk.ui.admin.procedures.process_props import (
    NEW_STEP,
    ProcessSeen,
    StepLine,
    Version,
    fault_of,
    first_shown,
    held_on,
    squeezed,
    told_sum,
    version_options,
)
from kiosk.ui.admin.procedures.room import Room, RoomyCard
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.ui.typed_day import typed_day
from kiosk.ui.words import day
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

_TOP = Qt.AlignmentFlag.AlignTop
_SAYS = "Hồ sơ nhận từ ngày áp dụng theo các bước này; hồ sơ đã nhận giữ quy trình của mình."
_COPY = Option("", "Chép các bước từ…")


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    step: StepLine


@dataclass(frozen=True, slots=True)
class _Undo:
    """What was written last: from which day, what, and what held on that day before."""

    first_day: date
    before: tuple[StepLine, ...]
    after: tuple[StepLine, ...]


class ProcessPage(Room):
    """``back``: to the procedure. ``changed``: other keys."""

    back = Signal()
    changed = Signal()

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__()
        self.look, self.host = look, host
        self.code = ""
        self.seen: ProcessSeen | None = None
        self.steps: tuple[StepLine, ...] = ()
        self._before: tuple[StepLine, ...] = ()
        self._place = 0
        self._painting = False
        self._undo: _Undo | None = None
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(RoomyCard(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        self._lay_head(inside)
        self.table: Table[_Row] = Table(
            look,
            "Các bước",
            (
                TableColumn("Bước", lambda row: str(row.place + 1), 72, bold=True),
                TableColumn("Việc", lambda row: row.step.name),
                TableColumn("Nơi làm", lambda row: row.step.responsible),
                TableColumn("Thời hạn", lambda row: row.step.limit_words, 170),
            ),
            key=lambda row: str(row.place),
            empty="Chưa có bước nào. Bấm “Thêm bước”, hoặc chép từ thủ tục khác.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        under = inside.nest(Column(look, 12, (20, 12, 20, 16)))
        self.sum = under.add(Label(look, " ", "body", "ink_2", marked=True))
        self.form = under.add(StepForm(look))
        row = under.nest(Row(look, 8))
        self.day = row.add(Field(look, "Áp dụng từ ngày", hint="ngày/tháng/năm", limit=20), 1, _TOP)
        self.copy = row.add(ChoiceField(look, "Thủ tục có sẵn quy trình", (_COPY,)), 2, _TOP)
        ends = under.nest(Row(look, 8))
        self.save = ends.add(DeskButton(look, "Ghi quy trình", "check", "Ctrl S", "primary"))
        self.undo = ends.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z"))
        ends.fill()
        self.up = ends.add(DeskButton(look, "Lên", "up", "F6"))
        self.down = ends.add(DeskButton(look, "Xuống", "down", "F7"))
        self.remove = ends.add(DeskButton(look, "Bỏ bước", "close", "Del"))
        self.add = ends.add(DeskButton(look, "Thêm bước", "plus", "F9"))
        self._connect()

    def _lay_head(self, inside: Column) -> None:
        look = self.look
        top = inside.nest(Column(look, 6, (20, 0, 20, 12)))
        head = top.nest(Row(look, 12))
        head.add(Label(look, "Quy trình nội bộ", "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.leave_button = head.add(DeskButton(look, "Về thủ tục", "back", "Esc"))
        row = top.nest(Row(look, 16))
        told = row.nest(Column(look, 6), 1)
        self.name = told.add(Label(look, " ", "body", "ink_2", elide=True))
        told.add(Label(look, _SAYS, "body", "ink_2"))
        told.fill()
        self.version = row.add(ChoiceField(look, "Quy trình đã đặt"), align=_TOP)

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self.back)
        self.save.clicked.connect(self.submit)
        self.undo.clicked.connect(self.take_back)
        self.add.clicked.connect(self.add_step)
        self.remove.clicked.connect(self.remove_step)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.version.edited.connect(self._choose_version)
        self.copy.edited.connect(self._copy_from)
        self.day.edited.connect(lambda _: self._paint())
        self.day.submitted.connect(self.submit)
        self.table.picked.connect(lambda _: self._pick())
        self.table.opened.connect(lambda _: self.form.begin())
        self.form.edited.connect(self._take)
        self.form.submitted.connect(self.table.setFocus)
        stops = (
            self.leave_button, self.version.box, self.table, *self.form.stops(), self.day.edit,
            self.copy.box, self.save, self.undo, self.up, self.down, self.remove, self.add,
        )  # fmt: skip
        for one, following in itertools.pairwise(stops):
            QWidget.setTabOrder(one, following)

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        keys = [("Ctrl S", "Ghi quy trình")] if self.save.isEnabled() else []
        if self._undo is not None:
            keys.append(("Ctrl Z", "Hoàn tác"))
        return (
            *keys, ("F9", "Thêm bước"), ("Del", "Bỏ bước"), ("F6", "Lên"), ("F7", "Xuống"),
            ("Esc", "Về thủ tục"),
        )  # fmt: skip

    @property
    def unsaved(self) -> bool:
        """Whether the steps differ from those that were looked at."""
        return self.steps != self._before

    def press(self, key: str) -> bool:
        """Take a key by its name."""
        act: dict[str, Callable[[], object]] = {
            "Ctrl S": self.submit,
            "Ctrl Z": self.take_back,
            "F9": self.add_step,
            "Del": self.remove_step,
            "F6": lambda: self._move(-1),
            "F7": lambda: self._move(1),
            "Esc": self.back.emit,
        }
        if key not in act:
            return False
        act[key]()
        return True

    def begin(self, code: str) -> None:
        """Show the process of a procedure."""
        self.code, self.seen, self._undo = code, None, None
        self.steps = self._before = ()
        self.read()
        self.table.setFocus()

    def forget(self) -> None:
        """What was changed and not written is gone."""
        self.steps = self._before

    def read(self) -> None:
        """Look anew; what is changed and not written stays."""
        code = self.code

        def look(unit: "ReadUnit") -> ProcessSeen:
            from kiosk.ui.admin.procedures import process_work

            return process_work.look(unit, code)

        self.host.read(look, self._see)

    # acts

    def submit(self) -> None:
        """Ctrl S: these steps hold from the day on."""
        first_day = typed_day(self.day.text())
        if self.seen is None or not self.save.isEnabled() or self._has_fault():
            return
        self.steps = squeezed(self.steps)
        if first_day is None or first_day < self.seen.today:
            self.day.set_error(sentence(Refused("step.day")))
            self.day.setFocus()
            return
        before = held_on(self.seen.versions, first_day)
        self._write(_Undo(first_day, before, self.steps), "Đã ghi quy trình")

    def take_back(self) -> None:
        """Ctrl Z: what held on that day before, unless somebody set another since."""
        if self._undo is not None:
            last = self._undo
            back = _Undo(last.first_day, last.after, last.before)
            self._write(back, "Đã trả lại quy trình", undo=True)

    def _write(self, wanted: _Undo, words: str, *, undo: bool = False) -> None:
        code, name = self.code, self.code

        def plan() -> Any:
            from kiosk.ui.admin.procedures import process_work

            return process_work.setting(code, wanted.after, wanted.first_day, wanted.before)

        def done(_: Any) -> None:
            self._undo = None if undo else wanted
            self._ended()
            self.host.notify(f"{words} {name}, áp dụng từ {day(wanted.first_day)}.")
            if self.code == code:
                self.steps = self._before = wanted.after
                self.version.choose(wanted.first_day.isoformat())
                self._shown_day = wanted.first_day.isoformat()
                # Away from what is typed: there Ctrl Z would take back letters, not the act.
                self.table.setFocus()
                self.read()

        def not_done(error: BaseException) -> None:
            self._ended()
            if not isinstance(error, Refused):
                raise error
            if error.code == "process.changed_meanwhile":
                self._undo = None
                self.read()
            self.host.refuse(error)

        self.save.set_busy("Đang ghi…")
        self.host.do(plan, done, not_done)

    def _ended(self) -> None:
        self.save.set_busy("")
        self._paint()

    # changing

    def add_step(self) -> None:
        """F9: one more step at the end."""
        self.steps = (*self.steps, NEW_STEP)
        self._place = len(self.steps) - 1
        self._paint()
        self._fill()
        self.form.begin()

    def remove_step(self) -> None:
        """Del: leave the chosen step out; nothing is written before Ctrl S."""
        self.steps = self.steps[: self._place] + self.steps[self._place + 1 :]
        self._place = max(0, min(self._place, len(self.steps) - 1))
        self._paint()
        self._fill()

    def _move(self, by: int) -> None:
        after = moved(self.steps, self._place, by)
        if after != self.steps:
            self.steps = after
            self._place += by
            self._paint()

    def _copy_from(self, code: str) -> None:
        def look(unit: "ReadUnit") -> tuple[StepLine, ...]:
            from kiosk.ui.admin.procedures import process_work

            return process_work.steps_now(unit, code)

        def done(steps: tuple[StepLine, ...]) -> None:
            self._load(steps)
            self.copy.choose("")

        if code:
            self.host.read(look, done)

    def _choose_version(self, key: str) -> None:
        if self.seen is None:
            return
        if self.unsaved:
            self.version.choose(self._shown_day)
            self.version.set_error("Ghi hoặc bỏ phần đang sửa trước.")
            return
        self._shown_day = key
        self._show_version()

    def _take(self) -> None:
        """What is typed into the chosen step."""
        if self.steps:
            at = self._place
            self.steps = (*self.steps[:at], self.form.step(), *self.steps[at + 1 :])
            self._paint()

    def _has_fault(self) -> bool:
        """Whether a step cannot be written; the first such one is shown and told."""
        for place, step in enumerate(self.steps):
            fault = fault_of(step)
            if fault is not None:
                self._place = place
                self._paint()
                self._fill()
                self.form.set_fault(fault)
                return True
        return False

    # showing

    def _see(self, seen: ProcessSeen) -> None:
        if seen.code != self.code:
            return
        first = self.seen is None
        self.seen = seen
        self.name.setText(f"{seen.code} · {seen.name}")
        self.form.offer(seen.departments)
        self.version.set_options(version_options(seen))
        self.copy.set_options((_COPY, *seen.others))
        self.copy.setEnabled(bool(seen.others))
        if first:
            self._shown_day = first_shown(seen)
        self.version.choose(self._shown_day)
        if first or not self.unsaved:
            self._show_version()
        self._paint()

    def _show_version(self) -> None:
        seen = self.seen
        if seen is None:
            return
        shown = next(
            (one for one in seen.versions if one.first_day.isoformat() == self._shown_day),
            Version(seen.today, ()),
        )
        self._before = shown.steps
        self.day.set_text(day(max(shown.first_day, seen.today)))
        self._load(shown.steps)

    def _load(self, steps: tuple[StepLine, ...]) -> None:
        if steps != self.steps:
            self.steps, self._place = steps, 0
        self._paint()
        self._fill()

    def _pick(self) -> None:
        row = self.table.current
        if not self._painting and row is not None and row.place != self._place:
            self._place = row.place
            self._fill()

    def _fill(self) -> None:
        self.form.show_step(self.steps[self._place] if self.steps else None)

    def _paint(self) -> None:
        self._painting = True
        self.table.set_rows(tuple(_Row(at, step) for at, step in enumerate(self.steps)))
        self.table.choose(str(self._place))
        self._painting = False
        told = told_sum(self.steps, self.seen.limits if self.seen is not None else ())
        say(self.sum, told.words)
        self.sum.set_tone("warn" if told.warn else "ink_2")
        self.save.setEnabled(self.seen is not None and (self.unsaved or self._other_day()))
        self.undo.setEnabled(self._undo is not None)
        for each in (self.up, self.down, self.remove):
            each.setEnabled(bool(self.steps))
        self.changed.emit()

    def _other_day(self) -> bool:
        """Whether the steps that are shown would begin to hold on a day on which others hold."""
        first_day = typed_day(self.day.text())
        if self.seen is None or first_day is None:
            return False
        return held_on(self.seen.versions, first_day) != self.steps

    _shown_day = ""
