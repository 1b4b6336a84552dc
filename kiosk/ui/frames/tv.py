"""The lobby's frame: office and clock above, a notice below, all to be read from afar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.ui.frames.frame import Frame, HeadLabel
from kiosk.ui.parts.head_band import HeadBand
from kiosk.ui.parts.icon_box import Icon, Mark
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

SIZE = QSize(1920, 1080)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TvHead(HeadBand):
    """120 high: mark, office, day, clock."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 120, drum=0.15, reach=90, size=760)
        row = Row(look, 32, (48, 0, 44, 6), self)
        row.add(Mark(look, 78), align=_MIDDLE)
        self.name = HeadLabel(look, "notice", "on_red", weight=700, middle=True)
        row.add(self.name, 1)
        self.day = HeadLabel(look, "min", "gold_soft", weight=400, wrap=False)
        row.add(self.day, align=_MIDDLE)
        row.gap(8)
        self.time = HeadLabel(look, "recent", "on_red", wrap=False)
        row.add(self.time, align=_MIDDLE)


class NoticeBar(QWidget):
    """96 high, one notice; a long one takes two lines of smaller type."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        row = Row(look, 28, (52, 0, 48, 0), self)
        self._icon = Icon(look, "info", 40, "gold")
        row.add(self._icon, align=_MIDDLE)
        self._text = Label(look, "", "notice", "bar_text", middle=True)
        row.add(self._text, 1)
        self.wear(look)

    @property
    def text(self) -> str:
        """The notice shown."""
        return self._text.text()

    def set_notice(self, text: str, icon: str = "info") -> None:
        """Show a notice; an empty one leaves the bar empty."""
        self._text.setText(text)
        self._icon.set_icon(icon if text else "")
        self._fit()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(96))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("bar_dark"))
        painter.end()

    def _fit(self) -> None:
        self._text.set_role("notice")
        room = self.width() - self.look.px(52 + 40 + 28 + 48)
        if self._text.prose.natural_width() > room:
            self._text.set_role("min")


class TvFrame(Frame):
    """A lobby screen, 1920×1080, scaled to whatever it hangs on."""

    def __init__(self, office: str, clock: Clock, size: QSize = SIZE) -> None:
        super().__init__(Look("tv"), clock, size)
        self._head = TvHead(self.look)
        self._head.name.setText(office)
        self._room = Box(self.look)
        Column(self.look, 0, (0, 0, 0, 0), self._room)
        self.notice_bar = NoticeBar(self.look)
        self.whole.add(self._head)
        self.whole.add(self._room, 1)
        self.whole.add(self.notice_bar)
        self.tell_time()

    def set_office(self, office: str) -> None:
        """Name the office."""
        self._head.name.setText(office)

    def set_notice(self, text: str, icon: str = "info") -> None:
        """Show a notice in the lower bar."""
        self.notice_bar.set_notice(text, icon)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before."""
        room = self._room.layout()
        assert room is not None
        self.put_page(room, page)

    def fitting(self, size: QSize) -> float:
        return min(size.width() / SIZE.width(), size.height() / SIZE.height())

    def bottom(self) -> int:
        return self.look.px(96 + 24)

    def show_time(self, time: str, day: str) -> None:
        for label, text in ((self._head.time, time), (self._head.day, day.replace(",", ""))):
            if label.text() != text:
                label.setText(text)
