"""One part of a procedure in the manager's hands: what was announced, and what shall stand."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.admin.procedures.props import BY_OFFICER, UNITS, PartRow
from kiosk.ui.parts.choice import ChoiceBox
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.text_box import TextBox
from kiosk.ui.theme.look import Look

_LONGEST_LINE = 1500


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed for a part; ``unit`` only for a limit."""

    text: str
    unit: str = ""


def begins_with(part: PartRow) -> Draft:
    """What the editor shows before anything is typed."""
    if part.kind != "limit":
        return Draft(part.typed)
    amount, _, unit = part.typed.partition(" ")
    return Draft(amount, unit)


class PartEditor(QWidget):
    """``edited`` tells every change by hand, ``submitted`` Enter in a line."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._part: PartRow | None = None
        column = Column(look, 6, (0, 0, 0, 0), self)
        self.announced = column.add(Label(look, " ", "body", "ink_2", elide=True))
        self.by = column.add(Label(look, " ", "body", "ink_2", elide=True))
        row = column.nest(Row(look, 12))
        self.line = row.add(Field(look, "Giá trị", limit=_LONGEST_LINE), 1)
        self.unit = row.add(ChoiceBox(look, "Tính bằng", UNITS), 0, Qt.AlignmentFlag.AlignBottom)
        self.box = column.add(TextBox(look, "Giá trị", lines=3))
        self.papers = column.add(DeskButton(look, "Sửa danh sách giấy tờ", "edit", "F4"))
        self.process = column.add(DeskButton(look, "Sửa quy trình nội bộ", "edit", "F5"))
        self.line.edited.connect(lambda _: self.edited.emit())
        self.box.edited.connect(lambda _: self.edited.emit())
        self.unit.activated.connect(self._on_unit)
        self.line.submitted.connect(self.submitted)
        self.set_part(None, None)

    @property
    def draft(self) -> Draft | None:
        """What is typed, if it differs from what stands."""
        part = self._part
        if part is None or part.kind in ("papers", "process"):
            return None
        if part.kind == "lines":
            now = Draft(self.box.text())
        elif part.kind == "limit":
            now = Draft(
                self.line.text() if self.unit.current != BY_OFFICER else "", self.unit.current
            )
        else:
            now = Draft(self.line.text())
        return now if now != begins_with(part) else None

    def set_part(self, part: PartRow | None, draft: Draft | None) -> None:
        """Show a part, with what was typed for it before; what is typed in the same part stays."""
        if part is not None and part == self._part and draft == self.draft:
            return
        self._part = part
        kind = part.kind if part is not None else "line"
        self.line.setVisible(kind in ("line", "money", "limit"))
        self.unit.setVisible(kind == "limit")
        self.box.setVisible(kind == "lines")
        self.papers.setVisible(kind == "papers")
        self.process.setVisible(kind == "process")
        self.setEnabled(part is not None)
        if part is None:
            self.line.set_text("")
            say(self.announced, "Chọn một phần để sửa.")
            say(self.by, "")
            return
        one_line = " ".join(part.announced.split())
        say(self.announced, f"Công bố: {one_line}" if kind != "process" else one_line)
        say(self.by, f"Văn phòng sửa: {part.by}" if part.by else "")
        typed = draft or begins_with(part)
        for field in (self.line, self.box):
            field.set_text(typed.text)
        self.line.set_name(part.title if kind != "money" else f"{part.title} (đồng)")
        self.box.set_name(part.title)
        self.unit.choose(typed.unit)
        self._fit_unit()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong beside the field."""
        field = self.box if self._part is not None and self._part.kind == "lines" else self.line
        field.set_error(sentence)
        field.setFocus()

    def begin(self) -> None:
        """The focus goes where one types."""
        kind = self._part.kind if self._part is not None else "line"
        place: QWidget = {"lines": self.box, "papers": self.papers, "process": self.process}.get(
            kind, self.line
        )
        if kind == "limit" and not self.line.isEnabled():
            place = self.unit
        place.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.line.edit, self.unit, self.box.edit, self.papers, self.process)

    def _on_unit(self) -> None:
        self._fit_unit()
        self.line.set_error("")
        self.edited.emit()

    def _fit_unit(self) -> None:
        settled = self.unit.current != BY_OFFICER or not self.unit.isVisibleTo(self)
        self.line.setEnabled(settled)
        self.line.edit.setEnabled(settled)
