"""A file filed with the open dossier: at once, or once it is said whose its pages are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.scans.filing import ScanFiled, ScanKind
from kiosk.scans.stacks import Told
from kiosk.ui.counter.scans.bringing import Bringing
from kiosk.ui.counter.scans.host import Window
from kiosk.ui.counter.scans.props import NOTHING_FILED, whose_asked
from kiosk.ui.counter.scans.seen import OtherSeen

if TYPE_CHECKING:
    from kiosk.station import Station
    from kiosk.ui.steps import Steps

_FILED = "Đã lưu {pages} trang vào hồ sơ {code}."


class NewFile(QObject):
    """``filed`` carries the dossier's code, a sentence and what was filed; ``declined`` a sentence.

    ``stack_wanted``: the file of that name holds several dossiers.
    """

    filed = Signal(str, str, object)
    declined = Signal(str)
    stack_wanted = Signal(str)

    def __init__(self, window: Window, bringing: Bringing, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bringing = window, bringing

    def file(self, code: str, named: str, paper: str, *, anyway: bool = False) -> None:
        """File a named file as ``paper``; where a page bears another code, ask first."""
        file = self._bringing.path_of(named)
        kind, _, title = paper.partition(":")

        def make(station: "Station", officer: str) -> "Steps":
            from kiosk.ui.counter.scans import work

            told = Told(dossier=code, anyway=anyway)
            return work.filing_one(station, officer, file, told, ScanKind(kind), title)

        def done(fact: ScanFiled | OtherSeen) -> None:
            if isinstance(fact, OtherSeen):
                self._ask(fact, named, paper)
                return
            pages = sum(each.pages for each in fact.scans)
            self.filed.emit(code, _FILED.format(pages=pages, code=code), fact)

        self._bringing.begin(make, done)

    def _ask(self, other: OtherSeen, named: str, paper: str) -> None:
        """Nothing is filed until a person has said whose the pages are."""
        question, opened = whose_asked(other), self._window.opened
        here = opened is not None and opened.view.code == other.into
        if self._window.place != "scans" or not here:
            # Whoever filed is at something else by now: no question over that.
            self._window.notify(f"{question.title} {NOTHING_FILED}", "err")
            return

        def answered(sure: bool) -> None:
            if sure:
                self.file(other.into, named, paper, anyway=True)
            else:
                self.declined.emit(NOTHING_FILED)

        sheet = self._window.ask(question)
        sheet.answered.connect(answered)
        sheet.other_answered.connect(lambda: self.stack_wanted.emit(named))
