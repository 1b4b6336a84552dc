"""One procedure: whether citizens see it, where it is filed, its parts, the editor of one part."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.admin.procedures.editor import Draft, PartEditor
from kiosk.ui.admin.procedures.props import Detail, PartRow
from kiosk.ui.admin.procedures.room import RoomyCard
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.choice import ChoiceBox, Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_NO_FIELD = Option("", "Chưa xếp lĩnh vực")
_DRAFT = Pill("Chưa ghi", "edit", "warn")
_SHOW, _MOVE, _HIDE = "Mở nhận", "Chuyển lĩnh vực", "Thôi nhận"


class DetailCard(RoomyCard):
    """``picked`` tells that another part is chosen or something is typed: keys may change.

    What is typed for a part is kept until it is written or dropped, also while others are read.
    """

    picked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.detail: Detail | None = None
        self.drafts: dict[tuple[str, str], Draft] = {}
        inside = Column(look, 0, (1, 16, 1, 1), self)
        top = inside.nest(Column(look, 8, (20, 0, 20, 12)))
        self.name = top.add(Label(look, " ", "h2", elide=True))
        self.line = top.add(Label(look, " ", "body", "ink_2", elide=True))
        row = top.nest(Row(look, 12))
        self.field = row.add(ChoiceBox(look, "Xếp vào lĩnh vực"), 1)
        self.show_button = row.add(DeskButton(look, _SHOW, "", "F9", "primary"))
        self.table: Table[PartRow] = Table(
            look,
            "Các phần của thủ tục",
            (
                TableColumn("Phần", lambda row: row.title, 140),
                TableColumn("Đang dùng", lambda row: row.shown),
                TableColumn("Văn phòng", self._state_text, 116, pill=self._state),
            ),
            key=lambda row: row.part,
            empty="Chọn một thủ tục ở bảng bên.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        under = inside.nest(Column(look, 12, (20, 12, 20, 16)))
        self.editor = under.add(PartEditor(look))
        row = under.nest(Row(look, 8))
        self.save = row.add(DeskButton(look, "Ghi phần này", "check", "Ctrl S", "primary"))
        self.drop = row.add(DeskButton(look, "Theo công bố"))
        row.fill()
        self.undo = row.add(DeskButton(look, "Hoàn tác", "back"))
        self.table.picked.connect(lambda _: self._take_over())
        self.table.opened.connect(lambda _: self.editor.begin())
        self.editor.edited.connect(self._keep_draft)
        self.editor.submitted.connect(self.save.click)
        self.field.activated.connect(lambda _: self._fit())
        self.set_detail(None, ())
        self.set_undo(False)

    @property
    def part(self) -> PartRow | None:
        """The chosen part."""
        return self.table.current if self.detail is not None else None

    @property
    def act(self) -> str:
        """What F9 does now: its words, or nothing."""
        return self.show_button.text() if self.show_button.isEnabled() else ""

    def set_detail(self, detail: Detail | None, fields: tuple[Option, ...]) -> None:
        """Show a procedure; a field chosen and not yet written is kept for the same procedure."""
        before = self.detail
        same = before is not None and detail is not None and before.code == detail.code
        chosen = (
            self.field.current if same and before and self.field.current != before.field else None
        )
        self.detail = detail
        self.name.setText(detail.name if detail is not None else "Chưa chọn thủ tục")
        self.line.setText(detail.line if detail is not None else " ")
        self._fill_fields(detail.field if detail is not None else "", fields)
        if chosen is not None:
            self.field.choose(chosen)
        self.table.set_rows(detail.parts if detail is not None else ())
        self.table.viewport().update()
        self._take_over()

    def set_undo(self, there: bool) -> None:
        """Whether the last act can be taken back."""
        self.undo.setEnabled(there)

    def forget_drafts(self) -> None:
        """What was typed and not written is gone."""
        self.drafts.clear()
        self._take_over()

    def drop_draft(self) -> None:
        """What was typed for the chosen part is gone."""
        if self.detail is not None and self.part is not None:
            self.drafts.pop((self.detail.code, self.part.part), None)
            self._take_over()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (
            self.field, self.show_button, self.table, *self.editor.stops(), self.save, self.drop,
            self.undo,
        )  # fmt: skip

    def _fill_fields(self, current: str, fields: tuple[Option, ...]) -> None:
        options = fields if current else (_NO_FIELD, *fields)
        if tuple(self.field.itemData(at) for at in range(self.field.count())) != tuple(
            option.key for option in options
        ):
            self.field.clear()
            for option in options:
                self.field.addItem(option.text, option.key)
        self.field.choose(current)

    def _take_over(self) -> None:
        part = self.part
        key = (
            (self.detail.code, part.part) if self.detail is not None and part is not None else None
        )
        self.editor.set_part(part, self.drafts.get(key) if key is not None else None)
        self._fit()

    def _keep_draft(self) -> None:
        if self.detail is None or self.part is None:
            return
        key, draft = (self.detail.code, self.part.part), self.editor.draft
        if draft is None:
            self.drafts.pop(key, None)
        else:
            self.drafts[key] = draft
        self.table.viewport().update()
        self._fit()

    def _fit(self) -> None:
        detail, part = self.detail, self.part
        self.field.setEnabled(detail is not None)
        self.show_button.setEnabled(detail is not None)
        if detail is not None:
            moved = self.field.current != detail.field
            words = _SHOW if not detail.offered else _MOVE if moved else _HIDE
            self.show_button.set_text(words)
            self.show_button.set_kind("outline" if words == _HIDE else "primary")
        self.save.setEnabled(self.editor.draft is not None)
        self.drop.setEnabled(part is not None and bool(part.by))
        self.picked.emit()

    def _state(self, row: PartRow) -> Pill | None:
        if self.detail is not None and (self.detail.code, row.part) in self.drafts:
            return _DRAFT
        return row.state

    def _state_text(self, row: PartRow) -> str:
        state = self._state(row)
        return state.text if state is not None else ""
