"""The lobby's page: the call that stands large, the others, the counters, who waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.lobby.board import CallProps, LobbyProps, MessageProps, PictureProps
from kiosk.ui.lobby.call_card import CallCard
from kiosk.ui.lobby.counter_strip import CounterStrip
from kiosk.ui.lobby.message_card import MessageCard
from kiosk.ui.lobby.picture_card import PictureCard
from kiosk.ui.lobby.recent_card import RecentCard
from kiosk.ui.lobby.waiting_line import WaitingLine
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look


class BoardPage(QWidget):
    """``painted``: a call that was not seen before is on the screen, large or in the list."""

    painted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.call = CallCard(look)
        self.message = MessageCard(look)
        self.picture = PictureCard(look)
        self.recent = RecentCard(look)
        self.strip = CounterStrip(look)
        self.line = WaitingLine(look)
        self.call.painted.connect(self.painted)
        self.recent.painted.connect(self.painted)
        column = Column(look, 0, (48, 40, 48, 32), self)
        row = column.nest(Row(look, 24), 1)
        row.add(self.call, 1)
        row.add(self.message, 1)
        row.add(self.picture, 1)
        row.add(self.recent)
        column.gap(32)
        column.add(self.strip)
        column.gap(28)
        column.add(self.line)

    def set_props(self, props: LobbyProps, *, lively: bool) -> None:
        """Show what is so now; what did not change is not touched."""
        main = props.main
        if isinstance(main, CallProps):
            self.call.show_call(main, lively=lively and main.urgent)
        else:
            self.call.calm()
        if isinstance(main, MessageProps):
            self.message.show_message(main)
        self.call.setVisible(isinstance(main, CallProps))
        self.message.setVisible(isinstance(main, MessageProps))
        self.picture.setVisible(isinstance(main, PictureProps))
        self.picture.show_picture(main if isinstance(main, PictureProps) else None)
        self.recent.show_recent(props.recent)
        self.strip.show_tiles(props.counters)
        self.line.show_line(props.line)
