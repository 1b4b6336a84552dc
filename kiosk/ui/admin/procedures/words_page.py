"""The words people use every day for procedures: list, add, change, remove."""

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.text import fold, squeeze
from kiosk.ui.admin.procedures.room import Room, RoomyCard
from kiosk.ui.admin.procedures.words_props import WordRow, parts_of
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

_TOP = Qt.AlignmentFlag.AlignTop
_SAYS = (
    "Người dân gõ “sổ đỏ”, “giấy độc thân”: máy tìm theo danh sách này, không phân biệt dấu và hoa thường. "
    "Mã thủ tục đứng trước được đề nghị trước."
)


class WordsPage(Room):
    """``back``: to the procedures. ``changed``: other keys."""

    back = Signal()
    changed = Signal()

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__()
        self.host = host
        self._base: WordRow | None = None
        self._written_last = ""
        self._reading = False
        self._undo: tuple[str, WordRow | None] | None = None
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(RoomyCard(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 12))
        head.add(Label(look, "Cách gọi hằng ngày", "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.leave_button = head.add(DeskButton(look, "Về danh sách", "back", "Esc"))
        top.add(Label(look, _SAYS, "body", "ink_2"))
        self.table: Table[WordRow] = Table(
            look,
            "Cách gọi hằng ngày",
            (
                TableColumn("Người dân nói", lambda row: row.said, 300, bold=True),
                TableColumn("Chỉ đến", lambda row: row.target),
            ),
            key=lambda row: row.said,
            empty="Chưa có cách gọi nào.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        under = inside.nest(Column(look, 12, (20, 12, 20, 16)))
        row = under.nest(Row(look, 16))
        self.said = row.add(Field(look, "Người dân nói", limit=100), 2, _TOP)
        self.codes = row.add(Field(look, "Mã thủ tục, cách nhau bằng dấu phẩy"), 2, _TOP)
        self.means = row.add(Field(look, "Hoặc chữ trong tên thủ tục"), 2, _TOP)
        row = under.nest(Row(look, 8))
        self.save = row.add(DeskButton(look, "Ghi cách gọi", "check", "Ctrl S", "primary"))
        self.fresh = row.add(DeskButton(look, "Thêm cách khác", "plus", "F9"))
        self.remove = row.add(DeskButton(look, "Bỏ cách gọi này", "close", "Del"))
        row.fill()
        self.undo = row.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z"))
        self.leave_button.clicked.connect(self.back)
        self.save.clicked.connect(self.submit)
        self.fresh.clicked.connect(self.add_another)
        self.remove.clicked.connect(self.ask_to_remove)
        self.undo.clicked.connect(self.take_back)
        self.table.picked.connect(lambda _: self._take_over())
        self.table.opened.connect(lambda _: self.codes.setFocus())
        for field in (self.said, self.codes, self.means):
            field.submitted.connect(self.submit)
            field.edited.connect(lambda _: self._fit())
        stops = (
            self.leave_button, self.table, self.said.edit, self.codes.edit, self.means.edit,
            self.save, self.fresh, self.remove, self.undo,
        )  # fmt: skip
        for one, following in itertools.pairwise(stops):
            QWidget.setTabOrder(one, following)
        self._fit()

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        keys = [("Ctrl S", "Ghi"), ("F9", "Thêm cách khác")]
        if self.remove.isEnabled():
            keys.append(("Del", "Bỏ"))
        if self._undo is not None:
            keys.append(("Ctrl Z", "Hoàn tác"))
        return (*keys, ("Esc", "Về danh sách"))

    @property
    def unsaved(self) -> bool:
        """Whether something is typed and not written."""
        return self._typed != _typed(self._base)

    def press(self, key: str) -> bool:
        """Take a key by its name."""
        act: dict[str, Callable[[], object]] = {
            "Ctrl S": self.submit,
            "F9": self.add_another,
            "Del": self.ask_to_remove,
            "Ctrl Z": self.take_back,
            "Esc": self.back.emit,
        }
        if key not in act:
            return False
        act[key]()
        return True

    def begin(self) -> None:
        """It is shown."""
        self.read()
        self.table.setFocus()

    def read(self) -> None:
        """Look at the list anew; what is typed stays."""

        def look(unit: "ReadUnit") -> tuple[WordRow, ...]:
            from kiosk.ui.admin.procedures import work

            return work.look_at_words(unit)

        self.host.read(look, self._see)

    def submit(self) -> None:
        """Ctrl S: write the saying; one that is on the list already is changed."""
        said, codes, means = self._typed
        wish = WordRow(squeeze(said), parts_of(codes), parts_of(means))
        before = self._row_of(wish.said)
        self._set(wish, (wish.said, before), f"Đã ghi cách gọi “{wish.said}”.")

    def add_another(self) -> None:
        """F9: empty fields for another saying."""
        self._show(None)
        self.said.setFocus()

    def ask_to_remove(self) -> None:
        """Del: take the chosen saying off the list; asked once."""
        row = self._base
        if row is None or not self.remove.isEnabled():
            return
        question = Question(
            f"Bỏ cách gọi “{row.said}”?",
            f"Người dân gõ “{row.said}” sẽ không được dẫn đến thủ tục nào theo cách gọi này nữa; bấm “Hoàn tác” để lấy lại.",
            "Giữ lại",
            "Bỏ",
        )
        self.host.ask(question, lambda agreed: self._remove(row) if agreed else None)

    def take_back(self) -> None:
        """Ctrl Z: the list as it was before the last act."""
        if self._undo is None:
            return
        said, before = self._undo
        if before is None:
            self._remove(WordRow(said, (), ()), undo=True)
        else:
            self._set(before, None, f"Đã trả lại cách gọi “{said}”.")

    def forget(self) -> None:
        """What is typed and not written is gone."""
        self._show(self.table.current)

    def _set(self, wish: WordRow, undo: tuple[str, WordRow | None] | None, words: str) -> None:
        def plan() -> Any:
            from kiosk.catalogue.everyday import EverydayWord, set_everyday_word

            return set_everyday_word, EverydayWord(wish.said, wish.codes, wish.means)

        self.host.do(plan, lambda _: self._written(wish.said, undo, words), self._not_written)

    def _remove(self, row: WordRow, *, undo: bool = False) -> None:
        def plan() -> Any:
            from kiosk.catalogue.everyday import RemoveEverydayWord, remove_everyday_word

            return remove_everyday_word, RemoveEverydayWord(row.said)

        left = None if undo else (row.said, row)
        self.host.do(plan, lambda _: self._written("", left, f"Đã bỏ cách gọi “{row.said}”."))

    def _written(self, said: str, undo: tuple[str, WordRow | None] | None, words: str) -> None:
        self._undo = undo
        self._written_last = said
        self._show(self._row_of(said))
        self.host.notify(words)
        self.table.setFocus()
        self.read()

    def _not_written(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        field = {"everyday.malformed": self.said, "everyday.no_target": self.codes}.get(error.code)
        if field is None:
            self.host.refuse(error)
            return
        field.set_error(sentence(error))
        field.setFocus()

    def _see(self, rows: tuple[WordRow, ...]) -> None:
        keep = self.unsaved
        self._reading = True
        self.table.set_rows(rows)
        row = self._row_of(self._written_last) if self._written_last else None
        if row is not None:
            self.table.choose(row.said)
        self._reading = False
        self._written_last = ""
        if not keep:
            self._show(self.table.current)
        self._fit()

    def _take_over(self) -> None:
        if not self._reading:
            self._show(self.table.current)

    def _show(self, row: WordRow | None) -> None:
        self._base = row
        for field, text in zip((self.said, self.codes, self.means), _typed(row), strict=True):
            field.set_text(text)
        self._fit()

    @property
    def _typed(self) -> tuple[str, str, str]:
        return self.said.text(), self.codes.text(), self.means.text()

    def _row_of(self, said: str) -> WordRow | None:
        wanted = fold(squeeze(said))
        rows = self.table.rows_model.rows
        return next((row for row in rows if fold(row.said) == wanted), None)

    def _fit(self) -> None:
        self.remove.setEnabled(self._base is not None)
        self.undo.setEnabled(self._undo is not None)
        self.changed.emit()


def _typed(row: WordRow | None) -> tuple[str, str, str]:
    return (row.said, ", ".join(row.codes), ", ".join(row.means)) if row is not None else _NOTHING


_NOTHING = ("", "", "")
