"""Stacks of several dossiers: filed by their slips, or by a person who has looked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.refusal import Refused
from kiosk.scans import piles
from kiosk.scans.filing import ScanFiled
from kiosk.ui.counter.places import Keys
from kiosk.ui.counter.scans.bringing import Bringing
from kiosk.ui.counter.scans.host import Window
from kiosk.ui.counter.scans.pictures import Pictures
from kiosk.ui.counter.scans.seen import StackSeen
from kiosk.ui.counter.scans.stack_page import StackPage
from kiosk.ui.counter.scans.stack_props import (
    StackAt,
    StackProps,
    codes_said,
    count_said,
    derive_stack,
    filed_said,
)
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.scans.pages import ScanFile
    from kiosk.station import Station
    from kiosk.ui.steps import Steps

_GIVEN_UP = "Đã thôi xem chồng giấy. Chưa lưu trang nào; tệp vẫn nguyên."
_LOOK = "Chồng giấy chưa khớp: xem từng chồng rồi lưu."
_SURE = "Lưu {pages} trang vào {count} hồ sơ?"
_LOOKED = "Xin chắc rằng đã xem từng chồng. Lưu rồi thì từng trang vẫn chuyển sang hồ sơ khác được."
_UNREADABLE = "Mã hồ sơ chưa đúng. Quét giấy hẹn, hoặc gõ lại cả mã."


class StackRoom(QObject):
    """``changed``: other keys are valid now."""

    changed = Signal()

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.page = page = StackPage(window.look)
        self.bringing = Bringing(window, page.source, self)
        jobs = window.asks.workplace.jobs
        self._firsts = Pictures(jobs, page.heaps, self._no_picture, self)
        self._pages = Pictures(jobs, page.pages, self._no_picture, self)
        self.stack: StackSeen | None = None
        self.heaps: piles.Heaps = ()
        self.props: StackProps = derive_stack(StackAt())
        self._file: Path | None = None
        self._painting = False
        self._by = ""
        page.asked.connect(window.press)
        page.assigned.connect(self._assign)
        page.scanned.connect(lambda _: window.say("Đang xem chồng giấy: Esc rồi quét lại."))
        page.changed.connect(self._paint)
        self.bringing.doing.connect(page.set_doing)
        self.bringing.rested.connect(self._paint)
        window.ticked.connect(self._tick)

    def open(self) -> None:
        """Ctrl Q of the main page: what was being looked at stands there again."""
        self._paint()
        self._window.show_place("stack", self.page)
        self.bringing.tell_scanner()
        self.page.take_focus()
        self.bringing.look()

    # the room (Room)

    def keys(self) -> Keys:
        """The keys that the page hears."""
        props = self.props
        acts = [("F9", props.save.text, props.save.reason)]
        if self.stack is not None:
            acts += [
                ("F3", "Nhập chồng", props.join.reason),
                ("F4", "Tách chồng", props.split.reason),
                ("Ctrl L", "Thôi xem", props.give_up.reason),
            ]
        else:
            scan = self.page.source.scan.reason
            acts += [("F10", "Chọn tệp", ""), ("F11", "Quét", scan)]
        keys = tuple((key, words) for key, words, reason in acts if not reason)
        return (*keys, ("Esc", "Thôi")) if self.bringing.run.running else keys

    def why_not(self) -> str:
        """Why nothing is filed now."""
        return self.props.save.reason

    def reasons(self) -> dict[str, str]:
        """Why each key of the page does nothing now."""
        props = self.props
        return {
            "F3": props.join.reason,
            "F4": props.split.reason,
            "F11": self.page.source.scan.reason,
            "Ctrl L": props.give_up.reason,
        }

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the keys do."""
        acts: dict[str, Callable[[], None]] = {
            "F9": self.submit,
            "F3": self._join,
            "F4": self._split,
            "F10": self.bringing.choose,
            "F11": self.bringing.ask_scan,
            "Ctrl L": self._give_up,
        }
        if self.bringing.run.running:
            acts["Esc"] = self.bringing.stop
        return acts

    def take_focus(self) -> None:
        """Go to the heaps, or to the files."""
        self.page.take_focus()

    def look_again(self) -> None:
        """Nothing here follows from the store."""

    def drop(self) -> None:
        """The page is left; heaps that were being looked at stay for the one who comes back."""
        self.page.reply.say("")
        if self._window.officer is None:
            self._forget()

    # acts

    def submit(self) -> None:
        """F9: sorted by the slips and filed; or, once asked, filed as a person has sorted it."""
        if self.props.save.reason:
            return
        if self.stack is None:
            self._file_it()
            return
        count = len({heap.code for heap in self.heaps})
        asked = _SURE.format(pages=self.stack.source.pages, count=count)
        question = Question(asked, _LOOKED, "Xem lại", "Đã xem, lưu")
        self._window.ask(question).answered.connect(self._answered)

    def _answered(self, sure: bool) -> None:
        if sure and not self.props.save.reason:
            self._file_it()

    def _file_it(self) -> None:
        stack, heaps = self.stack, self.heaps
        file = self._file = self._file if stack is not None and self._file else self.bringing.file
        self._by = self.bringing.officer
        many = count_said(self.page.dossiers.text()) or 0

        def make(station: "Station", officer: str) -> "Steps":
            from kiosk.ui.counter.scans import work

            if stack is not None:
                return work.filing_heaps(station, officer, file, stack, heaps)
            return work.filing_stack(station, officer, file, many)

        self.bringing.begin(make, self._done)
        self._paint()

    def _done(self, fact: ScanFiled | StackSeen) -> None:
        if isinstance(fact, StackSeen) and self._by != self.bringing.officer:
            # Who laid the stack has left: the next officer begins anew.
            return
        if isinstance(fact, StackSeen):
            self.stack, self.heaps = fact, fact.heaps
            self._paint()
            self._window.notify(_LOOK, "err")
            if self._window.place == "stack":
                self.page.take_focus()
            return
        self._forget()
        self.page.source.name("")
        self.page.dossiers.set_text("")
        self._window.notify(filed_said(fact))
        self.page.reply.say(codes_said(fact), "told")
        self._window.asks.look()
        self.bringing.look()
        if self._window.place == "stack":
            self.page.take_focus()

    def _assign(self, text: str) -> None:
        """The chosen heap is of that dossier; the next one without a code is chosen."""
        from kiosk.dossiers.codes import parse_code

        code, at = parse_code(text), self.page.heaps.at
        if code is None:
            self._window.say(_UNREADABLE)
        elif 0 <= at < len(self.heaps) and not self.bringing.run.running:
            self.page.code.set_text("")
            self._window.say("")
            heaps = piles.assigned(self.heaps, at, code)
            order = (*range(at + 1, len(heaps)), *range(at))
            self._change(heaps, next((n for n in order if not heaps[n].code), at))

    def _join(self) -> None:
        at = self.page.heaps.at
        self._change(piles.joined_up(self.heaps, at), max(0, at - 1))

    def _split(self) -> None:
        cell, at = self.page.pages.current, self.page.heaps.at
        if cell is not None:
            self._change(piles.split_at(self.heaps, cell.key), at + 1)

    def _give_up(self) -> None:
        self._forget()
        self.page.reply.say(_GIVEN_UP, "told")
        self.page.take_focus()

    # painting

    def _change(self, heaps: piles.Heaps, at: int) -> None:
        self.heaps = heaps
        self.page.heaps.set_cells(derive_stack(self._at()).heaps, (at,))
        self.page.heaps.mark((at,))
        self._paint()

    def _forget(self) -> None:
        self.stack, self.heaps, self._file = None, (), None
        self._paint()

    def _at(self) -> StackAt:
        page = self.page
        cell = page.pages.current
        return StackAt(
            stack=self.stack,
            heaps=self.heaps,
            heap=max(0, page.heaps.at),
            page=cell.key if cell is not None else 0,
            file=page.source.file,
            dossiers=page.dossiers.text(),
            busy=self.bringing.run.running,
        )

    def _paint(self) -> None:
        if self._painting:
            return
        self._painting = True
        for _ in range(2):
            # The heap that is chosen follows from the heaps, its page from the heap.
            self.props = derive_stack(self._at())
            self.page.set_props(self.props)
        source = self.stack.source if self.stack is not None else None
        name = source.sha256 if source is not None else ""
        for pictures in (self._firsts, self._pages):
            pictures.show(name, _opener(source))
            pictures.fill()
        self._painting = False
        self.changed.emit()

    def _no_picture(self, refusal: Refused) -> None:
        self.page.reply.say(sentence(refusal))

    def _tick(self) -> None:
        if self._window.place == "stack" and self.stack is None:
            self.bringing.look()


def _opener(source: "ScanFile | None") -> "Callable[[], ScanFile] | None":
    return None if source is None else lambda: source
