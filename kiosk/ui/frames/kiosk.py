"""The kiosk's frame: office and clock above, the page, patience and five places below."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid

from kiosk.clock import Clock
from kiosk.ui.frames.frame import Frame, HeadLabel, OfficeFace
from kiosk.ui.frames.kiosk_bar import KioskBar
from kiosk.ui.frames.low_reach import LOW_FROM, LowRoom
from kiosk.ui.language import VIETNAMESE, Language, other
from kiosk.ui.motion import Slide, moves
from kiosk.ui.parts.head_band import HeadBand
from kiosk.ui.parts.icon_box import Icon, Mark
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import (
    HIGH_CONTRAST,
    KIOSK_HEAD_H,
    KIOSK_HEAD_HOME_H,
    KIOSK_HEAD_WIDE_H,
    LARGE_TEXT,
    NORMAL,
)

PORTRAIT = QSize(1080, 1920)
LANDSCAPE = QSize(1920, 1080)
_RIGHT = Qt.AlignmentFlag.AlignRight
_HOME_LOWER = 40
"""The home page stands so much lower: its first tile begins where the reach does."""


class KioskHead(HeadBand):
    """The kiosk's head: high on the home page of a standing screen, low elsewhere.

    With ``low`` it fills the part of a standing screen that is out of some people's reach.
    """

    def __init__(self, look: Look, *, wide: bool, home: bool, low: bool = False) -> None:
        high = (home or low) and not wide
        height = KIOSK_HEAD_WIDE_H if wide else KIOSK_HEAD_HOME_H if high else KIOSK_HEAD_H
        if low and not wide:
            height = KIOSK_HEAD_HOME_H + _HOME_LOWER if home else LOW_FROM
        size, reach = (680, 50) if wide else (720, 30) if high else (588, 40)
        super().__init__(look, height, drum=0.20 if home else 0.15, size=size, reach=reach)
        side = 64 if wide else 48
        gap = 32 if high or wide else 24
        row = Row(look, gap, (side, 0, side, 6), self)
        mark = 108 if high else 92 if wide else 84
        row.add(Mark(look, mark), align=Qt.AlignmentFlag.AlignVCenter)
        left = row.nest(Column(look, 2), 1)
        left.fill()
        self._parent = HeadLabel(look, "body" if high or wide else "caption", "gold_soft")
        name = "button" if high or wide else "label"
        self._name = HeadLabel(look, name, "on_red", weight=700, balance=True)
        left.add(self._parent)
        left.add(self._name)
        left.fill()
        right = row.nest(Column(look))
        right.fill()
        clock = "counter" if high else "h1"
        self._time = HeadLabel(look, clock, "on_red", align=_RIGHT, wrap=False)
        day = "body" if high or wide else "caption"
        self._day = HeadLabel(look, day, "gold_soft", align=_RIGHT, wrap=False)
        right.add(self._time)
        right.add(self._day)
        right.fill()

    def set_face(self, face: OfficeFace) -> None:
        """Name the office."""
        self._parent.setText(face.parent)
        self._name.setText(face.name)

    def set_time(self, time: str, day: str) -> None:
        """Write the time and the day."""
        for label, text in ((self._time, time), (self._day, day)):
            if label.text() != text:
                label.setText(text)


class IdleLine(QWidget):
    """8 px: the part of the patience that is left, in gold."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.share = 1.0
        self.wear(look)

    def set_share(self, share: float) -> None:
        """How much is left, 1 to 0."""
        self.share = share
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("well"))
        left = QRectF(0, 0, self.width() * self.share, self.height())
        painter.fillRect(left, self.look.colour("gold_ink"))
        painter.end()


class KioskFrame(Frame):
    """A standing (1080×1920) or lying (1920×1080) kiosk; it turns with its window.

    The frame itself switches large text and contrast. ``back_asked`` and ``home_asked`` are the
    page's to answer; ``language_asked`` carries the language wanted: give it back with
    :meth:`set_language` and build the page anew. ``turned``: the orientation is another one,
    build the page anew.
    """

    back_asked = Signal()
    home_asked = Signal()
    language_asked = Signal(object)
    turned = Signal()

    def __init__(self, face: OfficeFace, clock: Clock, size: QSize = PORTRAIT) -> None:
        super().__init__(Look("kiosk"), clock, size)
        self._face = face
        self._hours = ("", "")
        self._slide: Slide | None = None
        self._patience = 0
        self._home, self._back, self._idle = True, True, False
        self._built: tuple[bool, bool, bool] | None = None
        self._low = False
        self._low_room: LowRoom | None = None
        self._head: KioskHead | None = None
        self._bar: KioskBar | None = None
        self._head_room = Box(self.look)
        self._page_room = Box(self.look)
        self._idle_row = self._make_idle_row()
        self._idle_line = IdleLine(self.look)
        self._bar_room = Box(self.look)
        for room in (self._head_room, self._page_room, self._bar_room):
            Column(self.look, 0, (0, 0, 0, 0), room)
        self.whole.add(self._head_room)
        self.whole.add(self._page_room, 1)
        self.whole.add(self._idle_row)
        self.whole.add(self._idle_line)
        self.whole.add(self._bar_room)
        self._arrange()

    @property
    def wide(self) -> bool:
        """Whether the screen lies."""
        return self.width() > self.height()

    @property
    def low(self) -> bool:
        """Whether everything to press stands low; a lying screen is low by itself."""
        return self._low and not self.wide

    @property
    def low_room(self) -> LowRoom | None:
        """Where a page stands while everything to press is low; None for the home page."""
        return self._low_room if self.low and not self._home else None

    @property
    def changed_for_one(self) -> bool:
        """Whether somebody has chosen a look, a reach or a language of their own."""
        looks = self.look.large or self.look.contrasting or self._low
        return looks or self.language != VIETNAMESE

    def set_low(self, low: bool) -> None:
        """Bring everything to press into the lower part of a standing screen, or back."""
        if low != self._low:
            self._low = low
            self.look_changed.emit()

    @property
    def bar(self) -> KioskBar:
        """The lower bar."""
        assert self._bar is not None
        return self._bar

    @property
    def at_home(self) -> bool:
        """Whether the page shown is the home page."""
        return self._home

    def show_page(
        self, page: QWidget, *, home: bool = False, back: bool = True, idle: bool = True
    ) -> None:
        """Show a page. ``back=False`` leaves its place, dashed; ``idle=False`` shows no countdown."""
        self._home, self._back, self._idle = home, back, idle and not home
        self._arrange()
        room = self._page_room.layout()
        assert room is not None
        self.put_page(self._room_for_page(room), page)
        self._tab_from_page_to_bar(page)

    def _room_for_page(self, room: QLayout) -> QLayout:
        low = self.low and not self._home
        if low and self._low_room is None:
            self._low_room = LowRoom(self.look, self.language)
            room.addWidget(self._low_room)
        if self._low_room is None:
            return room
        self._low_room.setVisible(low)
        self._low_room.to_top()
        return self._low_room.room if low else room

    def slide_in(self) -> None:
        """Let the page just shown slide the last 24 px to its place, where things may move."""
        self.end_slide()
        if self.page is None or not self.isVisible() or not moves():
            return
        room = self._page_room.layout()
        assert room is not None
        self.whole.activate()
        room.activate()
        self._slide = Slide(self.page, self.look.colour("bg"), self.look.px(24))

    def end_slide(self) -> None:
        """Let the page stand where it belongs now."""
        slide, self._slide = self._slide, None
        if slide is not None and isValid(slide):
            slide.end()

    def set_face(self, face: OfficeFace) -> None:
        """Name the office."""
        self._face = face
        if self._head is not None:
            self._head.set_face(face)

    def set_hours(self, title: str, hours: str) -> None:
        """The opening hours shown on the home page."""
        self._hours = (title, hours)
        self.bar.set_hours(title, hours)

    def set_idle(self, seconds: int, share: float) -> None:
        """Show how much patience is left."""
        self._patience = seconds
        self._tell_patience()
        self._idle_line.set_share(share)

    def _tell_patience(self) -> None:
        if not self._patience:
            return
        words = self.language.tr("Tự về trang đầu sau {seconds} giây", seconds=self._patience)
        self._idle_text.setText(words)

    def set_language(self, language: Language) -> None:
        """Speak another language in head, bar and idle line."""
        self.language = language
        self._tell_patience()
        self.bar.set_language(language)
        if self._low_room is not None:
            self._low_room.set_language(language)
        self.tell_time()

    def set_options(self, *, large: bool, contrast: bool) -> None:
        """Large text and high contrast, on or off."""
        theme = HIGH_CONTRAST if contrast else NORMAL
        self.set_look(replace(self.look, theme=theme, text=LARGE_TEXT if large else self.ui_scale))
        self.bar.set_on(large=large, contrast=contrast)

    def reset(self) -> None:
        """Forget the session's language, text size, contrast and reach."""
        self.drop_question()
        self.set_low(False)
        self.set_options(large=False, contrast=False)
        self.set_language(VIETNAMESE)

    def set_ui_scale(self, ui_scale: float) -> None:
        """Show type that much larger; the pages fill the screen already."""
        self.ui_scale = min(ui_scale, LARGE_TEXT)
        self.set_options(large=self.look.large, contrast=self.look.contrasting)

    def fitting(self, size: QSize) -> float:
        design = LANDSCAPE if size.width() > size.height() else PORTRAIT
        return min(size.width() / design.width(), size.height() / design.height())

    def bottom(self) -> int:
        return self._bar_room.height() + self.look.px(72) if self._bar else 0

    def show_time(self, time: str, day: str) -> None:
        if self._head is not None:
            self._head.set_time(time, day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        turned = self._built is not None and self._built[0] != self.wide
        super().resizeEvent(event)
        if turned:
            self._arrange()
            self.turned.emit()

    def _make_idle_row(self) -> QWidget:
        row_box = Box(self.look)
        row = self._idle_layout = Row(self.look, 12, (48, 0, 48, 14), row_box)
        row.fill()
        row.add(Icon(self.look, "clock", 28, "ink_2"), align=Qt.AlignmentFlag.AlignVCenter)
        self._idle_text = Label(self.look, "", "caption", "ink_2", wrap=False)
        row.add(self._idle_text)
        return row_box

    def _arrange(self) -> None:
        """Build head and bar for the orientation and the kind of page, where they are others."""
        wide, home = self.wide, self._home
        head_fits = self._built is not None and self._built == (wide, home, self.low)
        bar_fits = self._built is not None and self._built[0] == wide
        if not head_fits:
            self._head = KioskHead(self.look, wide=wide, home=home, low=self.low)
            self._head.set_face(self._face)
            _replace(self._head_room, self._head)
        if not bar_fits:
            self._bar = KioskBar(self.look, self.language, wide=wide)
            self._bar.pressed.connect(self._on_place)
            self._bar.set_hours(*self._hours)
            _replace(self._bar_room, self._bar)
        self._built = (wide, home, self.low)
        side = 64 if wide else 48
        self._idle_layout.set_margins((side, 0, side, 14))
        self.bar.set_home(home)
        self.bar.places["back"].setEnabled(self._back)
        self.bar.set_on(large=self.look.large, contrast=self.look.contrasting)
        self._idle_row.setVisible(self._idle)
        self._idle_line.setVisible(not home)
        self.tell_time()

    def _tab_from_page_to_bar(self, page: QWidget) -> None:
        """The bar stands below the page, so its places come after everything on it."""
        last, each = page, page.nextInFocusChain()
        while each is not None and each is not page:
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and page.isAncestorOf(each):
                last = each
            each = each.nextInFocusChain()
        low = self.low_room
        below = () if low is None else (low.up, low.down)
        # From the last to the first: Qt moves nothing that follows in the round already.
        for place in reversed((*below, *self.bar.places.values())):
            QWidget.setTabOrder(last, place)

    def _on_place(self, key: str) -> None:
        look = self.look
        if key == "back":
            self.back_asked.emit()
        elif key == "home":
            self.home_asked.emit()
        elif key == "language":
            self.language_asked.emit(other(self.language))
        elif key == "large":
            self.set_options(large=not look.large, contrast=look.contrasting)
        else:
            self.set_options(large=look.large, contrast=not look.contrasting)


def _replace(room: QWidget, widget: QWidget) -> None:
    layout = room.layout()
    assert layout is not None
    while (item := layout.takeAt(0)) is not None:
        before = item.widget()
        if before is not None:
            before.hide()
            before.deleteLater()
    layout.addWidget(widget)
