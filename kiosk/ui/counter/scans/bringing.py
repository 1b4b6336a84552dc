"""Bringing pages in: the files that wait, one that is chosen, a scanner; and one work at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from kiosk.refusal import Refused
from kiosk.scans.inbox import ENDINGS, Inbox
from kiosk.scans.progress import Progress
from kiosk.ui.counter.scans.host import Window
from kiosk.ui.counter.scans.props import FileRow, doing_said, file_rows
from kiosk.ui.counter.scans.seen import InboxSeen
from kiosk.ui.counter.scans.source_card import SourceCard
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.sheet import Question
from kiosk.ui.steps import StepRun, Steps

if TYPE_CHECKING:
    from kiosk.scans.scanner import Scanner
    from kiosk.station import Station

NO_PROGRAM = "Chưa có máy quét."
_HOW = Question("Quét như thế nào?", "Đặt giấy vào máy quét trước khi chọn.", "Không quét")
_WAYS = (
    Option("feeder", "Khay giấy, không màu"),
    Option("feeder colour", "Khay giấy, có màu"),
    Option("glass", "Một tờ trên mặt kính"),
    Option("glass colour", "Một tờ trên mặt kính, có màu"),
)
_STOPPED = "Đã thôi. Chưa lưu trang nào; tệp vẫn nguyên."
_NEW_FILE = "Có tệp mới: {name}."
_NEW_FILES = "Có {count} tệp mới, mới nhất là {name}."
_FOUND = "Đã quét xong: {name}."


class Bringing(QObject):
    """What both pages of scans have in common. ``rested``: a work has ended, however it did."""

    rested = Signal()
    doing = Signal(str, int, int)

    def __init__(self, window: Window, source: SourceCard, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._source = window, source
        self.run = StepRun(window.asks.workplace.jobs, self)
        self.scanner: Callable[[], Scanner] | None = None
        self.ask_file: Callable[[Callable[[str], None]], None] = self._ask_file
        self._inbox: Inbox | None = None
        self._seen: InboxSeen | None = None
        self._looking = False
        self._own: Path | None = None
        self.run.moved.connect(self._tell)
        self.run.rested.connect(lambda: self.doing.emit("", 0, 0))
        self.run.rested.connect(self.rested)

    @property
    def station(self) -> "Station":
        """Raises :class:`Refused` ``store.not_open_yet``."""
        station = self._window.asks.workplace.station
        if station is None:
            raise Refused("store.not_open_yet")
        return station

    @property
    def officer(self) -> str:
        """Who does it; empty where nobody sits here."""
        officer = self._window.officer
        return officer.code if officer is not None else ""

    @property
    def file(self) -> Path:
        """The file that is named; a bare name is looked for among those that wait."""
        path = Path(self._source.file).expanduser()
        return path if path.is_absolute() else self.station.inbox / path

    def begin(self, make: "Callable[[Station, str], Steps]", done: Callable[[Any], None]) -> None:
        """Begin a long work for the officer who sits here; a refusal is said."""
        station, officer = self.station, self.officer
        if officer and not self.run.running:
            self._window.say("")
            self.doing.emit("Đang bắt đầu", 0, 0)
            self.run.begin(lambda: make(station, officer), done, self._failed)

    def stop(self) -> None:
        """Esc: no more of it."""
        if self.run.running:
            self.run.stop()
            self._window.say(_STOPPED)

    def look(self) -> None:
        """Look at the folder once more; a look under way is not repeated."""
        workplace = self._window.asks.workplace
        if self._looking or workplace.station is None:
            return
        if self._inbox is None:
            self._inbox = Inbox(workplace.station.inbox)
        inbox, self._looking = self._inbox, True

        def work() -> InboxSeen:
            from kiosk.ui.counter.scans import work as lane

            return lane.inbox_seen(inbox)

        workplace.jobs.run("devices", work, self._see, self._unseen, owner=self._source)

    def choose(self) -> None:
        """F10: a file from anywhere."""
        self.ask_file(self._source.name)

    def ask_scan(self) -> None:
        """F11: how to scan, and then do."""
        if not self.run.running:
            self._window.ask_choice(_HOW, _WAYS).chosen.connect(self._scan)

    def tell_scanner(self) -> None:
        """Whether this machine can scan at all."""
        from kiosk.scans.sane import installed

        able = self.scanner is not None or installed()
        self._source.set_scan_reason("" if able else NO_PROGRAM)

    def _scan(self, way: str) -> None:
        from kiosk.scans.sane import SaneScanner
        from kiosk.scans.scanner import ScanAsked

        make_scanner = self.scanner or SaneScanner
        settings = self.station.settings.scans
        asked = ScanAsked(settings.dpi, "colour" in way, feeder="feeder" in way)

        def make(station: "Station", _officer: str) -> Steps:
            from kiosk.ui.counter.scans import work

            return work.scanning(station, make_scanner(), asked)

        self.begin(make, self._scanned)

    def _scanned(self, file: Path) -> None:
        self._window.notify(_FOUND.format(name=file.name))
        inbox, self._own = self.station.inbox, file
        named = file.relative_to(inbox) if inbox in file.parents else file
        self._source.name(named.as_posix())
        self.look()

    def _see(self, seen: InboxSeen) -> None:
        self._looking = False
        before, self._seen = self._seen, seen
        rows = file_rows(seen)
        self._source.set_rows(seen.folder, rows)
        if before is not None and self._source.isVisible():
            known = {waiting.file for waiting in before.files}
            fresh = [waiting for waiting in seen.files if waiting.file not in known]
            if fresh and fresh[0].file != self._own:
                self._announce(fresh[0].file.name, len(fresh))
        self._offer(rows)

    def _offer(self, rows: tuple[FileRow, ...]) -> None:
        """The newest file is named where none is, and nobody is about to type one."""
        if rows and not self._source.file and not self._source.path.edit.hasFocus():
            self._source.name(rows[0].path)

    def _announce(self, name: str, count: int) -> None:
        said = _NEW_FILE if count == 1 else _NEW_FILES
        self._window.notify(said.format(name=name, count=count))

    def _unseen(self, error: BaseException) -> None:
        self._looking = False
        if not isinstance(error, Refused):
            raise error
        self._source.set_rows("", ())

    def _tell(self, progress: Progress) -> None:
        self.doing.emit(doing_said(progress), progress.done, progress.most)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._window.refuse(error)
        self.look()

    def _ask_file(self, chosen: Callable[[str], None]) -> None:
        kinds = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        dialog = QFileDialog(self._source, "Chọn tệp đã quét", "", f"Tệp quét ({kinds})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
