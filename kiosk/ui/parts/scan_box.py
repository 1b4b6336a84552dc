"""The desk's scan box: the one place where a scanner's burst and a typed search arrive."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.layouts import Row
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.tokens import RADIUS


class ScanBox(Card):
    """72 high, with a pill that says whether it is ready. ``submitted`` carries what came in."""

    submitted = Signal(str)
    edited = Signal(str)

    def __init__(self, look: Look, name: str, hint: str, ready: Pill, waiting: Pill) -> None:
        super().__init__(look, height=72)
        self._ready, self._waiting = ready, waiting
        self._icon = Icon(look, "scan", 32, "act")
        self.edit = QLineEdit()
        self.edit.setFrame(False)
        self.edit.setMaxLength(1000)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(name)
        self._pill = StatusPill(look, waiting)
        row = Row(look, 16, (24, 8, 22, 8), self)
        row.add(self._icon, align=Qt.AlignmentFlag.AlignVCenter)
        row.add(self.edit, 1)
        row.add(self._pill, align=Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self._submit)
        self.edit.installEventFilter(self)
        self.wear(look)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.edit.setFont(look.font("action", 400))
        paint = self.edit.palette()
        paint.setColor(QPalette.ColorRole.PlaceholderText, look.colour("ink_3"))
        paint.setColor(QPalette.ColorRole.Text, look.colour("ink"))
        paint.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.edit.setPalette(paint)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, here = self.look, self.edit.hasFocus()
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("surface"),
            edge=look.colour("act" if here else "line_strong"),
            width=look.px(3 if here else 1),
            radius=look.px(RADIUS["desk_card"]),
        )
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            here = event.type() == QEvent.Type.FocusIn
            self._pill.set_pill(self._ready if here else self._waiting)
            self.update()
        return False

    def _submit(self) -> None:
        text = self.edit.text()
        self.edit.clear()
        if text.strip():
            self.submitted.emit(text)
