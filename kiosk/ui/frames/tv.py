"""The lobby's frame: office and clock above, a notice below, all to be read from afar."""

from PySide6.QtCore import QAbstractAnimation, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.ui.frames.frame import Frame, HeadLabel
from kiosk.ui.parts.head_band import HeadBand
from kiosk.ui.parts.icon_box import Icon, Mark
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.motion import is_still
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import DUR

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


class FadingText(Label):
    """A text that fades into the next one."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "notice", "bar_text", middle=True)
        self._before: QPixmap | None = None
        self._share = 1.0
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(2 * DUR["fade"])
        self._fading.setStartValue(0.0)
        self._fading.setEndValue(1.0)
        self._fading.valueChanged.connect(self._on_fade)
        self._fading.finished.connect(self.settle)

    @property
    def fading(self) -> bool:
        """Whether one text still goes over into another."""
        return self._fading.state() == QAbstractAnimation.State.Running

    def leave(self) -> None:
        """Begin to fade: what is seen now goes, what is set next comes."""
        if self.isVisible() and not is_still(self):
            self._before = self.grab()
            self._share = 0.0
            self._fading.start()

    def settle(self) -> None:
        """End the fading at once."""
        self._fading.stop()
        self._before, self._share = None, 1.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._before is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        # First the one goes, then the other comes: never both over each other.
        going, coming = max(0.0, 1 - 2 * self._share), max(0.0, 2 * self._share - 1)
        painter.setOpacity(going)
        painter.drawPixmap(0, 0, self._before)
        painter.setOpacity(coming)
        self.prose.paint(painter, QRectF(self.rect()), self.look.colour(self.tone))
        painter.end()

    def _on_fade(self, share: float) -> None:
        self._share = share
        self.update()


class NoticeBar(QWidget):
    """96 high, one notice; a long one takes two lines of smaller type. A mark may stand at its end.

    What two lines cannot hold is cut into :meth:`pages`, never made smaller.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        row = Row(look, 28, (52, 0, 48, 0), self)
        self._icon = Icon(look, "info", 40, "gold")
        row.add(self._icon, align=_MIDDLE)
        self._text = FadingText(look)
        row.add(self._text, 1)
        self._mark = Label(look, "", "min", "gold_soft", weight=600, wrap=False)
        row.add(self._mark, align=_MIDDLE)
        self._mark.hide()
        self.wear(look)

    @property
    def text(self) -> str:
        """The notice shown."""
        return self._text.text()

    @property
    def mark(self) -> str:
        """What stands at the end of the bar."""
        return self._mark.text()

    @property
    def fading(self) -> bool:
        """Whether one notice still goes over into another."""
        return self._text.fading

    def set_notice(self, text: str, icon: str = "info") -> None:
        """Fade to a notice; an empty one leaves the bar empty."""
        if text != self.text:
            if self.text:
                self._text.leave()
            self._text.setText(text)
        self._icon.set_icon(icon if text else "")
        self._fit()

    def set_mark(self, text: str) -> None:
        """Let a mark stand at the end of the bar, whatever the notice."""
        say(self._mark, text)
        self._fit()

    def pages(self, text: str) -> tuple[str, ...]:
        """``text`` in pieces that the bar can hold, one after the other."""
        if self._holds(text):
            return (text,)
        pages, page = [], ""
        for word in text.split():
            longer = f"{page} {word}".strip()
            if page and not self._holds(f"{longer} …"):
                pages.append(f"{page} …")
                longer = f"… {word}"
            page = longer
        return (*pages, page) if page else ()

    def settle(self) -> None:
        """End every motion."""
        self._text.settle()

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

    def _room(self) -> int:
        mark = self._mark.sizeHint().width() + self.look.px(28) if self._mark.text() else 0
        return self.width() - self.look.px(52 + 40 + 28 + 48) - mark

    def _holds(self, text: str) -> bool:
        prose = Prose(text, self.look.font("min"), self.look.line("min"))
        return prose.lay(self._room()) <= self.height()

    def _fit(self) -> None:
        prose = Prose(self.text, self.look.font("notice"), self.look.line("notice"))
        self._text.set_role("notice" if prose.natural_width() <= self._room() else "min")


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

    def set_mark(self, text: str) -> None:
        """Let a mark stand at the end of the lower bar."""
        self.notice_bar.set_mark(text)

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
