"""The page of whom to call, made at its first use, and what it is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.finding import Finding
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.places import Keys, Place
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.counter.tell.props import NOBODY, derive_rows, marked_said
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.dossiers.telling import CitizenTold, MarkTold, TellLine
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit
    from kiosk.ui.counter.tell.page import TellPage
    from kiosk.ui.counter.tell.props import TellRow

_COPIED = "Đã chép lời nhắn của hồ sơ {code}."


class Window(Host, Protocol):
    """The counter's window, as far as this page sees it."""

    look: Look

    def show_place(self, place: Place, page: QWidget) -> None:
        """Show a page."""

    def press(self, key: str) -> bool:
        """Do what a key does."""


class Telling(QObject):
    """``changed``: other keys are valid now. ``done``: the one for whom the page was opened was
    told."""

    changed = Signal()
    done = Signal()

    def __init__(
        self, window: Window, asking: Asking, finding: Finding, queue: QueueActs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._asking = window, asking
        self._finding, self._queue = finding, queue
        self.page: TellPage | None = None
        self._for = ""

    def keys(self) -> Keys:
        """The keys that the page hears."""
        if self._row() is None:
            return ()
        return (("F9", "Đã báo"), ("Ctrl C", "Chép lời nhắn"), ("Ctrl U", "Chưa liên lạc được"))

    def why_not(self) -> str:
        """Why nobody can be marked as told."""
        return "" if self._row() is not None else NOBODY

    def open(self, code: str = "") -> None:
        """Ctrl G: whom to call; for a dossier its line is chosen, and once told one is back there."""

        def show(lines: "tuple[TellLine, ...]") -> None:
            page = self._made(self._window.look)
            page.reply.say("")
            page.set_rows(derive_rows(lines))
            self._for = code if code and page.choose(code) else ""
            if not code and lines:
                page.table.selectRow(0)
            self._window.show_place("tell", page)
            page.take_focus()

        self._read(show)

    def acts(self) -> dict[str, Callable[[], None]]:
        """F9: told; Ctrl U: nobody was reached; Ctrl C: the words to the clipboard."""
        return {
            "F9": lambda: self._mark(reached=True),
            "Ctrl U": lambda: self._mark(reached=False),
            "Ctrl C": self._copy,
        }

    def take_focus(self) -> None:
        """Go to the list."""
        if self.page is not None:
            self.page.take_focus()

    def look_again(self) -> None:
        """Somebody may have been told meanwhile."""
        page = self.page
        if page is not None:
            self._read(lambda lines: page.set_rows(derive_rows(lines)))

    def drop(self) -> None:
        """Nothing is half entered here."""
        self._for = ""

    def _row(self) -> "TellRow | None":
        return self.page.row if self.page is not None else None

    def _copy(self) -> None:
        row = self._row()
        if row is not None:
            QGuiApplication.clipboard().setText(row.text)
            self._window.notify(_COPIED.format(code=row.code))

    def _mark(self, *, reached: bool) -> None:
        page, row = self.page, self._row()
        if page is None or row is None or self._queue.rest("F9").isActive():
            return
        code, by = row.code, page.by

        def plan() -> "tuple[UseCase[MarkTold, CitizenTold], MarkTold]":
            from kiosk.ui.counter.tell import work

            return work.marking(code, by, reached=reached)

        def told(_: "CitizenTold") -> None:
            self._window.notify(marked_said(code, by, reached=reached))
            if self._for == code:
                self.done.emit()

        name = f"tell:{code}:{by}:{reached}:{row.tried}"
        if self._asking.act(name, plan, told, self._window.refuse):
            # A press too many must not mark the next one in the list.
            self._queue.rest("F9").start()
            self._window.say("")

    def _read(self, done: "Callable[[tuple[TellLine, ...]], None]") -> None:
        def look(unit: "ReadUnit") -> "tuple[TellLine, ...]":
            from kiosk.ui.counter.tell import work

            return work.listed(unit)

        self._asking.read(look, done, self._window.refuse)

    def _made(self, look: Look) -> "TellPage":
        if self.page is None:
            from kiosk.ui.counter.tell.page import TellPage

            self.page = TellPage(look)
            self.page.asked.connect(self._window.press)
            self.page.opened.connect(self._finding.open_dossier)
            self.page.scanned.connect(self._finding.scanned)
            self.page.chosen.connect(self.changed)
        return self.page
