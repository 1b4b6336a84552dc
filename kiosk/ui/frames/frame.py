"""What all frames do: wear a look that fits the window, tell the time, hold a page."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from kiosk.clock import Clock, local
from kiosk.ui.language import VIETNAMESE, Language
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.roles import tell_roles
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.look import Look, dress
from kiosk.ui.theme.qss import sheet
from kiosk.ui.words import clock_time, long_day

if TYPE_CHECKING:  # loaded when first asked for: the frame paints before
    from kiosk.ui.parts.sheet import Question, Sheet
    from kiosk.ui.parts.toast import Toast, ToastKind

AT_ONCE = "at_once"
"""The program's property that says: it is being ended, no window asks anything before it closes."""
_TICK_MS = 1000
_SAME = 0.004


@dataclass(frozen=True, slots=True)
class OfficeFace:
    """How the office names itself: the authority above it and its own name."""

    parent: str
    name: str


class HeadLabel(Label):
    """A label of the head: large text leaves it as it is, so that the head keeps its height."""

    def __init__(self, look: Look, role: str, tone: str, **more: object) -> None:
        super().__init__(replace(look, text=1.0), "", role, tone, **more)  # type: ignore[arg-type]

    def wear(self, look: Look) -> None:
        super().wear(replace(look, text=1.0))


class Frame(QWidget):
    """A window of its own size.

    Lengths are those of the design; when the window has another size than the design, one scale
    is computed from it and everything is dressed anew (:func:`~kiosk.ui.theme.look.dress`): the
    only place where scaling happens. The window may be made as small as one likes.

    ``look_changed``: scale, theme, text size or orientation are others now. ``ticked``: once a
    second while the window is shown. ``leaving``: the window closes.
    """

    look_changed = Signal()
    ticked = Signal()
    leaving = Signal()

    def __init__(self, look: Look, clock: Clock, size: QSize) -> None:
        load_fonts()
        tell_roles()
        super().__init__()
        self.look = look
        self.ui_scale = 1.0
        self.clock = clock
        self.closed = False
        self.language: Language = VIETNAMESE
        self.page: QWidget | None = None
        self._sheet: Sheet | None = None
        self._toast: Toast | None = None
        self.resize(size)
        self.look = replace(look, scale=self.fitting(size))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.whole = Column(self.look, 0, (0, 0, 0, 0), self)
        self.whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(200, 160)
        self.setStyleSheet(sheet(self.look))
        self._by_hand = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def fitting(self, size: QSize) -> float:
        """The scale at which the design fits a window of ``size``."""
        raise NotImplementedError

    def bottom(self) -> int:
        """The height of what stands under the page, in pixels."""
        raise NotImplementedError

    def show_time(self, time: str, day: str) -> None:
        """Write the time into the head."""
        raise NotImplementedError

    def set_ui_scale(self, ui_scale: float) -> None:
        """Show things that much larger, as far as this face has room for it."""
        self.ui_scale = ui_scale
        self.set_look(self.look)

    def set_look(self, look: Look) -> None:
        """Dress the whole window anew."""
        look = replace(look, scale=self.fitting(self.size()))
        if look == self.look:
            return
        self.look = look
        self.setStyleSheet(sheet(look))
        dress(self, look)
        self._place_toast()
        self.look_changed.emit()

    def ask(self, question: "Question") -> "Sheet":
        """Cover the window with a question; a question still open goes away unanswered."""
        from kiosk.ui.parts.sheet import Sheet

        self.drop_question()
        self._sheet = Sheet(self.look, self, question)
        self._sheet.answered.connect(self._answered)
        self._sheet.other_answered.connect(lambda: self._answered(False))
        return self._sheet

    @property
    def told(self) -> str:
        """The short notice that is shown now; empty when none is."""
        shown = self._toast is not None and self._toast.isVisible()
        return self._toast.text if self._toast is not None and shown else ""

    @property
    def asking(self) -> "Sheet | None":
        """The question that stands open."""
        return self._sheet

    def drop_question(self) -> None:
        """Take an open question away without an answer."""
        if self._sheet is not None:
            open_sheet, self._sheet = self._sheet, None
            open_sheet.close_quietly()

    def notify(self, sentence: str, kind: "ToastKind" = "ok") -> None:
        """Show a short notice over the page."""
        if self._toast is None:
            from kiosk.ui.parts.toast import Toast

            self._toast = Toast(self.look, self)
        self._place_toast()
        self._toast.say(sentence, kind)

    def put_page(self, room: QLayout, page: QWidget) -> None:
        """Put ``page`` into ``room`` in place of the one before, which is deleted."""
        before, self.page = self.page, page
        if before is page:
            return
        if before is not None:
            room.removeWidget(before)
            before.hide()
            before.deleteLater()
        room.addWidget(page)
        page.show()
        for over in (self._sheet, self._toast):
            if over is not None:
                over.raise_()

    def pass_by_hand(self) -> None:
        """From now on ``ticked`` comes only from outside: for a day that moves its own time."""
        self._by_hand = True
        self._timer.stop()

    def tell_time(self) -> None:
        """Write the present time into the head."""
        now = self.clock.now()
        self.show_time(clock_time(now), long_day(local(now).date(), self.language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if abs(self.fitting(self.size()) - self.look.scale) > _SAME * self.look.scale:
            self.set_look(self.look)
        self._place_toast()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.closed = False
        self.tell_time()
        if not self._by_hand:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed = True
        self.leaving.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.colour("bg"))
        painter.end()

    def _place_toast(self) -> None:
        if self._toast is not None:
            self._toast.place(self.bottom())

    def _tick(self) -> None:
        self.tell_time()
        self.ticked.emit()

    def _answered(self, _wanted: bool) -> None:
        self._sheet = None
