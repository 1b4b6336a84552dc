"""Where pages come from: the station's folder, a file, a scanner."""

from pathlib import PurePath

from PySide6.QtCore import QModelIndex, Qt, Signal

from kiosk.ui.counter.scans.props import NO_FILES, FileRow
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SourceCard(Card):
    """``asked`` carries F10 (choose a file) or F11 (scan); ``changed``: another file is named.

    ``named``: it is asked what the pages are."""

    asked = Signal(str)
    changed = Signal()

    def __init__(self, look: Look, title: str, *, named: bool = False) -> None:
        super().__init__(look)
        self._filling = False
        self.column = column = Column(look, 10, (20, 14, 20, 14), self)
        top = column.nest(Row(look, 8))
        top.add(Label(look, title, "h2", wrap=False), align=_MIDDLE)
        self._folder = top.add(
            Label(look, "", "caption", "ink_2", elide=True, align=Qt.AlignmentFlag.AlignRight),
            1,
            _MIDDLE,
        )
        self.table: Table[FileRow] = Table(
            look,
            "Các tệp trong thư mục máy quét",
            (
                TableColumn("Tệp", lambda row: row.name, bold=True),
                TableColumn("Cỡ", lambda row: row.size, 124, pill=lambda row: row.pill),
            ),
            key=lambda row: row.path,
            empty=NO_FILES,
        )
        self.table.set_row_height(36)
        self.table.horizontalHeader().hide()
        column.add(self.table, 1)
        self._why = column.add(Label(look, "", "caption", "warn", weight=600))
        self.path = column.add(Field(look, "Tệp (chọn ở trên, hoặc gõ đường dẫn)", limit=1000))
        # In the order of Tab: a part that is put between others later would come after them.
        self.paper = column.add(ChoiceField(look, "Lưu thành")) if named else None
        row = column.nest(Row(look, 8))
        self.choose = row.add(DeskButton(look, "Chọn tệp", "folder", "F10"), 1)
        self.scan = row.add(DeskButton(look, "Quét", "scan", "F11"), 1)
        self.table.picked.connect(self._take)
        self.table.opened.connect(self._take)
        self.path.edited.connect(lambda _: self.changed.emit())
        self.choose.clicked.connect(lambda: self.asked.emit("F10"))
        self.scan.clicked.connect(lambda: self.asked.emit("F11"))

    @property
    def file(self) -> str:
        """The path that is named; empty where none is."""
        return self.path.text().strip()

    @property
    def chosen(self) -> FileRow | None:
        """The row whose path is named."""
        rows = self.table.rows_model.rows
        return next((row for row in rows if row.path == self.file), None)

    def set_rows(self, folder: str, rows: tuple[FileRow, ...]) -> None:
        """Show what waits. A named file that is gone is named no more."""
        before = {row.path for row in self.table.rows_model.rows}
        self._folder.setText(PurePath(folder).name)
        self.table.setToolTip(folder)
        # Rows that come and go choose nothing: what was typed stays.
        self._filling = True
        self.table.set_rows(rows)
        self._filling = False
        now = {row.path for row in rows}
        if self.file in before - now:
            self.name("")
        if self.chosen is None:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
        self._tell()

    def name(self, path: str) -> None:
        """Name this file."""
        if path != self.path.text():
            self.path.set_text(path)
            self.table.choose(path)
            self._tell()
            self.changed.emit()

    def set_scan_reason(self, reason: str) -> None:
        """Why nothing is scanned here."""
        self.scan.set_reason(reason)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.table.set_row_height(36)

    def _take(self, row: FileRow) -> None:
        if not self._filling:
            self.name(row.path)

    def _tell(self) -> None:
        chosen = self.chosen
        say(self._why, chosen.why if chosen is not None else "")
