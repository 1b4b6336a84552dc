"""Importing: choose a file or a folder, look at what it would change, write it."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.ui.admin.procedures import choosing
from kiosk.ui.admin.procedures.import_props import (
    EMPTY,
    NEW,
    NO_OPTIONS,
    NOT_YET,
    UNREAD,
    ImportRow,
    Preview,
    derive_preview,
    words_of_failure,
    words_of_result,
    words_of_step,
)
from kiosk.ui.admin.procedures.room import Room, RoomyCard
from kiosk.ui.admin.procedures.slices import Slices
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.choice import Choices
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.progress import Progress
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.ui.words import number
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.catalogue.importing import CatalogueImported, ImportStep
    from kiosk.catalogue.previewing import ImportPreview, PreviewStep
    from kiosk.catalogue.stepping import Steps

_TOP = Qt.AlignmentFlag.AlignTop
_BOTTOM = Qt.AlignmentFlag.AlignBottom
_BEGIN = (
    "Nhập tệp .json, .jsonl, .toml tải về từ Cổng Dịch vụ công quốc gia, hoặc cả thư mục. "
    "Xem trước rồi mới ghi; phần văn phòng đã sửa luôn được giữ."
)
_GOES_ON = "Quầy và ki-ốt vẫn làm việc; sang mục khác hay đăng xuất, máy vẫn ghi cho xong."


class ImportPage(Room):
    """``back``: to the list. ``changed``: other keys, or something was written."""

    back = Signal()
    changed = Signal()

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__()
        self.host = host
        self.preview: Preview | None = None
        self.running: Slices[Any, Any] | None = None
        self.writing = False
        self._paths: list[Path] = []
        self._last: ImportStep | None = None
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(RoomyCard(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 12))
        head.add(Label(look, "Nhập danh mục thủ tục", "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.leave_button = head.add(DeskButton(look, "Về danh sách", "back"))
        top.add(Label(look, _BEGIN, "body", "ink_2"))
        row = top.nest(Row(look, 8))
        self.path = row.add(Field(look, "Tệp hoặc thư mục", icon="folder", limit=1000), 1, _TOP)
        self.file = row.add(DeskButton(look, "Chọn tệp", "doc"), 0, _BOTTOM)
        self.folder = row.add(DeskButton(look, "Chọn thư mục", "folder"), 0, _BOTTOM)
        self.look_button = row.add(
            DeskButton(look, "Xem trước", "search", "F8", "primary"), 0, _BOTTOM
        )
        self.words = top.add(Label(look, "", "h2"))
        self.kept = top.add(Label(look, "", "body", "ink_2"))
        self.bar = top.add(Progress(look, "Tiến độ"))
        row = top.nest(Row(look, 12))
        self.lists = row.add(Choices(look, "Xem phần nào", NO_OPTIONS))
        row.fill()
        self.stop_button = row.add(DeskButton(look, "Dừng", "pause", "Esc"))
        self.write_button = row.add(DeskButton(look, "Ghi vào sổ", "check", "F9", "primary"))
        self.table: Table[ImportRow] = Table(
            look,
            "Những gì đọc được",
            (
                TableColumn("Mã, chỗ", lambda line: line.first, 220, bold=True),
                TableColumn("Thủ tục, hoặc vì sao không đọc được", lambda line: line.middle),
                TableColumn("Phần đổi", lambda line: line.last, 300),
            ),
            key=lambda line: line.key,
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        self.foot = Label(look, " ", "body", "ink_2")
        inside.nest(Row(look, 0, (20, 10, 20, 12))).add(self.foot, 1)
        self.leave_button.clicked.connect(self.back)
        self.file.clicked.connect(lambda: self._choose(choosing.choose_file))
        self.folder.clicked.connect(lambda: self._choose(choosing.choose_folder))
        self.look_button.clicked.connect(self.look_ahead)
        self.path.submitted.connect(self.look_ahead)
        self.path.edited.connect(lambda _: self._forget())
        self.write_button.clicked.connect(self.ask_to_write)
        self.stop_button.clicked.connect(self.stop)
        self.lists.chosen.connect(lambda _: self._paint())
        self.table.picked.connect(lambda _: self._tell_line())
        say(self.words, "")
        say(self.kept, "")
        self._fit()
        self._paint()

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        if self.running is not None:
            return (("Esc", "Dừng"),)
        keys: list[tuple[str, str]] = [("F8", "Xem trước")]
        if self.write_button.isEnabled():
            keys.append(("F9", "Ghi vào sổ"))
        return (*keys, ("Esc", "Về danh sách"))

    def press(self, key: str) -> bool:
        """Take a key by its name."""
        act: dict[str, Callable[[], object]] = {
            "F8": self.look_ahead,
            "F9": self.ask_to_write,
            "Esc": self.stop if self.running is not None else self.back.emit,
        }
        if key not in act:
            return False
        act[key]()
        return True

    def begin(self) -> None:
        """It is shown."""
        place: QWidget = self.path if self.running is None else self.stop_button
        place.setFocus()

    def look_ahead(self) -> None:
        """F8: read the files, write nothing, show what would change."""
        if self.running is not None:
            return
        typed = self.path.text().strip()
        if not typed:
            self.path.set_error("Gõ đường dẫn, hoặc bấm “Chọn tệp”.")
            self.path.setFocus()
            return
        paths = self._paths = [Path(typed)]
        store = self.host.store
        self._forget()

        def begin(stop: Callable[[], bool]) -> "Steps[PreviewStep, ImportPreview]":
            from kiosk.catalogue.previewing import preview_steps

            return preview_steps(store, paths, stop)

        self._run(Slices(self.host.jobs, begin), writing=False)
        self.bar.set_done(0, 0, "Đang đọc…")

    def ask_to_write(self) -> None:
        """F9: write what was shown; asked once."""
        preview = self.preview
        if preview is None or self.running is not None or not self.write_button.isEnabled():
            return
        question = Question(
            "Ghi danh mục này vào sổ?",
            f"**{number(len(preview.new))}** thủ tục mới, **{number(len(preview.changed))}** thủ tục "
            "đổi theo bản công bố. Không thủ tục nào bị bỏ, phần văn phòng đã sửa vẫn giữ.",
            "Chưa",
            "Ghi vào sổ",
        )
        self.host.ask(question, lambda agreed: self._write(preview) if agreed else None)

    def stop(self) -> None:
        """Esc: stop between two records or batches; nothing is left half written."""
        if self.running is not None:
            self.running.stop()
            self.stop_button.set_busy("Đang dừng…")

    def _write(self, preview: Preview) -> None:
        store, by, paths, request = self.host.store, self.host.actor, self._paths, new_id()

        def begin(stop: Callable[[], bool]) -> "Steps[ImportStep, CatalogueImported]":
            from kiosk.catalogue.importing import import_steps

            return import_steps(store, paths, by, request, content=preview.content, stop=stop)

        self._last = None
        self._run(Slices(self.host.jobs, begin), writing=True)
        self.bar.set_done(0, 0, f"Đang ghi {number(preview.worth)} thủ tục…")
        say(self.kept, _GOES_ON)

    def _run(self, slices: Slices[Any, Any], *, writing: bool) -> None:
        self.running, self.writing = slices, writing
        say(self.words, "")
        slices.stepped.connect(self._on_step)
        slices.ended.connect(self._on_end)
        slices.failed.connect(self._on_failure)
        self._fit()
        self.stop_button.setFocus()
        slices.start()

    def _on_step(self, step: Any) -> None:
        if self.writing:
            self._last = step
            most = self.preview.read if self.preview is not None else 0
            self.bar.set_done(step.read, most, words_of_step(step, most))
        else:
            self.bar.set_done(0, 0, f"Đang đọc: {number(step.read)} bản ghi.")

    def _on_end(self, result: Any) -> None:
        wrote = self.writing
        self._rest()
        if wrote:
            self.preview = None
            say(self.words, words_of_result(result))
            say(self.kept, "Xem trước lại để thấy sổ bây giờ khác tệp ở đâu.")
            self.host.notify(
                "Đã nhập xong danh mục." if result.complete else "Đã dừng nhập danh mục."
            )
        else:
            self.preview = derive_preview(result)
            say(self.words, self.preview.words)
            say(self.kept, self.preview.kept)
            if not self.preview.worth and self.preview.unread:
                self.lists.choose(UNREAD)
        self._fit()
        self._paint("" if wrote else NOT_YET)
        place: QWidget = self.write_button if self.write_button.isEnabled() else self.path
        place.setFocus()

    def _on_failure(self, error: BaseException) -> None:
        wrote = self.writing
        self._rest()
        if not isinstance(error, Refused):
            self._fit()
            raise error
        why = sentence(error)
        if wrote:
            say(self.words, words_of_failure(why, self._last))
            say(self.kept, "")
            self.preview = None
        else:
            say(self.words, "")
            self.path.set_error(why)
        self._fit()
        self._paint("" if wrote else NOT_YET)
        self.path.setFocus()

    def _rest(self) -> None:
        self.running = None
        self.writing = False
        self.stop_button.set_busy("")
        self.bar.set_done(0, 0, "")

    def _forget(self) -> None:
        """Another path: what was shown belongs to the one before."""
        self.preview = None
        say(self.words, "")
        say(self.kept, "")
        self.path.set_error("")
        self._fit()
        self._paint()

    def _choose(self, ask: Callable[[QWidget, str], str]) -> None:
        chosen = ask(self, self.path.text())
        if chosen:
            self.path.set_text(chosen)
            self._forget()
            self.look_ahead()

    def _fit(self) -> None:
        idle = self.running is None
        preview = self.preview
        for each in (self.path, self.path.edit, self.file, self.folder, self.look_button):
            each.setEnabled(idle)
        self.bar.setVisible(not idle)
        self.stop_button.setVisible(not idle)
        self.lists.setVisible(preview is not None)
        self.write_button.setVisible(idle and preview is not None)
        ready = preview is not None and preview.complete and preview.worth > 0
        self.write_button.setEnabled(idle and ready)
        stops = (
            self.leave_button, self.path.edit, self.file, self.folder, self.look_button,
            *self.lists.segments, self.stop_button, self.write_button, self.table,
        )  # fmt: skip
        for one, following in itertools.pairwise(stops):
            QWidget.setTabOrder(one, following)
        self.changed.emit()

    def _paint(self, empty: str = NOT_YET) -> None:
        """Show the lists, or ``empty`` where nothing was looked at."""
        preview, which = self.preview, self.lists.current or NEW
        self.lists.set_options(preview.options() if preview is not None else NO_OPTIONS)
        self.table.set_empty(EMPTY[which] if preview is not None else empty)
        self.table.set_rows(preview.rows(which) if preview is not None else ())
        self._tell_line()

    def _tell_line(self) -> None:
        line = self.table.current
        said = f"{line.first}: {line.middle}" if line is not None else " "
        self.foot.setText(said)
