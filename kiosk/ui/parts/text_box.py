"""Several lines to type in: the name above, the box, and under it what is wrong."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose


class LongEdit(QPlainTextEdit):
    """The box alone: Tab leaves it, a text longer than its room scrolls."""

    def __init__(self, look: Look, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wear(look)

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFont(look.font("input", 400))
        paint = self.palette()
        paint.setColor(QPalette.ColorRole.PlaceholderText, look.colour("ink_3"))
        self.setPalette(paint)
        self.updateGeometry()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What stands in the box, typed or as a hint, and its room: for tests of clipping."""
        shown = self.toPlainText() or self.placeholderText()
        prose = Prose(shown, self.font(), self.fontMetrics().lineSpacing())
        room = QRectF(self.viewport().geometry())
        # What is longer scrolls.
        room.setHeight(max(room.height(), prose.lay(room.width())))
        return [(prose, room)] if shown else []

    def set_wrong(self, wrong: bool) -> None:
        """Show the box as wrong, or as right again."""
        self.setProperty("state", "error" if wrong else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(self.look.px(200), self._lines * line + 2 * self.look.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self.sizeHint().height())


class TextBox(QWidget):
    """A labelled text of several lines. ``edited`` tells each change made by hand."""

    edited = Signal(str)

    def __init__(self, look: Look, name: str, *, lines: int = 3) -> None:
        super().__init__()
        self._name = Label(look, name, "caption", "ink_2", weight=600)
        self.edit = LongEdit(look, lines)
        self._icon = Icon(look, "alert", 16, "err")
        self._error = Label(look, "", "caption", "err", weight=600)
        column = Column(look, 4, (0, 0, 0, 0), self)
        column.add(self._name)
        column.add(self.edit, 1)
        row = column.nest(Row(look, 6))
        row.add(self._icon, align=Qt.AlignmentFlag.AlignTop)
        row.add(self._error, 1)
        self._setting = False
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_changed)
        self.set_name(name)
        self.set_error("")

    def set_name(self, name: str) -> None:
        """Another name above the box."""
        self._name.setText(name)
        self.edit.setAccessibleName(name)

    def text(self) -> str:
        """What stands in it, as typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put ``text`` in."""
        self._setting = True
        self.edit.setPlainText(text)
        self._setting = False
        self.set_error("")

    @property
    def error(self) -> str:
        """The sentence under the box."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._error.setText(sentence)
        for each in (self._error, self._icon):
            each.setVisible(bool(sentence))
        self.edit.set_wrong(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def _on_changed(self) -> None:
        if self._setting:
            return
        if self.error:
            self.set_error("")
        self.edited.emit(self.text())
