"""The window of the lobby's screen. Nobody touches it; it follows the store by itself."""

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.frames.tv import SIZE, TvFrame
from kiosk.ui.lobby import work
from kiosk.ui.lobby.board import CallProps, LobbyProps, derive
from kiosk.ui.lobby.call_card import CallCard
from kiosk.ui.lobby.counter_strip import CounterStrip
from kiosk.ui.lobby.message_card import MessageCard
from kiosk.ui.lobby.recent_card import RecentCard
from kiosk.ui.lobby.waiting_line import WaitingLine
from kiosk.ui.lobby.work import LobbyView
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

_PASSES = ("store.busy", "store.unreachable")


class BoardPage(QWidget):
    """Newest call, calls before it, counters, who waits."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.call = CallCard(look)
        self.message = MessageCard(look)
        self.recent = RecentCard(look)
        self.strip = CounterStrip(look)
        self.line = WaitingLine(look)
        column = Column(look, 0, (48, 40, 48, 24), self)
        row = column.nest(Row(look, 24), 1)
        row.add(self.call, 1)
        row.add(self.message, 1)
        row.add(self.recent)
        column.gap(28)
        column.add(self.strip)
        column.gap(28)
        column.add(self.line)

    def set_props(self, props: LobbyProps, *, lively: bool) -> None:
        """Show what is so now; what did not change is not touched."""
        calling = isinstance(props.main, CallProps)
        if isinstance(props.main, CallProps):
            self.call.show_call(props.main, lively=lively and props.main.urgent)
        else:
            self.call.calm()
            self.message.show_message(props.main)
        self.call.setVisible(calling)
        self.message.setVisible(not calling)
        self.recent.show_recent(props.recent)
        self.strip.show_tiles(props.counters)
        self.line.show_line(props.line)


class LobbyWindow(TvFrame):
    """A lobby screen at work. ``shown`` carries a call's id once it has been painted."""

    shown = Signal(str)

    def __init__(self, workplace: Workplace, clock: Clock, size: QSize = SIZE) -> None:
        load_fonts()
        super().__init__("Bộ phận Một cửa", clock, size)
        self.setWindowTitle("Một Cửa – Màn hình sảnh")
        self._workplace = workplace
        self._view: LobbyView | None = None
        self._refused, self._why = False, ""
        self._silent: int | None = None
        self._heard: datetime | None = None
        self._reading = self._stale = False
        self._minute = ""
        self._props: LobbyProps | None = None
        self.board = BoardPage(self.look)
        self.board.call.painted.connect(self.shown)
        self.show_page(self.board)
        self.ticked.connect(self._each_second)
        self.leaving.connect(self.board.call.calm)
        workplace.opened.connect(self._refresh)
        workplace.changed.connect(self._refresh)
        workplace.lost.connect(self._on_lost)
        workplace.refused.connect(self._on_refused)
        self._render(lively=False)
        self._refresh()

    @property
    def props(self) -> LobbyProps | None:
        """What the screen shows."""
        return self._props

    def _refresh(self, _station: object = None) -> None:
        """Read anew; while a reading is under way, once more after it."""
        if self._workplace.station is None:
            return
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        self._workplace.read(work.look, self._on_view, self._on_unread, owner=self)

    def _on_view(self, view: LobbyView) -> None:
        first = self._view is None
        self._reading, self._refused = False, False
        self._view, self._silent, self._heard = view, None, None
        self._render(lively=not first)
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
        self._render(lively=False)

    def _each_second(self) -> None:
        if self._silent is not None:
            self._silent += 1
            self._refresh()
        minute = clock_time(self.clock.now())
        if minute != self._minute:
            self._minute = minute
            self._refresh()
        self._render(lively=False)

    def _render(self, *, lively: bool) -> None:
        props = derive(self._view, self._silent, self._heard, refused=self._refused, why=self._why)
        if props == self._props:
            return
        self._props = props
        self.board.set_props(props, lively=lively)
        self.set_office(props.office)
        self.set_notice(props.notice, props.notice_icon)
