"""The window of the lobby's screen. Nobody touches it; it follows the store by itself."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.frames.tv import SIZE, TvFrame
from kiosk.ui.lobby import work
from kiosk.ui.lobby.board import LobbyProps, derive, is_quiet
from kiosk.ui.lobby.calling_queue import (
    Calling,
    Heard,
    after_hearing,
    after_speaking,
    after_time,
    awaited_on,
    begun,
    repeated,
)
from kiosk.ui.lobby.hall_voice import HallVoice
from kiosk.ui.lobby.page import BoardPage
from kiosk.ui.lobby.slides import Slides
from kiosk.ui.lobby.turning import NoticeProps, Turn, turned
from kiosk.ui.lobby.work import LobbyView
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.tokens import STALE
from kiosk.ui.voice.announcer import Announcer
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

SAMPLE = "Dữ liệu minh họa"
_PASSES = ("store.busy", "store.unreachable")


class LobbyWindow(TvFrame):
    """A lobby screen at work.

    ``shown`` carries a call's id once it has been painted, large or in the list. ``began``: a call
    begins to stand large, with its id; ``ended``: its hold is over, with the same id.

    ``counters``: those it shows and speaks for, None for all. ``announcer``: its voice, if it has
    one, as loud as ``volume_at`` says for a time (``HH:MM`` -> percent). ``pictures``: the folder
    of the office's own. F3 announces the last call once more, without calling anew.
    """

    shown = Signal(str)
    began = Signal(str)
    ended = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        clock: Clock,
        size: QSize = SIZE,
        *,
        counters: frozenset[int] | None = None,
        announcer: Announcer | None = None,
        volume_at: Callable[[str], int] = lambda _: 0,
        pictures: Path | None = None,
    ) -> None:
        load_fonts()
        super().__init__("Bộ phận Một cửa", clock, size)
        self.setWindowTitle("Một Cửa – Màn hình sảnh")
        self._workplace = workplace
        self._counters = counters
        self._voice = HallVoice(announcer, volume_at, self)
        self._voice.ended.connect(self._on_spoken)
        self._slides = Slides(pictures, workplace.jobs, self)
        self._view: LobbyView | None = None
        self._calling = Calling()
        self._turn = Turn()
        self._pages: tuple[NoticeProps, ...] = ()
        self._cut_for: tuple[object, ...] = ()
        self._refused, self._why = False, ""
        self._silent: int | None = None
        self._heard: datetime | None = None
        self._reading = self._stale = False
        self._seconds = 0
        self._minute = ""
        self._unpainted: tuple[str, ...] = ()
        self._props: LobbyProps | None = None
        self.board = BoardPage(self.look)
        self.board.painted.connect(self._on_painted)
        self._slides.changed.connect(self.board.picture.set_album)
        self._voice.heard_now.connect(self.board.call.set_heard)
        self.show_page(self.board)
        self.ticked.connect(self._each_second)
        self.leaving.connect(self._calm)
        workplace.opened.connect(self._refresh)
        workplace.opened.connect(lambda _: self._voice.prepare())
        workplace.opened.connect(lambda _: self._slides.look())
        workplace.changed.connect(self._refresh)
        workplace.lost.connect(self._on_lost)
        workplace.refused.connect(self._on_refused)
        self._render()
        self._refresh()

    @property
    def props(self) -> LobbyProps | None:
        """What the screen shows."""
        return self._props

    @property
    def calling(self) -> Calling:
        """Which call stands large, and which wait behind it."""
        return self._calling

    def _refresh(self, _station: object = None) -> None:
        """Read anew; while a reading is under way, once more after it."""
        if self._workplace.station is None:
            return
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        known = self._calling.known if self._view else None
        look = partial(work.look, known=known, at=self._counters)
        self._workplace.read(look, self._on_view, self._on_unread, owner=self)

    def _on_view(self, view: LobbyView) -> None:
        heard = Heard(
            view.board.calls,
            awaited_on(view.board),
            whole=view.whole,
            missed=self._is_stale(),
        )
        if self._view is None:
            before, after = self._calling, begun(heard)
        else:
            before, after = self._calling, after_hearing(self._calling, heard, self._seconds)
            new = after.known - before.known
            self._unpainted += tuple(c.id for c in reversed(heard.calls) if c.id in new)
        self._reading, self._refused = False, False
        self._view, self._silent, self._heard = view, None, None
        self._move(before, after)
        if self._stale:
            self._refresh()

    def _on_unread(self, error: BaseException) -> None:
        self._reading = False
        if not isinstance(error, Refused):
            raise error
        self._on_lost(error)

    def _on_lost(self, _error: object) -> None:
        if self._silent is None:
            self._silent, self._heard = 0, self.clock.now()

    def _on_refused(self, refusal: Refused) -> None:
        self._refused = True
        self._why = "" if refusal.code in _PASSES else sentence(refusal)
        self._render()

    def _on_painted(self) -> None:
        told, self._unpainted = self._unpainted, ()
        for call in told:
            self.shown.emit(call)

    def _is_stale(self) -> bool:
        return self._silent is not None and self._silent >= STALE["lobby"]

    def _each_second(self) -> None:
        self._seconds += 1
        if self._silent is not None:
            self._silent += 1
            self._refresh()
        minute = clock_time(self.clock.now())
        if minute != self._minute:
            self._minute = minute
            self._voice.at_minute(minute)
            self._slides.look()
            self._refresh()
        self._go_on(self._calling)

    def _go_on(self, state: Calling) -> None:
        """Let time pass for the calls; while nothing is heard nobody sees them: no hold passes."""
        after = state if self._is_stale() else after_time(state, self._seconds)
        self._move(self._calling, after)

    def _move(self, before: Calling, after: Calling) -> None:
        """Take over the state ``after``, show it, and tell what began and ended."""
        self._calling = after
        was, now = (each.shown.id if each.shown else "" for each in (before, after))
        begins = after.holding and (now, after.since) != (was, before.since)
        if before.holding and (begins or not after.holding):
            self.ended.emit(was)
        self._render(lively=begins)
        if begins:
            if now == was:
                self.board.call.pulse()
            self.began.emit(now)
        if not self._is_stale():
            self._calling = self._voice.follow(self._calling, self._seconds)

    def _on_spoken(self) -> None:
        self._go_on(after_speaking(self._calling, self._seconds))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3 and not self._is_stale():
            self._move(self._calling, repeated(self._calling, self._seconds))
        else:
            super().keyPressEvent(event)

    def _render(self, *, lively: bool = False) -> None:
        paused = self._view is not None and self._view.pause is not None
        quiet = is_quiet(self._view, self._calling) and self._silent is None and not paused
        picture = self._slides.at(self._seconds, quiet=quiet)
        props = derive(
            self._view,
            self._calling,
            self._silent,
            self._heard,
            refused=self._refused,
            why=self._why,
            picture=picture,
        )
        if props != self._props:
            self._props = props
            self.board.set_props(props, lively=lively)
            self.set_office(props.office)
            self.set_mark(SAMPLE if props.sample else "")
        self._turn_notices(props.notices)

    def _turn_notices(self, notices: tuple[NoticeProps, ...]) -> None:
        cut_for = (notices, self.notice_bar.width(), self.notice_bar.mark)
        if cut_for != self._cut_for:
            self._cut_for = cut_for
            self._pages = tuple(
                NoticeProps(page, notice.icon)
                for notice in notices
                for page in self.notice_bar.pages(notice.text)
            )
        self._turn = turned(self._turn, self._pages, self._seconds)
        self.set_notice(self._turn.notice.text, self._turn.notice.icon)

    def _calm(self) -> None:
        self.board.call.calm()
        self.board.picture.settle()
        self.notice_bar.settle()
        self._voice.stop()
