"""A short notice over the page. Never the only report of a failure."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.tokens import DUR

ToastKind = Literal["ok", "err"]
_ROLES = {"kiosk": "label", "desk": "input", "tv": "min"}
_ICONS = {"ok": ("check", "bar_ok"), "err": ("alert", "bar_err")}


class Toast(QWidget):
    """One sentence with its icon, above the bar of its window, for four seconds.

    A new one takes the place of the one before.
    """

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self._over = over
        large = look.board != "desk"
        self._icon = Icon(look, "check", 36 if large else 22, "bar_ok")
        self._text = Label(look, "", _ROLES[look.board], "bar_text", middle=True)
        self._row = row = Row(
            look, 20 if large else 12, (28, 16, 28, 16) if large else (16, 10, 16, 10), self
        )
        row.add(self._icon, align=Qt.AlignmentFlag.AlignVCenter)
        row.add(self._text, 1)
        self._bottom = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DUR["toast"])
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._text.text()

    def say(self, sentence: str, kind: ToastKind = "ok") -> None:
        """Show a sentence."""
        icon, tone = _ICONS[kind]
        self._icon.set_icon(icon, tone)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.place(self._bottom)
        self.show()
        self.raise_()
        self._timer.start()

    def place(self, bottom: int) -> None:
        """Stand with the lower edge ``bottom`` pixels above the window's own."""
        self._bottom = bottom
        over = self._over
        large = self.look.board != "desk"
        width = min(self.look.px(640 if large else 480), over.width() - self.look.px(32))
        height = max(self.look.px(96 if large else 52), self._row.heightForWidth(width))
        self.setGeometry(
            (over.width() - width) // 2, over.height() - bottom - height, width, height
        )

    def wear(self, look: Look) -> None:
        self.look = look
        self.place(self._bottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("bar_dark"),
            edge=look.colour("line") if look.contrasting else None,
            width=look.px(3) if look.contrasting else 0,
            radius=look.px(16 if look.board != "desk" else 10),
        )
        painter.end()
