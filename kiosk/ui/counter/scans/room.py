"""The scans of the dossier that is open: shown, brought in, turned, split, laid, named, moved."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.refusal import Refused
from kiosk.scans import editing
from kiosk.scans.filing import ScanFiled, ScanKind
from kiosk.scans.keeping import Sheet
from kiosk.scans.stacks import Told
from kiosk.ui.counter.places import Keys
from kiosk.ui.counter.scans.bringing import Bringing
from kiosk.ui.counter.scans.host import Window
from kiosk.ui.counter.scans.page import ScansPage
from kiosk.ui.counter.scans.pictures import Pictures
from kiosk.ui.counter.scans.props import (
    LEAVE,
    At,
    ScansProps,
    derive_scans,
    is_draft,
    name_options,
    shown_scans,
)
from kiosk.ui.counter.scans.seen import ScansSeen
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.scans.pages import ScanFile
    from kiosk.scans.reading import ScanView
    from kiosk.station import Station
    from kiosk.storage.units import ReadUnit
    from kiosk.ui.steps import Steps

_NAMES = Question("Những trang này là giấy tờ gì?", "Bản đang có vẫn giữ.", "Không đặt")
_FILED = "Đã lưu {pages} trang vào hồ sơ {code}."
_REMADE = "Đã ghi bản mới của hồ sơ {code}; bản cũ vẫn giữ."
_MOVED = "Đã chuyển {pages} trang sang hồ sơ {code}."
_DROPPED = "Đã bỏ chỗ vừa xếp, xoay; bản đã lưu vẫn như cũ."


class ScansRoom(QObject):
    """``changed``: other keys are valid now."""

    changed = Signal()

    def __init__(self, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.page = page = ScansPage(window.look)
        self.bringing = Bringing(window, page.source, self)
        self.pictures = Pictures(window.asks.workplace.jobs, page.grid, self._no_picture, self)
        self.seen: ScansSeen | None = None
        self.props: ScansProps | None = None
        self._former = False
        self._laid: tuple[str, tuple[Sheet, ...]] = ("", ())
        self._painting = False
        page.asked.connect(window.press)
        page.scanned.connect(lambda _: window.say("Đang xem giấy tờ quét: Esc rồi quét lại."))
        page.changed.connect(self._paint)
        page.grid.moved.connect(self._lay)
        self.bringing.doing.connect(page.set_doing)
        self.bringing.rested.connect(self._paint)
        window.ticked.connect(self._tick)

    def open(self) -> None:
        """Ctrl Q: show the scans of the open dossier."""
        opened = self._window.opened
        if opened is None:
            return
        here = self._window.place

        def show(seen: ScansSeen) -> None:
            if self._window.place != here:
                return
            if self.seen is None or self.seen.code != seen.code:
                self._former, self._laid = False, ("", ())
                self.page.begin()
            self._see(seen)
            self._window.show_place("scans", self.page)
            self.bringing.tell_scanner()
            self.page.take_focus()
            self.bringing.look()

        self._read(opened.view.code, show)

    # the room (Room)

    def keys(self) -> Keys:
        """The keys that the page hears."""
        if self.props is None:
            return ()
        acts = (
            ("F9", self.props.save.text, self.props.save.reason),
            ("F3", "Xoay", self.props.turn.reason),
            ("F4", "Tách", self.props.split.reason),
            ("F5", "Đặt tên", self.props.name.reason),
            ("F6", "Chuyển", self.props.move.reason),
            ("F10", "Chọn tệp", ""),
            ("F11", "Quét", self.page.source.scan.reason),
            ("Ctrl L", "Bản cũ", self.props.versions.reason),
        )
        keys = tuple((key, words) for key, words, reason in acts if not reason)
        return keys if self.props.leave == LEAVE else (*keys, ("Esc", self.props.leave))

    def why_not(self) -> str:
        """Why nothing is filed now."""
        return self.props.save.reason if self.props is not None else ""

    def reasons(self) -> dict[str, str]:
        """Why each key of the page does nothing now."""
        if (props := self.props) is None:
            return {}
        return {
            "F3": props.turn.reason,
            "F4": props.split.reason,
            "F5": props.name.reason,
            "F6": props.move.reason,
            "F11": self.page.source.scan.reason,
            "Ctrl L": props.versions.reason,
        }

    def acts(self) -> dict[str, Callable[[], None]]:
        """What the keys do."""
        acts: dict[str, Callable[[], None]] = {
            "F9": self.submit,
            "F3": self._turn,
            "F4": self._split,
            "F5": self._ask_name,
            "F6": self._move,
            "F10": self.bringing.choose,
            "F11": self.bringing.ask_scan,
            "Ctrl L": self._show_former,
        }
        if self.bringing.run.running:
            acts["Esc"] = self.bringing.stop
        elif self._is_draft():
            acts["Esc"] = self._drop_draft
        return acts

    def take_focus(self) -> None:
        """Go to the list."""
        self.page.take_focus()

    def look_again(self) -> None:
        """The store has changed: somebody else may have filed pages."""
        if self.seen is not None and not self.bringing.run.running:
            self._read(self.seen.code, self._see_same)

    def drop(self) -> None:
        """What was laid and turned is not wanted any more."""
        self._laid = ("", ())
        self.page.reply.say("")
        self._paint()

    # acts

    def submit(self) -> None:
        """F9: what was laid and turned becomes the new version; else the named file is filed."""
        view = self._view
        if self.props is None or self.props.save.reason or self.seen is None:
            return
        if self._window.queue.rest("F9").isActive():
            # One F9 too many must not file the next file, which may be of somebody else.
            return
        if view is not None and self._is_draft():
            sheets = self._laid[1]
            turned = any(sheet.turn for sheet in sheets)
            laid = any(sheet.page != n for n, sheet in enumerate(sheets, 1))
            act = "order" if laid or not turned else "rotate"
            self._remake(view, act, lambda: editing.arranged(view, sheets))
            return
        code, file = self.seen.code, self.bringing.file
        kind, _, title = self.page.paper.current.partition(":")

        def make(station: "Station", officer: str) -> "Steps":
            from kiosk.ui.counter.scans import work

            told = Told(dossier=code)
            return work.filing_one(station, officer, file, told, ScanKind(kind), title)

        def done(fact: ScanFiled) -> None:
            self.page.source.name("")
            self.bringing.look()
            self._told(code, _FILED.format(pages=_pages(fact), code=code), fact)

        self.bringing.begin(make, done)
        self._paint()

    def _turn(self) -> None:
        sheets, marked = list(self._laid[1]), self.page.grid.marked
        for place in marked:
            sheets[place] = replace(sheets[place], turn=(sheets[place].turn + 90) % 360)
        self._draft(tuple(sheets), marked)

    def _lay(self, step: int) -> None:
        """Ctrl and an arrow: the marked pages go one place on."""
        if self.props is None or self.props.turn.reason:
            self._window.say(self.props.turn.reason if self.props is not None else "")
            return
        sheets, marked = list(self._laid[1]), self.page.grid.marked
        places = marked if step < 0 else tuple(reversed(marked))
        if not places or not 0 <= places[0] + step < len(sheets):
            return
        for place in places:
            sheets.insert(place + step, sheets.pop(place))
        self._draft(tuple(sheets), tuple(place + step for place in marked))

    def _split(self) -> None:
        view, at = self._view, self.page.grid.at
        if view is not None:
            self._remake(view, "split", lambda: editing.split(view, at + 1))

    def _ask_name(self) -> None:
        if self.seen is not None:
            sheet = self._window.ask_choice(_NAMES, name_options(self.seen))
            sheet.chosen.connect(self._name)

    def _name(self, chosen: str) -> None:
        view = self._view
        kind, _, title = chosen.partition(":")
        if view is not None and (view.kind, view.title) != (kind, title):
            act = "name" if view.kind == kind else "kind"
            self._remake(view, act, lambda: editing.called(view, title, ScanKind(kind)))

    def _move(self) -> None:
        from kiosk.dossiers.codes import parse_code

        view, to = self._view, parse_code(self.page.to.text())
        if view is None or to is None:
            return
        pages = frozenset(self._laid[1][place].page for place in self.page.grid.marked)
        self._remake(view, "move", lambda: editing.moved(view, pages, to))

    def _show_former(self) -> None:
        self._former = not self._former
        self._paint()

    def _remake(
        self, view: "ScanView", act: str, parts: Callable[[], tuple[editing.Part, ...]]
    ) -> None:
        to = self.page.to

        def make(station: "Station", officer: str) -> "Steps":
            from kiosk.ui.counter.scans import work

            return work.remaking(station, officer, view, act, parts())

        def done(fact: ScanFiled) -> None:
            gone = [each for each in fact.scans if each.dossier != view.dossier]
            said = _REMADE.format(code=view.dossier)
            if gone:
                said = _MOVED.format(pages=sum(each.pages for each in gone), code=gone[0].dossier)
                to.set_text("")
            self._told(view.dossier, said, fact)

        self.bringing.begin(make, done)
        self._paint()

    # painting

    @property
    def _view(self) -> "ScanView | None":
        row = self.page.table.current
        shown = shown_scans(self.seen, former=self._former) if self.seen is not None else ()
        return next((view for view in shown if row is not None and view.id == row.scan), None)

    def _is_draft(self) -> bool:
        return is_draft(self._laid[1])

    def _drop_draft(self) -> None:
        self.drop()
        self.page.reply.say(_DROPPED, "told")

    def _draft(self, sheets: tuple[Sheet, ...], marked: tuple[int, ...]) -> None:
        self._laid = (self._laid[0], sheets)
        self.page.reply.say("")
        self._paint(marked)

    def _told(self, code: str, said: str, fact: ScanFiled) -> None:
        """It is done: say so, and show it where its dossier is still open."""
        self._window.notify(said)
        self._window.queue.rest("F9").start()
        self._window.asks.look()
        if self.seen is None or self.seen.code != code:
            return
        made = next((each.scan for each in fact.scans if each.dossier == code), "")

        def see(seen: ScansSeen) -> None:
            self._laid = ("", ())
            self._see_same(seen)
            self.page.table.choose(made)

        self._read(code, see)

    def _see(self, seen: ScansSeen) -> None:
        self.seen = seen
        self.page.set_names(name_options(seen))
        self._paint()

    def _see_same(self, seen: ScansSeen) -> None:
        if self.seen is not None and seen.code == self.seen.code:
            self._see(seen)

    def _paint(self, marked: tuple[int, ...] | None = None) -> None:
        """What follows from what is chosen and entered. Painting chooses rows: not again for that."""
        if self.seen is None or self._painting:
            return
        self._painting = True
        page = self.page
        if not page.table.rows_model.rows or self._view is None:
            page.table.set_rows(derive_scans(self.seen, At(former=self._former)).rows)
        for _ in range(2):
            # The first time the row that is chosen may be gone, and another takes its place.
            view = self._view
            if view is None:
                self._laid = ("", ())
            elif self._laid[0] != view.id:
                self._laid = (view.id, tuple(Sheet(n) for n in range(1, view.pages + 1)))
            self.props = derive_scans(self.seen, self._at(view))
            if page.grid.cells != self.props.cells and marked is not None:
                page.grid.set_cells(self.props.cells, marked)
            page.set_props(self.props)
        view = self._view
        self.pictures.show(view.id if view is not None else "", self._opener(view))
        self.pictures.fill()
        self._painting = False
        self.changed.emit()

    def _at(self, view: "ScanView | None") -> At:
        grid = self.page.grid
        return At(
            former=self._former,
            scan=view.id if view is not None else "",
            sheets=self._laid[1],
            at=grid.at,
            marked=len(grid.marked),
            file=self.page.source.file,
            to=self.page.to.text(),
            busy=self.bringing.run.running,
        )

    def _opener(self, view: "ScanView | None") -> "Callable[[], ScanFile] | None":
        station = self._window.asks.workplace.station
        if view is None or station is None:
            return None

        def opened() -> "ScanFile":
            from kiosk.ui.counter.scans import work

            return work.opened_scan(station, view)

        return opened

    def _no_picture(self, refusal: Refused) -> None:
        self.page.reply.say(sentence(refusal))

    def _tick(self) -> None:
        if self._window.place == "scans":
            self.bringing.look()

    def _read(self, code: str, done: Callable[[ScansSeen], None]) -> None:
        def look(unit: "ReadUnit") -> ScansSeen:
            from kiosk.ui.counter.scans import work

            return work.scans_seen(unit, code)

        self._window.asks.read(look, done, self._window.refuse)


def _pages(fact: ScanFiled) -> int:
    return sum(each.pages for each in fact.scans)
