"""A field to type in: its name above, the box, and under it what is wrong with what was typed."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.tokens import RADIUS

_HEIGHT = {"kiosk": 88, "desk": 40, "tv": 88}


def is_large(look: Look) -> bool:
    """Whether the board is one that is touched or seen from afar, not a desk."""
    return look.board != "desk"


class LineEdit(QLineEdit):
    """One line of typing in our own box; ``icon`` stands at its left, a tick at its right."""

    def __init__(self, look: Look, icon: str = "", *, bold: bool = False) -> None:
        super().__init__()
        self.look = look
        self._icon, self._bold = icon, bold
        self._wrong = self._ticked = False
        self.setFrame(False)
        self.textChanged.connect(self._tell_whole)
        self.wear(look)

    @property
    def short(self) -> str:
        """What is painted while nobody types here: a text too long for the box ends in ``…``."""
        if self.echoMode() != QLineEdit.EchoMode.Normal:
            return self.text()
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self._room().width()
        )

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What stands in the box, typed or as a hint, and its room: for tests of clipping."""
        shown = self.displayText() or self.placeholderText()
        prose = OneLine(shown, self.font(), self.fontMetrics().height())
        room = QRectF(self._room())
        if self.hasFocus() and self.text():
            # It scrolls while somebody types.
            room.setWidth(max(room.width(), prose.natural_width()))
        return [(prose, room)] if shown else []

    def set_wrong(self, wrong: bool) -> None:
        """Show the box as wrong, or as right again."""
        self._wrong = wrong
        self.setProperty("state", "error" if wrong else "")
        self.update()

    def set_ticked(self, ticked: bool) -> None:
        """Show the tick of a value that was read from a card."""
        self._ticked = ticked
        self._set_margins()
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        large = is_large(look)
        self.setFont(look.font("label" if large else "input", 700 if self._bold else 400))
        self.setFixedHeight(max(look.px(_HEIGHT[look.board]), self.fontMetrics().height() + 8))
        paint = self.palette()
        paint.setColor(QPalette.ColorRole.PlaceholderText, look.colour("ink_3"))
        paint.setColor(QPalette.ColorRole.Text, look.colour("ink"))
        paint.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(paint)
        self._set_margins()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        large = is_large(look)
        if not self.isEnabled():
            edge, width, fill = "line_strong", 2 if large else 1, "surface_2"
        elif self._wrong:
            edge, width, fill = "err", 4 if large else 2, "surface"
        elif self.hasFocus():
            edge, width, fill = "act", 4 if large else 2, "surface"
        else:
            edge, width, fill = "line_strong", 3 if large else 1, "surface"
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.px(width),
            radius=look.px(RADIUS["kiosk_key"] if large else RADIUS["desk_btn"]),
            dashed=not self.isEnabled(),
        )
        size, side = look.px(32 if large else 18), self._side()
        top = (self.height() - size) / 2
        if self._icon:
            draw_icon(painter, self._icon, QRectF(side, top, size, size), look.colour("act"))
        if self._ticked:
            place = QRectF(self.width() - side - size, top, size, size)
            draw_icon(painter, "check", place, look.colour("ok"))
        shorter = not self.hasFocus() and self.short != self.text()
        if shorter:
            painter.setFont(self.font())
            painter.setPen(look.colour("ink" if self.isEnabled() else "ink_3"))
            painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter, self.short)
        painter.end()
        if not shorter:
            super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        """The whole of a text that is too long for the box stands in its tool tip."""
        self.setToolTip(self.text() if self.short != self.text() else "")

    def _room(self) -> QRect:
        # QLineEdit adds 2 px of its own on either side.
        return self.rect().marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)

    def _side(self) -> int:
        return self.look.px(24 if is_large(self.look) else 12)

    def _set_margins(self) -> None:
        size = self.look.px(32 if is_large(self.look) else 18)
        beside = size + self._side() // 2
        # QLineEdit adds 2 px of its own on either side.
        left = self._side() - 2 + (beside if self._icon else 0)
        right = self._side() - 2 + (beside if self._ticked else 0)
        self.setTextMargins(left, 0, right, 0)


class Field(QWidget):
    """A labelled line. ``edited`` tells each change made by hand.

    Beside other fields add it at the top of its row, for one of them may show a sentence.
    """

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        icon: str = "",
        hint: str = "",
        bold: bool = False,
        limit: int = 300,
    ) -> None:
        super().__init__()
        role, weight = ("body", 400) if is_large(look) else ("caption", 600)
        self._name = Label(look, name, role, "ink_2", weight=weight)
        self.edit = LineEdit(look, icon, bold=bold)
        self.edit.setMaxLength(limit)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(name)
        self._error_icon = Icon(look, "alert", 28 if is_large(look) else 16, "err")
        self._error = Label(look, "", "body" if is_large(look) else "caption", "err", weight=600)
        column = Column(look, 8 if is_large(look) else 4, (0, 0, 0, 0), self)
        column.add(self._name)
        column.add(self.edit)
        row = column.nest(Row(look, 10 if is_large(look) else 6))
        row.add(self._error_icon, align=Qt.AlignmentFlag.AlignTop)
        row.add(self._error, 1)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.submitted)
        self.set_error("")

    def set_name(self, name: str) -> None:
        """Another name above the box."""
        self._name.setText(name)
        self.edit.setAccessibleName(name)

    def text(self) -> str:
        """What stands in it, as typed."""
        return self.edit.text()

    def set_text(self, text: str, *, ticked: bool = False) -> None:
        """Put ``text`` in; ``ticked`` when it was read from a card and not typed."""
        self.edit.setText(text)
        self.edit.set_ticked(ticked)
        self.set_error("")

    @property
    def error(self) -> str:
        """The sentence under the box."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._say(sentence, "err")
        self.edit.set_wrong(bool(sentence))

    def set_warning(self, sentence: str) -> None:
        """Say what is worth a second look; the box stays right. It takes an error's place."""
        self._say(sentence, "warn")
        self.edit.set_wrong(False)

    def _say(self, sentence: str, tone: str) -> None:
        self._error.setText(sentence)
        self._error.set_tone(tone)
        self._error_icon.set_icon("alert", tone)
        for each in (self._error, self._error_icon):
            each.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def _on_edited(self, text: str) -> None:
        self.edit.set_ticked(False)
        if self.error:
            self.set_error("")
        self.edited.emit(text)
