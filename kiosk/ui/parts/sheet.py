"""A question asked inside the window; the rest of it is covered and waits."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label, sentence
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
"""What a scanner ends with."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a sheet asks. ``text`` may be marked; without ``wanted`` there is one button only.

    ``other`` is a second way to what is wanted; it stands between the two.
    """

    title: str
    text: str
    safe: str
    wanted: str = ""
    icon: str = ""
    other: str = ""


class Sheet(QWidget):
    """A card on a flat cover of its window.

    The safe answer is outlined, at the left, and holds the focus; the wanted one is filled, at
    the right. Esc gives the safe answer. ``answered`` tells whether the wanted one was given;
    the sheet then goes away by itself. Tab stays within. ``touched_beside``: a press that met no
    button; the sheet stays. ``scanned``: a scanner typed into it (several letters, then Enter or
    Tab); that answers nothing.
    """

    answered = Signal(bool)
    other_answered = Signal()
    touched_beside = Signal()
    scanned = Signal()

    def __init__(
        self, look: Look, over: QWidget, question: Question, *, width: float | None = None
    ) -> None:
        super().__init__(over)
        self.look = look
        self.question = question
        self._before = QApplication.focusWidget()
        self._over = over
        self._typed = ""
        desk = look.board == "desk"
        self.card = Card(look, width=width or (480 if desk else 640))
        whole = Column(look, 0, (16, 16, 16, 16), self)
        whole.fill()
        across = whole.nest(Row(look))
        across.fill()
        across.add(self.card)
        across.fill()
        whole.fill()
        side = 24 if desk else 40
        column = Column(look, 12 if desk else 16, (side, side, side, side), self.card)
        title_role = "h1" if desk else "button"
        column.add(Label(look, question.title, title_role))
        self._text = Label(look, question.text, "input" if desk else "body", "ink_2", marked=True)
        column.add(self._text).setVisible(bool(question.text))
        column.gap(12)
        self.safe = self._button(question.safe, "outline")
        self.wanted = self._button(question.wanted, "primary") if question.wanted else None
        row = column.nest(Row(look, 12 if desk else 16))
        row.add(self.safe, 1)
        self.other = self._button(question.other, "outline") if question.other else None
        if self.other is not None:
            row.add(self.other, 1)
            self.other.clicked.connect(self._answer_other)
        self.safe.clicked.connect(lambda: self.answer(False))
        if self.wanted is not None:
            row.add(self.wanted, 1)
            self.wanted.clicked.connect(lambda: self.answer(True))
        self.setAccessibleName(sentence(question.title, question.text))
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        QApplication.instance().focusChanged.connect(self._tell_keys)  # type: ignore[union-attr]
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_keys()

    def set_text(self, text: str) -> None:
        """Change the sentence while it is shown (a countdown)."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def answer(self, wanted: bool) -> None:
        """Give an answer and go away."""
        if not self.isVisible() and self.parent() is None:
            return
        self.close_quietly()
        self.answered.emit(wanted)

    def close_quietly(self) -> None:
        """Go away without an answer; the focus returns to where it was."""
        self._over.removeEventFilter(self)
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        buttons = self._buttons()
        here = QApplication.focusWidget()
        at = next((at for at, button in enumerate(buttons) if button is here), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        buttons[(at + (1 if forward else -1)) % len(buttons)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever is typed while a question stands open belongs to the question.
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.answer(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and isinstance(event, QResizeEvent):
            self.setGeometry(self._over.rect())
        if watched is self._over or event.type() != QEvent.Type.KeyPress:
            return False
        return isinstance(event, QKeyEvent) and self.hears(event)

    def hears(self, event: QKeyEvent) -> bool:
        """What a key at a button does beside pressing it; whether it was taken."""
        if event.key() in ENDS:
            return self.ends_scan()
        text = event.text()
        if not text or not text.isprintable() or (text == " " and not self._typed):
            return False
        # A space within a scan must not press the button.
        self._typed += text
        return True

    def ends_scan(self) -> bool:
        """Whether what was typed until now is a scan; what follows begins anew."""
        typed, self._typed = self._typed, ""
        if len(typed) > 1:
            self.scanned.emit()
        return len(typed) > 1

    def wear(self, look: Look) -> None:
        self.look = look
        self.setGeometry(self._over.rect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.look.theme.veil))
        painter.end()

    def mousePressEvent(self, event: object) -> None:
        """A press beside the buttons does not reach the page below, which is covered."""
        self.touched_beside.emit()

    def _button(self, text: str, kind: Literal["primary", "outline"]) -> QAbstractButton:
        button: QAbstractButton
        if self.look.board == "desk":
            button = DeskButton(self.look, text, kind=kind, size="action")
        else:
            button = BigButton(self.look, text, kind=kind, size="medium")
        button.installEventFilter(self)
        return button

    def _buttons(self) -> list[QAbstractButton]:
        return [each for each in (self.safe, self.other, self.wanted) if each is not None]

    def _tell_keys(self) -> None:
        """At a desk the answers show their keys: Esc, Enter where the focus is, Tab to go there."""
        answers = [each for each in (self.safe, self.other, self.wanted) if each is not None]
        here = next((at for at, each in enumerate(answers) if each.hasFocus()), 0)
        for at, button in enumerate(answers):
            if isinstance(button, DeskButton):
                key = "Enter" if at == here else "Tab" if at == here + 1 else ""
                button.set_key("Esc" if button is self.safe else key)

    def _answer_other(self) -> None:
        self.close_quietly()
        self.other_answered.emit()
