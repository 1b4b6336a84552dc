"""The register of a year: chosen, written to a file with its progress, stopped by Esc."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from kiosk.clock import office_day
from kiosk.refusal import Refused
from kiosk.ui.admin.register import choosing
from kiosk.ui.admin.register.props import (
    EVERY_FIELD,
    KINDS,
    PDF,
    STOPPED,
    Asked,
    file_name,
    result_said,
    step_said,
    typed_year,
)
from kiosk.ui.admin.register.writing import RegisterStopped, Writing
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.progress import Progress
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.printing.register_files import RegisterWritten
    from kiosk.storage.units import ReadUnit

_TOP, _BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
_ALL = Option(EVERY_FIELD, "Mọi lĩnh vực")
_TELL_EVERY_MS = 150
_ABOUT = (
    "Sổ theo dõi hồ sơ của một năm: từng quyển để in và đóng dấu, hoặc bảng tính. Một trăm nghìn hồ sơ mất "
    "chừng một phút; quầy vẫn làm việc, và sang mục khác máy vẫn ghi tiếp."
)


class RegisterSection(Section):
    """Writes in the lane of the devices, so that the store's lane stays free for the window."""

    key = "register"
    title = "Sổ theo dõi"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self.running: Writing | None = None
        self._named = ""
        column = Column(look, 0, (16, 16, 16, 16), self)
        card = column.add(Card(look))
        inside = Column(look, 14, (20, 16, 20, 20), card)
        inside.add(Label(look, "Sổ theo dõi hồ sơ", "h1"))
        inside.add(Label(look, _ABOUT, "body", "ink_2"))
        row = inside.nest(Row(look, 16))
        self.year = row.add(Field(look, "Năm", limit=4), 1, _TOP)
        self.field = row.add(ChoiceField(look, "Lĩnh vực", (_ALL,)), 2, _TOP)
        row.fill(2)
        kinds = inside.nest(Column(look, 4))
        kinds.add(Label(look, "Loại tệp", "caption", "ink_2", weight=600))
        row = kinds.nest(Row(look, 0))
        self.kinds = row.add(Choices(look, "Loại tệp", KINDS))
        row.fill()
        row = inside.nest(Row(look, 8))
        self.path = row.add(Field(look, "Ghi vào tệp", icon="doc", limit=1000), 1, _TOP)
        self.choose = row.add(DeskButton(look, "Chọn nơi ghi", "folder"), 0, _BOTTOM)
        row = inside.nest(Row(look, 12))
        self.write = row.add(DeskButton(look, "Lập sổ", "doc", "F9", "primary", "action"))
        self.stop_button = row.add(DeskButton(look, "Dừng", "pause", "Esc", size="action"))
        row.fill()
        self.bar = inside.add(Progress(look, "Tiến độ lập sổ"))
        self.told = inside.add(Label(look, "", "h2"))
        column.fill()
        self._timer = QTimer(self)
        self._timer.setInterval(_TELL_EVERY_MS)
        self._timer.timeout.connect(self.tell)
        self.year.edited.connect(lambda _: self._name())
        self.field.edited.connect(lambda _: self._name())
        self.kinds.chosen.connect(lambda _: self._name())
        self.path.submitted.connect(self.begin)
        self.choose.clicked.connect(self._choose)
        self.write.clicked.connect(self.begin)
        self.stop_button.clicked.connect(self.stop)
        self.year.set_text(str(office_day(host.clock.now()).year))
        say(self.told, "")
        self._name()
        self._fit()

    @property
    def keys(self) -> Keys:
        return (("Esc", "Dừng"),) if self.running is not None else (("F9", "Lập sổ"),)

    def enter(self) -> None:
        self.host.read(_fields, self._offer)
        (self.stop_button if self.running is not None else self.year.edit).setFocus()

    def press(self, key: str) -> bool:
        if key == "F9" and self.running is None:
            self.begin()
        elif key == "Esc" and self.running is not None:
            self.stop()
        else:
            return False
        return True

    def begin(self) -> None:
        """F9: write the register."""
        year, typed = typed_year(self.year.text()), self.path.text().strip()
        target = str(Path(typed).expanduser()) if typed else ""
        if self.running is not None:
            return
        if year is None:
            self.year.set_error("Ghi năm bằng bốn chữ số, thí dụ 2026.")
            self.year.setFocus()
            return
        if not target:
            self.path.set_error("Ghi tên tệp, hoặc bấm “Chọn nơi ghi”.")
            self.path.setFocus()
            return
        writing = Writing(self.host.store, Asked(year, self.field.current, target))
        self.running = writing
        # Also when this section is gone: the program does not stay for a minute after its window.
        _quitting().connect(writing.stop)
        self._fit()
        say(self.told, "")
        self.tell()
        self.stop_button.setFocus()
        self._timer.start()
        self.host.jobs.run("devices", writing.write, self._written, self._failed, owner=self)

    def stop(self) -> None:
        """Esc: stop it; nothing is left behind."""
        if self.running is not None:
            self.running.stop()
            self.stop_button.set_busy("Đang dừng…")

    def tell(self) -> None:
        """Show how far it has come."""
        if self.running is not None:
            done, of = self.running.done, self.running.of
            self.bar.set_done(done, of, step_said(done, of))

    def _written(self, fact: "RegisterWritten") -> None:
        assert self.running is not None
        target = self.running.asked.target
        self._rest()
        said = result_said(target, fact.dossiers, fact.volumes)
        say(self.told, said)
        self.host.notify(f"Đã lập sổ theo dõi, {fact.volumes} quyển.")

    def _failed(self, error: BaseException) -> None:
        self._rest()
        if isinstance(error, RegisterStopped):
            say(self.told, STOPPED)
        elif isinstance(error, Refused):
            about_file = error.code.startswith("file.") or error.code == "register.unknown_ending"
            where = self.path if about_file else self.year
            where.set_error(sentence(error))
            where.setFocus()
        else:
            raise error

    def _rest(self) -> None:
        self._timer.stop()
        if self.running is not None:
            _quitting().disconnect(self.running.stop)
        self.running = None
        self.stop_button.set_busy("")
        self._fit()
        if self.isVisible():
            self.write.setFocus()

    def _fit(self) -> None:
        """While it writes, nothing can be chosen anew."""
        busy = self.running is not None
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        self.write.setVisible(not busy)
        for each in (self.year, self.field, self.kinds, self.path, self.choose):
            each.setEnabled(not busy)
        self.host.keys_changed()

    def _offer(self, fields: tuple[Option, ...]) -> None:
        kept = self.field.current
        self.field.set_options((_ALL, *fields))
        self.field.choose(kept)

    def _name(self) -> None:
        """A file's name follows the choices until somebody names it by hand."""
        year = typed_year(self.year.text())
        if year is None or self.path.text() not in ("", self._named):
            return
        folder = Path(self._named).parent if self._named else choosing.first_folder()
        name = file_name(year, self.field.current, self.kinds.current or PDF)
        self._named = str(folder / name)
        self.path.set_text(self._named)

    def _choose(self) -> None:
        chosen = choosing.choose_target(self, self.path.text())
        if chosen:
            self.path.set_text(chosen)


def _quitting() -> SignalInstance:
    app = QApplication.instance()
    assert app is not None
    return app.aboutToQuit


def _fields(unit: "ReadUnit") -> tuple[Option, ...]:
    from kiosk.ui.admin.register import work

    return work.fields(unit)
